# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the welcome does: try the sample, make a library, open one."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from forgeatelier.ground.places import usual_library
from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Drawing, Label, PressCard, ScrollColumn


class Opens(Protocol):
    """Who opens libraries: the window."""

    def open_folder(self, folder: Path, *, make: bool = False, sample: bool = False) -> None:
        """Open the library of a folder, or make it first."""

    def ask_folder(self) -> None:
        """Ask which library to open."""


class WelcomePage(QWidget):
    """Three ways in; the first one is for who only wants to look."""

    def __init__(self, window: Opens) -> None:
        """`window` opens what is chosen."""
        super().__init__()
        self._window = window
        self.sample = PressCard(
            _("Essayer avec l’exemple"),
            _("Une bibliothèque d’ateliers inventés, à explorer sans rien risquer."),
            "star",
            selected=True,
        )
        self.make = PressCard(
            _("Créer ma bibliothèque"),
            _("Un dossier vide pour vos ateliers : {folder}").format(folder=usual_library()),
            "add",
        )
        self.other = PressCard(
            _("Ouvrir une bibliothèque"),
            _("Un dossier qui existe déjà, sur ce disque ou sur une clé."),
            "folder",
        )
        self.sample.pressed.connect(self._try_sample)
        self.make.pressed.connect(self._make)
        self.other.pressed.connect(window.ask_folder)
        column = ScrollColumn(gap="m", margin="xxl")
        for part in (
            Label(_("Bienvenue dans ForgeAtelier"), "display", wrap=True),
            Label(
                _(
                    "Préparer, animer, récolter et publier des ateliers, sans réseau. Tout reste sur cet ordinateur."
                ),
                "lead",
                tone="muted",
            ),
        ):
            column.add(part)
        column.body.insertWidget(0, Drawing("notebook"), 0, Qt.AlignmentFlag.AlignLeft)
        column.body.insertSpacing(column.body.count() - 1, worn().space("m"))
        for card in (self.sample, self.make, self.other):
            column.add(card)
        # A little above the middle when there is room, from the top when there is not.
        column.body.insertStretch(0, 2)
        column.body.setStretch(column.body.count() - 1, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        self.setFocusProxy(self.sample)

    def _try_sample(self) -> None:
        folder = _free(usual_library().with_name(_("ForgeAtelier exemple")))
        self._window.open_folder(folder, sample=True)

    def _make(self) -> None:
        folder = usual_library()
        if _is_taken(folder):
            chosen = QFileDialog.getExistingDirectory(self, _("Choisir un dossier vide"), str(folder.parent))
            if not chosen:
                return
            folder = Path(chosen)
        self._window.open_folder(folder, make=True)


def _is_taken(folder: Path) -> bool:
    return folder.exists() and any(folder.iterdir())


def _free(folder: Path) -> Path:
    """The folder, or the first of its numbered neighbours that is empty or absent."""
    number, found = 1, folder
    while _is_taken(found):
        number += 1
        found = folder.with_name(f"{folder.name} {number}")
    return found
