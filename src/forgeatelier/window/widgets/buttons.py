# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Buttons: one primary a view, verbs on them, a destructive one never primary."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from forgeatelier.window import icons
from forgeatelier.window.theme import Theme, worn
from forgeatelier.window.widgets.drawing import height_of, painter_of, ring, rounded, width_of, words

KINDS = ("primary", "quiet", "plain", "soft", "danger")
BARE = {"plain", "soft"}


class Button(QPushButton):
    """A verb to press: `primary` (ember), `quiet` (outlined), `plain`, `soft` (both bare) or `danger`."""

    def __init__(self, text: str, kind: str = "quiet", icon: str = "", parent: QWidget | None = None) -> None:
        """`icon` is a role of ui/icons, drawn before the text."""
        super().__init__(text, parent)
        self._kind, self._role = kind, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFlat(True)

    @property
    def kind(self) -> str:
        """Which of the four kinds this button is."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Become another kind, for instance primary when it is now the next thing to do."""
        self._kind = kind
        self.update()

    def set_icon(self, role: str) -> None:
        """Show another icon before the text."""
        self._role = role
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and, when there is a menu, its arrow."""
        theme, font = worn(), self._font()
        wide = width_of(_bare(self.text()), font) + 2 * theme.space("m" if self._kind in BARE else "l")
        for part in (self._role, self.menu()):
            wide += theme.measure("glyph") + theme.space("s") if part else 0
        return QSize(wide, max(theme.measure("control"), height_of(font) + theme.space("s")))

    def minimumSizeHint(self) -> QSize:
        """Words on buttons are never cut."""
        return self.sizeHint()

    def _font(self) -> QFont:
        return worn().font(weight=600 if self._kind == "primary" else 500)

    def _colours(self, theme: Theme) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, edge and words, as the button stands now."""
        if not self.isEnabled():
            edge = None if self._kind in BARE else theme.colour("edge")
            return (theme.colour("sunken") if self._kind == "primary" else None), edge, theme.colour("muted")
        pressed, over = self.isDown() or self.isChecked(), self.underMouse()
        if self._kind == "primary":
            return (
                theme.colour("accent-deep" if over or pressed else "accent"),
                None,
                theme.colour("on-accent"),
            )
        ground = theme.colour("selection") if pressed else theme.colour("sunken") if over else None
        if self._kind == "danger":
            return ground, theme.colour("danger"), theme.colour("danger")
        if self._kind in BARE:
            ink = theme.colour("accent" if self._kind == "plain" else "text" if over else "muted")
            return ground, None, ink
        return ground or theme.colour("raised"), theme.colour("edge"), theme.colour("text")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, ring, icon, words and menu arrow."""
        theme = worn()
        painter = painter_of(self)
        ground, edge, ink = self._colours(theme)
        area, radius = QRectF(self.rect()), float(theme.measure("radius"))
        if self.hasFocus():
            ring(painter, area, radius)
            gap = theme.measure("ring") + (theme.measure("ring") if self._kind == "primary" else 0)
            area, edge, radius = area.adjusted(gap, gap, -gap, -gap), None, max(2.0, radius - gap / 2)
        rounded(painter, area, radius, ground, edge, dashed=not self.isEnabled())
        self._draw_inside(painter, theme, ink)
        painter.end()

    def _draw_inside(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        font, text, side, gap = self._font(), _bare(self.text()), theme.measure("glyph"), theme.space("s")
        wide = (
            width_of(text, font) + ((side + gap) if self._role else 0) + ((side + gap) if self.menu() else 0)
        )
        left, middle = (self.width() - wide) / 2, self.height() / 2
        if self._role:
            icons.paint(painter, self._role, QRectF(left, middle - side / 2, side, side), ink, 2)
            left += side + gap
        words(painter, QRectF(left, 0, width_of(text, font), self.height()), text, font, ink)
        if self.menu():
            right = left + width_of(text, font) + gap
            icons.paint(painter, "down", QRectF(right, middle - side / 2, side, side), ink, 2)


class IconButton(QPushButton):
    """An icon to press, for toolbars only; its words are its tooltip and its accessible name."""

    def __init__(
        self, icon: str, words_: str, *, key: str = "", colour: str = "text", parent: QWidget | None = None
    ) -> None:
        """`words_` says what it does; `key` is also bound as its shortcut."""
        super().__init__(parent)
        self._role, self._colour = icon, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(words_, key)

    def say(self, words_: str, key: str = "") -> None:
        """Change what the button says it does."""
        self.setToolTip(f"{words_} ({key})" if key else words_)
        self.setAccessibleName(words_)
        if key:
            self.setShortcut(key)

    def set_icon(self, role: str) -> None:
        """Show another icon."""
        self._role = role
        self.update()

    def sizeHint(self) -> QSize:
        """A square as high as any control."""
        side = worn().measure("control")
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than a fingertip."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon on a ground that answers to the pointer."""
        theme = worn()
        painter = painter_of(self)
        area, radius = QRectF(self.rect()), float(theme.measure("radius"))
        if self.isDown() or self.isChecked():
            rounded(painter, area, radius, theme.colour("selection"))
        elif self.underMouse() and self.isEnabled():
            rounded(painter, area, radius, theme.colour("sunken"))
        if self.hasFocus():
            ring(painter, area, radius)
        side = theme.measure("icon")
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = theme.colour(self._colour if self.isEnabled() else "edge")
        icons.paint(painter, self._role, square, ink)
        painter.end()


def _bare(text: str) -> str:
    """The words without their mnemonic mark."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
