# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes next with its times; locked points carry a lock."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import NowView, Upcoming
from forgeatelier.window import icons
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, painter_of, width_of, words

_MOST = 4


class Ahead(QWidget):
    """A few painted lines; drawn anew only when one of them changed."""

    def __init__(self) -> None:
        """Nothing to come yet."""
        super().__init__()
        self.lines: tuple[Upcoming, ...] = ()
        self._most = _MOST
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_view(self, view: NowView) -> None:
        """Show what comes after what runs."""
        lines = view.next[: self._most]
        if lines != self.lines:
            taller = len(lines) != len(self.lines)
            self.lines = lines
            told = [f"{one.time} {one.step.title} {saying.duration(one.minutes)}" for one in lines]
            self.setAccessibleName(_("Ensuite : {steps}").format(steps=", ".join(told)))
            if taller:
                self.updateGeometry()
            self.update()

    def set_compact(self, compact: bool) -> None:
        """The heading stands before the one line there is room for."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def set_most(self, most: int) -> None:
        """Show fewer lines where the window is low."""
        if most != self._most:
            self._most = most
            self.lines = self.lines[:most]
            self.updateGeometry()
            self.update()

    def _line(self) -> int:
        return height_of(worn().font("body")) + worn().space("xs")

    def sizeHint(self) -> QSize:
        """A heading and the lines."""
        head = 0 if self._compact else height_of(worn().font("note")) + worn().space("xs")
        return QSize(worn().measure("control") * 8, head + self._line() * max(1, len(self.lines)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        theme = worn()
        painter = painter_of(self)
        label, body = theme.font("note", weight=600), theme.font("body")
        head = QRectF(0, 0, self.width(), height_of(label))
        top, before = head.bottom() + theme.space("xs"), 0.0
        if self._compact:
            head.setHeight(self._line())
            top, before = 0.0, float(width_of(_("Ensuite"), label) + theme.space("m"))
        words(painter, head, _("Ensuite"), label, theme.colour("muted"))
        if not self.lines:
            place = QRectF(before, top, self.width() - before, self._line())
            words(painter, place, _("Rien d’autre aujourd’hui"), body, theme.colour("muted"))
        hour, side = float(width_of("00:00", body) + theme.space("m")), float(theme.measure("glyph"))
        for number, one in enumerate(self.lines):
            line = QRectF(before, top + number * self._line(), self.width() - before, self._line())
            font = theme.font("body", weight=600) if not number else body
            words(painter, line, one.time, font, theme.colour("text"))
            long = saying.duration(one.minutes)
            taken = float(width_of(long, body) + theme.space("s"))
            left = hour
            if one.step.starts_at is not None or one.step.ends_at is not None:
                place = QRectF(before + left, line.center().y() - side / 2, side, side)
                icons.paint(painter, "lock", place, theme.colour("accent"), 2)
                left += side + theme.space("xs")
            title = line.adjusted(left, 0, -taken, 0)
            words(painter, title, one.step.title, font, theme.colour("text"))
            words(painter, line, long, body, theme.colour("muted"), align=Qt.AlignmentFlag.AlignRight)
        painter.end()
