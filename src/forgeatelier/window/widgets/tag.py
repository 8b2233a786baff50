# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags, badges and consent marks: a word and a shape, never a colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forgeatelier.ground.words import _, marked
from forgeatelier.window import icons
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import height_of, painter_of, ring, rounded, width_of, words
from forgeatelier.window.widgets.text import reveal

TONES = {
    "": "",
    "ok": "ok",
    "warn": "warning",
    "danger": "danger",
    "paused": "pause",
    "accent": "ember",
    "info": "info",
}
"""Tones of a tag and the shape each one brings."""

CONSENTS = {
    "yes": ("ok", "consent-yes", marked("Accord donné")),
    "no": ("danger", "consent-no", marked("Refus")),
    "unknown": ("warn", "consent-unknown", marked("À demander")),
    "anonymous": ("paused", "hide", marked("Sans nom")),
    "nobody": ("ok", "ok", marked("Aucune personne")),
}
"""Consent states: tone, shape, words. With nobody to recognise on a photo there is no consent to ask for."""


class Tag(QWidget):
    """A short word about a thing; can be taken off when `removable`."""

    removed = Signal()

    def __init__(
        self,
        text: str,
        tone: str = "",
        icon: str | None = None,
        *,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`tone`: none, ok, warn, danger, paused, accent, info; each has a shape unless `icon` names one."""
        super().__init__(parent)
        self._removable = removable
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if removable:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_text(text, tone, icon)

    def set_text(self, text: str, tone: str = "", icon: str | None = None) -> None:
        """Say something else."""
        self._text, self._tone = text, tone
        self._role = TONES.get(tone, "") if icon is None else icon
        self.setAccessibleName(text)
        self.setToolTip(_("Retirer « {text} »").format(text=text) if self._removable else "")
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        """Room for shape, words and cross."""
        theme, font = worn(), worn().font("note", weight=500)
        side = theme.measure("tag-icon")
        wide = width_of(self._text, font) + 2 * theme.space("s")
        wide += (side + theme.space("xs")) * (bool(self._role) + self._removable)
        return QSize(wide, height_of(font) + theme.space("xs") + 2)

    def minimumSizeHint(self) -> QSize:
        """A word may be elided when there is no room, its shape stays."""
        return QSize(min(self.sizeHint().width(), worn().measure("control") * 3), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, shape, words and cross."""
        theme = worn()
        painter = painter_of(self)
        area, ink = QRectF(self.rect()), theme.colour(self._tone if self._tone in theme.colours else "text")
        if self._tone == "info":
            ink = theme.colour("focus")
        radius = area.height() / 2
        rounded(
            painter,
            area,
            radius,
            theme.colour("raised" if self._tone else "sunken"),
            ink if self._tone else theme.colour("line"),
        )
        if self.hasFocus():
            ring(painter, area, radius)
        side, gap = float(theme.measure("tag-icon")), float(theme.space("xs"))
        left, right, top = (
            float(theme.space("s")),
            area.width() - theme.space("s"),
            (area.height() - side) / 2,
        )
        if self._role:
            icons.paint(painter, self._role, QRectF(left, top, side, side), ink, 2.2)
            left += side + gap
        if self._removable:
            icons.paint(painter, "close", QRectF(right - side, top, side, side), theme.colour("muted"), 2.2)
            right -= side + gap
        words(
            painter,
            QRectF(left, 0, right - left, area.height()),
            self._text,
            theme.font("note", weight=500),
            ink,
        )
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a removable tag takes it off."""
        if self._removable and self.rect().contains(event.position().toPoint()):
            self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Delete, Backspace, Space and Enter."""
        keys = (
            Qt.Key.Key_Delete,
            Qt.Key.Key_Backspace,
            Qt.Key.Key_Space,
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        )
        if self._removable and event.key() in keys:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ConsentMark(Tag):
    """What a person said about being shown: a shape and a word."""

    def __init__(self, consent: str, parent: QWidget | None = None) -> None:
        """`consent`: yes, no, unknown, anonymous or nobody."""
        tone, icon, said = CONSENTS[consent]
        super().__init__(_(said), tone, icon, parent=parent)

    def set_consent(self, consent: str) -> None:
        """Show another answer."""
        tone, icon, said = CONSENTS[consent]
        self.set_text(_(said), tone, icon)


class Badge(QWidget):
    """A count on something: how many are waiting there."""

    def __init__(self, count: int = 0, says: str = "", parent: QWidget | None = None) -> None:
        """`says` is read aloud, for instance « 3 à relire »; nothing shows at 0."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count, says)

    def set_count(self, count: int, says: str = "") -> None:
        """Show another count (99+ beyond)."""
        self._text = badge_text(count)
        self.setAccessibleName(says or self._text)
        self.setToolTip(says)
        reveal(self, count > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Round for one figure, longer for more."""
        font = worn().font("note", weight=700)
        high = height_of(font) + 2
        return QSize(max(high, width_of(self._text, font) + 2 * worn().space("xs") + 2), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the count on ember."""
        theme = worn()
        painter = painter_of(self)
        area = QRectF(self.rect())
        rounded(painter, area, area.height() / 2, theme.colour("accent"))
        font = theme.font("note", weight=700)
        words(painter, area, self._text, font, theme.colour("on-accent"), align=Qt.AlignmentFlag.AlignHCenter)
        painter.end()


def badge_text(count: int) -> str:
    """A count as a badge shows it."""
    return "99+" if count > 99 else str(count)
