# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A step of the running order: start, kind (colour, letter and hatch), title, minutes."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forgeatelier.ground.words import _, marked
from forgeatelier.window import icons
from forgeatelier.window.theme import Theme, worn
from forgeatelier.window.widgets.drawing import hatch, height_of, painter_of, ring, rounded, width_of, words
from forgeatelier.window.widgets.step_kinds import KIND_WORDS, kind_letter

STEP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The item role under which a model gives its `StepRow`."""

STATES = {
    "": ("", "text", ""),
    "now": ("play", "accent", marked("en cours")),
    "done": ("step-done", "ok", marked("fait")),
    "late": ("warning", "danger", marked("en retard")),
    "paused": ("pause", "paused", marked("en pause")),
    "skipped": ("next", "muted", marked("passée")),
}
"""States of a step: shape, colour, words."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """What one step shows: `start` as 09:35, `note` a few quiet words, `state` one of STATES."""

    start: str
    title: str
    minutes: int
    kind: str = "plenary"
    note: str = ""
    state: str = ""
    locked: bool = False
    essential: bool = False

    def aloud(self) -> str:
        """The step as a screen reader says it."""
        parts = [
            self.start,
            _(KIND_WORDS.get(self.kind, self.kind)),
            self.title,
            _("{n} minutes").format(n=self.minutes),
        ]
        parts += [_(STATES[self.state][2])] if self.state else []
        parts += [_("heure verrouillée")] if self.locked else []
        parts += [_("indispensable")] if self.essential else []
        return ", ".join(parts)


def step_height(theme: Theme, *, note: bool) -> int:
    """How high a step is drawn."""
    text = height_of(theme.font(weight=500)) + (height_of(theme.font("note")) if note else 0)
    return max(theme.measure("comfortable"), text + 2 * theme.space("s"))


def draw_kind(painter: QPainter, area: QRectF, kind: str, theme: Theme) -> None:
    """The bar of a kind: its colour, its hatch, its letter on a plain field."""
    marks = theme.kind(kind)
    colour, on_kind = (
        theme.colour(kind) if kind in theme.kinds else theme.colour("buffer"),
        theme.colour("on-kind"),
    )
    painter.save()
    rounded(painter, area, theme.measure("radius") / 1.5, colour)
    hatch(painter, area.adjusted(1, 1, -1, -1), marks.hatch, theme.colour("on-kind", 0.45))
    font = theme.font("note", weight=700)
    side = float(height_of(font))
    field = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
    rounded(painter, field, side / 2, colour)
    words(painter, field, kind_letter(kind), font, on_kind, align=Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def draw_step(
    painter: QPainter,
    area: QRectF,
    step: StepRow,
    theme: Theme,
    *,
    selected: bool = False,
    focus: bool = False,
) -> None:
    """One step in a row, aligned with the rows above and below."""
    radius, gap = float(theme.measure("radius")), theme.space("m")
    if selected:
        rounded(painter, area, radius, theme.colour("selection"))
    if step.state == "now":
        rounded(painter, area, radius, None, theme.colour("accent"))
    if focus:
        ring(painter, area, radius)
    clock = theme.font(weight=500)
    left = area.left() + theme.space("s")
    wide = width_of("00:00", clock) + 2
    words(painter, QRectF(left, area.top(), wide, area.height()), step.start, clock, theme.colour("muted"))
    left += wide + gap
    bar = QRectF(left, area.top() + 3, theme.measure("kind"), area.height() - 6)
    draw_kind(painter, bar, step.kind, theme)
    left = bar.right() + gap
    right = _draw_right(painter, area, step, theme)
    _draw_words(painter, QRectF(left, area.top(), right - left, area.height()), step, theme)


def _draw_right(painter: QPainter, area: QRectF, step: StepRow, theme: Theme) -> float:
    font = theme.font(weight=600)
    right = area.right() - theme.space("m")
    said = _("{n} min").format(n=step.minutes)
    wide = max(width_of(said, font), width_of(_("{n} min").format(n=888), font))
    words(
        painter,
        QRectF(right - wide, area.top(), wide, area.height()),
        said,
        font,
        theme.colour("text"),
        align=Qt.AlignmentFlag.AlignRight,
    )
    right -= wide + theme.space("m")
    side = float(theme.measure("glyph"))
    shape, colour, _said = STATES[step.state]
    marks = [(shape, colour)] if shape else []
    marks += [("lock", "muted")] if step.locked else []
    marks += [("star", "accent")] if step.essential else []
    for role, tint in marks:
        icons.paint(
            painter,
            role,
            QRectF(right - side, area.center().y() - side / 2, side, side),
            theme.colour(tint),
            2,
        )
        right -= side + theme.space("s")
    return right


def _draw_words(painter: QPainter, area: QRectF, step: StepRow, theme: Theme) -> None:
    font, small = theme.font(weight=600 if step.state == "now" else 500), theme.font("note")
    said = _(STATES[step.state][2])
    note = " · ".join(part for part in (said, step.note) if part)
    ink = theme.colour("muted" if step.state in {"done", "skipped"} else "text")
    high, low = height_of(font), height_of(small) if note else 0
    top = area.center().y() - (high + low) / 2
    words(painter, QRectF(area.left(), top, area.width(), high), step.title, font, ink)
    if note:
        tone = STATES[step.state][1] if step.state else "muted"
        words(painter, QRectF(area.left(), top + high, area.width(), low), note, small, theme.colour(tone))


class TimelineStep(QWidget):
    """One step on its own, to press; lists of steps use `StepDelegate`."""

    pressed = Signal()

    def __init__(self, step: StepRow, *, selected: bool = False, parent: QWidget | None = None) -> None:
        """`step` is a value; give another with `set_step`."""
        super().__init__(parent)
        self._selected = selected
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_step(step)

    def set_step(self, step: StepRow) -> None:
        """Show another step."""
        self._step = step
        self.setAccessibleName(step.aloud())
        self.setToolTip(step.aloud())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for title and note."""
        return QSize(
            worn().measure("inspector"), step_height(worn(), note=bool(self._step.note or self._step.state))
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the step."""
        painter = painter_of(self)
        draw_step(
            painter, QRectF(self.rect()), self._step, worn(), selected=self._selected, focus=self.hasFocus()
        )
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressed with the pointer."""
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pressed with the keyboard."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class StepDelegate(QStyledItemDelegate):
    """Draws the steps of a list whose model gives a StepRow under STEP_ROLE. Keep a reference to it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one step; the current one wears the focus ring when its list has the focus."""
        step = index.data(STEP_ROLE)
        if not isinstance(step, StepRow):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        draw_step(
            painter, QRectF(option.rect).adjusted(0, 1, 0, -1), step, worn(), selected=selected, focus=focus
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """High enough for title and note."""
        step = index.data(STEP_ROLE)
        note = isinstance(step, StepRow) and bool(step.note or step.state)
        return QSize(worn().measure("inspector"), step_height(worn(), note=note) + 2)
