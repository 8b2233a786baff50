# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of people, read and shown before anything of it is kept: who, how it was understood, what is doubtful."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.actions.people_import import Arrival, add_arrivals, arrivals, gains
from forgeatelier.actions.people_lists.preview import read_pasted, read_people_list, understand
from forgeatelier.actions.people_lists.understood import ListPreview, UnderstoodRow
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.person import Person
from forgeatelier.model.progress import Progress
from forgeatelier.window.pages.workshop import list_tables, saying
from forgeatelier.window.pages.workshop.column_meanings import ColumnMeanings
from forgeatelier.window.pages.workshop.known_people import KnownPeople
from forgeatelier.window.pages.workshop.layout import Primary
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.tall import Tall
from forgeatelier.window.widgets import (
    Banner,
    Button,
    EmptyState,
    Flow,
    Label,
    Tabs,
    TextEdit,
    holding,
    row,
    stack,
)

_TABS = ("rows", "columns", "known", "doubts", "aside")


@dataclass(frozen=True)
class Read:
    """A list read, and what becomes of each of its people here."""

    preview: ListPreview
    arrivals: tuple[Arrival, ...]


def pick_list(parent: QWidget) -> str:
    """Ask for a file; tests put another function in its place."""
    kinds = _("Listes (*.csv *.txt *.xlsx)")
    return QFileDialog.getOpenFileName(parent, _("Choisir une liste"), "", kinds)[0]


class ListImport(QWidget):
    """First one chooses, then one looks. `done` when one goes back to the people, `moved` when a list was read."""

    done = Signal()
    moved = Signal()

    def __init__(self, subject: Subject) -> None:
        """Nothing read yet."""
        super().__init__()
        self._subject = subject
        self.pick: Callable[[QWidget], str] = pick_list
        self.preview: ListPreview | None = None
        self.arrivals: tuple[Arrival, ...] = ()
        self.same: set[int] = set()
        self._said: dict[int, str] = {}
        self._answered: dict[int, bool] = {}
        self._left_out: set[int] = set()
        self._source = ""
        self._fault = Banner("warn", "", closable=False)
        self._fault.hide()
        self._paste = TextEdit(
            lines=5, most=8, hint=_("Ou collez ici les lignes d’un tableau ou d’un message.")
        )
        self._paste.setAccessibleName(_("Lignes collées"))
        self._paste.setAcceptDrops(False)
        self._paste.textChanged.connect(self._pasted)
        self._pile = QStackedWidget()
        self._pile.addWidget(self._choosing())
        self._pile.addWidget(self._looking())
        self.line = OneJob(subject.desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pile)
        self.setProperty("ground", "surface")

    def _choosing(self) -> QWidget:
        invite = EmptyState(
            _("Déposez ici une liste : Excel, CSV ou texte."),
            _("Choisir un fichier…"),
            _("Rien n’est gardé avant que vous l’ayez vu."),
            drawing="people",
        )
        invite.button.set_icon("folder")
        invite.acted.connect(self._choose)
        back = Button(_("Retour aux personnes"), "plain", "left")
        back.clicked.connect(self.done)
        return Tall(stack(row(back, None), self._fault, invite, self._paste, gap="m", margin="l"), rows=13)

    def _looking(self) -> QWidget:
        self._summary = Label("", "title", wrap=True)
        self._notes = Label("", "note")
        self.tabs = Tabs((name, "") for name in _TABS)
        self.tables = list_tables.made()
        self.meanings = ColumnMeanings()
        self.known = KnownPeople(self._subject)
        self._views: dict[str, QWidget] = {**self.tables, "columns": self.meanings, "known": self.known}
        self._tables = QStackedWidget()
        for view in self._views.values():
            self._tables.addWidget(view)
        self.tabs.chosen.connect(self._show_table)
        self.meanings.said.connect(self._say_meaning)
        self.known.said.connect(self._say_same)
        self.tables["rows"].delete_asked.connect(self._leave_out)
        other = Button(_("Lire une autre liste"), "quiet", "folder")
        other.clicked.connect(self.begin)
        drop = Button(_("Abandonner"), "plain")
        drop.clicked.connect(self.done)
        head = row(stack(self._summary, self._notes, gap="xs"), holding(Flow(other, drop)), gap="l")
        head.setStretch(0, 1)
        return Tall(stack(head, self.tabs, self._tables, gap="s", margin="l"), rows=11)

    def begin(self) -> None:
        """Ask for a list."""
        self.preview = None
        self.arrivals = ()
        quiet = self._paste.blockSignals(True)
        self._paste.clear()
        self._paste.blockSignals(quiet)
        self._fault.hide()
        self._pile.setCurrentIndex(0)
        self.moved.emit()

    def primary(self) -> Primary | None:
        """Add the people of the list, once one has seen them."""
        if self.preview is None:
            return Primary(_("Choisir un fichier…"), "folder", self._choose)
        fresh, more = len(self.fresh_rows()), self._completed()
        if not fresh and more:
            said = ngettext("Compléter {n} présence", "Compléter {n} présences", more).format(n=more)
        else:
            said = ngettext("Ajouter {n} personne", "Ajouter {n} personnes", fresh).format(n=fresh)
        return Primary(said, "add", self.add, ready=bool(fresh or more))

    def fresh_rows(self) -> tuple[UnderstoodRow, ...]:
        """The people of the list who are not in this workshop yet."""
        return tuple(one.row for one in self._kept() if not one.here)

    def read_file(self, path: Path) -> None:
        """Read a file away from the window's thread."""
        self._begin_reading(path.name)
        self._read(partial(read_people_list, path, by_hand=True))

    def read_text(self, text: str) -> None:
        """Read pasted lines."""
        self._begin_reading(_("lignes collées"))
        self._read(partial(read_pasted, text, by_hand=True))

    def add(self) -> None:
        """Keep the people of the list, with what they agreed to and nothing more."""
        workshop, kept = self._subject.workshop(), self._kept()
        if workshop is None:
            return
        try:
            change = add_arrivals(
                workshop, kept, self.same, self._attendance(), workshop.starts_on or self._subject.today()
            )
        except AtelierError as refusal:
            self._subject.desk.tell(refusal)
            return
        fresh = sum(not one.here for one in kept)
        if self._subject.desk.keep(change):
            said = ngettext("{n} personne ajoutée.", "{n} personnes ajoutées.", fresh).format(n=fresh)
            self._subject.desk.toast(said if fresh else f"{change.title}.", True)
            self.begin()
            self.done.emit()

    def _begin_reading(self, source: str) -> None:
        self._source = source
        self._said, self._answered, self._left_out = {}, {}, set()

    def _kept(self) -> tuple[Arrival, ...]:
        return tuple(one for one in self.arrivals if one.row.line not in self._left_out)

    def _attendance(self) -> dict[str, Attendance]:
        return {one.id: one.attendance for one in self._subject.members() if one.attendance}

    def _completed(self) -> int:
        workshop, known = self._subject.workshop(), self._attendance()
        if workshop is None:
            return 0
        return sum(
            gains(workshop, one, known.get(one.person.id)) for one in self._kept() if one.person and one.here
        )

    def _read(self, reader: Callable[..., ListPreview]) -> None:
        workshop = self._subject.workshop()
        country = (workshop.country if workshop else "") or None
        today = (workshop.starts_on if workshop else None) or self._subject.today()
        here = tuple(member.person for member in self._subject.members())
        library = self._subject.desk.atelier.library

        def work(progress: Progress) -> Read | AtelierError:
            progress(0, 0)
            try:
                preview = reader(today=today, default_country=country)
            except AtelierError as refusal:
                # Said here, in place, rather than in a passing message.
                return refusal
            return Read(preview, arrivals(preview.rows, here, library.all(Person)))

        self.line.start(_("Lire la liste"), work, self._show)

    def _show(self, result: Any) -> None:
        if not isValid(self):
            return
        if isinstance(result, AtelierError):
            self.preview = None
            self._fault.say(result.what, result.advice)
            self._fault.show()
            self._pile.setCurrentIndex(0)
        else:
            again = self.preview is not None and self._pile.currentIndex() == 1
            self.preview, self.arrivals = result.preview, result.arrivals
            self.same = {one.row.line for one in self.arrivals if self._answered.get(one.row.line, one.sure)}
            self._fill(result.preview)
            if not again:
                # A list that may be misread is looked at by its columns first.
                odd = any(column.why for column in result.preview.columns) and not result.preview.header_line
                self.tabs.show_tab("columns" if odd else "rows")
                self._show_table("columns" if odd else "rows")
            self._pile.setCurrentIndex(1)
        self.moved.emit()

    def _fill(self, preview: ListPreview) -> None:
        kept = self._kept()
        already = sum(one.here for one in kept)
        self._summary.setText(
            _("{people} dans «\N{NO-BREAK SPACE}{source}\N{NO-BREAK SPACE}»").format(
                people=saying.people(len(kept)), source=self._source
            )
        )
        lines = [*preview.titles, *preview.notes]
        if already:
            known = ngettext("{n} est déjà dans cet atelier.", "{n} sont déjà dans cet atelier.", already)
            lines.insert(0, known.format(n=already))
        self._notes.setText(" · ".join(lines))
        list_tables.fill(self.tables, preview, {one.row.line for one in kept})
        self.meanings.show_preview(preview)
        self.known.show_arrivals(self.arrivals, self.same)
        self._name_tabs(preview)

    def _name_tabs(self, preview: ListPreview) -> None:
        counts = {"rows": len(self._kept()), "columns": len(preview.columns)}
        counts |= {"doubts": len(preview.doubtful), "aside": len(preview.set_aside)}
        counts["known"] = sum(one.person is not None and not one.here for one in self.arrivals)
        words = {
            "rows": _("Personnes"),
            "columns": _("Colonnes"),
            "known": _("Déjà connues"),
            "doubts": _("À vérifier"),
            "aside": _("Mises de côté"),
        }
        for place, name in enumerate(_TABS):
            self.tabs.setTabText(place, f"{words[name]} ({counts[name]})")

    def _say_meaning(self, index: int, name: str) -> None:
        if self.preview is None or self.preview.table is None:
            return
        self._said[index] = name
        self._read(partial(understand, self.preview.table, said=dict(self._said), by_hand=True))

    def _say_same(self, line: int, same: bool) -> None:
        self._answered[line] = same
        self.same = self.same | {line} if same else self.same - {line}

    def _leave_out(self, rows: tuple[UnderstoodRow, ...]) -> None:
        """Lines one does not want (a title taken for a person, someone who did not come)."""
        self._left_out |= {row_.line for row_ in rows}
        if self.preview is not None:
            self._fill(self.preview)
            self.moved.emit()

    def _show_table(self, name: str) -> None:
        self._tables.setCurrentWidget(self._views[name])

    def _choose(self) -> None:
        chosen = self.pick(self)
        if chosen:
            self.read_file(Path(chosen))

    def _pasted(self) -> None:
        text = self._paste.toPlainText()
        if "\n" in text.strip():
            self.read_text(text)

    def paste(self) -> None:
        """Read what the clipboard holds."""
        self.read_text(QGuiApplication.clipboard().text())
