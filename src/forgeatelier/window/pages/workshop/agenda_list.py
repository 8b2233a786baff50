# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running order as a list: days and phases as headings, steps with their clock times."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Importance, Step
from forgeatelier.model.workshop.agenda import Slot
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window import icons
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import STEP_ROLE, StepDelegate, StepRow
from forgeatelier.window.widgets.drawing import height_of, ring, rounded, words

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
LINE_ROLE = Qt.ItemDataRole.UserRole + 20
"""The item role under which a row gives its `Line`."""


@dataclass(frozen=True)
class Line:
    """A row: the workshop itself, a heading (day or phase), or a step."""

    kind: str
    title: str
    note: str = ""
    step: StepRow | None = None
    step_id: str = ""


def lines_of(
    workshop: Workshop,
    states: Mapping[str, tuple[str, str]],
    *,
    head: bool,
    slots: tuple[Slot, ...] = (),
    run: Protocol | None = None,
) -> tuple[Line, ...]:
    """The rows of a workshop; `states` are (state, note) by step id; `head` puts the workshop itself first.

    `slots` are the days as planned; the steps of `run` that they do not hold come before and after them.
    """
    timed = {slot.step.id for slot in slots}
    steps = run.steps if run else ()
    first = next((at for at, step in enumerate(steps) if step.id in timed), len(steps))
    after = [step for step in steps[first:] if step.id not in timed]
    several = any(slot.day > 1 for slot in slots)
    lines = [Line("workshop", workshop.title, saying.about(workshop))] if head else []
    lines += _untimed(steps[:first], states)
    before: tuple[int, str] = (0, "")
    for slot in slots:
        if several and slot.day != before[0]:
            lines.append(Line("day", _("Jour {n}").format(n=slot.day), _day_note(workshop, slot, slots)))
        if (slot.day, slot.step.phase) != before and slot.step.phase:
            lines.append(Line("phase", slot.step.phase, _phase_note(slot, slots)))
        before = (slot.day, slot.step.phase)
        state, note = states.get(slot.step.id, ("", ""))
        lines.append(_step_line(slot.step, saying.clock(slot.start), state, note, slot.in_lane))
    return (*lines, *_untimed(after, states))


def _untimed(steps: Iterable[Step], states: Mapping[str, tuple[str, str]]) -> list[Line]:
    """Steps before or after the days: they have a phase and a length, and no hour."""
    lines: list[Line] = []
    for phase, group in groupby(steps, key=lambda step: step.phase):
        same = tuple(group)
        lines.append(Line("phase", phase, saying.duration(sum(step.minutes for step in same))))
        lines += (_step_line(step, "", *states.get(step.id, ("", ""))) for step in same)
    return lines


def _day_note(workshop: Workshop, slot: Slot, slots: tuple[Slot, ...]) -> str:
    last = [one for one in slots if one.day == slot.day][-1]
    on = workshop.starts_on + timedelta(days=slot.day - 1) if workshop.starts_on else None
    hours = _("fin à {time}").format(time=saying.clock(last.end))
    return f"{saying.day(on, 'dddd d MMMM')} · {hours}" if on else hours


def _phase_note(slot: Slot, slots: tuple[Slot, ...]) -> str:
    same = [one for one in slots if (one.day, one.step.phase) == (slot.day, slot.step.phase)]
    covered = reached = 0
    for one in same:
        # Lanes side by side take their minutes once.
        start = one.start.hour * 60 + one.start.minute
        end = start + one.step.minutes
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return saying.duration(covered)


def _step_line(step: Step, start: str, state: str, note: str, in_lane: str = "") -> Line:
    least = _("au moins {n} min").format(n=step.minutes_min) if step.minutes_min else ""
    row = StepRow(
        start=start,
        title=f"{in_lane}{step.title}",
        minutes=step.minutes,
        kind=step.form.value,
        note=note or least,
        state=state,
        essential=step.importance is Importance.ESSENTIAL,
    )
    return Line("step", step.title, step=row, step_id=step.id)


class AgendaModel(QAbstractListModel):
    """A thin shelf over lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing planned yet."""
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; when only their words changed, place and selection stay."""
        same = [(a.kind, a.step_id) for a in lines] == [(b.kind, b.step_id) for b in self._lines]
        if same and lines:
            self._lines = lines
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The line at a place."""
        return self._lines[row]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, its step, or its words."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == STEP_ROLE:
            return line.step
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.step.aloud() if line.step else f"{line.title}, {line.note}"
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings are passed over by the arrows."""
        if index.isValid() and self._lines[index.row()].kind in {"day", "phase"}:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class AgendaDelegate(StepDelegate):
    """Draws steps as everywhere, and the headings between them. Keep a reference to it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line) or line.kind == "step":
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        if line.kind == "workshop":
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            _draw_workshop(painter, area.adjusted(0, 1, 0, -1), line, selected=selected, focus=focus)
        else:
            _draw_heading(painter, area, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Headings have air above them."""
        line, theme = index.data(LINE_ROLE), worn()
        wide = theme.measure("inspector")
        if isinstance(line, Line) and line.kind == "workshop":
            both = height_of(theme.font("lead", weight=600)) + height_of(theme.font("note"))
            return QSize(wide, both + 2 * theme.space("m"))
        if isinstance(line, Line) and line.kind in {"day", "phase"}:
            font = theme.font("lead" if line.kind == "day" else "body", weight=600)
            return QSize(wide, height_of(font) + theme.space("l") + theme.space("xs"))
        return super().sizeHint(option, index)


def _draw_heading(painter: QPainter, area: QRectF, line: Line) -> None:
    theme = worn()
    big = line.kind == "day"
    font, small = theme.font("lead" if big else "body", weight=600), theme.font("note")
    foot = area.adjusted(theme.space("s"), theme.space("m"), -theme.space("m"), -theme.space("xs"))
    right = foot.adjusted(foot.width() * 0.5, 0, 0, 0)
    left = foot.adjusted(0, 0, -foot.width() * 0.5, 0) if line.note else foot
    words(painter, left, line.title, font, theme.colour("text" if big else "accent"))
    words(painter, right, line.note, small, theme.colour("muted"), align=Qt.AlignmentFlag.AlignRight)


def _draw_workshop(painter: QPainter, area: QRectF, line: Line, *, selected: bool, focus: bool) -> None:
    theme = worn()
    radius = float(theme.measure("radius"))
    rounded(painter, area, radius, theme.colour("selection" if selected else "raised"), theme.colour("line"))
    if focus:
        ring(painter, area, radius)
    side = float(theme.measure("icon"))
    mark = QRectF(area.left() + theme.space("m"), area.center().y() - side / 2, side, side)
    icons.paint(painter, "workshops", mark, theme.colour("accent"))
    font, small = theme.font("lead", weight=600), theme.font("note")
    inner = area.adjusted(
        side + 2 * theme.space("m"), theme.space("s"), -theme.space("xxl"), -theme.space("s")
    )
    high = height_of(font)
    words(
        painter,
        QRectF(inner.left(), inner.top(), inner.width(), high),
        line.title,
        font,
        theme.colour("text"),
    )
    under = QRectF(inner.left(), inner.top() + high, inner.width(), inner.height() - high)
    words(painter, under, line.note, small, theme.colour("muted"))
    pen = QRectF(area.right() - theme.space("m") - side, area.center().y() - side / 2, side, side)
    icons.paint(painter, "edit", pen, theme.colour("muted"))


class AgendaList(QListView):
    """`current_changed` carries the line one is on, `opened` when Enter is pressed on it."""

    current_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Give it lines with `show_lines`."""
        super().__init__(parent)
        self.agenda = AgendaModel(self)
        self._delegate = AgendaDelegate(self)
        self._keys: Callable[[QKeyEvent], bool] | None = None
        self.setModel(self.agenda)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("shape", "bare")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("Déroulé"))
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines; the step one was on stays current."""
        before = self.current()
        self.agenda.show_lines(lines)
        if before is not None and before.step_id:
            self.choose(before.step_id)
        if not self.currentIndex().isValid():
            self.choose("")

    def current(self) -> Line | None:
        """The line one is on."""
        index = self.currentIndex()
        return self.agenda.line(index.row()) if index.isValid() else None

    def choose(self, step_id: str) -> None:
        """Go to a step; to the first line that can be chosen when none is named."""
        for row in range(self.agenda.rowCount()):
            line = self.agenda.line(row)
            if line.kind in {"workshop", "step"} and (not step_id or line.step_id == step_id):
                if self.currentIndex().row() != row:
                    self.setCurrentIndex(self.agenda.index(row))
                return

    def _tell(self, index: QModelIndex) -> None:
        self.current_changed.emit(self.agenda.line(index.row()) if index.isValid() else None)

    def _open(self, index: QModelIndex) -> None:
        line = self.agenda.line(index.row())
        if line.kind in {"workshop", "step"}:
            self.opened.emit(line)
