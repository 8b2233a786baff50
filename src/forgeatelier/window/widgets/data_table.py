# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table one can live in: filter on top, count, sortable, all of it from the keyboard."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.edits import SearchBox
from forgeatelier.window.widgets.empty_state import EmptyState
from forgeatelier.window.widgets.layouts import holding, row
from forgeatelier.window.widgets.rows_model import VALUE_ROLE, Column, RowsModel, TypedFilter
from forgeatelier.window.widgets.text import Label, reveal

_MEASURED = 60
"""Rows whose words decide how wide the columns are."""


class Table(QTableView):
    """Qt's table in our clothes: whole rows, hairlines, Enter opens, Delete asks."""

    entered = Signal()
    deleted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Without rows yet."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSortingEnabled(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setMinimumSectionSize(worn().measure("control"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks, Esc goes back up to the filter."""
        key = Qt.Key(event.key())
        signals = {
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_Delete: self.deleted,
            Qt.Key.Key_Escape: self.escaped,
        }
        if key in signals:
            signals[key].emit()
        else:
            super().keyPressEvent(event)


class DataTable(QWidget):
    """Values in a table; `opened` and `current_changed` carry the value, `delete_asked` the chosen ones."""

    opened = Signal(object)
    current_changed = Signal(object)
    chosen = Signal()
    delete_asked = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        hint: str = "",
        count: Callable[[int], str] | None = None,
        empty: EmptyState | None = None,
        extras: Sequence[QWidget] = (),
        filter_stays: bool = False,
    ) -> None:
        """`count` puts a number into words, `empty` shows without rows, `extras` stand beside the filter.

        With `filter_stays` one can write into the filter even when there are no rows yet.
        """
        super().__init__()
        self.model: RowsModel[Any] = RowsModel(columns, self)
        self.proxy = TypedFilter(self)
        self.proxy.setSourceModel(self.model)
        self._words, self._filter_stays = count or _lines, filter_stays
        self.search = SearchBox(hint or _("Filtrer"))
        self.search.textChanged.connect(self._filter)
        self._count = Label("", "note", wrap=False)
        self.view = Table()
        self.view.setModel(self.proxy)
        self.view.setAccessibleName(hint)
        self._set_up_columns()
        self._nothing = EmptyState(
            _("Rien ne correspond à ce filtre."), _("Effacer le filtre"), drawing="nothing-found"
        )
        self._nothing.button.set_kind("quiet")
        self._nothing.acted.connect(self.search.clear)
        self._empty = empty or EmptyState(_("Rien ici pour l’instant."))
        bar = row(self.search, self._count, *extras, gap="m")
        bar.setStretch(0, 1)
        self._bar = holding(bar)
        self._pile = QStackedWidget(self)
        for page in (self.view, self._nothing, self._empty):
            self._pile.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(worn().space("m"))
        layout.addWidget(self._bar)
        layout.addWidget(self._pile, 1)
        self._connect()
        self._say_count()

    def _connect(self) -> None:
        self.search.down.connect(self.view.setFocus)
        self.search.returnPressed.connect(self._open_first)
        self.view.entered.connect(self._open_current)
        self.view.doubleClicked.connect(self._open_current)
        self.view.escaped.connect(self.search.setFocus)
        self.view.deleted.connect(self._ask_delete)
        self.view.selectionModel().currentRowChanged.connect(self._tell_current)
        self.view.selectionModel().selectionChanged.connect(self._tell_chosen)

    def _set_up_columns(self) -> None:
        header = self.view.horizontalHeader()
        # Thousands of rows are not measured one by one; what is longer is elided and has its tooltip.
        header.setResizeContentsPrecision(_MEASURED)
        for place, column in enumerate(self.model.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.wide else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other values; the row one was on stays current when still there (compared by `id`)."""
        before = _identity(self.current())
        self.model.show_rows(rows)
        self._measure()
        self._fit_columns()
        self._say_count()
        if before is not None:
            self.choose(before)

    def put(self, rows: Sequence[Any]) -> bool:
        """Show these values in the place of those with the same `id`, all others untouched; False when one is new."""
        done = self.model.put(rows)
        if done:
            self._say_count()
        return done

    def drop(self, identities: Collection[object]) -> None:
        """Leave out the values with these `id`s; the row that takes the place of the current one is chosen."""
        self.model.drop(identities)
        self._say_count()
        if self.current() is not None and not self.view.selectionModel().hasSelection():
            self._choose_row(self.view.currentIndex().row())

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Show other columns; what is sorted and chosen begins anew."""
        self.model.set_columns(columns)
        self._set_up_columns()
        self._fit_columns()

    def _fit_columns(self) -> None:
        if self.model.rowCount():
            self.view.resizeColumnsToContents()

    def choose(self, identity: object) -> bool:
        """Make the row current whose value has this `id` (or is this value); tells whether it is there."""
        place = self.model.place_of(identity)
        shown = self.proxy.mapFromSource(self.model.index(place, 0)) if place >= 0 else QModelIndex()
        if shown.isValid():
            self._choose_row(shown.row())
        return shown.isValid()

    def choose_first(self) -> None:
        """Make the first row current, when there is one."""
        if self.proxy.rowCount():
            self._choose_row(0)

    def _choose_row(self, place: int) -> None:
        # Qt's selectRow would add to what is selected while Shift is held, as it is for a capital letter.
        flags = QItemSelectionModel.SelectionFlag
        index = self.proxy.index(place, 0)
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def current(self) -> Any:
        """The value one is on, or None."""
        index = self.view.currentIndex()
        return index.data(VALUE_ROLE) if index.isValid() else None

    def chosen_values(self) -> tuple[Any, ...]:
        """Every value selected, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.proxy.index(place, 0).data(VALUE_ROLE) for place in rows)

    def set_keep(self, keep: Callable[[Any], bool] | None) -> None:
        """Filter by something else than typing, for instance a choice beside the filter."""
        self.proxy.set_keep(keep)
        self._say_count()

    def _filter(self, typed: str) -> None:
        self.proxy.set_typed(typed)
        self._say_count()

    def _say_count(self) -> None:
        every, here = self.model.rowCount(), self.proxy.rowCount()
        self._pile.setCurrentWidget(self._empty if not every else self.view if here else self._nothing)
        reveal(self._bar, every > 0 or self._filter_stays)
        said = self._words(every)
        self._count.setText(said if here == every else _("{shown} sur {all}").format(shown=here, all=said))

    def _tell_current(self, index: QModelIndex) -> None:
        self.current_changed.emit(index.data(VALUE_ROLE) if index.isValid() else None)

    def _tell_chosen(self) -> None:
        self.chosen.emit()

    def _open_current(self) -> None:
        if self.current() is not None:
            self.opened.emit(self.current())

    def _open_first(self) -> None:
        if self.proxy.rowCount():
            if not self.view.currentIndex().isValid():
                self.view.selectRow(0)
            self._open_current()

    def _ask_delete(self) -> None:
        if self.chosen_values():
            self.delete_asked.emit(self.chosen_values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rows keep the height of the theme."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """So they do when the text is made larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "view"):
            self._measure()

    def _measure(self) -> None:
        theme = worn()
        self.view.verticalHeader().setDefaultSectionSize(theme.measure("row"))
        self.view.setIconSize(QSize(theme.measure("glyph"), theme.measure("glyph")))


def _lines(count: int) -> str:
    return ngettext("{n} ligne", "{n} lignes", count).format(n=count)


def _identity(value: Any) -> Any:
    return getattr(value, "id", value)
