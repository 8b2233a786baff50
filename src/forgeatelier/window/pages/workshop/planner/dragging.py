# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moving steps with the pointer: taken by their bar, put between two others, beside one, or outside the days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from forgeatelier.actions import plan as doing
from forgeatelier.actions.plan import Plan, placing
from forgeatelier.ground.words import ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.planned_step import Zone
from forgeatelier.window.pages.workshop.planner.metrics import metrics
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.pages.workshop.planner.view import PlanView

_EDGE = 40
_TICK_MS = 30


@dataclass(frozen=True)
class Drop:
    """Before or after a step, beside it (in parallel), or in a zone; `mark` is where that is shown."""

    mark: QRect
    near: str = ""
    after: bool = False
    beside: bool = False
    zone: Zone | None = None


class Dragging(QObject):
    """Watches the pointer over the plan."""

    def __init__(self, planning: Planning, view: PlanView) -> None:
        """Begin to watch."""
        super().__init__(view)
        self._planning, self._view = planning, view
        self._from: QPoint | None = None
        self._ids: tuple[str, ...] = ()
        self._drop: Drop | None = None
        self.under_way = False
        self._scroll = QTimer(self)
        self._scroll.setInterval(_TICK_MS)
        self._scroll.timeout.connect(self._roll)
        self._last = QPoint()
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the pointer from the press on a bar to its release; Esc lets go."""
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._mouse(event)
        if self.under_way and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._end()
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._press(at)
            case QEvent.Type.MouseMove if self._from is not None:
                self._move(at)
                return True
            case QEvent.Type.MouseMove:
                over = self._on_bar(at) >= 0
                shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
                self._view.viewport().setCursor(shape)
            case QEvent.Type.MouseButtonRelease if self._from is not None:
                return self._release()
        return False

    def _on_bar(self, at: QPoint) -> int:
        """The row whose bar (or clock) is under a point, -1 when there is none."""
        index = self._view.indexAt(at)
        if not index.isValid():
            return -1
        area, sizes = self._view.area(index.row()), metrics()
        wide = (
            sizes.title if area.width() >= sizes.narrow and not self._view.to_scale else sizes.bar + sizes.s
        )
        return index.row() if at.x() - area.x() <= wide else -1

    def _press(self, at: QPoint) -> None:
        place = self._on_bar(at)
        row = self._view.row(place)
        if row is None:
            return
        self._from = at
        chosen = self._view.chosen_ids()
        self._ids = chosen if row.id in chosen else (row.id,)

    def _move(self, at: QPoint) -> None:
        if self._from is None:
            return
        far = (at - self._from).manhattanLength()
        if not self.under_way and far >= QApplication.startDragDistance():
            self._begin()
        if self.under_way:
            self._last = at
            self._show(self.drop_at(at))

    def _begin(self) -> None:
        self.under_way = True
        self._view.choose(self._ids)
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._show_zones(wanted=True)
        self._scroll.start()

    def _show_zones(self, *, wanted: bool) -> None:
        """Make room for the zones without letting the plan jump under the pointer."""
        place = self._view.plan.place(self._ids[0])
        before = self._view.area(place).y()
        self._view.zones = wanted
        self._view.arrange()
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + self._view.area(place).y() - before)

    def drop_at(self, at: QPoint) -> Drop | None:
        """Where the steps would go if one let go here."""
        y = at.y() + self._view.verticalOffset()
        zone = self._zone_at(y)
        if zone is not None:
            return zone
        arrangement = self._view.arrangement
        place = arrangement.at(at.x(), y)
        place = place if place >= 0 else arrangement.nearest(y)
        row = self._view.row(place)
        if row is None:
            return None
        area, thick = arrangement.areas[place], 4
        if (
            at.x() > area.right() - area.width() // 5
            and row.step.zone is Zone.DAY
            and row.id not in self._ids
        ):
            mark = QRect(area.right() - thick, area.y(), thick, area.height())
            return Drop(mark, row.id, beside=True)
        after = y > area.center().y()
        top = area.bottom() if after else area.top()
        return Drop(QRect(area.x(), top - thick // 2, area.width(), thick), row.id, after=after)

    def _zone_at(self, y: int) -> Drop | None:
        titles = [piece for piece in self._view.arrangement.pieces if piece.kind == "zone"]
        for piece in titles:
            if piece.area.top() <= y <= piece.area.bottom():
                first = piece is titles[0] and piece.area.top() < self._view.arrangement.height // 2
                zone = Zone.BEFORE if first else Zone.AFTER
                mark = QRect(piece.area.x(), piece.area.bottom() - 4, piece.area.width(), 4)
                return Drop(mark, zone=zone)
        return None

    def _show(self, drop: Drop | None) -> None:
        self._drop = drop
        self._view.drop_mark = drop.mark if drop else QRect()
        self._view.viewport().update()

    def _roll(self) -> None:
        """Near the edges the plan scrolls."""
        high, bar = self._view.viewport().height(), self._view.verticalScrollBar()
        if self._last.y() < _EDGE:
            bar.setValue(bar.value() - bar.singleStep() // 2)
        elif self._last.y() > high - _EDGE:
            bar.setValue(bar.value() + bar.singleStep() // 2)
        else:
            return
        self._show(self.drop_at(self._last))

    def _release(self) -> bool:
        drop, ids, was = self._drop, self._ids, self.under_way
        self._end()
        if was and drop is not None:
            self._planning.do(lambda plan: dropped(plan, ids, drop))
        return was

    def _end(self) -> None:
        self._scroll.stop()
        if self.under_way:
            self.under_way = False
            self._show_zones(wanted=False)
        self._from, self._drop = None, None
        self._view.viewport().unsetCursor()
        self._show(None)


def dropped(plan: Plan, ids: Sequence[str], drop: Drop) -> Change:
    """The change that puts these steps where they were dropped. Raises AtelierError when they cannot be there."""
    if drop.zone is not None:
        return doing.move(plan, ids, zone=drop.zone)
    near = plan.step(drop.near)
    if near is None or (near.id in ids and len(ids) == 1):
        return Change("")
    if drop.beside:
        if near.fork:
            taken = {step.lane for step in plan.steps if step.fork == near.fork}
            free = next(letter for letter in map(chr, range(65, 1000)) if letter not in taken)
            return doing.put_in_lane(plan, ids, near.fork, free)
        return doing.fork(plan, (near.id, *ids))
    chosen = plan.chosen(ids)
    moved = {step.id for step in chosen}
    stay = [step for step in plan.steps if step.id not in moved or step.id == near.id]
    at = stay.index(near) + drop.after
    joined = [replace(s, zone=near.zone, day=near.day, fork=near.fork, lane=near.lane) for s in chosen]
    wanted = [
        *(s for s in stay[:at] if s.id not in moved),
        *joined,
        *(s for s in stay[at:] if s.id not in moved),
    ]
    title = ngettext("Déplacer une étape", "Déplacer {n} étapes", len(moved)).format(n=len(moved))
    return plan.changed(title, placing.placed(wanted, moved))
