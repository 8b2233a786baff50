# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the board, besides those that sort anywhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.window.pages.workshop.sorting import SortKeys


class BoardKeys(SortKeys):
    """T key words, F2 the name of a family, M merge, S separate, D near-duplicates, left to the steps, Esc leaves."""

    words = Signal()
    rename = Signal()
    merge = Signal()
    separate = Signal()
    twins = Signal()
    steps = Signal()
    leave = Signal()

    def __init__(self, view: QWidget) -> None:
        """Listen to a table."""
        super().__init__(view)
        self._own = {
            Qt.Key.Key_T: self.words,
            Qt.Key.Key_F2: self.rename,
            Qt.Key.Key_M: self.merge,
            Qt.Key.Key_S: self.separate,
            Qt.Key.Key_D: self.twins,
            Qt.Key.Key_Left: self.steps,
            Qt.Key.Key_Escape: self.leave,
        }

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        signal = self._own.get(Qt.Key(event.key()))
        if signal is None:
            return super()._press(event)
        signal.emit()
        return True
