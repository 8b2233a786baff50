# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The filters at the left of the list they narrow; where there is no room they open above it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.window.methods.filters import Filters
from forgeatelier.window.methods.holdings import Held, found
from forgeatelier.window.methods.method_list import MethodList
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import EmptyState, holding, row, stack

_LIST = 290


class ShelfView(QWidget):
    """Shows what fits the filters; `shown` after each narrowing."""

    shown = Signal()

    def __init__(self, spoken: str | None = None) -> None:
        """Nothing read yet; `spoken` is the language to begin with."""
        super().__init__()
        self.filters, self.list = Filters(spoken), MethodList()
        self.nothing = EmptyState(
            _("Aucun protocole ne correspond."), _("Tout montrer"), drawing="nothing-found"
        )
        self.nothing.button.set_kind("quiet")
        self._every: tuple[Held, ...] = ()
        self._pinned = ""
        self._pile = QStackedWidget()
        self._pile.addWidget(self.list)
        self._pile.addWidget(self.nothing)
        top = row(self.filters.search, self.filters.more, gap="s")
        top.setStretch(0, 1)
        column = stack(top, self.filters.count, self._pile, gap="s")
        column.setStretch(2, 1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(worn().space("m"))
        self._both.addWidget(self.filters)
        self._both.addWidget(holding(column), 1)
        self.filters.changed.connect(self.narrow)
        self.filters.more.toggled.connect(self._arrange)
        self.filters.search.down.connect(self.list.setFocus)
        self.nothing.acted.connect(self.filters.clear)
        self.setFocusProxy(self.list)
        self._arrange()

    @property
    def every(self) -> tuple[Held, ...]:
        """Everything that was read."""
        return self._every

    @property
    def empty(self) -> bool:
        """Whether nothing fits."""
        return self._pile.currentWidget() is self.nothing

    def show_every(self, every: Sequence[Held]) -> None:
        """Show other protocols, as the filters let them; the one gone to stays in sight."""
        self._every = tuple(every)
        self._show()

    def pin(self, name: str) -> bool:
        """Go to a protocol, showing it above the others when the filters would hide it; tells whether it is there."""
        named = [one for one in self._every if name in (one.key, one.entry.slug)]
        if not named:
            return False
        # A translation bears the short name of its original: the one in the language asked for is meant.
        spoken = self.filters.language.value() or language()
        meant = min(named, key=lambda one: one.entry.language != spoken)
        if not self.list.choose(meant.key):
            self._pinned = meant.key
            self._show()
            self.list.choose(meant.key)
        return True

    def narrow(self) -> None:
        """Show what fits the filters."""
        self._pinned = ""
        self._show()

    def _show(self) -> None:
        fitting = found(self._every, self.filters.wanted())
        pinned = [one for one in self._every if one.key == self._pinned]
        rows = [*pinned, *(one for one in fitting if one not in pinned)]
        self.list.show_held(rows)
        said = ngettext("{n} trouvé", "{n} trouvés", len(fitting)).format(n=len(fitting))
        self.filters.count.setText(said if len(fitting) != len(self._every) else "")
        self.filters.count.setVisible(len(fitting) != len(self._every))
        self._pile.setCurrentWidget(self.list if rows or not self._every else self.nothing)
        self.shown.emit()

    def _arrange(self) -> None:
        grown = 1 + (worn().text_scale - 1) * 0.7
        beside = self.width() >= self.filters.wide() + _LIST * grown
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self._both.setStretch(0, 0 if beside else 1)
        # Above the list the column may take half the height, no more.
        self.filters.setMaximumWidth(self.filters.wide() if beside else 16777215)
        self.filters.more.setVisible(not beside)
        self.filters.setVisible(beside or self.filters.more.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One beside the other as soon as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One of the two must fit."""
        return QSize(self.filters.wide() + worn().space("xl"), worn().measure("row") * 6)
