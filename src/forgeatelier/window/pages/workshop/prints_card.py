# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kit that was just made: where it lies, how many pages there are, which sheets hold names."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.kit import MadeKit
from forgeatelier.exporting.kit.catalogue import called
from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.widgets import Button, Card, Label, stack


class KitCard(QWidget):
    """Hidden until a kit is made; `open_asked` carries its folder."""

    open_asked = Signal(object)

    def __init__(self) -> None:
        """Nothing made yet."""
        super().__init__()
        self.made: MadeKit | None = None
        self.open = Button(_("Ouvrir le dossier"), "quiet", "folder")
        self.open.clicked.connect(self._ask)
        self._facts = Label("", "body", wrap=True)
        self._path = Label("", "note", wrap=True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._care = Label("", "note", wrap=True, tone="warn")
        self._left = Label("", "note", wrap=True)
        self._card = Card(_("Le kit est prêt"), icon="ok", margin="m")
        self._card.add(self._facts, self._path, self._care, self._left)
        self._card.act(self.open)
        self.setLayout(stack(self._card, gap="", margin="m"))
        self.hide()

    def show_made(self, made: MadeKit) -> None:
        """Show the folder that was just written."""
        self.made = made
        sheets = ngettext("{n} feuille en PDF", "{n} feuilles en PDF", len(made.sheets))
        pages = ngettext("{n} page à imprimer", "{n} pages à imprimer", made.pages)
        self._facts.setText(f"{sheets.format(n=len(made.sheets))}, {pages.format(n=made.pages)}")
        self._path.setText(str(made.path))
        self._path.setAccessibleName(_("Dossier : {path}").format(path=made.path))
        named = [called(one.sheet) for one in made.sheets if one.personal]
        self._care.setText(
            _("Portent des noms, à garder avec l’équipe : {names}.").format(names=", ".join(named))
            if named
            else ""
        )
        self._care.setVisible(bool(named))
        left = [f"{called(one.sheet)} : {one.why}" for one in made.left_out]
        self._left.setText(saying.tied(" ".join(left)))
        self._left.setVisible(bool(left))
        self.show()

    def _ask(self) -> None:
        if self.made is not None:
            self.open_asked.emit(Path(self.made.path))
