# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words on the page: labels by type role, always shown as plain text."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from forgeatelier.window import icons
from forgeatelier.window.theme import worn

_LONG = {"body", "note", "lead", "heading", "display"}


def reveal(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part; unlike setVisible it never opens a window for a part that has no parent yet."""
    if not wanted:
        widget.hide()
    elif widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide) and widget.isHidden():
        widget.show()


class Label(QLabel):
    """A text by type role; imported text can never become markup. Long roles wrap."""

    def __init__(
        self,
        text: str = "",
        type_: str = "body",
        *,
        tone: str = "",
        wrap: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`type_`: note, label, body, strong, lead, card-title, title, heading …; `tone`: a colour role."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type_)
        self.setProperty("tone", tone)
        self.setWordWrap(type_ in _LONG if wrap is None else wrap)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour role of the text (muted, accent, ok, warn, danger, paused or none)."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(Label):
    """One line that gives way when space is short: it is elided, and the whole text becomes its tooltip."""

    def __init__(
        self, text: str = "", type_: str = "body", *, tone: str = "", parent: QWidget | None = None
    ) -> None:
        """As `Label`, on one line."""
        super().__init__(text, type_, tone=tone, wrap=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as tooltip as soon as some of it is hidden."""
        super().resizeEvent(event)
        hidden = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
        self.setToolTip(self.text() if hidden else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class Glyph(QWidget):
    """An icon beside words; it has no name of its own because the words say it."""

    def __init__(
        self, role: str, colour: str = "muted", size: str = "icon", parent: QWidget | None = None
    ) -> None:
        """`role` names a file of ui/icons, `colour` and `size` are theme roles."""
        super().__init__(parent)
        self._role, self._colour, self._size = role, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_role(self, role: str, colour: str = "") -> None:
        """Show another icon."""
        self._role, self._colour = role, colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its role says."""
        side = worn().measure(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the colour of the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, self._role, QRectF(self.rect()), worn().colour(self._colour))


class Rule(QFrame):
    """A hairline between two things that white space cannot separate."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        """A horizontal hairline, or an upright one."""
        super().__init__(parent)
        self.setProperty("shape", "rule-upright" if upright else "rule")
