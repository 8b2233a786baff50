# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Text as large as its place allows, never smaller than the back of the room can read."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

SMALLEST_SHARE = 1 / 18
"""No letters are smaller than this share of the height of the screen."""

_LINE = 0.9


_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines of text that fit a place, in a font; `cut` when the end had to be left to the voice."""

    lines: tuple[str, ...]
    font: QFont
    step: float
    cut: bool = False

    @property
    def height(self) -> float:
        """How high they stand."""
        return self.step * len(self.lines)


def fit(text: str, font: QFont, wide: float, high: float, largest: float, smallest: float) -> Fitted:
    """The text in the largest letters between two heights in pixels with which it fits."""
    size = largest
    while True:
        made = _lines(text, _sized(font, size), wide)
        if made.height <= high or size <= smallest:
            break
        size = max(smallest, size * 0.92)
    room = max(1, int(high // made.step))
    if len(made.lines) <= room:
        return made
    kept = list(made.lines[:room])
    kept[-1] = QFontMetricsF(made.font).elidedText(kept[-1] + " …", Qt.TextElideMode.ElideRight, wide)
    return Fitted(tuple(kept), made.font, made.step, cut=True)


def write(painter: QPainter, area: QRectF, fitted: Fitted, ink: QColor, align: Qt.AlignmentFlag) -> None:
    """Draw fitted lines from the top of a place."""
    painter.setFont(fitted.font)
    painter.setPen(ink)
    top = area.top()
    for line in fitted.lines:
        place = QRectF(area.left(), top, area.width(), fitted.step)
        painter.drawText(place, int(align | _ONE_LINE), line)
        top += fitted.step


def _sized(font: QFont, size: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(1, round(size)))
    return made


def _lines(text: str, font: QFont, wide: float) -> Fitted:
    found: list[str] = []
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    for paragraph in text.splitlines() or [""]:
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide)
            found.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
        layout.endLayout()
    return Fitted(tuple(found) or ("",), font, QFontMetricsF(font).height() * _LINE)
