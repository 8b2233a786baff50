# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The few strokes every painted widget is made of."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from forgeatelier.window.theme import Theme, worn


def painter_of(widget: QWidget) -> QPainter:
    """A painter on the widget with smooth edges; end it when done."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def rounded(
    painter: QPainter,
    area: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    *,
    dashed: bool = False,
) -> None:
    """A rounded rectangle with an optional hairline (dashed: not to be used now) that stays inside `area`."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, radius, radius)
        return
    width = float(worn().measure("hairline"))
    painter.setPen(QPen(edge, width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.drawRoundedRect(area.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)


def ring(painter: QPainter, area: QRectF, radius: float) -> None:
    """The focus ring, along the inner side of `area`."""
    theme = worn()
    width = float(theme.measure("ring"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("focus"), width))
    painter.drawRoundedRect(area.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius)


def words(
    painter: QPainter,
    area: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> bool:
    """One line of text, elided when `area` is too narrow; returns whether it had to be."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 0.5)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
    return shown != text


def width_of(text: str, font: QFont) -> int:
    """How wide a line of text is, rounded up."""
    return int(QFontMetricsF(font).horizontalAdvance(text) + 1.5)


def height_of(font: QFont) -> int:
    """How high a line of text is, rounded up."""
    return int(QFontMetricsF(font).height() + 0.5)


def hatch(painter: QPainter, area: QRectF, pattern: str, colour: QColor) -> None:
    """Fill `area` with the hatch of a step kind; `solid` leaves it plain."""
    painter.save()
    clip = QPainterPath()
    clip.addRect(area)
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    pitch = worn().measure("hatch")
    painter.setPen(QPen(colour, float(worn().measure("hairline"))))
    if pattern == "dots":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for point in _grid(area, pitch):
            painter.drawEllipse(point, pitch / 5, pitch / 5)
    else:
        painter.drawLines(_lines(area, pattern, pitch))
    painter.restore()


def _grid(area: QRectF, pitch: int) -> list[QPointF]:
    across = range(int(area.width() // pitch) + 1)
    down = range(int(area.height() // pitch) + 1)
    return [
        QPointF(area.left() + (x + 0.5) * pitch, area.top() + (y + 0.5) * pitch) for x in across for y in down
    ]


def _lines(area: QRectF, pattern: str, pitch: int) -> list[QLineF]:
    x0, y0, w, h = area.left(), area.top(), area.width(), area.height()
    lines: list[QLineF] = []
    if pattern in {"vertical", "cross"}:
        lines += [QLineF(x0 + i * pitch, y0, x0 + i * pitch, y0 + h) for i in range(int(w // pitch) + 1)]
    if pattern in {"horizontal", "cross"}:
        lines += [QLineF(x0, y0 + i * pitch, x0 + w, y0 + i * pitch) for i in range(int(h // pitch) + 1)]
    slants = range(-int(h // pitch) - 1, int(w // pitch) + 1)
    if pattern in {"diagonal", "diagonal-cross"}:
        lines += [QLineF(x0 + i * pitch, y0 + h, x0 + i * pitch + h, y0) for i in slants]
    if pattern in {"back-diagonal", "diagonal-cross"}:
        lines += [QLineF(x0 + i * pitch, y0, x0 + i * pitch + h, y0 + h) for i in slants]
    return lines


def shadow(painter: QPainter, area: QRectF, radius: float, theme: Theme, depth: float = 1.0) -> None:
    """A soft shadow under a sheet or a floating card."""
    painter.setPen(Qt.PenStyle.NoPen)
    reach = round(theme.measure("shadow") * depth)
    for step in range(reach, 0, -2):
        painter.setBrush(theme.colour("shade", (0.05 if theme.dark else 0.018) * depth))
        spread = area.adjusted(-step / 2, -step / 4, step / 2, step)
        painter.drawRoundedRect(spread, radius + step / 2, radius + step / 2)
