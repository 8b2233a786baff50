# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The time left, as large as fits, with its level in a word and a shape: the one thing that is drawn every second."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forgeatelier.model.workshop.live import LaneView, Level
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, painter_of, rounded, width_of, words

LEVELS = {
    Level.OK: ("play", "ok"),
    Level.SOON: ("clock", "warn"),
    Level.LAST: ("warning", "danger"),
    Level.OVER: ("danger", "danger"),
    Level.PAUSED: ("pause", "paused"),
}
"""Shape and colour role of each level."""


class ClockFace(QWidget):
    """Shows a lane's time; `role` is its type role at 100 %, made smaller where the window is low."""

    def __init__(self, role: str = "projector") -> None:
        """Nothing runs yet."""
        super().__init__()
        self._role = role
        self._most = worn().size(role)
        self.timer, self.word, self.level = "--:--", "", Level.OK
        self.busy = False
        self._share = 0.0
        self._told = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fit(self, highest: int) -> None:
        """Take no more than about so many pixels of height."""
        most = max(worn().size("heading"), min(worn().size(self._role), highest))
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def show_lane(self, lane: LaneView | None, word: str = "", idle: str = "--:--") -> None:
        """Show the time of a lane; without one `idle` in quiet figures, and `word` says why there is none."""
        self.busy = lane is not None and lane.step is not None
        timer = lane.timer if lane is not None and lane.step is not None else idle
        level = lane.level if lane is not None else Level.OK
        said = lane.level_words if lane is not None and lane.step is not None else word
        share = min(1.0, lane.elapsed / lane.allotted) if lane is not None and lane.timed else 0.0
        # One pixel of the bar is the least that can be seen.
        share = round(share * max(1, self.width())) / max(1, self.width())
        if (timer, said, level, share) == (self.timer, self.word, self.level, self._share):
            return
        longer = len(timer) != len(self.timer)
        self.timer, self.word, self.level, self._share = timer, said, level, share
        if longer:
            self.updateGeometry()
        self._say_aloud()
        self.update()

    def _say_aloud(self) -> None:
        """Screen readers hear of a new level, not of every second."""
        if self.word != self._told:
            self._told = self.word
            self.setAccessibleName(f"{self.timer} {self.word}")

    def _font(self) -> QFont:
        font = worn().font(self._role, weight=700)
        font.setPixelSize(self._most)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _small(self) -> QFont:
        return worn().font("lead" if self._role == "projector" else "note", weight=600)

    def sizeHint(self) -> QSize:
        """Room for the widest figures of this length and the longest word."""
        digits = "".join("0" if one.isdigit() else one for one in self.timer)
        wide = width_of(max(digits, "+00:00", key=len), self._font())
        word = worn().measure("icon") + worn().space("s") + width_of(self.word, self._small())
        return QSize(max(wide, word), self._tall() + height_of(self._small()) + 2 * worn().space("s"))

    def minimumSizeHint(self) -> QSize:
        """The figures are never cut."""
        return self.sizeHint()

    def _tall(self) -> int:
        return round(self._most * 1.1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw figures, bar, shape and word."""
        theme = worn()
        painter = painter_of(self)
        shape, role = LEVELS[self.level]
        calm = self.level is Level.OK
        ink = theme.colour("muted" if not self.busy else "text" if calm else role)
        tall, wide = float(self._tall()), float(self.width())
        words(painter, QRectF(0, 0, wide, tall), self.timer, self._font(), ink)
        bar = QRectF(0, tall, wide, float(theme.space("xs")))
        rounded(painter, bar, bar.height() / 2, theme.colour("line"))
        if self._share:
            done = QRectF(bar.left(), bar.top(), max(bar.height(), bar.width() * self._share), bar.height())
            rounded(painter, done, bar.height() / 2, theme.colour(role))
        side, top = float(theme.measure("icon")), tall + theme.space("s")
        line = QRectF(0, top, wide, height_of(self._small()))
        left = 0.0
        if self.busy:
            icons.paint(
                painter, shape, QRectF(0, line.center().y() - side / 2, side, side), theme.colour(role)
            )
            left = side + theme.space("s")
        words(
            painter,
            line.adjusted(left, 0, 0, 0),
            self.word,
            self._small(),
            theme.colour(role if left else "muted"),
        )
        painter.end()
