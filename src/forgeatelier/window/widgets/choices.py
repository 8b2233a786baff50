# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing among a few things: a list that drops down, tabs."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QTabBar,
    QWidget,
)

from forgeatelier.window.theme import worn


class Combo(QComboBox):
    """A choice among values with words; the wheel scrolls the page, not the choice."""

    chosen = Signal(object)

    def __init__(
        self, choices: Iterable[tuple[Any, str]] = (), value: Any = None, parent: QWidget | None = None
    ) -> None:
        """`choices` are (value, words); `chosen` tells the value when a person chooses."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # Without this delegate the list that drops down ignores the stylesheet.
        self._delegate = QStyledItemDelegate(self)
        self.setItemDelegate(self._delegate)
        self.set_choices(choices, value)
        self.activated.connect(self._tell)

    def set_choices(self, choices: Iterable[tuple[Any, str]], value: Any = None) -> None:
        """Offer other choices."""
        self.clear()
        for kept, said in choices:
            self.addItem(said, kept)
        self.choose(value)

    def choose(self, value: Any) -> None:
        """Show a value without telling anyone; the first choice when it is not offered."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def value(self) -> Any:
        """The value now chosen."""
        return self.currentData()

    def _tell(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def minimumSizeHint(self) -> QSize:
        """A long choice may be elided when space is short."""
        return QSize(worn().measure("control") * 4, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Tabs(QTabBar):
    """Tabs within a page, by name; `chosen` tells which one a person went to."""

    chosen = Signal(str)

    def __init__(
        self, tabs: Iterable[tuple[str, str]], current: str = "", parent: QWidget | None = None
    ) -> None:
        """`tabs` are (name, words)."""
        super().__init__(parent)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        for name, said in tabs:
            self.setTabData(self.addTab(said), name)
        self.show_tab(current)
        self.currentChanged.connect(self._tell)

    def show_tab(self, name: str) -> None:
        """Show that one is on this tab, without telling anyone."""
        names = [self.tabData(place) for place in range(self.count())]
        blocked = self.blockSignals(True)
        self.setCurrentIndex(names.index(name) if name in names else 0)
        self.blockSignals(blocked)

    def current(self) -> str:
        """The name of the tab one is on."""
        return str(self.tabData(self.currentIndex()) or "")

    def _tell(self) -> None:
        self.chosen.emit(self.current())

    def minimumSizeHint(self) -> QSize:
        """Tabs scroll rather than push the window wider."""
        return QSize(worn().measure("control") * 4, super().minimumSizeHint().height())
