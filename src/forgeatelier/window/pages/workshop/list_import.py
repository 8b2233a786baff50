# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of people, read and shown before anything of it is kept: who, how it was understood, what is doubtful."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.actions.people import add_people, newcomers
from forgeatelier.actions.people_lists.preview import read_pasted, read_people_list
from forgeatelier.actions.people_lists.understood import ListPreview, UnderstoodRow
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.progress import Progress
from forgeatelier.window.pages.workshop import list_tables, saying
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
        return holding(
            stack(row(back, None), self._fault, invite, self._paste, gap="m", margin="l"), "surface"
        )

    def _looking(self) -> QWidget:
        self._summary = Label("", "title", wrap=True)
        self._notes = Label("", "note")
        self.tabs = Tabs((("rows", ""), ("columns", ""), ("doubts", ""), ("aside", "")))
        self.tables = list_tables.made()
        self._tables = QStackedWidget()
        for table in self.tables.values():
            self._tables.addWidget(table)
        self.tabs.chosen.connect(self._show_table)
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
        quiet = self._paste.blockSignals(True)
        self._paste.clear()
        self._paste.blockSignals(quiet)
        self._fault.hide()
        self._pile.setCurrentIndex(0)
        self.moved.emit()

    def primary(self) -> Primary | None:
        """Add the people of the list, once one has seen them."""
        rows = self.fresh_rows()
        if self.preview is None:
            return Primary(_("Choisir un fichier…"), "folder", self._choose)
        said = ngettext("Ajouter {n} personne", "Ajouter {n} personnes", len(rows)).format(n=len(rows))
        return Primary(said, "add", self.add, ready=bool(rows))

    def fresh_rows(self) -> tuple[UnderstoodRow, ...]:
        """The people of the list who are not in this workshop yet."""
        there = (member.person for member in self._subject.members())
        return newcomers(self.preview.rows, there) if self.preview else ()

    def read_file(self, path: Path) -> None:
        """Read a file away from the window's thread."""
        self._source = path.name
        self._read(partial(read_people_list, path))

    def read_text(self, text: str) -> None:
        """Read pasted lines."""
        self._source = _("lignes collées")
        self._read(partial(read_pasted, text))

    def add(self) -> None:
        """Keep the people of the list, with what they agreed to and nothing more."""
        workshop, rows = self._subject.workshop(), self.fresh_rows()
        if workshop is None or not rows:
            return
        if self._subject.desk.keep(
            add_people(workshop, rows, given_on=workshop.starts_on or self._subject.today())
        ):
            said = ngettext("{n} personne ajoutée.", "{n} personnes ajoutées.", len(rows)).format(n=len(rows))
            self._subject.desk.toast(said, True)
            self.begin()
            self.done.emit()

    def _read(self, reader: Callable[..., ListPreview]) -> None:
        workshop = self._subject.workshop()
        country = (workshop.country if workshop else "") or None
        today = (workshop.starts_on if workshop else None) or self._subject.today()

        def work(progress: Progress) -> ListPreview | AtelierError:
            progress(0, 0)
            try:
                return reader(today=today, default_country=country)
            except AtelierError as refusal:
                # Said here, in place, rather than in a passing message.
                return refusal

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
            self.preview = result
            self._fill(result)
            self._pile.setCurrentIndex(1)
        self.moved.emit()

    def _fill(self, preview: ListPreview) -> None:
        fresh = self.fresh_rows()
        already = len(preview.rows) - len(fresh)
        self._summary.setText(
            _("{people} dans «\N{NO-BREAK SPACE}{source}\N{NO-BREAK SPACE}»").format(
                people=saying.people(len(preview.rows)), source=self._source
            )
        )
        lines = [*preview.titles, *preview.notes]
        if already:
            known = ngettext("{n} est déjà dans cet atelier.", "{n} sont déjà dans cet atelier.", already)
            lines.insert(0, known.format(n=already))
        self._notes.setText(" · ".join(lines))
        list_tables.fill(self.tables, preview)
        counts = {"rows": len(preview.rows), "columns": len(preview.columns)}
        counts |= {"doubts": len(preview.doubtful), "aside": len(preview.set_aside)}
        words = {
            "rows": _("Personnes"),
            "columns": _("Colonnes"),
            "doubts": _("À vérifier"),
            "aside": _("Mises de côté"),
        }
        for place, name in enumerate(words):
            self.tabs.setTabText(place, f"{words[name]} ({counts[name]})")
        self.tabs.show_tab("rows")
        self._show_table("rows")

    def _show_table(self, name: str) -> None:
        self._tables.setCurrentWidget(self.tables[name])

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
