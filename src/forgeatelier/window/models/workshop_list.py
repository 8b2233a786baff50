# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of workshops as Qt wants it: ten thousand of them, read a hundred at a time."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forgeatelier.store.glance import WorkshopRow
from forgeatelier.window.models.folding import FilterWords

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGE = 100

ROW_ROLE = Qt.ItemDataRole.UserRole + 6
"""The item role under which a line gives its `WorkshopRow`."""

DATE, TITLE, TOWN, PHASE, PEOPLE = range(5)
_KEYS: dict[int, Callable[[WorkshopRow], Any]] = {
    DATE: lambda row: row.starts_on,
    TITLE: lambda row: row.title.casefold(),
    TOWN: lambda row: (row.country, row.town.casefold()),
    PHASE: lambda row: row.state,
    PEOPLE: lambda row: row.people_planned,
}


class Source(Protocol):
    """Where the lines come from."""

    def keys(self) -> list[tuple[str, str]]:
        """Every id, newest first, with its words."""

    def page(self, offset: int, limit: int) -> list[WorkshopRow]:
        """Some lines, newest first."""

    def rows(self, keys: list[str]) -> list[WorkshopRow]:
        """The lines of these ids."""

    def count(self) -> int:
        """How many there are."""


class WorkshopList(QAbstractTableModel):
    """Lines are read when they come into sight; filtering and sorting work on ids alone."""

    def __init__(
        self,
        source: Source,
        titles: Sequence[str],
        cells: Callable[[WorkshopRow], tuple[str, ...]],
        parent: QObject,
    ) -> None:
        """`cells` gives the texts of a line, one for each of the `titles`."""
        super().__init__(parent)
        self._source, self._titles, self._cells = source, tuple(titles), cells
        self._words = FilterWords()
        self._edition = 0
        self._typed = ""
        self._sorting = (DATE, Qt.SortOrder.DescendingOrder)
        self._order: list[str] | None = None
        self._lines: dict[int, tuple[WorkshopRow, tuple[str, ...]]] = {}
        self.total = source.count()
        self._shown = self.total

    def read_again(self) -> None:
        """Something changed: read everything anew, with the same filter and order."""
        self.beginResetModel()
        self.total = self._source.count()
        self._words = FilterWords()
        self._edition += 1
        self._arrange()
        self.endResetModel()

    def set_typed(self, typed: str) -> None:
        """Keep only the lines that hold every word typed."""
        if typed.strip() == self._typed:
            return
        self.beginResetModel()
        self._typed = typed.strip()
        self._arrange()
        self.endResetModel()

    @property
    def edition(self) -> int:
        """How often everything was read; words read elsewhere belong to one edition."""
        return self._edition

    def take_words(self, words: FilterWords, edition: int) -> None:
        """Words to filter by that were read elsewhere, before anyone typed."""
        if edition == self._edition and not self._words.known:
            self._words = words

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the lines into another order."""
        if (column, order) == self._sorting:
            return
        self.beginResetModel()
        self._sorting = (column, order)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        """Decide which ids are shown and in which order; None means all of them, newest first."""
        self._lines.clear()
        natural = self._sorting == (DATE, Qt.SortOrder.DescendingOrder)
        if not self._typed and natural:
            self._order, self._shown = None, self.total
            return
        self._words.read(self._source.keys)
        ids = self._words.matching(self._typed)
        self._order = ids if natural else self._sorted(ids)
        self._shown = len(self._order)

    def _sorted(self, ids: list[str]) -> list[str]:
        column, order = self._sorting
        kept = set(ids)
        # Sorting by anything but the date needs every line once; ten thousand small ones are read in a blink.
        rows = [row for row in self._source.page(0, -1) if row.id in kept]
        rows.sort(key=_KEYS[column], reverse=order == Qt.SortOrder.DescendingOrder)
        return [row.id for row in rows]

    def line(self, place: int) -> WorkshopRow | None:
        """The workshop on a line."""
        found = self._line(place)
        return found[0] if found else None

    def place_of(self, workshop_id: str) -> int:
        """The line of a workshop, or -1."""
        self._words.read(self._source.keys)
        ids = self._order if self._order is not None else self._words.ids
        return ids.index(workshop_id) if workshop_id in ids else -1

    def _line(self, place: int) -> tuple[WorkshopRow, tuple[str, ...]] | None:
        if place not in self._lines:
            self._fetch(place // _PAGE * _PAGE)
        return self._lines.get(place)

    def _fetch(self, first: int) -> None:
        # Once the ids are known in their order, a page is a hundred look-ups instead of a walk through the table.
        order = self._words.ids if self._order is None and self._words.known else self._order
        if order is None:
            rows = self._source.page(first, _PAGE)
        else:
            wanted = order[first : first + _PAGE]
            by_id = {row.id: row for row in self._source.rows(wanted)}
            rows = [by_id[one] for one in wanted if one in by_id]
        for place, row in enumerate(rows, first):
            self._lines[place] = (row, self._cells(row))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many lines are shown."""
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles; above figures they stand on the right too."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, its side, or the whole line."""
        if role == Qt.ItemDataRole.DisplayRole:
            found = self._line(index.row())
            return found[1][index.column()] if found else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.data(index)
        return self.line(index.row()) if role == ROW_ROLE else None


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _side(column: int) -> int:
    return _RIGHT if column == PEOPLE else _LEFT
