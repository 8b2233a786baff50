# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of placing things: stacks, rows, a flow that wraps, a reading column that scrolls."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from forgeatelier.window.theme import worn


def stack(*widgets: QWidget | QLayout | None, gap: str = "m", margin: str = "") -> QVBoxLayout:
    """Things under one another; `None` takes up the slack. Gaps are space roles."""
    layout = QVBoxLayout()
    _fill(layout, widgets, gap, margin)
    return layout


def row(*widgets: QWidget | QLayout | None, gap: str = "s", margin: str = "") -> QHBoxLayout:
    """Things beside one another; `None` takes up the slack."""
    layout = QHBoxLayout()
    _fill(layout, widgets, gap, margin)
    return layout


def _fill(layout: QBoxLayout, widgets: tuple[QWidget | QLayout | None, ...], gap: str, margin: str) -> None:
    edge = worn().space(margin) if margin else 0
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(worn().space(gap) if gap else 0)
    for thing in widgets:
        if thing is None:
            layout.addStretch(1)
        elif isinstance(thing, QWidget):
            layout.addWidget(thing)
        else:
            layout.addLayout(thing)


def holding(layout: QLayout, ground: str = "none") -> QWidget:
    """A bare widget that holds a layout."""
    widget = QWidget()
    widget.setProperty("ground", ground)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, ground != "none")
    widget.setLayout(layout)
    return widget


class Flow(QLayout):
    """Things in a row that go on in the next row when the window is narrow or the text large."""

    def __init__(self, *widgets: QWidget, gap: str = "s", parent: QWidget | None = None) -> None:
        """`gap` is a space role, used both ways."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = worn().space(gap)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more thing."""
        self._items.append(item)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The thing at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the thing at a place away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width it is given."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at a width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything in one row would be best."""
        wide = sum(item.sizeHint().width() + self._gap for item in self._items) - self._gap
        high = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(max(0, wide), high)

    def minimumSize(self) -> QSize:
        """The widest thing must fit."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, area: QRect, *, move: bool) -> int:
        top = area.y()
        for line in self._lines(area.width()):
            sizes = [self._size(item, area.width()) for item in line]
            high, left = max(size.height() for size in sizes), area.x()
            for item, size in zip(line, sizes, strict=True):
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (high - size.height()) // 2), size))
                left += size.width() + self._gap
            top += high + self._gap
        return max(0, top - self._gap - area.y())

    def _lines(self, wide: int) -> list[list[QLayoutItem]]:
        """The things line by line; one that is too wide has a line of its own."""
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            needed = self._size(item, wide).width()
            if not lines or used + self._gap + needed > wide:
                lines.append([])
                used = -self._gap
            lines[-1].append(item)
            used += self._gap + needed
        return lines

    def _size(self, item: QLayoutItem, widest: int) -> QSize:
        size = item.sizeHint()
        wide = min(size.width(), widest)
        return QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else size.height())


class ScrollColumn(QScrollArea):
    """A column of things that scrolls and stays readable: never wider than its measure, centred beyond."""

    def __init__(
        self, *widgets: QWidget, widest: str = "column", gap: str = "xl", margin: str = "xl"
    ) -> None:
        """`widest` is a measure role (empty: as wide as the window)."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QWidget()
        self._column.setProperty("ground", "none")
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._widest, self._edge = widest, worn().space(margin)
        self.body = stack(gap=gap)
        self._column.setLayout(self.body)
        self._outer = row(self._column, margin=margin, gap="")
        self._inner = holding(self._outer, "surface")
        self.setWidget(self._inner)
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _keep_readable(self) -> None:
        theme, side = worn(), self._edge
        if self._widest:
            widest = round(theme.measure(self._widest) * max(1.0, theme.text_scale * 0.8))
            side = max(side, (self.viewport().width() - widest) // 2)
        self._outer.setContentsMargins(side, self._edge, side, self._edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The measure follows the size of the text."""
        super().resizeEvent(event)
        self._keep_readable()

    def add(self, widget: QWidget) -> None:
        """Put one more thing at the end of the column."""
        self.body.insertWidget(self.body.count() - 1, widget)
