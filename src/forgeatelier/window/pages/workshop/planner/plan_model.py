# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a plan for Qt's views: changed in place, so that what is chosen stays chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from forgeatelier.window.pages.workshop.planner import rows as words
from forgeatelier.window.pages.workshop.planner.pieces import Row

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlanModel(QAbstractListModel):
    """One row a step, in running order."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing planned yet."""
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.several_days = False
        self.tips = False
        self._places: dict[str, int] = {}

    def show_rows(self, rows: Sequence[Row], *, several_days: bool = False) -> None:
        """Show other rows: those gone are taken out, new ones put in, the others moved."""
        self.several_days = several_days
        wanted = [row.id for row in rows]
        if [row.id for row in self.rows] != wanted:
            keep = set(wanted)
            self._take_out([row for row in self.rows if row.id not in keep])
            if [row.id for row in self.rows] != [one for one in wanted if one in self._places]:
                self._reorder([row for row in rows if row.id in self._places])
            self._put_in(rows)
        self._set(rows)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _set(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self._places = {row.id: place for place, row in enumerate(rows)}

    def _take_out(self, gone: Sequence[Row]) -> None:
        for row in reversed(gone):
            place = self._places[row.id]
            self.beginRemoveRows(_NOWHERE, place, place)
            self._set(self.rows[:place] + self.rows[place + 1 :])
            self.endRemoveRows()

    def _reorder(self, rows: Sequence[Row]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.rows[index.row()].id for index in before]
        self._set(rows)
        after = [self.index(self._places[one]) for one in ids]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _put_in(self, rows: Sequence[Row]) -> None:
        if not self.rows and rows:
            self.beginInsertRows(_NOWHERE, 0, len(rows) - 1)
            self._set(rows)
            self.endInsertRows()
            return
        for place, row in enumerate(rows):
            if row.id not in self._places:
                self.beginInsertRows(_NOWHERE, place, place)
                self._set((*self.rows[:place], row, *self.rows[place:]))
                self.endInsertRows()

    def place(self, key: str) -> int:
        """The place of a step by the id of its entity or by its step id; -1 when it is not there."""
        found = self._places.get(key, -1)
        if found >= 0:
            return found
        return next((n for n, row in enumerate(self.rows) if row.step.step_id == key), -1)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many steps."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, or all of it for a screen reader."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.step.title
        wanted = role == Qt.ItemDataRole.ToolTipRole and (self.tips or bool(row.faults))
        if role == Qt.ItemDataRole.AccessibleTextRole or wanted:
            return words.aloud(row, several_days=self.several_days)
        return None
