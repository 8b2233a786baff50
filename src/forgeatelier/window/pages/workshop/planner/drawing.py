# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the parts of a plan are drawn: a step in a row, in a lane, at its hour; headings, gaps and faults."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from forgeatelier.ground.words import _
from forgeatelier.model.method.step import Importance
from forgeatelier.model.workshop.agenda import lane_words
from forgeatelier.window import icons
from forgeatelier.window.pages.workshop.planner.metrics import Metrics
from forgeatelier.window.pages.workshop.planner.pieces import Piece, Row
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import ring, rounded, words
from forgeatelier.window.widgets.timeline_step import draw_kind

_RIGHT = Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


def kind_bar(painter: QPainter, area: QRect, kind: str) -> None:
    """The bar of a kind, drawn once for each size and then copied."""
    theme = worn()
    ratio = painter.device().devicePixelRatioF()
    picture = _bar(kind, area.width(), area.height(), theme.name, theme.text_scale, ratio)
    painter.drawPixmap(area.topLeft(), picture)


@lru_cache(maxsize=512)
def _bar(kind: str, wide: int, high: int, _name: str, _scale: float, ratio: float) -> QPixmap:
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_kind(painter, QRectF(0, 0, wide, high), kind, worn())
    painter.end()
    return picture


def ground(painter: QPainter, area: QRect, *, selected: bool, current: bool, fill: str = "") -> None:
    """What a step stands on: chosen or not, under the ring or not."""
    theme = worn()
    radius, place = float(theme.measure("radius")), QRectF(area)
    if selected or fill:
        edge = theme.colour("accent" if selected else "line") if fill else None
        rounded(painter, place, radius, theme.colour("selection" if selected else fill), edge)
    if current:
        ring(painter, place, radius)


def step(painter: QPainter, area: QRect, row: Row, sizes: Metrics) -> None:
    """One line: clock, lock, bar, title, what it is about, length, least, mark."""
    theme, x, high = sizes.theme, area.x(), area.height()
    _clock(painter, QRect(x + sizes.s, area.y(), sizes.clock, high), row, sizes)
    if row.step.starts_at is not None:
        _icon(painter, "lock", x + sizes.s + sizes.clock + 2, area, "text", sizes)
    kind_bar(painter, QRect(x + sizes.left, area.y() + 3, sizes.bar, high - 6), row.step.form.value)
    right = x + area.width() - sizes.s - sizes.glyph
    if row.step.importance is Importance.ESSENTIAL:
        _icon(painter, "star", right, area, "accent", sizes)
    right -= sizes.m + sizes.least
    least = QRectF(right, area.y(), sizes.least, high)
    words(painter, least, row.least, sizes.note, theme.colour("muted"))
    right = _length(painter, right - sizes.m, area, row, sizes) - sizes.m
    _title(painter, QRect(x + sizes.title, area.y(), right - x - sizes.title, high), row, sizes)


def _clock(painter: QPainter, area: QRect, row: Row, sizes: Metrics) -> None:
    fixed = row.step.starts_at is not None
    tone = "accent" if row.instead else "text" if fixed else "muted"
    font = sizes.strong if fixed or row.instead else sizes.body
    words(painter, QRectF(area), row.start, font, sizes.theme.colour(tone))


def _icon(painter: QPainter, role: str, x: int, area: QRect, tone: str, sizes: Metrics) -> None:
    side = sizes.glyph
    place = QRectF(x, area.center().y() - side / 2 + 0.5, side, side)
    icons.paint(painter, role, place, sizes.theme.colour(tone), 2)


def _length(painter: QPainter, right: int, area: QRect, row: Row, sizes: Metrics) -> int:
    wide = sizes.wide(row.length, sizes.strong)
    place = QRectF(right - wide, area.y(), wide, area.height())
    words(painter, place, row.length, sizes.strong, sizes.theme.colour("text"))
    if not row.sum:
        return right - wide
    more = sizes.wide(row.sum, sizes.note)
    place = QRectF(right - wide - more - 4, area.y(), more, area.height())
    words(painter, place, row.sum, sizes.note, sizes.theme.colour("muted"))
    return right - wide - more - 4


def _title(painter: QPainter, area: QRect, row: Row, sizes: Metrics) -> None:
    theme, said = sizes.theme, row.step.title or _("Étape sans titre")
    ink = theme.colour("text" if row.step.title else "muted")
    cut = words(painter, QRectF(area), said, sizes.body, ink)
    notes = " · ".join(part for part in (_was(row), row.note) if part)
    left = sizes.wide(said, sizes.body) + sizes.m
    if notes and not cut and left < area.width() - sizes.clock:
        place = QRectF(area.adjusted(left, 1, 0, 1))
        words(painter, place, notes, sizes.note, theme.colour("accent" if row.instead else "muted"))


def _long(row: Row) -> str:
    return f"{row.sum} {row.length}" if row.sum else row.length


def _was(row: Row) -> str:
    return _("au lieu de {time}").format(time=row.instead) if row.instead else ""


def cell(painter: QPainter, area: QRect, row: Row, sizes: Metrics) -> None:
    """Two lines, for lanes and for a narrow window: bar and title, then clock, length and least."""
    theme = sizes.theme
    side = max(12, sizes.bar * 3 // 5) if area.width() < sizes.narrow // 2 else sizes.bar
    kind_bar(painter, QRect(area.x() + 3, area.y() + 3, side, area.height() - 6), row.step.form.value)
    left, right = area.x() + side + sizes.s + 3, area.right() - sizes.s
    for shown, role, tone in (
        (row.step.importance is Importance.ESSENTIAL, "star", "accent"),
        (row.step.starts_at is not None, "lock", "text"),
    ):
        if shown and right - left > 4 * sizes.glyph:
            _icon(painter, role, right - sizes.glyph, area, tone, sizes)
            right -= sizes.glyph + sizes.s // 2
    title = row.step.title or _("Étape sans titre")
    ink = theme.colour("text" if row.step.title else "muted")
    high = area.height() - 2 * sizes.s
    top = area.y() + sizes.s
    words(painter, QRectF(left, top, right - left, high - sizes.line), title, sizes.body, ink)
    said = " · ".join(part for part in (row.start, _long(row), row.least, _was(row), row.note) if part)
    place = QRectF(left, top + high - sizes.line, right - left, sizes.line)
    words(painter, place, said, sizes.note, theme.colour("accent" if row.instead else "muted"))


def slab(painter: QPainter, area: QRect, row: Row, sizes: Metrics) -> None:
    """A step as high as it is long: as much of it as fits."""
    theme = sizes.theme
    side = max(12, sizes.bar * 3 // 5)
    if area.height() >= sizes.line:
        kind_bar(painter, QRect(area.x(), area.y(), side, area.height()), row.step.form.value)
    else:
        rounded(
            painter, QRectF(area.x(), area.y(), side, area.height()), 2, theme.colour(row.step.form.value)
        )
        return
    left, wide = area.x() + side + sizes.s, area.width() - side - 2 * sizes.s
    title = row.step.title or _("Étape sans titre")
    said = " · ".join(part for part in (row.start, _long(row), row.note) if part)
    tall = area.height() >= sizes.cell - sizes.s
    if tall:
        top = area.y() + 2 if area.height() < sizes.cell else area.y() + sizes.s // 2
        high = sizes.cell - sizes.line - 2 * sizes.s
        words(painter, QRectF(left, top, wide, high), title, sizes.body, theme.colour("text"))
        tone = "accent" if row.instead else "muted"
        words(painter, QRectF(left, top + high, wide, sizes.line), said, sizes.note, theme.colour(tone))
        return
    font = sizes.note
    words(painter, QRectF(left, area.y(), wide, area.height()), title, font, theme.colour("text"))
    taken = sizes.wide(title, font) + sizes.m
    if taken < wide // 2:
        short = f"{row.start} · {row.length}"
        place = QRectF(left + taken, area.y(), wide - taken, area.height())
        words(painter, place, short, font, theme.colour("muted"))


def _day(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    _heading(painter, piece, sizes, big=True)


def _phase(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    _heading(painter, piece, sizes, big=False)


def _heading(painter: QPainter, piece: Piece, sizes: Metrics, *, big: bool) -> None:
    theme, foot = sizes.theme, QRectF(piece.area).adjusted(sizes.s, sizes.s, -sizes.s, -2)
    font = sizes.lead if big else sizes.strong
    taken = sizes.wide(piece.note, sizes.note) + sizes.m if piece.note else 0
    ink = theme.colour("text" if big else "accent")
    if sizes.wide(piece.title, font) + taken > foot.width():
        taken = 0
    else:
        words(painter, foot, piece.note, sizes.note, theme.colour("muted"), align=_RIGHT)
    words(painter, foot.adjusted(0, 0, -taken, 0), piece.title, font, ink)
    if big:
        _line(painter, piece.area.bottom(), piece.area.left() + sizes.s, piece.area.right() - sizes.s, "line")


def _zone(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    theme, foot = sizes.theme, QRectF(piece.area).adjusted(sizes.s, sizes.s, -sizes.s, 0)
    side = float(sizes.glyph)
    icons.paint(
        painter, "clock", QRectF(foot.x(), foot.center().y() - side / 2, side, side), theme.colour("muted"), 2
    )
    words(painter, foot.adjusted(side + sizes.s, 0, 0, 0), piece.title, sizes.strong, theme.colour("muted"))
    words(painter, foot, piece.note, sizes.note, theme.colour("muted"), align=_RIGHT)


def _gap(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    theme, area = sizes.theme, piece.area
    left = area.x() + sizes.title
    words(
        painter, QRectF(area.adjusted(sizes.title, 0, 0, 0)), piece.title, sizes.note, theme.colour("muted")
    )
    taken = sizes.wide(piece.title, sizes.note) + sizes.m
    _line(painter, area.center().y(), left + taken, area.right() - sizes.s, "edge", dashed=True)
    _line(painter, area.center().y(), area.x() + sizes.left, left - sizes.s, "edge", dashed=True)


def _line(painter: QPainter, y: int, left: int, right: int, tone: str, *, dashed: bool = False) -> None:
    style = Qt.PenStyle.DotLine if dashed else Qt.PenStyle.SolidLine
    painter.setPen(QPen(worn().colour(tone), 1, style))
    painter.drawLine(left, y, right, y)


def _fault(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    theme, area = sizes.theme, piece.area
    ink = theme.colour(piece.note)
    tint = QColor(ink)
    tint.setAlphaF(0.08)
    rounded(painter, QRectF(area.adjusted(0, 0, -sizes.s, 0)), float(theme.measure("radius")), tint)
    side = sizes.glyph
    place = QRectF(area.x() + sizes.s, area.y() + sizes.s // 2, side, side)
    icons.paint(painter, "warning", place, ink, 2)
    text = area.adjusted(side + 2 * sizes.s, sizes.s // 2, -2 * sizes.s, 0)
    painter.setFont(sizes.note)
    painter.setPen(ink)
    painter.drawText(text, int(Qt.TextFlag.TextWordWrap), piece.title)


def _block(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    theme = sizes.theme
    rounded(
        painter,
        QRectF(piece.area),
        float(theme.measure("round")),
        theme.colour("sunken"),
        theme.colour("line"),
    )


def _fork(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    inner = QRectF(piece.area).adjusted(sizes.left + sizes.s + 2, 0, -2 * sizes.s, 0)
    words(painter, inner, piece.title, sizes.label, sizes.theme.colour("text"))
    words(painter, inner, piece.note, sizes.note, sizes.theme.colour("muted"), align=_RIGHT)


def _lane(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    area = QRectF(piece.area).adjusted(2, 0, -2, 0)
    taken = sizes.wide(piece.note, sizes.note) + sizes.s
    words(
        painter,
        area.adjusted(0, 0, -taken, 0),
        lane_words(piece.title),
        sizes.label,
        sizes.theme.colour("accent"),
    )
    words(painter, area, piece.note, sizes.note, sizes.theme.colour("muted"), align=_RIGHT)


def _rejoin(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    area = QRectF(piece.area).adjusted(sizes.s, 0, -sizes.s, 0)
    side = float(sizes.glyph)
    words(painter, area, piece.title, sizes.note, sizes.theme.colour("muted"), align=_MIDDLE)
    x = area.center().x() - sizes.wide(piece.title, sizes.note) / 2 - side - sizes.s
    place = QRectF(x, area.center().y() - side / 2, side, side)
    icons.paint(painter, "merge", place, sizes.theme.colour("muted"), 2)


def _hour(painter: QPainter, piece: Piece, sizes: Metrics) -> None:
    area = QRectF(piece.area)
    words(painter, area.adjusted(sizes.s, 0, 0, 0), piece.title, sizes.note, sizes.theme.colour("muted"))
    _line(painter, piece.area.center().y(), sizes.clock + sizes.s, piece.area.right(), "line")


SETTING: dict[str, Callable[[QPainter, Piece, Metrics], None]] = {
    "day": _day,
    "phase": _phase,
    "zone": _zone,
    "gap": _gap,
    "fault": _fault,
    "block": _block,
    "fork": _fork,
    "lane": _lane,
    "rejoin": _rejoin,
    "hour": _hour,
}
"""How each piece between the steps is drawn."""

STEPS: dict[str, Callable[[QPainter, QRect, Row, Metrics], None]] = {"step": step, "cell": cell, "slab": slab}
"""How a step is drawn in each kind of place."""
