# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rail of areas: an icon over a word, settings and help below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, painter_of, ring, rounded, width_of, words
from forgeatelier.window.widgets.tag import badge_text


@dataclass(frozen=True, slots=True)
class Area:
    """One place the rail leads to; `key` is its shortcut, for instance `Alt+T`."""

    name: str
    text: str
    icon: str
    key: str = ""
    below: bool = False


class _Stop(QAbstractButton):
    """One area on the rail."""

    def __init__(self, area: Area, parent: QWidget) -> None:
        super().__init__(parent)
        self.area, self.count, self.wordy = area, 0, False
        self.setText(area.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if area.key:
            self.setShortcut(area.key)
        self.say("")

    def say(self, waiting: str) -> None:
        self.setAccessibleName(f"{self.area.text}, {waiting}" if waiting else self.area.text)
        tip = f"{self.area.text} ({self.area.key})" if self.area.key else self.area.text
        self.setToolTip(f"{tip}\n{waiting}" if waiting else tip)

    def full_height(self) -> int:
        theme = worn()
        return (
            theme.measure("rail-icon")
            + height_of(theme.font("note"))
            + 2 * theme.space("s")
            + theme.space("xs")
        )

    def sizeHint(self) -> QSize:
        theme = worn()
        font = theme.font("note", weight=600)
        wide = width_of(self.text(), font) + theme.space("m")
        if self.wordy:
            wide += theme.space("s") + (self._badge_width() + theme.space("xs") if self.count else 0)
        wide = max(theme.measure("rail"), wide)
        return QSize(wide, height_of(font) + theme.space("m") if self.wordy else self.full_height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = worn()
        painter = painter_of(self)
        area = QRectF(self.rect()).adjusted(theme.space("xs"), 1, -theme.space("xs"), -1)
        radius, here = float(theme.measure("radius")), self.isChecked()
        if here:
            rounded(painter, area, radius, theme.colour("raised"), theme.colour("line"))
            bar = QRectF(0, area.top() + radius, theme.space("xs") - 1, area.height() - 2 * radius)
            if self.isRightToLeft():
                bar.moveRight(self.width())
            rounded(painter, bar, 1, theme.colour("accent"))
        elif self.underMouse():
            rounded(painter, area, radius, theme.colour("surface"))
        if self.hasFocus():
            ring(painter, area, radius)
        ink = theme.colour("accent" if here else "text" if self.underMouse() else "muted")
        font = theme.font("note", weight=600 if here else 500)
        if self.wordy:
            start = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            inner = area.adjusted(theme.space("s"), 0, -theme.space("xs"), 0)
            words(painter, inner, self.text(), font, ink, align=start)
        else:
            side, high = theme.measure("rail-icon"), height_of(font)
            top = (self.height() - side - high - theme.space("xs") / 2) / 2
            icon = QRectF((self.width() - side) / 2, top, side, side)
            icons.paint(painter, self.area.icon, icon, ink)
            line = QRectF(area.left(), icon.bottom() + theme.space("xs") / 2, area.width(), high)
            words(painter, line, self.text(), font, ink, align=Qt.AlignmentFlag.AlignHCenter)
        if self.count:
            self._draw_badge(painter)
        painter.end()

    def _badge_width(self) -> int:
        font = worn().font("note", weight=700)
        return max(height_of(font), width_of(badge_text(self.count), font) + worn().space("s"))

    def _draw_badge(self, painter: QPainter) -> None:
        theme = worn()
        font = theme.font("note", weight=700)
        badge = QRectF(0, 3, self._badge_width(), height_of(font))
        edge = float(self.width() - theme.space("xs"))
        if self.wordy:
            badge.moveRight(edge - theme.space("xs"))
            badge.moveTop((self.height() - badge.height()) / 2)
        else:
            badge.moveRight(min(edge, (self.width() + theme.measure("rail-icon")) / 2 + badge.width() * 0.75))
        if self.isRightToLeft():
            badge.moveLeft(self.width() - badge.right())
        rounded(painter, badge, badge.height() / 2, theme.colour("accent"), theme.colour("sunken"))
        text = badge_text(self.count)
        words(painter, badge, text, font, theme.colour("on-accent"), align=Qt.AlignmentFlag.AlignHCenter)


class Rail(QWidget):
    """Where one is and the way to everywhere else; up and down move, Enter goes there."""

    chosen = Signal(str)

    def __init__(self, areas: Sequence[Area], current: str = "", parent: QWidget | None = None) -> None:
        """Areas with `below` stand at the bottom."""
        super().__init__(parent)
        self.setAccessibleName(_("Espaces"))
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, worn().space("s"), 0, worn().space("s"))
        layout.setSpacing(worn().space("xs") // 2)
        self._stops: dict[str, _Stop] = {}
        for area in sorted(areas, key=_is_below):
            if area.below and not any(stop.area.below for stop in self._stops.values()):
                layout.addStretch(1)
            stop = _Stop(area, self)
            stop.clicked.connect(self._tell)
            layout.addWidget(stop)
            self._stops[area.name] = stop
        self.set_current(current or areas[0].name)

    def set_current(self, name: str) -> None:
        """Show where one is."""
        self._current = name
        for stop in self._stops.values():
            stop.setChecked(stop.area.name == name)

    def current(self) -> str:
        """The name of the area one is in."""
        return self._current

    def set_badge(self, name: str, count: int, says: str = "") -> None:
        """Show how many things wait in an area; `says` puts it in words (« 3 décisions à prendre »)."""
        self._stops[name].count = count
        self._stops[name].say(says if count else "")
        self._stops[name].updateGeometry()
        self._stops[name].update()

    def sizeHint(self) -> QSize:
        """As wide as the longest word, at least the measure `rail`."""
        return QSize(max(stop.sizeHint().width() for stop in self._stops.values()), worn().measure("rail"))

    def minimumSizeHint(self) -> QSize:
        """The words stay, whatever the height."""
        return QSize(self.sizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """When large text leaves too little height, icons go and words stay."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = sum(stop.full_height() + worn().space("xs") // 2 for stop in self._stops.values())
        wordy = needed + 2 * worn().space("s") > self.height()
        for stop in self._stops.values():
            if stop.wordy != wordy:
                stop.wordy = wordy
                stop.updateGeometry()

    def _tell(self) -> None:
        asked = self.sender()
        if isinstance(asked, _Stop):
            self.set_current(self._current)
            self.chosen.emit(asked.area.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between the areas, Home and End go to the ends, Enter goes there."""
        stops = list(self._stops.values())
        at = next((i for i, stop in enumerate(stops) if stop.hasFocus()), 0)
        places = {
            Qt.Key.Key_Down: (at + 1) % len(stops),
            Qt.Key.Key_Up: (at - 1) % len(stops),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(stops) - 1,
        }
        key = Qt.Key(event.key())
        if key in places:
            stops[places[key]].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            stops[at].click()
        else:
            super().keyPressEvent(event)


def _is_below(area: Area) -> bool:
    return area.below
