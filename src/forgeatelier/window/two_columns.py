# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two columns that stand under one another when the window is narrow or the text large."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from forgeatelier.window.theme import worn


class TwoColumns(QWidget):
    """What matters most on the left, the rest beside it or below."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        """The left one is the wider."""
        super().__init__()
        self._flow = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(worn().space("xl"))
        self._flow.addWidget(left, 3, Qt.AlignmentFlag.AlignTop)
        self._flow.addWidget(right, 2, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """The height follows from the width; Qt's guess from the least width would only add a scroll bar."""
        return QSize(super().minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how the columns stand."""
        super().resizeEvent(event)
        narrow = self.width() < 2 * worn().measure("page-width") * worn().text_scale
        way = QBoxLayout.Direction
        self._flow.setDirection(way.TopToBottom if narrow else way.LeftToRight)
