# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: details of what is chosen, on the right; it scrolls, its buttons stay."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import IconButton
from forgeatelier.window.widgets.layouts import Flow, holding, row, stack
from forgeatelier.window.widgets.text import ElidedLabel, Label, Rule


class Inspector(QFrame):
    """Title above, things in `body`, buttons below that never scroll away; `closed` when put away (Esc)."""

    closed = Signal()

    def __init__(self, title: str = "", *, closable: bool = False, parent: QWidget | None = None) -> None:
        """As wide as the measure `inspector`, a little wider with larger text."""
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self.setProperty("edge", "left")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        theme = worn()
        self._title = ElidedLabel(title, "card-title")
        self._top = row(self._title, margin="l")
        self._top.setStretch(0, 1)
        if closable:
            cross = IconButton("close", _("Fermer ce panneau"))
            cross.clicked.connect(self._put_away)
            self._top.addWidget(cross)
        self.body = stack(gap="m")
        inner = stack(self.body, None, gap="")
        inner.setContentsMargins(theme.space("l"), 0, theme.space("l"), theme.space("l"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holding(inner, "raised"))
        self._scroll.setProperty("ground", "none")
        self._flow = Flow()
        foot = stack(Rule(), self._flow, gap="m")
        foot.setContentsMargins(theme.space("l"), 0, theme.space("l"), theme.space("m"))
        self._foot = holding(foot)
        self._foot.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)

    def set_title(self, title: str) -> None:
        """Say what is being looked at."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def add(self, *widgets: QWidget) -> None:
        """Put things into the body."""
        for widget in widgets:
            self.body.addWidget(widget)

    def section(self, title: str) -> None:
        """Begin a part of the body with a small heading."""
        if self.body.count():
            self.body.addSpacing(worn().space("s"))
        self.body.addWidget(Label(title, "label", wrap=True))

    def act(self, *buttons: QWidget) -> None:
        """Put buttons at the bottom, where they stay in sight."""
        for button in buttons:
            self._flow.addWidget(button)
        self._foot.show()

    def clear(self) -> None:
        """Empty the body and the buttons, ready for something else."""
        for layout in (self.body, self._flow):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        self._foot.hide()

    def _put_away(self) -> None:
        self.hide()
        self.closed.emit()

    def sizeHint(self) -> QSize:
        """The measure of an inspector."""
        theme = worn()
        return QSize(
            round(theme.measure("inspector") * (1 + (theme.text_scale - 1) * 0.4)),
            super().sizeHint().height(),
        )

    def minimumSizeHint(self) -> QSize:
        """It may be no narrower, but as low as needed."""
        return QSize(self.sizeHint().width(), worn().measure("control") * 3)
