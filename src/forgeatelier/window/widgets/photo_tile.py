# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A photo in a grid: its proportions kept, its caption, and what its people said."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forgeatelier.ground.words import _
from forgeatelier.window import icons
from forgeatelier.window.theme import Theme, worn
from forgeatelier.window.widgets.drawing import height_of, ring, rounded, words
from forgeatelier.window.widgets.tag import CONSENTS

PHOTO_ROLE = Qt.ItemDataRole.UserRole + 2
"""The item role under which a model gives its `Photo`."""

PICTURE_ROLE = Qt.ItemDataRole.UserRole + 3
"""The item role under which a model gives the small picture, once it has been read."""


@dataclass(frozen=True, slots=True)
class Photo:
    """What a tile shows; `consent` is one of CONSENTS; `group` the key it was sorted with."""

    key: str
    file: Path
    caption: str = ""
    consent: str = "unknown"
    excluded: bool = False
    group: str = ""

    def aloud(self) -> str:
        """The tile as a screen reader says it."""
        parts = [self.caption or _("Photo sans légende"), _(CONSENTS[self.consent][2])]
        return ", ".join(parts + ([_("écartée")] if self.excluded else []))


def tile_size(theme: Theme) -> QSize:
    """How large a tile is: a 4:3 picture, caption and consent under it."""
    wide = min(theme.measure("tile"), round(theme.measures.grows["tile"] * 1.4))
    under = (
        height_of(theme.font(weight=500))
        + height_of(theme.font("note"))
        + theme.space("s")
        + theme.space("m")
    )
    return QSize(wide, round((wide - 2 * theme.space("s")) * 3 / 4) + under + theme.space("s"))


class PhotoDelegate(QStyledItemDelegate):
    """Draws the tiles of a photo grid. Keep a reference to it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Sheet, picture, caption, consent; a chosen one has a tick, the current one the ring."""
        photo = index.data(PHOTO_ROLE)
        if not isinstance(photo, Photo):
            return
        theme = worn()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area, radius = QRectF(option.rect), float(theme.measure("round"))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rounded(
            painter,
            area,
            radius,
            theme.colour("selection" if chosen else "raised"),
            theme.colour("accent" if chosen else "line"),
        )
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, area, radius)
        frame = area.adjusted(theme.space("s"), theme.space("s"), -theme.space("s"), 0)
        frame.setHeight(frame.width() * 3 / 4)
        _draw_picture(painter, frame, photo, index.data(PICTURE_ROLE), theme)
        _draw_marks(painter, frame, photo, theme, chosen=chosen)
        _draw_words(
            painter,
            QRectF(frame.left(), frame.bottom(), frame.width(), area.bottom() - frame.bottom()),
            photo,
            theme,
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for every tile."""
        return tile_size(worn())


def _draw_picture(painter: QPainter, frame: QRectF, photo: Photo, picture: object, theme: Theme) -> None:
    rounded(painter, frame, theme.measure("radius"), theme.colour("sunken"))
    if not isinstance(picture, QPixmap) or picture.isNull():
        side = theme.measure("rail-icon")
        square = QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2, side, side)
        icons.paint(painter, "photo", square, theme.colour("muted"))
        return
    size = QSize(picture.deviceIndependentSize().toSize())
    size.scale(frame.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    at = QRectF(
        frame.center().x() - size.width() / 2,
        frame.center().y() - size.height() / 2,
        size.width(),
        size.height(),
    )
    painter.setOpacity(0.35 if photo.excluded else 1.0)
    painter.drawPixmap(at, picture, QRectF(picture.rect()))
    painter.setOpacity(1.0)


def _draw_marks(painter: QPainter, frame: QRectF, photo: Photo, theme: Theme, *, chosen: bool) -> None:
    side, gap = float(theme.measure("mark")) + 4, theme.space("xs")
    spot = QRectF(frame.right() - side - gap, frame.top() + gap, side, side)
    for shown, role, ground in ((chosen, "check", "accent"), (photo.excluded, "hide", "text")):
        if shown:
            rounded(painter, spot, side / 2, theme.colour(ground))
            ink = theme.colour("on-accent" if ground == "accent" else "surface")
            icons.paint(painter, role, spot.adjusted(3, 3, -3, -3), ink, 2.4)
            spot.translate(-side - gap, 0)
    if photo.group:
        field = QRectF(frame.left() + gap, frame.top() + gap, side, side)
        rounded(painter, field, side / 2, theme.colour("text"))
        words(
            painter,
            field,
            photo.group,
            theme.font("note", weight=700),
            theme.colour("surface"),
            align=Qt.AlignmentFlag.AlignHCenter,
        )


def _draw_words(painter: QPainter, area: QRectF, photo: Photo, theme: Theme) -> None:
    font, small = theme.font(weight=500), theme.font("note", weight=500)
    top = area.top() + theme.space("s")
    line = QRectF(area.left(), top, area.width(), height_of(font))
    empty = not photo.caption
    caption = theme.font(italic=True) if empty else font
    words(
        painter, line, photo.caption or _("Sans légende"), caption, theme.colour("muted" if empty else "text")
    )
    tone, shape, said = CONSENTS[photo.consent]
    side = float(theme.size("body"))
    high = height_of(small)
    under = QRectF(area.left(), line.bottom(), area.width(), high)
    icons.paint(
        painter, shape, QRectF(under.left(), under.center().y() - side / 2, side, side), theme.colour(tone), 2
    )
    under.setLeft(under.left() + side + theme.space("xs"))
    words(painter, under, _(said), small, theme.colour(tone))
