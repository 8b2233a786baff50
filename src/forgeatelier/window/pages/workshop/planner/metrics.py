# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large the parts of a plan are drawn in the theme now worn."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF

from forgeatelier.ground.words import _
from forgeatelier.window.theme import Theme, worn
from forgeatelier.window.widgets.drawing import height_of, width_of

CLOCK = "00:00"


@dataclass(frozen=True)
class Metrics:
    """Fonts and sizes of one theme at one size of text, in pixels."""

    theme: Theme
    body: QFont
    strong: QFont
    note: QFont
    label: QFont
    lead: QFont
    row: int
    cell: int
    line: int
    clock: int
    bar: int
    glyph: int
    least: int
    narrow: int
    s: int
    m: int

    @property
    def left(self) -> int:
        """Where the bar of a step begins: after the clock and the room for its lock."""
        return self.s + self.clock + self.glyph + self.s

    @property
    def title(self) -> int:
        """Where the words of a step begin."""
        return self.left + self.bar + self.m

    def height(self, text: str, width: int) -> int:
        """How high a note is when it wraps."""
        flags = int(Qt.TextFlag.TextWordWrap)
        return QFontMetrics(self.note).boundingRect(QRect(0, 0, max(40, width), 9999), flags, text).height()

    def wide(self, text: str, font: QFont) -> int:
        """How wide a line of text is."""
        return _wide(text, font.key())


def metrics() -> Metrics:
    """Those of the theme now worn."""
    theme = worn()
    return _of(theme.name, theme.text_scale)


@lru_cache(maxsize=8)
def _of(_name: str, _scale: float) -> Metrics:
    theme = worn()
    body, strong, note = theme.font(weight=500), theme.font(weight=600), theme.font("note")
    line = height_of(note)
    return Metrics(
        theme=theme,
        body=body,
        strong=strong,
        note=note,
        label=theme.font("note", weight=600),
        lead=theme.font("lead", weight=600),
        row=theme.measure("comfortable"),
        cell=height_of(body) + line + 2 * theme.space("s"),
        line=line,
        clock=width_of(CLOCK, body) + 2,
        bar=theme.measure("kind"),
        glyph=theme.measure("glyph"),
        least=width_of(_("au moins {n}").format(n=888), note),
        narrow=round(560 * theme.text_scale),
        s=theme.space("s"),
        m=theme.space("m"),
    )


@lru_cache(maxsize=4096)
def _wide(text: str, key: str) -> int:
    font = QFont()
    font.fromString(key)
    return int(QFontMetricsF(font).horizontalAdvance(text) + 1.5)
