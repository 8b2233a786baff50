# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one decides about, and beside or under it what one answers with."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from forgeatelier.window.theme import worn

_ROOM = 2.0


class BesideWords(QWidget):
    """Both beside each other while there is room, else under one another."""

    def __init__(self, shown: QWidget, answers: QWidget) -> None:
        """`shown` takes the room that is left."""
        super().__init__()
        self._answers = answers
        self._flow = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(worn().space("l"))
        self._flow.addWidget(shown, 1)
        self._flow.addWidget(answers, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how they stand."""
        super().resizeEvent(event)
        narrow = self.width() < worn().measure("inspector") * _ROOM
        way = QBoxLayout.Direction
        self._flow.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """One of the two must fit."""
        return QSize(worn().measure("control") * 6, super().minimumSizeHint().height())
