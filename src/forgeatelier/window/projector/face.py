# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The face of the projector: title, instruction and timer for the room, in letters that carry to the last row."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import Level
from forgeatelier.window import icons
from forgeatelier.window.projector.fitting import SMALLEST_SHARE, Fitted, fit, write
from forgeatelier.window.projector.shown import Part, Shown
from forgeatelier.window.theme import load, worn
from forgeatelier.window.widgets.drawing import painter_of, rounded

LOOKS = ("high-contrast", "night", "day")
"""The looks of the projection; a weak projector wants the first."""

LEVELS = {
    Level.OK: ("play", "ok"),
    Level.SOON: ("clock", "warn"),
    Level.LAST: ("warning", "danger"),
    Level.OVER: ("danger", "danger"),
    Level.PAUSED: ("pause", "paused"),
}
"""Shape and colour role of each level."""

_LEFT, _MIDDLE, _RIGHT = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)


_LAMP_OFF = QColor(0, 0, 0)
"""No light at all, whatever the theme."""


class Face(QWidget):
    """Draws a `Shown`; `asked` tells the verb of a key (next, previous, timer, black, leave)."""

    asked = Signal(str)

    def __init__(self) -> None:
        """A window of its own, black until it is told what to show."""
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(_("Projection — ForgeAtelier"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # Closing the program's own window ends the program, whatever the room still sees.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.black = False
        self.look = LOOKS[0]
        self.content = Shown()
        self.written: list[tuple[str, float]] = []

    def show_content(self, content: Shown) -> None:
        """Show something else; nothing is drawn anew when nothing changed."""
        if content != self.content:
            self.content = content
            self.setAccessibleName(", ".join(part.title for part in content.parts))
            self.update()

    def set_black(self, black: bool) -> None:
        """Nothing but black, or the room's page again."""
        self.black = black
        self.update()

    def next_look(self) -> None:
        """Wear the next look."""
        self.look = LOOKS[(LOOKS.index(self.look) + 1) % len(LOOKS)]
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a slide show and of a clicker; never N nor P."""
        verb = _KEYS.get(Qt.Key(event.key()))
        if verb == "look":
            self.next_look()
        elif verb is not None:
            self.asked.emit(verb)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it ends the projection only."""
        self.asked.emit("leave")
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the room's page, or black."""
        painter = painter_of(self)
        self.written = []
        if self.black:
            painter.fillRect(self.rect(), _LAMP_OFF)
        else:
            painter.fillRect(self.rect(), self._colour("surface"))
            self._draw(painter)
        painter.end()

    # -- drawing --------------------------------------------------------------------------------------------

    def _draw(self, painter: QPainter) -> None:
        high, edge = float(self.height()), self.height() / 18
        page = QRectF(self.rect()).adjusted(edge, edge * 0.8, -edge, -edge * 0.8)
        foot = self._foot(painter, page)
        body = page.adjusted(0, 0, 0, -(foot + edge * 0.6))
        parts = self.content.parts
        if not parts:
            return
        wide = (body.width() - edge * (len(parts) - 1)) / len(parts)
        for number, part in enumerate(parts):
            area = QRectF(body.left() + number * (wide + edge), body.top(), wide, body.height())
            if len(parts) == 1:
                self._alone(painter, area, part, high)
            else:
                self._column(painter, area, part, high)

    def _alone(self, painter: QPainter, area: QRectF, part: Part, high: float) -> None:
        """The instruction on the left, the timer on the right; without a timer the whole width is the text's."""
        timer = QRectF()
        if part.timer:
            share = 0.36
            timer = QRectF(
                area.right() - area.width() * share, area.top(), area.width() * share, area.height()
            )
            self._timer(painter, timer, part, high / 4.2)
        text = area.adjusted(0, 0, -(timer.width() + high / 20 if part.timer else 0), 0)
        taken = self._write(painter, text, part.title, high / 9, 700, high * 0.3)
        under = text.adjusted(0, taken + high / 24, 0, 0)
        self._write(painter, under, part.instruction, high / 13, 400, under.height())

    def _column(self, painter: QPainter, area: QRectF, part: Part, high: float) -> None:
        rounded(painter, area, high / 60, self._colour("raised"), self._colour("edge"))
        inner = area.adjusted(high / 40, high / 50, -high / 40, -high / 50)
        taken = self._write(painter, inner, part.title, high / 13, 700, high * 0.22)
        if part.timer:
            place = inner.adjusted(0, taken, 0, 0)
            taken += self._timer(painter, place, part, high / 7)
        under = inner.adjusted(0, taken + high / 60, 0, 0)
        self._write(painter, under, part.instruction, high / 16, 400, under.height())

    def _timer(self, painter: QPainter, area: QRectF, part: Part, size: float) -> float:
        """The time left, with its shape and word under it; returns the height they take."""
        shape, role = LEVELS[part.level]
        ink = self._colour(role if part.level is not Level.OK else "text")
        made = fit(part.timer, self._font(700), 1e6, 1e6, size, size)
        longest = max(area.width() / max(1.0, self._wide(painter, made)), 0.2)
        made = fit(part.timer, self._font(700), 1e6, 1e6, size * min(1.0, longest), 1.0)
        self._put(painter, area, made, ink, _MIDDLE)
        taken = made.height
        if part.word:
            word = fit(part.word, self._font(700), area.width(), 1e6, self.height() / 15, self._least())
            self._put(painter, area.adjusted(0, taken, 0, 0), word, ink, _MIDDLE)
            taken += word.height
            side = self.height() / 12
            place = QRectF(area.center().x() - side / 2, area.top() + taken + side / 6, side, side)
            icons.paint(painter, shape, place, ink, 2)
            taken += side * 1.3
        return taken

    def _foot(self, painter: QPainter, page: QRectF) -> float:
        """What comes next on the left, the end on the right."""
        if not (self.content.next or self.content.end):
            return 0.0
        size = self.height() / 17
        end = fit(self.content.end, self._font(600), 1e6, 1e6, size, size)
        beside = self._wide(painter, end) + size if self.content.end else 0.0
        following = fit(self.content.next, self._font(600), page.width() - beside, end.step, size, size)
        foot = QRectF(page.left(), page.bottom() - end.step, page.width(), end.step)
        ink = self._colour("muted")
        self._put(painter, foot.adjusted(0, 0, -beside, 0), following, ink, _LEFT)
        self._put(painter, foot, end, ink, _RIGHT)
        painter.fillRect(QRectF(foot.left(), foot.top() - size / 4, foot.width(), 2), self._colour("line"))
        return end.step + size / 4

    def _write(
        self, painter: QPainter, area: QRectF, text: str, largest: float, weight: int, high: float
    ) -> float:
        if not text or area.height() <= 0:
            return 0.0
        made = fit(text, self._font(weight), area.width(), high, largest, self._least())
        self._put(painter, area, made, self._colour("text"), _LEFT)
        return made.height

    def _put(
        self, painter: QPainter, area: QRectF, made: Fitted, ink: QColor, align: Qt.AlignmentFlag
    ) -> None:
        self.written += [(line, float(made.font.pixelSize())) for line in made.lines if line]
        write(painter, area, made, ink, align)

    def _wide(self, painter: QPainter, made: Fitted) -> float:
        painter.setFont(made.font)
        return max((float(painter.fontMetrics().horizontalAdvance(line)) for line in made.lines), default=0.0)

    def _least(self) -> float:
        return self.height() * SMALLEST_SHARE

    def _font(self, weight: int) -> QFont:
        return worn().font("projector", weight=weight, family="learner")

    def _colour(self, role: str) -> QColor:
        return load(self.look).colour(role)


_KEYS = {
    Qt.Key.Key_Right: "next",
    Qt.Key.Key_Down: "next",
    Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_Left: "previous",
    Qt.Key.Key_Up: "previous",
    Qt.Key.Key_PageUp: "previous",
    Qt.Key.Key_Space: "timer",
    Qt.Key.Key_B: "black",
    Qt.Key.Key_Period: "black",
    Qt.Key.Key_C: "look",
    Qt.Key.Key_Escape: "leave",
    Qt.Key.Key_F11: "leave",
}
"""What presenter clickers send, and the two ways back."""
