# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ticks and choices whose words wrap instead of being cut, however large the text."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import painter_of, ring, rounded, width_of

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _set_up(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _before_words() -> int:
    theme = worn()
    return theme.measure("mark") + theme.space("s") + theme.space("xs")


def _size(button: QAbstractButton) -> QSize:
    theme = worn()
    wide = width_of(button.text(), theme.font()) if button.text() else 0
    return QSize(_before_words() + wide + theme.space("s"), theme.measure("control"))


def _height(button: QAbstractButton, width: int) -> int:
    theme = worn()
    room = QRect(0, 0, max(1, width - _before_words() - theme.space("xs")), 10_000)
    words = QFontMetrics(theme.font()).boundingRect(room, _WRAP, button.text())
    return max(theme.measure("control"), words.height() + theme.space("s"))


def _draw(button: QAbstractButton, *, filled: bool, mark: str, round_: bool) -> None:
    theme = worn()
    painter = painter_of(button)
    area, side = QRectF(button.rect()), float(theme.measure("mark"))
    able, radius = button.isEnabled(), side / 2 if round_ else float(theme.space("xs"))
    left = area.width() - side - theme.space("xs") if button.isRightToLeft() else float(theme.space("xs"))
    box = QRectF(left, (area.height() - side) / 2, side, side)
    edge = theme.colour("accent" if able and (filled or button.underMouse()) else "edge")
    ground = theme.colour(("accent" if able else "sunken") if filled and not round_ else "raised")
    rounded(painter, box, radius, ground, edge, dashed=not able)
    if mark:
        ink = theme.colour("on-accent" if able else "muted")
        icons.paint(painter, mark, box.adjusted(1, 1, -1, -1), ink, 3)
    if round_ and filled:
        inset = side * 0.27
        dot = box.adjusted(inset, inset, -inset, -inset)
        rounded(painter, dot, dot.width() / 2, theme.colour("accent" if able else "muted"))
    painter.setFont(theme.font())
    painter.setPen(theme.colour("text" if able else "muted"))
    room = area.adjusted(_before_words(), 0, -theme.space("xs"), 0)
    if button.isRightToLeft():
        room = area.adjusted(theme.space("xs"), 0, -_before_words(), 0)
    painter.drawText(room, _WRAP, button.text())
    if button.hasFocus():
        ring(painter, area, theme.measure("radius"))
    painter.end()


class Check(QCheckBox):
    """A thing that is so or not; its words wrap. A QCheckBox otherwise (`toggled`, `setChecked`)."""

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        """`text` is what is so when it is ticked."""
        super().__init__(text, parent)
        _set_up(self)
        self.setChecked(checked)

    def hitButton(self, pos: QPoint) -> bool:
        """Its words may be pressed as well."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Everything on one line would be best."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """A few words a line are enough."""
        return QSize(min(self.sizeHint().width(), worn().measure("control") * 4), worn().measure("control"))

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its words at a width."""
        return _height(self, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        state = self.checkState()
        mark = {Qt.CheckState.Checked: "check", Qt.CheckState.PartiallyChecked: "minus"}.get(state, "")
        _draw(self, filled=bool(mark), mark=mark, round_=False)


class Radio(QRadioButton):
    """One of several; its words wrap. A QRadioButton otherwise (`toggled`, `setChecked`)."""

    def __init__(self, text: str, *, checked: bool = False, parent: QWidget | None = None) -> None:
        """`text` is what is so when this one is chosen."""
        super().__init__(text, parent)
        _set_up(self)
        self.setChecked(checked)

    def hitButton(self, pos: QPoint) -> bool:
        """Its words may be pressed as well."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Everything on one line would be best."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        """A few words a line are enough."""
        return QSize(min(self.sizeHint().width(), worn().measure("control") * 4), worn().measure("control"))

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its words at a width."""
        return _height(self, width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle, dot and words."""
        _draw(self, filled=self.isChecked(), mark="", round_=True)
