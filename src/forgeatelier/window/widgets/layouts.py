# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways of placing things: stacks, rows, a flow that wraps, a reading column that scrolls."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
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
        x, y, high = area.x(), area.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > area.x() and x + size.width() > area.right() + 1:
                x, y, high = area.x(), y + high + self._gap, 0
            if move:
                wide = min(size.width(), area.width())
                tall = item.heightForWidth(wide) if item.hasHeightForWidth() else size.height()
                item.setGeometry(QRect(QPoint(x, y), QSize(wide, tall)))
            x += size.width() + self._gap
            high = max(high, size.height())
        return y + high - area.y()


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
        if widest:
            self._column.setMaximumWidth(round(worn().measure(widest) * max(1.0, worn().text_scale * 0.8)))
        self.body = stack(gap=gap)
        self._column.setLayout(self.body)
        outer = row(margin=margin, gap="")
        outer.addStretch(1)
        outer.addWidget(self._column, 100)
        outer.addStretch(1)
        self._inner = holding(outer, "surface")
        self.setWidget(self._inner)
        for widget in widgets:
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put one more thing at the end of the column."""
        self.body.insertWidget(self.body.count() - 1, widget)
