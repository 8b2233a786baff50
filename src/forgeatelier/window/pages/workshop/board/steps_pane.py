# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps at the left of the board, each with how much was caught during it and how much has no family yet."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn

_KEY = Qt.ItemDataRole.UserRole + 31


class StepsPane(QListWidget):
    """Up and down change the step, right or Enter goes to what was caught; `chosen` tells the step."""

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        """Give it steps with `show_steps`."""
        super().__init__()
        self.setAccessibleName(_("Étapes"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFixedWidth(round(worn().measures.stays["inspector"] * 0.66))
        self.currentItemChanged.connect(self._tell)

    def show_steps(self, lines: Iterable[tuple[str, str, int, int]], current: str) -> None:
        """(step, its name, captures, those without a family), top to bottom."""
        quiet = self.blockSignals(True)
        lines = tuple(lines)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for place, (key, said, count, loose) in enumerate(lines):
            if place >= self.count():
                self.addItem(QListWidgetItem())
            item = self.item(place)
            item.setData(_KEY, key)
            item.setText(f"{said} ({count})" if count else said)
            item.setForeground(worn().colour("text" if count else "muted"))
            told = _("{step} : {count}, dont {loose} sans famille").format(
                step=said, count=count, loose=loose
            )
            item.setToolTip(told)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            if key == current:
                self.setCurrentRow(place)
        self.blockSignals(quiet)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_KEY)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On to what was caught."""
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It may be low."""
        return QSize(self.width(), worn().measure("row") * 2)
