# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a method to put into a workshop: the library's own filters and list, for so many people and minutes."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.progress import Progress
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.library import wording
from forgeatelier.window.pages.library.holdings import Held, read_holdings
from forgeatelier.window.pages.library.shelf_view import ShelfView
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Dialog, Label


class MethodChooser(Dialog):
    """Enter takes the method one is on; `chosen` is it once accepted."""

    def __init__(self, parent: QWidget | None, desk: Desk, people: int = 0, minutes: int = 0) -> None:
        """Begins with what fits `people` and `minutes` (0: anything)."""
        super().__init__(_("Insérer une méthode"), _("Insérer"), parent=parent)
        self._desk = desk
        self.shelf = ShelfView()
        self.shelf.filters.ask(people=people, minutes=minutes)
        self.about = Label("", "note", tone="muted")
        theme = worn()
        self.shelf.setMinimumHeight(min(theme.measure("row") * 9, 420))
        self.add(self.shelf, self.about)
        self.shelf.list.current_changed.connect(self._show)
        # A click only goes there; Enter takes it.
        self.shelf.list.activated.connect(self.accept_current)
        self.shelf.filters.search.returnPressed.connect(self.accept_current)
        self.accept_button.setEnabled(False)
        self.resize(self.sizeHint())
        at_hand, library = AtHand(desk.atelier.library), desk.atelier.library

        def work(progress: Progress) -> tuple[Held, ...]:
            progress(0, 0)
            return read_holdings(at_hand, library)

        desk.start(_("Lire la bibliothèque"), work, self._show_held)

    @property
    def chosen(self) -> Protocol | None:
        """The method one is on."""
        held = self.shelf.list.current()
        return held.protocol if held is not None else None

    def accept_current(self) -> None:
        """Take the method one is on."""
        if self.chosen is not None:
            self.accept()

    def _show_held(self, holdings: Any) -> None:
        if isValid(self):
            self.shelf.show_every(holdings)
            self.shelf.filters.search.setFocus()

    def _show(self, held: Held | None) -> None:
        protocol = held.protocol if held is not None else None
        self.accept_button.setEnabled(protocol is not None)
        said = f"{protocol.pitch}\n{wording.in_short(protocol)}" if protocol else ""
        self.about.setText(said)

    def sizeHint(self) -> QSize:
        """As wide as two columns."""
        hint, theme = super().sizeHint(), worn()
        return QSize(max(hint.width(), min(860, round(780 * theme.text_scale))), hint.height())


def choose_method(parent: QWidget | None, desk: Desk, people: int = 0, minutes: int = 0) -> Protocol | None:
    """Ask for a method that fits so many people in so many minutes; None when one thinks better of it."""
    chooser = MethodChooser(parent, desk, people, minutes)
    return chooser.chosen if chooser.exec() else None
