# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A banner across the page: what happened, what to do, and the buttons to do it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import Button, IconButton
from forgeatelier.window.widgets.drawing import painter_of, rounded
from forgeatelier.window.widgets.layouts import Flow, holding, stack
from forgeatelier.window.widgets.text import Glyph, Label, reveal

KINDS = {
    "info": ("info", "focus"),
    "ok": ("ok", "ok"),
    "warn": ("warning", "warn"),
    "danger": ("danger", "danger"),
}
"""Kinds of banner: shape and colour role."""


class Banner(QWidget):
    """`acted` tells the name of the button pressed, `closed` that it was put away."""

    acted = Signal(str)
    closed = Signal()

    def __init__(
        self,
        kind: str,
        what: str,
        advice: str = "",
        actions: Sequence[tuple[str, str]] = (),
        *,
        closable: bool = True,
    ) -> None:
        """`kind`: info, ok, warn or danger; `actions` are (name, verb), the expected one first."""
        super().__init__()
        self._kind = kind
        self.setAccessibleName(what)
        self.setAccessibleDescription(advice)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme = worn()
        shape, colour = KINDS[kind]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("m"), theme.space("m"))
        layout.setSpacing(theme.space("m"))
        # One lonely sentence stands level with its shape; more begin at the top.
        place = Qt.AlignmentFlag.AlignTop if advice or actions else Qt.AlignmentFlag.AlignVCenter
        layout.addWidget(Glyph(shape, colour, "rail-icon"), 0, place)
        self._what, self._advice = Label(what, "strong", wrap=True), Label(advice, "body")
        reveal(self._advice, bool(advice))
        self.body = stack(self._what, self._advice, gap="xs")
        layout.addLayout(self.body, 1)
        self._buttons: dict[str, Button] = {}
        for name, verb in actions:
            button = Button(verb, "quiet")
            button.setObjectName(name)
            button.clicked.connect(self._tell)
            self._buttons[name] = button
        if self._buttons:
            self.body.addSpacing(theme.space("xs"))
            self.body.addWidget(holding(Flow(*self._buttons.values())))
        if closable:
            cross = IconButton("close", _("Fermer ce message"))
            cross.clicked.connect(self._put_away)
            layout.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, what: str, advice: str = "") -> None:
        """Change the two sentences."""
        self._what.setText(what)
        self._advice.setText(advice)
        reveal(self._advice, bool(advice))
        self.setAccessibleName(what)
        self.setAccessibleDescription(advice)

    def button(self, name: str) -> Button:
        """The button of an action, to focus or to hide it."""
        return self._buttons[name]

    def _tell(self) -> None:
        self.acted.emit(self.sender().objectName())

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground with a bar in the colour of its kind."""
        theme = worn()
        painter = painter_of(self)
        area, radius = QRectF(self.rect()), float(theme.measure("round"))
        colour = theme.colour(KINDS[self._kind][1])
        rounded(painter, area, radius, theme.colour("raised"), theme.colour("line"))
        bar = QRectF(0, radius, theme.space("xs"), area.height() - 2 * radius)
        rounded(painter, bar, bar.width() / 2, colour)
        painter.end()
