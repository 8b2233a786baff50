# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan as one sees it: rows one can choose and move, in one of two arrangements; only what is in sight is drawn."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.pages.workshop.planner import column, drawing, scale, walking
from forgeatelier.window.pages.workshop.planner.metrics import metrics
from forgeatelier.window.pages.workshop.planner.pieces import Arrangement, Row
from forgeatelier.window.pages.workshop.planner.plan_model import PlanModel
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import rounded

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_Select = QItemSelectionModel.SelectionFlag


class PlanView(QListView):
    """Give it rows with `show_rows`; `keys` is asked first about every key pressed.

    `written` when one presses twice on a row: true on its title, false further right on its length.
    """

    written = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """The column first; `set_to_scale` shows the hours."""
        super().__init__(parent)
        self.plan = PlanModel(self)
        self.arrangement = Arrangement()
        self.to_scale = False
        self.keys: Callable[[QKeyEvent], bool] | None = None
        self._days: Mapping[int, tuple[str, str]] = {}
        self._column = 0
        self.zones = False
        self.drop_mark = QRect()
        self.setModel(self.plan)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("shape", "bare")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("Déroulé"))
        self.viewport().setMouseTracking(True)

    # -- what is shown ------------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row], days: Mapping[int, tuple[str, str]]) -> None:
        """Show the plan as it is now; what is chosen stays chosen, the current step stays in sight."""
        self._days = days
        before = self.current_id()
        self.plan.show_rows(rows, several_days=bool(days))
        self.arrange()
        if before and self.plan.place(before) >= 0:
            self.scrollTo(self.currentIndex())

    def set_to_scale(self, wanted: bool) -> None:
        """At true height, or as a column."""
        # A short step at its true height has no room for its words.
        self.to_scale = self.plan.tips = wanted
        self.arrange()
        self.scrollTo(self.currentIndex())

    def arrange(self) -> None:
        """Give everything its place anew."""
        width, sizes = max(80, self.viewport().width()), metrics()
        if self.to_scale:
            self.arrangement = scale.arrange(self.plan.rows, self._days, width, sizes)
        else:
            self.arrangement = column.arrange(self.plan.rows, self._days, width, sizes, dragging=self.zones)
        self.updateGeometries()
        self.viewport().update()

    def row(self, place: int) -> Row | None:
        """The row at a place."""
        return self.plan.rows[place] if 0 <= place < len(self.plan.rows) else None

    def current_id(self) -> str:
        """The entity one is on, empty when there is none."""
        row = self.row(self.currentIndex().row())
        return row.id if row else ""

    def chosen_ids(self) -> tuple[str, ...]:
        """Those chosen, in running order."""
        places = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(self.plan.rows[place].id for place in places if place < len(self.plan.rows))

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these, and be on the first of them."""
        places = [place for place in (self.plan.place(one) for one in ids) if place >= 0]
        if not places:
            return
        chosen = QItemSelection()
        for place in places:
            chosen.select(self.plan.index(place), self.plan.index(place))
        self.selectionModel().setCurrentIndex(self.plan.index(places[0]), _Select.NoUpdate)
        self.selectionModel().select(chosen, _Select.ClearAndSelect)
        self.scrollTo(self.plan.index(places[0]))

    def area(self, place: int) -> QRect:
        """Where a row is drawn, in the viewport."""
        if not 0 <= place < len(self.arrangement.areas):
            return QRect()
        return self.arrangement.areas[place].translated(0, -self.verticalOffset())

    # -- what Qt asks of a view ---------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        """Rows are arranged by `arrange`; Qt's own layout would measure each of them."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """The scroll bar follows the height of the plan."""
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(metrics().row)
        bar.setRange(0, max(0, self.arrangement.height - page))

    def horizontalOffset(self) -> int:
        """It never scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far it is scrolled."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Qt scrolls only a list that it laid out itself: without this what was in sight stays drawn there."""
        self.viewport().scroll(dx, dy)

    def isIndexHidden(self, index: _Index) -> bool:
        """Nothing is hidden."""
        return False

    def visualRect(self, index: _Index) -> QRect:
        """Where a row is drawn."""
        return self.area(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point."""
        place = self.arrangement.at(point.x(), point.y() + self.verticalOffset())
        return self.plan.index(place) if 0 <= place < self.plan.rowCount() else QModelIndex()

    def scrollTo(
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into sight, with a little of what stands around it."""
        if not index.isValid() or index.row() >= len(self.arrangement.areas):
            return
        area, page = self.arrangement.areas[index.row()], self.viewport().height()
        air = min(metrics().row, max(0, (page - area.height()) // 2))
        top, bar = self.verticalOffset(), self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(area.center().y() - page // 2)
        elif area.top() - air < top or area.height() > page:
            bar.setValue(area.top() - air)
        elif area.bottom() + air > top + page:
            bar.setValue(area.bottom() + air - page)

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where an arrow key leads."""
        areas, at = self.arrangement.areas, self.currentIndex().row()
        if not areas:
            return QModelIndex()
        if not 0 <= at < len(areas):
            return self.plan.index(0)
        if action in {_Move.MoveLeft, _Move.MoveRight}:
            way = 1 if (action == _Move.MoveRight) != self.isRightToLeft() else -1
            to = walking.beside(areas, at, way)
            self._column = areas[to].center().x()
            return self.plan.index(to)
        if not areas[at].left() <= self._column <= areas[at].right():
            self._column = areas[at].center().x()
        return self.plan.index(self._up_or_down(action, at))

    def _up_or_down(self, action: _Move, at: int) -> int:
        areas = self.arrangement.areas
        match action:
            case _Move.MoveDown | _Move.MoveNext:
                return walking.below(areas, at, self._column)
            case _Move.MoveUp | _Move.MovePrevious:
                return walking.above(areas, at, self._column)
            case _Move.MoveHome:
                return 0
            case _Move.MoveEnd:
                return len(areas) - 1
            case _Move.MovePageUp | _Move.MovePageDown:
                far = self.viewport().height() * (1 if action == _Move.MovePageDown else -1)
                return self.arrangement.nearest(areas[at].center().y() + far)
        return at

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose from the row at one corner to the row at the other, in running order."""
        ends = [self._close_to(rect.topLeft()), self._close_to(rect.bottomRight())]
        chosen = QItemSelection()
        if min(ends) >= 0:
            chosen.select(self.plan.index(min(ends)), self.plan.index(max(ends)))
        self.selectionModel().select(chosen, command)

    def _close_to(self, point: QPoint) -> int:
        y = point.y() + self.verticalOffset()
        place = self.arrangement.at(point.x(), y)
        return place if place >= 0 else self.arrangement.nearest(y)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What must be drawn again when other rows are chosen."""
        region = QRegion()
        for index in selection.indexes():
            region += self.area(index.row())
        return region

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        QAbstractItemView.resizeEvent(self, event)
        self.arrange()

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pieces that are in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = self.verticalOffset()
        painter.translate(0, -offset)
        self.draw(painter, event.rect().translated(0, offset))
        painter.end()

    def draw(self, painter: QPainter, clip: QRect) -> None:
        """Draw what lies within `clip`, in the coordinates of the arrangement."""
        sizes = metrics()
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        current = self.currentIndex().row() if self.hasFocus() else -1
        for piece in self.arrangement.pieces:
            if not piece.area.intersects(clip):
                continue
            if piece.row < 0:
                drawing.SETTING[piece.kind](painter, piece, sizes)
                continue
            row = self.plan.rows[piece.row]
            fill = self._fill(piece.kind, row)
            area = piece.area if fill else piece.area.adjusted(0, 1, 0, -1)
            selected = piece.row in chosen
            drawing.ground(painter, area, selected=selected, current=piece.row == current, fill=fill)
            drawing.STEPS[piece.kind](painter, area, row, sizes)
            if row.faults and piece.kind == "slab":
                tone = "danger" if any(fault.blocks for fault in row.faults) else "warn"
                rounded(painter, area.toRectF(), float(worn().measure("radius")), None, worn().colour(tone))

        if not self.drop_mark.isNull():
            rounded(painter, self.drop_mark.toRectF(), 2, worn().colour("accent"))

    def _fill(self, kind: str, row: Row) -> str:
        return "raised" if kind == "slab" or (kind == "cell" and row.step.fork) else ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows where one is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the keyboard."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write where one presses: the title, or the length at the right."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            area = self.area(index.row())
            self.written.emit(at.x() < area.x() + area.width() * 3 // 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The planner's own keys first, then Qt's."""
        if self.keys is not None and self.keys(event):
            event.accept()
        else:
            super().keyPressEvent(event)
