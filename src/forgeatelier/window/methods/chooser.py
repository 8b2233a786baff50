# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing a method to put into a workshop: the library's own filters and list, for so many people and minutes."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.progress import Progress
from forgeatelier.window.desk import Desk
from forgeatelier.window.methods import wording
from forgeatelier.window.methods.holdings import Held, read_holdings
from forgeatelier.window.methods.shelf_view import ShelfView
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Check, Dialog, Label

_STEP = Qt.ItemDataRole.UserRole + 42


class MethodChooser(Dialog):
    """Enter takes the method one is on, with the steps that stay ticked; `protocol` is it once accepted.

    `materials` is ticked while what it needs goes onto the workshop's list as well.
    """

    def __init__(self, parent: QWidget | None, desk: Desk, people: int = 0, minutes: int = 0) -> None:
        """Begins with what fits `people` and `minutes` (0: anything)."""
        super().__init__(_("Insérer une méthode"), _("Insérer"), parent=parent)
        self._desk = desk
        self.shelf = ShelfView()
        self.shelf.filters.ask(people=people, minutes=minutes)
        self.about, self.steps = Label("", "note", tone="muted"), QListWidget()
        self.steps.setAccessibleName(_("Étapes à insérer"))
        theme = worn()
        self.shelf.setMinimumHeight(min(theme.measure("row") * 7, 420))
        self.steps.setFixedHeight(theme.measure("row") * 3 + theme.space("m"))
        self.materials = Check(_("Ajouter aussi le matériel qui manque à la liste"))
        self.materials.setChecked(True)
        self.add(self.shelf, self.about, self.steps, self.materials)
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
    def protocol(self) -> Protocol | None:
        """The method one is on."""
        held = self.shelf.list.current()
        return held.protocol if held is not None else None

    def wanted(self) -> tuple[str, ...]:
        """The ids of the steps that stay ticked."""
        rows = (self.steps.item(place) for place in range(self.steps.count()))
        return tuple(str(one.data(_STEP)) for one in rows if one.checkState() == Qt.CheckState.Checked)

    def accept_current(self) -> None:
        """Take the method one is on."""
        if self.protocol is not None:
            self.accept()

    def _show_held(self, holdings: Any) -> None:
        if isValid(self):
            self.shelf.show_every(holdings)
            self.shelf.filters.search.setFocus()

    def _show(self, held: Held | None) -> None:
        protocol = held.protocol if held is not None else None
        self.accept_button.setEnabled(protocol is not None)
        self.materials.setVisible(bool(protocol and protocol.materials))
        self.about.setText(protocol.pitch if protocol else "")
        self.steps.clear()
        for step in protocol.steps if protocol else ():
            item = QListWidgetItem(f"{wording.duration(step.minutes)} · {step.title}")
            item.setData(_STEP, step.id)
            item.setCheckState(Qt.CheckState.Checked)
            self.steps.addItem(item)

    def sizeHint(self) -> QSize:
        """As wide as two columns."""
        hint, theme = super().sizeHint(), worn()
        return QSize(max(hint.width(), min(860, round(780 * theme.text_scale))), hint.height())


def choose_method(parent: QWidget | None, desk: Desk, people: int = 0, minutes: int = 0) -> Protocol | None:
    """Ask for a method that fits so many people in so many minutes; None when one thinks better of it."""
    chooser = MethodChooser(parent, desk, people, minutes)
    return chooser.protocol if chooser.exec() else None
