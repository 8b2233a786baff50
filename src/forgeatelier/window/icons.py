# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Icons by role from `ui/icons`, drawn in the colours of the theme with one stroke."""

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from forgeatelier.ground.shipped import UI
from forgeatelier.window.roles import worn

STROKE = 1.75
"""One stroke for the whole set, in units of the 24-unit drawing."""


def known() -> tuple[str, ...]:
    """Every role that has an icon."""
    return tuple(sorted(file.stem for file in (UI / "icons").glob("*.svg")))


@lru_cache(maxsize=512)
def svg(role: str, colour: str, stroke: float = STROKE) -> bytes:
    """The drawing of a role in a colour (`#rrggbb`); an unknown role is drawn as a plain circle."""
    file = UI / "icons" / f"{role}.svg"
    drawing = (file if file.exists() else UI / "icons" / "step-open.svg").read_text(encoding="utf-8")
    drawing = re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{stroke}"', drawing, count=1)
    return drawing.replace("currentColor", colour).encode()


def paint(painter: QPainter, role: str, area: QRectF, colour: QColor, stroke: float = STROKE) -> None:
    """Draw the icon of `role` into `area`, sharp at any size; see-through colours stay see-through."""
    painter.save()
    painter.setOpacity(painter.opacity() * colour.alphaF())
    renderer = _renderer(role, colour.name(), stroke)
    renderer.render(painter, area)
    painter.restore()


@lru_cache(maxsize=512)
def _renderer(role: str, colour: str, stroke: float) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg(role, colour, stroke)))


def pixmap(role: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` by `size` device-independent pixels."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, role, QRectF(0, 0, size, size), colour)
    painter.end()
    return picture


def icon(role: str, colour: str = "text", size: str = "icon") -> QIcon:
    """The icon of a role for menus, tabs and lists, in the colour role `colour` of the theme now worn."""
    theme = worn()
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(role, theme.colour(colour), theme.measure(size), ratio))
        made.addPixmap(pixmap(role, theme.colour("edge"), theme.measure(size), ratio), QIcon.Mode.Disabled)
    return made
