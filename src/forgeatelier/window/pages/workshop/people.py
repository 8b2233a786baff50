# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Personnes: who comes, who is there at which half-day, what each agreed to."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.actions.people_attendance import enrol, halves_of, mark, named
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, HeadCount, TeamMember
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.half_days import covers, half_now, with_noted
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop import roster, saying
from forgeatelier.window.pages.workshop.attendance_bar import AttendanceBar
from forgeatelier.window.pages.workshop.head_count import HeadCounting, turnout_of, turnout_words
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.list_import import ListImport
from forgeatelier.window.pages.workshop.nameless import Nameless
from forgeatelier.window.pages.workshop.people_details import PeopleDetails
from forgeatelier.window.pages.workshop.roster import Line
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import VALUE_ROLE, Button, Command, DataTable, EmptyState, row, stack

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDEST_NAME = 9
"""In controls: a name of sixty letters is elided, its tooltip tells all of it."""


class People(Panel):
    """The table on the left, one person at the right; or, in their place, the reading of a list or a count."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show everyone of this workshop."""
        super().__init__(subject, parent)
        self._lines: dict[str, Line] = {}
        self._halves: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._named = False
        self.bar = AttendanceBar()
        self.table = self._table()
        self.offer = Button("", "plain", "add")
        self.offer.clicked.connect(self.add_typed)
        self.nameless = Nameless(subject)
        self.nameless.hide()
        column = stack(self.bar, self.table, row(self.offer, None), self.nameless, gap="m")
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("l"), theme.space("m"))
        self.details = PeopleDetails(subject)
        self.beside = Beside(Tall(column, self.table.search), self.details, _("Retour aux personnes"))
        self._reading: ListImport | None = None
        self._counting: HeadCounting | None = None
        self._pile = QStackedWidget()
        self._pile.addWidget(self.beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pile)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.table.search)
        self._connect()
        self.refresh()

    def _table(self) -> DataTable:
        empty = EmptyState(
            _("Personne n’est inscrit pour l’instant."),
            _("Lire une liste"),
            _("Déposez un tableau (Excel, CSV), collez des lignes, ou écrivez un nom ci-dessus."),
            drawing="people",
        )
        empty.acted.connect(self.open_import)
        read = Button(_("Lire une liste"), "quiet", "import")
        read.clicked.connect(self.open_import)
        table = DataTable(
            roster.columns(()),
            hint=_("Filtrer les personnes"),
            count=saying.people,
            empty=empty,
            extras=(read,),
            filter_stays=True,
        )
        # Enter marks here; the table would open.
        table.search.installEventFilter(self)
        table.view.installEventFilter(self)
        return table

    def _connect(self) -> None:
        self.table.chosen.connect(self._look)
        self.table.current_changed.connect(self._look)
        self.table.opened.connect(self._open)
        self.table.delete_asked.connect(self._remove)
        self.table.view.clicked.connect(self._clicked)
        self.table.search.textChanged.connect(self._typed)
        self.details.remove_asked.connect(self._remove_chosen)
        self.bar.half_chosen.connect(self._half_chosen)
        self.bar.everyone_asked.connect(self.mark_everyone)
        self.bar.nameless_asked.connect(self._open_nameless)
        self.bar.count_asked.connect(self.open_count)
        self.nameless.left.connect(self._close_nameless)
        self.subject.changed.connect(self._heard)
        for keys, step in (("Alt+Left", -1), ("Alt+Right", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.bar.turn, step))

    @property
    def reading(self) -> ListImport:
        """Where a list is read; made when it is first needed."""
        if self._reading is None:
            self._reading = ListImport(self.subject)
            self._reading.done.connect(self._back)
            self._reading.moved.connect(self.primary_changed)
            self._pile.addWidget(self._reading)
        return self._reading

    @property
    def counting(self) -> HeadCounting:
        """Where heads are counted; made when it is first needed."""
        if self._counting is None:
            self._counting = HeadCounting(self.subject)
            self._counting.left.connect(self._back)
            self._pile.addWidget(self._counting)
        return self._counting

    def refresh(self) -> None:
        """Show everyone as they are now."""
        self._show_halves()
        self._lines = {one.id: roster.line_of(self.subject, one) for one in self.subject.members()}
        self.table.show_rows(tuple(self._lines.values()))
        self._narrow_names()
        if self.table.current() is None and self._lines:
            self.table.choose_first()
        self._look()
        self._say()
        self.details.setVisible(bool(self._lines))

    def primary(self) -> Primary | None:
        """Read a list; once read, add its people."""
        if self._reading is not None and self._pile.currentWidget() is self._reading:
            return self._reading.primary()
        return (
            Primary(_("Lire une liste"), "import", self.open_import)
            if not self.subject.members()
            else Primary(_("Animer"), "play", self._run)
        )

    def visit(self, place: str) -> None:
        """A person by her id, `import` or `count`."""
        if place == "import":
            self.open_import()
        elif place == "count":
            self.open_count()
        elif self.table.choose(place):
            self.beside.show_details()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.details.leaving()
        if self._counting is not None:
            self._counting.keep()

    def commands(self) -> tuple[Command, ...]:
        """Reading a list, noting everyone, counting."""
        return (
            Command(
                _("Lire une liste de personnes"),
                self.open_import,
                "import csv excel people list",
                icon="import",
            ),
            Command(
                _("Noter tout le monde présent"), self.mark_everyone, "attendance everyone", icon="check"
            ),
            Command(_("Compter la salle"), self.open_count, "head count", icon="groups"),
            Command(_("Ajouter des personnes sans nom"), self._open_nameless, "anonymous", icon="hide"),
        )

    # -- attendance --------------------------------------------------------------------------------------

    def half(self) -> str:
        """The half-day one notes; empty while one registers."""
        return self.bar.current()

    def mark_first(self) -> None:
        """Note the best match of what is typed, and begin anew; while registering, open it."""
        typed = self.table.search.text().strip()
        line = roster.first_to_mark(self._lines.values(), typed, self.half()) if typed else None
        if line is None:
            if not typed and self.table.current() is not None:
                self._open(self.table.current())
            return
        if not self.half():
            self.table.choose(line.id)
            self._open(line)
            return
        if covers(line.halves, self.half()):
            self.bar.say(_("{name} était déjà notée.").format(name=line.name))
        else:
            self._mark((line,), there=True)
            self.table.choose(line.id)
            said = _("{name} est notée. {turnout}").format(name=line.name, turnout=self._turnout())
            self.bar.say(said)
        self.table.search.clear()

    def toggle_chosen(self) -> None:
        """Note those chosen, or take it back when all of them are noted."""
        lines = self.table.chosen_values()
        if self.half() and lines:
            self._mark(lines, there=not all(covers(line.halves, self.half()) for line in lines))

    def mark_everyone(self) -> None:
        """Note everyone of the list at this half-day."""
        if self.half():
            self._mark(tuple(self._lines.values()), there=True)

    def add_typed(self) -> None:
        """Add the person whose name stands in the box: there at this half-day, or registered."""
        workshop, typed = self.subject.workshop(), self.table.search.text()
        if workshop is None:
            return
        try:
            person = named(typed)
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return
        if self.subject.desk.keep(enrol(workshop, person, self.half())):
            self.table.search.clear()
            self.table.choose(person.id)
            self.bar.say(
                _("{name} est ajoutée. {turnout}").format(name=person.heading, turnout=self._turnout())
            )

    def _mark(self, lines: tuple[Line, ...], *, there: bool, half: str = "") -> None:
        workshop = self.subject.workshop()
        if workshop is None:
            return
        people = [(line.member.person, line.member.attendance) for line in lines]
        change = mark(workshop, people, half or self.half(), there=there)
        if self.subject.desk.keep(change) and len(change.after) > 1:
            self.subject.desk.toast(f"{change.title}.", True)

    def _clicked(self, index: QModelIndex) -> None:
        place = index.column() - 1
        line = index.data(VALUE_ROLE)
        if 0 <= place < len(self._offered) and isinstance(line, Line):
            half = self._offered[place]
            self._mark((line,), there=not covers(line.halves, half), half=half)

    def _half_chosen(self, half_day: str) -> None:
        self.nameless.set_half(half_day)
        self._show_columns()
        self._hint()
        self._say()

    def _show_halves(self) -> None:
        workshop = self.subject.workshop()
        noted = {
            half for one in self.subject.members() if one.attendance for half in one.attendance.half_days
        }
        noted |= {
            one.half_day
            for one in self.subject.desk.atelier.library.all(HeadCount, workshop_id=self.subject.id)
        }
        halves = with_noted(halves_of(workshop) if workshop else (), noted)
        if halves == self._halves and self.bar.half.count():
            return
        first = not self.bar.half.count()
        now = self._usual(workshop, halves) if first or self.half() not in ("", *halves) else self.half()
        self._halves = halves
        self.bar.show_halves(halves, now)
        self.nameless.set_half(now)
        self._show_columns()
        self._hint()

    def _usual(self, workshop: Workshop | None, halves: tuple[str, ...]) -> str:
        """Before the first day one registers; from then on one notes who is there."""
        moment = self.subject.now().astimezone()
        begun = bool(workshop and workshop.starts_on and workshop.starts_on <= moment.date())
        return half_now(halves, moment) if begun else ""

    def _show_columns(self) -> None:
        offered = roster.shown_halves(self._halves, self.half())
        if offered != self._offered:
            self._offered = offered
            self.table.set_columns(roster.columns(offered))
            self._narrow_names()

    def _narrow_names(self) -> None:
        view, widest = self.table.view, worn().measure("control") * _WIDEST_NAME
        if view.columnWidth(0) > widest:
            view.setColumnWidth(0, widest)
        metrics = view.horizontalHeader().fontMetrics()
        for place, half in enumerate(self._offered, 1):
            wide = metrics.horizontalAdvance(roster.short_half(half)) + worn().space("xl")
            view.setColumnWidth(place, max(wide, worn().measure("control") * 2))

    def _hint(self) -> None:
        hint = (
            _("Quelques lettres, Entrée\N{NO-BREAK SPACE}: la personne est notée")
            if self.half()
            else _("Filtrer, ou écrire un nom et Maj+Entrée pour inscrire")
        )
        self.table.search.setPlaceholderText(hint)
        self.table.search.setAccessibleName(hint)
        self._typed(self.table.search.text())

    def _turnout(self) -> str:
        if not self.half():
            registered = sum(bool(line.member.attendance) for line in self._lines.values())
            return ngettext("{n} personne inscrite", "{n} personnes inscrites", registered).format(
                n=registered
            )
        seen = turnout_of(self.subject, self.half())
        if not seen.cells:
            return _("Personne n’est encore noté à cette demi-journée.")
        return _("Sont là\N{NO-BREAK SPACE}: {turnout}").format(turnout=turnout_words(seen))

    def _say(self) -> None:
        if not self._halves and self._lines:
            self.bar.say(_("Fixez la date de l’atelier pour noter les présences par demi-journée."))
        else:
            self.bar.say(self._turnout() if self._lines or self._halves else "")

    def _typed(self, typed: str) -> None:
        words = typed.strip()
        said = (
            _("Ajouter «\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}», présente (Maj+Entrée)")
            if self.half()
            else _("Inscrire «\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}» (Maj+Entrée)")
        )
        self.offer.setVisible(bool(words))
        self.offer.setText(
            said.format(name=words if len(words) <= 40 else f"{words[:39]}…").replace("&", "&&")
        )
        line = roster.first_to_mark(self._lines.values(), words, self.half()) if words else None
        # Names come first: « fat » is Fatou before everyone from Fatick.
        if line is not None or self._named:
            self._named = line is not None
            self.table.set_keep(partial(roster.named_like, words) if self._named else None)
        if line is not None:
            self.table.choose(line.id)

    # -- keys ---------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Space note people; letters typed in the table go to the box."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if watched is self.table.search and event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.add_typed()
            else:
                self.mark_first()
            return True
        return watched is self.table.view and self._key_in_table(event)

    def _key_in_table(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and not held:
            self.toggle_chosen()
            return bool(self.half())
        if event.text().isprintable() and event.text().strip() and not held:
            self.table.search.setFocus()
            self.table.search.setText(event.text())
            return True
        return False

    # -- parts --------------------------------------------------------------------------------------------

    def open_import(self) -> None:
        """Go and read a list."""
        self.leaving()
        self.reading.begin()
        self._pile.setCurrentWidget(self.reading)
        self.primary_changed.emit()

    def open_count(self) -> None:
        """Count the room at this half-day, at the first one while registering."""
        if not self._halves:
            self.subject.desk.tell(
                AtelierError(
                    _("La date de l’atelier n’est pas fixée."), _("La fixer dans Déroulé, puis compter.")
                )
            )
            return
        self.leaving()
        self.counting.show_half(self.half() or self._halves[0])
        self._pile.setCurrentWidget(self.counting)
        next(iter(self.counting.cells.values())).setFocus()

    def read_file(self, path: Path) -> None:
        """Read a list from a file."""
        self.open_import()
        self.reading.read_file(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.read_file(files[0])

    def _open_nameless(self) -> None:
        self.nameless.show()
        self.nameless.setFocus()

    def _close_nameless(self) -> None:
        self.nameless.hide()
        self.table.search.setFocus()

    def _back(self) -> None:
        self._pile.setCurrentWidget(self.beside)
        self.table.search.setFocus()
        self.primary_changed.emit()

    def _look(self) -> None:
        chosen = tuple(one.member for one in self.table.chosen_values() if isinstance(one, Line))
        self.details.show_members(chosen)

    def _open(self, line: Line) -> None:
        self._look()
        self.beside.show_details()
        self.details.begin()

    def _remove_chosen(self) -> None:
        self._remove(self.table.chosen_values())

    def _remove(self, lines: tuple[Line, ...]) -> None:
        members: list[Member] = [line.member for line in lines]
        gone: list[Entity] = []
        for member in members:
            gone += [member.attendance] if member.attendance else []
            gone += list(member.team)
        title = ngettext(
            "Retirer une personne de l’atelier", "Retirer {n} personnes de l’atelier", len(members)
        )
        if gone and self.subject.desk.keep(Change(title.format(n=len(members)), tuple(gone))):
            said = ngettext(
                "{n} personne retirée de l’atelier.", "{n} personnes retirées de l’atelier.", len(members)
            )
            self.subject.desk.toast(said.format(n=len(members)), True)

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def _heard(self, change: Change) -> None:
        if change.touches(HeadCount) and self._counting is not None:
            self._counting.refresh()
        if change.touches(Workshop):
            self._show_halves()
        if change.touches(Person, Attendance, TeamMember, Consent, HeadCount):
            self._follow(change)
            self.primary_changed.emit()

    def _follow(self, change: Change) -> None:
        """Only the lines of those concerned are made anew; someone who comes or goes makes a new table."""
        touched = {
            one.id if isinstance(one, Person) else one.person_id
            for one in (*change.before, *change.after)
            if isinstance(one, Person | Attendance | TeamMember | Consent)
        }
        now = {one.id: one for one in self.subject.members() if one.id in touched}
        if now.keys() != touched & self._lines.keys():
            self.refresh()
            return
        lines = {key: roster.line_of(self.subject, one) for key, one in now.items()}
        self._lines |= lines
        self._show_halves()
        self.table.put(tuple(lines.values()))
        self._look()
        self._say()
