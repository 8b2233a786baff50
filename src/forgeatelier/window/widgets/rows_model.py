# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table model over values: each column says how it shows and how it sorts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.matching import fold, matches

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

SORT_ROLE = Qt.ItemDataRole.UserRole + 5
VALUE_ROLE = Qt.ItemDataRole.UserRole + 6
"""The item role under which a row gives its value."""


# Without slots: a generic dataclass with slots cannot be called as Column[Something](…).
@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its title, its text for a value, and if need be its order, side, tone and icon."""

    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    figures: bool = False
    tone: Callable[[T], str] | None = None
    icon: Callable[[T], str] | None = None
    wide: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """A thin shelf over values of one kind."""

    def __init__(self, columns: Sequence[Column[T]], parent: QObject | None = None) -> None:
        """`columns` from left to right."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[T, ...] = ()

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other values."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def put(self, values: Sequence[T]) -> bool:
        """Show these values in the place of those with the same `id`; False when one of them is not there."""
        places = {getattr(one, "id", one): place for place, one in enumerate(self._rows)}
        found = [places.get(getattr(value, "id", value)) for value in values]
        if None in found:
            return False
        rows = list(self._rows)
        for place, value in zip(found, values, strict=True):
            rows[place or 0] = value
        self._rows = tuple(rows)
        for place in found:
            self.dataChanged.emit(self.index(place or 0, 0), self.index(place or 0, len(self.columns) - 1))
        return True

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns of the same values."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.endResetModel()

    def value(self, row: int) -> T:
        """The value of a row."""
        return self._rows[row]

    def rows(self) -> tuple[T, ...]:
        """Every value."""
        return self._rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many values."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles; above figures they stand on the right too."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return _side(column.figures) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, order, side, tone, icon or the value itself."""
        if not index.isValid():
            return None
        column, value = self.columns[index.column()], self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return column.text(value)
        if role == VALUE_ROLE:
            return value
        if role == SORT_ROLE:
            return column.sort(value) if column.sort else fold(column.text(value))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column.figures)
        return self._look(column, value, role)

    def _look(self, column: Column[T], value: T, role: int) -> Any:
        tone = column.tone(value) if column.tone else ""
        if role == Qt.ItemDataRole.ForegroundRole and tone:
            return worn().colour(tone)
        if role == Qt.ItemDataRole.DecorationRole and column.icon and (shape := column.icon(value)):
            return icons.icon(shape, tone or "muted", "glyph")
        return None


def _side(figures: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class TypedFilter(QSortFilterProxyModel):
    """Keeps the rows that hold every word typed, in any column, whatever the accents; sorts by SORT_ROLE."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Lets everything through until something is typed."""
        super().__init__(parent)
        self._typed = ""
        self._keep: Callable[[Any], bool] | None = None
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)

    def set_typed(self, typed: str) -> None:
        """Keep only what fits these words."""
        self.beginFilterChange()
        self._typed = typed
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_keep(self, keep: Callable[[Any], bool] | None) -> None:
        """Keep only values that fit, besides what is typed."""
        self.beginFilterChange()
        self._keep = keep
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Whether a row stays."""
        model = self.sourceModel()
        if self._keep is not None and not self._keep(model.index(row, 0, parent).data(VALUE_ROLE)):
            return False
        if not self._typed.strip():
            return True
        texts = (
            str(model.index(row, column, parent).data() or "") for column in range(model.columnCount(parent))
        )
        return matches(self._typed, *texts)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Order by the sort key when both have comparable ones, by words otherwise."""
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        try:
            return bool(one < other)
        except TypeError:
            return str(one) < str(other)
