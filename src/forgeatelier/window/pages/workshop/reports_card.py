# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reports that were just made: where they lie, which hold names, what was left out of each and why."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.reports import MadeReports
from forgeatelier.exporting.reports.catalogue import USES, called
from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.pages.workshop import reports_said, saying
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Card, Label, holding, stack


class ReportsCard(QWidget):
    """Hidden until something is made; `open_asked` carries the folder."""

    open_asked = Signal(object)

    def __init__(self) -> None:
        """Nothing made yet."""
        super().__init__()
        self.made: MadeReports | None = None
        self.open = Button(_("Ouvrir le dossier"), "quiet", "folder")
        self.open.clicked.connect(self._ask)
        self._facts = Label("", "body", wrap=True)
        self._path = Label("", "note", wrap=True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._care = Label("", "note", wrap=True, tone="warn")
        self._each = stack(gap="")
        self._card = Card(_("Les comptes rendus sont prêts"), icon="ok", margin="m")
        self._card.add(self._facts, self.open, self._path, self._care, holding(self._each))
        self._card.body.setAlignment(self.open, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(stack(self._card, gap=""))
        self.hide()

    def show_made(self, made: MadeReports) -> None:
        """Show the folder that was just written."""
        self.made = made
        files, pages = len(made.reports), sum(one.pages for one in made.reports)
        self._facts.setText(
            ngettext("{n} fichier PDF", "{n} fichiers PDF", files).format(n=files)
            + ", "
            + ngettext("{n} page", "{n} pages", pages).format(n=pages)
        )
        self._path.setText(str(made.path))
        self._path.setAccessibleName(_("Dossier : {path}").format(path=made.path))
        care = reports_said.team_only(made.reports)
        self._care.setText(care)
        self._care.setVisible(bool(care))
        self._forget()
        for one in made.reports:
            self._tell(f"{called(one.report)}, {_(USES[one.use])}", tuple(reports_said.details(one)))
        for empty in made.not_made:
            title = _("{report} : rien à écrire").format(report=called(empty.report))
            self._tell(title, tuple(reports_said.why_not_made(empty)))
        self.show()

    def _tell(self, title: str, lines: tuple[str, ...]) -> None:
        heading = Label(title, "label", tone="text", wrap=True)
        heading.setContentsMargins(0, worn().space("s"), 0, 0)
        self._each.addWidget(heading)
        for line in lines:
            self._each.addWidget(Label(saying.tied(line), "note", wrap=True))

    def _forget(self) -> None:
        while (item := self._each.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _ask(self) -> None:
        if self.made is not None:
            self.open_asked.emit(Path(self.made.path))
