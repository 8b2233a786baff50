# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page of a library that did not open does: says why, and offers every way on."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window import dates
from forgeatelier.window.awakening import Refused
from forgeatelier.window.paths import breakable
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Flow, Glyph, Label, ScrollColumn, holding, row


class Recovers(Protocol):
    """Who opens and restores libraries: the window."""

    def open_folder(self, folder: Path, *, make: bool = False, sample: bool = False) -> None:
        """Open the library of a folder, or make it first."""

    def ask_folder(self) -> None:
        """Ask which library to open."""

    def restore(self, chosen: Path) -> None:
        """Come back to a copy."""

    def quit_(self) -> None:
        """Close the window."""


class RefusalPage(QWidget):
    """One sentence, one remedy, and buttons; never a trace, never an empty window."""

    def __init__(self, refused: Refused, window: Recovers) -> None:
        """`refused` says what happened, `window` does what is chosen."""
        super().__init__()
        self._refused, self._window = refused, window
        self.buttons = self._offers()
        sentence = row(Glyph("warning", "warn", "kind"), gap="m")
        what, advice = _said(refused)
        self.what = Label(breakable(what), "heading", wrap=True)
        sentence.addWidget(self.what, 1)
        column = ScrollColumn(gap="m", margin="huge")
        column.add(holding(sentence))
        column.add(Label(advice, "lead"))
        if refused.damaged and refused.backups:
            newest = refused.backups[0]
            said = _(
                "La sauvegarde la plus récente date du {when}. La base abîmée sera mise de côté, pas effacée."
            )
            column.add(Label(said.format(when=dates.moment(newest.made)), "body", tone="muted"))
        column.add(Label(_("Dossier : {folder}").format(folder=breakable(str(refused.folder))), "note"))
        column.body.insertSpacing(column.body.count() - 1, worn().space("s"))
        column.add(holding(Flow(*self.buttons.values(), gap="m")))
        # A little above the middle when there is room, from the top when there is not.
        column.body.insertStretch(0, 2)
        column.body.setStretch(column.body.count() - 1, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column)
        self.setFocusProxy(next(iter(self.buttons.values())))

    def _offers(self) -> dict[str, Button]:
        """The buttons by name, the one to expect first and primary."""
        refused = self._refused
        found: dict[str, Button] = {}
        if refused.damaged and refused.backups:
            found["restore"] = Button(_("Revenir à cette sauvegarde"), "primary", "history")
            found["restore"].clicked.connect(self._restore)
        if not refused.exists and _can_hold_a_library(refused.folder):
            found["make"] = Button(_("Créer une bibliothèque ici"), "primary", "add")
            found["make"].clicked.connect(self._make)
        found["retry"] = Button(_("Réessayer"), "quiet" if found else "primary", "refresh")
        found["retry"].clicked.connect(self._retry)
        found["other"] = Button(_("Ouvrir un autre dossier"), "quiet", "folder")
        found["other"].clicked.connect(self._window.ask_folder)
        found["quit"] = Button(_("Quitter"), "plain")
        found["quit"].clicked.connect(self._window.quit_)
        return found

    def _restore(self) -> None:
        self._window.restore(self._refused.backups[0].file)

    def _make(self) -> None:
        self._window.open_folder(self._refused.folder, make=True)

    def _retry(self) -> None:
        self._window.open_folder(self._refused.folder)


def _said(refused: Refused) -> tuple[str, str]:
    """What happened and what to do, in the words of the window rather than of the command line."""
    if not refused.exists:
        return (
            _("Cette bibliothèque n’est pas là."),
            _("Le dossier a peut-être été déplacé, ou la clé qui le contient n’est pas branchée."),
        )
    if refused.damaged and refused.backups:
        return refused.error.what, _("Une sauvegarde vérifiée permet de repartir.")
    return refused.error.what, refused.error.advice


def _can_hold_a_library(folder: Path) -> bool:
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
