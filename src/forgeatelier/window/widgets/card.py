# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cards: a raised sheet that holds things, a sheet to press, a figure with its words."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.drawing import painter_of, ring, rounded
from forgeatelier.window.widgets.layouts import row, stack
from forgeatelier.window.widgets.text import ElidedLabel, Glyph, Label, reveal


class Card(QFrame):
    """A raised sheet: title above, things in `body`, buttons in `foot`."""

    def __init__(
        self, title: str = "", *, note: str = "", icon: str = "", shape: str = "card", margin: str = "l"
    ) -> None:
        """`shape` is `card` (raised) or `well` (sunken)."""
        super().__init__()
        self.setProperty("shape", shape)
        self.setAccessibleName(title)
        self.heading = Label(title, "card-title", wrap=True)
        self._note = Label(note, "note")
        self.top: QHBoxLayout = row()
        if icon:
            self.top.addWidget(Glyph(icon, "accent"), 0, Qt.AlignmentFlag.AlignTop)
        self.top.addLayout(stack(self.heading, self._note, gap=""), 1)
        reveal(self.heading, bool(title))
        reveal(self._note, bool(note))
        self.body: QVBoxLayout = stack(gap="s")
        self.foot: QHBoxLayout = row()
        outer = QVBoxLayout(self)
        edge = worn().space(margin) if margin else 0
        outer.setContentsMargins(edge, edge, edge, edge)
        outer.setSpacing(worn().space("m"))
        if title or note:
            outer.addLayout(self.top)
        outer.addLayout(self.body)
        # Takes up the slack of a row of cards, unless something in the body wants it.
        outer.addStretch(0)
        outer.addLayout(self.foot)
        self._outer = outer

    def add(self, *widgets: QWidget) -> None:
        """Put things into the body."""
        for widget in widgets:
            self.body.addWidget(widget)
            if widget.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
                self._outer.setStretchFactor(self.body, 1)

    def act(self, *buttons: QWidget) -> None:
        """Put buttons at the bottom, from the left."""
        if not self.foot.count():
            self.foot.addStretch(1)
        for button in buttons:
            self.foot.insertWidget(self.foot.count() - 1, button)

    def set_title(self, title: str, note: str = "") -> None:
        """Say something else at the top."""
        self.heading.setText(title)
        reveal(self.heading, bool(title))
        self._note.setText(note)
        reveal(self._note, bool(note))
        self.setAccessibleName(title)


class PressCard(QWidget):
    """A sheet one opens with a click, Enter or Space."""

    pressed = Signal()

    def __init__(self, title: str, note: str = "", icon: str = "", *, selected: bool = False) -> None:
        """Further things go into `body` (below) and `side` (right)."""
        super().__init__()
        self._selected = selected
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(title)
        self.setAccessibleDescription(note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title, self.note = Label(title, "strong", wrap=True), Label(note, "note")
        reveal(self.note, bool(note))
        self.body: QVBoxLayout = stack(self.title, self.note, gap="xs")
        self.side: QHBoxLayout = row()
        layout = QHBoxLayout(self)
        edge = worn().space("m")
        layout.setContentsMargins(edge + 4, edge, edge + 4, edge)
        layout.setSpacing(worn().space("m"))
        if icon:
            layout.addWidget(Glyph(icon, "accent", "rail-icon"), 0, Qt.AlignmentFlag.AlignTop)
        column = stack(self.body, gap="")
        column.addStretch(0)
        layout.addLayout(column, 1)
        layout.addLayout(self.side)

    def set_selected(self, selected: bool) -> None:
        """Show that this one is chosen."""
        self._selected = selected
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet; a chosen one has an ember edge on its left."""
        theme = worn()
        painter = painter_of(self)
        area, radius = QRectF(self.rect()), float(theme.measure("round"))
        edge = theme.colour("accent" if self._selected else "edge" if self.underMouse() else "line")
        rounded(painter, area, radius, theme.colour("selection" if self._selected else "raised"), edge)
        if self._selected:
            bar = QRectF(1, radius, theme.space("xs"), area.height() - 2 * radius)
            rounded(painter, bar, bar.width() / 2, theme.colour("accent"))
        if self.hasFocus():
            ring(painter, area, radius)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pressed with the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pressed with the keyboard."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class Figure(Card):
    """A figure large enough to read from the back, and what it counts."""

    def __init__(self, value: str, says: str, note: str = "") -> None:
        """For instance « 150 », « ateliers », « dans 11 pays »."""
        super().__init__()
        self._value, self._says = Label(value, "heading", wrap=False), ElidedLabel(says, "strong")
        self._under = Label(note, "note")
        reveal(self._under, bool(note))
        self.body.setSpacing(0)
        self.add(self._value, self._says, self._under)
        self.set_value(value, says)

    def set_value(self, value: str, says: str) -> None:
        """Show another figure."""
        self._value.setText(value)
        self._says.setText(says)
        self.setAccessibleName(f"{value} {says}")
