# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table model over values: each column says how it shows and how it sorts."""

from collections.abc import Callable, Collection, Sequence
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
from forgeatelier.window.widgets.matching import fold

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
        self._grounds: dict[int, str] = {}
        self._orders: dict[tuple[int, int], Any] = {}

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show other values."""
        self.beginResetModel()
        self._grounds.clear()
        self._orders.clear()
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
            self._grounds.pop(place or 0, None)
            for column in range(len(self.columns)):
                self._orders.pop((place or 0, column), None)
            self.dataChanged.emit(self.index(place or 0, 0), self.index(place or 0, len(self.columns) - 1))
        return True

    def drop(self, identities: Collection[object]) -> None:
        """Leave out the values with these `id`s; the others are neither read nor sorted anew."""
        places = [place for place, one in enumerate(self._rows) if getattr(one, "id", one) in identities]
        self._grounds.clear()
        self._orders.clear()
        for place in reversed(places):
            self.beginRemoveRows(_NOWHERE, place, place)
            self._rows = (*self._rows[:place], *self._rows[place + 1 :])
            self.endRemoveRows()

    def set_columns(self, columns: Sequence[Column[T]]) -> None:
        """Show other columns of the same values."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._grounds.clear()
        self._orders.clear()
        self.endResetModel()

    def ground(self, row: int) -> str:
        """Everything a row says, folded once so that filtering thousands only compares words."""
        if row not in self._grounds:
            value = self._rows[row]
            self._grounds[row] = fold(" ".join(str(column.text(value) or "") for column in self.columns))
        return self._grounds[row]

    def sort_key(self, row: int, place: int) -> Any:
        """What a row is sorted by in a column, worked out once."""
        if (row, place) not in self._orders:
            column, value = self.columns[place], self._rows[row]
            self._orders[row, place] = column.sort(value) if column.sort else fold(column.text(value))
        return self._orders[row, place]

    def place_of(self, identity: object) -> int:
        """The row of the value that has this `id` (or is this value); -1 when it is not there."""
        found = (place for place, one in enumerate(self._rows) if getattr(one, "id", one) == identity)
        return next(found, -1)

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
            return self.sort_key(index.row(), index.column())
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
        self._typed: tuple[str, ...] = ()
        self._keep: Callable[[Any], bool] | None = None
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(True)

    def set_typed(self, typed: str) -> None:
        """Keep only what fits these words."""
        self.beginFilterChange()
        self._typed = tuple(fold(typed).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_keep(self, keep: Callable[[Any], bool] | None) -> None:
        """Keep only values that fit, besides what is typed."""
        self.beginFilterChange()
        self._keep = keep
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Whether a row stays."""
        model = self.sourceModel()
        if not isinstance(model, RowsModel):
            return True
        if self._keep is not None and not self._keep(model.value(row)):
            return False
        if not self._typed:
            return True
        ground = model.ground(row)
        return all(word in ground for word in self._typed)

    def lessThan(self, left: _Index, right: _Index) -> bool:
        """Order by the sort key when both have comparable ones, by words otherwise."""
        model = self.sourceModel()
        if isinstance(model, RowsModel):
            one, other = (model.sort_key(index.row(), index.column()) for index in (left, right))
        else:
            one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        try:
            return bool(one < other)
        except TypeError:
            return str(one) < str(other)
