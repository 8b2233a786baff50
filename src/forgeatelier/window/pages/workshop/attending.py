# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Noting who is there: a few letters and Enter, Space on those chosen, everyone at once, people without names."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.people_attendance import enrol, halves_of, mark, named
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.half_days import covers, half_now, with_noted
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop import roster
from forgeatelier.window.pages.workshop.attendance_bar import AttendanceBar
from forgeatelier.window.pages.workshop.head_count import counts_of, turnout_of, turnout_words
from forgeatelier.window.pages.workshop.nameless import Nameless
from forgeatelier.window.pages.workshop.names_table import NamesTable
from forgeatelier.window.pages.workshop.roster import Line
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, row, stack

_LONGEST = 40


class Attending(QWidget):
    """The bar of half-days, the table of names, and the offer to add whoever is not there yet."""

    def __init__(self, subject: Subject) -> None:
        """Show everyone with `refresh`."""
        super().__init__()
        self.subject = subject
        self.lines: dict[str, Line] = {}
        self.halves: tuple[str, ...] = ()
        self.bar, self.table = AttendanceBar(), NamesTable()
        self.offer = Button("", "plain", "add")
        self.nameless = Nameless(subject)
        self.nameless.hide()
        column = stack(self.bar, self.table, row(self.offer, None), self.nameless, gap="m")
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("l"), theme.space("m"))
        self.setLayout(column)
        self.setFocusProxy(self.table.search)
        self._connect()

    def _connect(self) -> None:
        self.table.search.textChanged.connect(self._typed)
        self.table.entered.connect(self.mark_first)
        self.table.added.connect(self.add_typed)
        self.table.toggled.connect(self.toggle_chosen)
        self.table.half_clicked.connect(self._toggle_half)
        self.offer.clicked.connect(self.add_typed)
        self.bar.half_chosen.connect(self._half_chosen)
        self.bar.everyone_asked.connect(self.mark_everyone)
        self.bar.nameless_asked.connect(self.open_nameless)
        self.nameless.left.connect(self._close_nameless)
        for keys, step in (("Alt+PgUp", -1), ("Alt+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.bar.turn, step))

    def half(self) -> str:
        """The half-day one notes; empty while one registers."""
        return self.bar.current()

    def refresh(self) -> None:
        """Show everyone as they are now."""
        self.show_halves()
        self.lines = {one.id: roster.line_of(self.subject, one) for one in self.subject.members()}
        self.table.show_lines(tuple(self.lines.values()))
        if self.table.current() is None:
            self.table.choose_first()
        self.say_turnout()

    def follow(self, change: Change) -> bool:
        """Make anew only the lines of those concerned; False when someone comes or goes."""
        touched = {
            one.id if isinstance(one, Person) else one.person_id
            for one in (*change.before, *change.after)
            if isinstance(one, Person | Attendance | TeamMember | Consent)
        }
        now = {one.id: one for one in self.subject.members() if one.id in touched}
        if now.keys() != touched & self.lines.keys():
            return False
        lines = {key: roster.line_of(self.subject, one) for key, one in now.items()}
        self.lines |= lines
        self.show_halves()
        self.table.put(tuple(lines.values()))
        self.say_turnout()
        return True

    def mark_first(self) -> None:
        """Note the best match of what is typed, and begin anew; while registering, open it."""
        typed = self.table.search.text().strip()
        line = (
            roster.first_to_mark(self.lines.values(), typed, self.half()) if typed else self.table.current()
        )
        if line is None:
            return
        if not typed or not self.half():
            self.table.choose(line.id)
            self.table.opened.emit(line)
            return
        if covers(line.halves, self.half()):
            self.bar.say(_("Déjà noté\N{NO-BREAK SPACE}: {name}.").format(name=line.name))
        else:
            self._mark((line,), there=True)
            self.table.choose(line.id)
            self.bar.say(
                _("C’est noté\N{NO-BREAK SPACE}: {name}. {turnout}").format(
                    name=line.name, turnout=self._turnout()
                )
            )
        self.table.search.clear()

    def toggle_chosen(self) -> None:
        """Note those chosen, or take it back when all of them are noted."""
        lines = self.table.chosen_values()
        if self.half() and lines:
            self._mark(lines, there=not all(covers(line.halves, self.half()) for line in lines))

    def mark_everyone(self) -> None:
        """Note everyone of the list at this half-day."""
        if self.half():
            self._mark(tuple(self.lines.values()), there=True)

    def add_typed(self) -> None:
        """Add the person whose name stands in the box: there at this half-day, or registered."""
        workshop = self.subject.workshop()
        if workshop is None:
            return
        try:
            person = named(self.table.search.text())
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return
        if self.subject.desk.keep(enrol(workshop, person, self.half())):
            self.table.search.clear()
            self.table.choose(person.id)
            said = _("Ajouté à la liste\N{NO-BREAK SPACE}: {name}. {turnout}")
            self.bar.say(said.format(name=person.heading, turnout=self._turnout()))

    def open_nameless(self) -> None:
        """Add people without a name."""
        self.nameless.show()
        self.nameless.setFocus()

    def show_halves(self) -> None:
        """Offer the half-days of the workshop, and those someone was noted or counted at besides."""
        workshop = self.subject.workshop()
        noted = {
            half for one in self.subject.members() if one.attendance for half in one.attendance.half_days
        }
        noted |= {one.half_day for one in counts_of(self.subject)}
        halves = with_noted(halves_of(workshop) if workshop else (), noted)
        fresh = not self.bar.half.count()
        if halves == self.halves and not fresh:
            return
        now = self._usual(workshop, halves) if fresh or self.half() not in ("", *halves) else self.half()
        self.halves = halves
        self.bar.show_halves(halves, now)
        self._half_chosen(now)

    def say_turnout(self) -> None:
        """Say how many are there."""
        if not self.halves and self.lines:
            self.bar.say(_("Fixez la date de l’atelier pour noter les présences par demi-journée."))
        else:
            self.bar.say(self._turnout() if self.lines or self.halves else "")

    def _usual(self, workshop: Workshop | None, halves: tuple[str, ...]) -> str:
        """Before the first day one registers; from then on one notes who is there."""
        moment = self.subject.now().astimezone()
        begun = bool(workshop and workshop.starts_on and workshop.starts_on <= moment.date())
        return half_now(halves, moment) if begun else ""

    def _half_chosen(self, half_day: str) -> None:
        self.nameless.set_half(half_day)
        self.table.show_halves(roster.shown_halves(self.halves, half_day))
        self.table.hint(
            _("Quelques lettres, Entrée\N{NO-BREAK SPACE}: la présence est notée")
            if half_day
            else _("Filtrer, ou écrire un nom et Maj+Entrée pour inscrire")
        )
        self._typed(self.table.search.text())
        self.say_turnout()

    def _mark(self, lines: tuple[Line, ...], *, there: bool, half: str = "") -> None:
        workshop = self.subject.workshop()
        if workshop is None:
            return
        people = [(line.member.person, line.member.attendance) for line in lines]
        change = mark(workshop, people, half or self.half(), there=there)
        if self.subject.desk.keep(change) and len(change.after) > 1:
            self.subject.desk.toast(f"{change.title}.", True)

    def _toggle_half(self, line: Line, half: str) -> None:
        self._mark((line,), there=not covers(line.halves, half), half=half)

    def _turnout(self) -> str:
        if not self.half():
            registered = sum(bool(line.member.attendance) for line in self.lines.values())
            said = ngettext("{n} personne inscrite", "{n} personnes inscrites", registered)
            return said.format(n=registered)
        seen = turnout_of(self.subject, self.half())
        if not seen.cells:
            return _("Personne n’est encore noté à cette demi-journée.")
        return _("Sont là\N{NO-BREAK SPACE}: {turnout}").format(turnout=turnout_words(seen))

    def _typed(self, typed: str) -> None:
        words = typed.strip()
        said = (
            _("Ajouter «\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}», avec sa présence (Maj+Entrée)")
            if self.half()
            else _("Inscrire «\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}» (Maj+Entrée)")
        )
        name = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        self.offer.setVisible(bool(words))
        self.offer.setText(said.format(name=name).replace("&", "&&"))
        line = roster.first_to_mark(self.lines.values(), words, self.half()) if words else None
        self.table.keep_named(words, wanted=line is not None)
        if line is not None:
            self.table.choose(line.id)

    def _close_nameless(self) -> None:
        self.nameless.hide()
        self.table.search.setFocus()
