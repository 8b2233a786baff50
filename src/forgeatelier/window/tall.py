# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts that need some height: in a low window with large text they scroll instead of being cut."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from forgeatelier.window.theme import worn


class _Held(QWidget):
    """Never lower than so many rows of a list."""

    def __init__(self, inner: QLayout, ground: str, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self.setProperty("ground", ground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, ground != "none")
        self.setLayout(inner)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), worn().measure("row") * self._rows))


class Tall(QScrollArea):
    """Holds one part of a page; while there is room it is as high as the window."""

    def __init__(
        self, inner: QLayout, focus: QWidget | None = None, *, rows: int = 9, ground: str = "surface"
    ) -> None:
        """`rows` is the least height, in rows of a list; `focus` takes the focus for the part."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held = _Held(inner, ground, rows)
        self.setWidget(self._held)
        if focus is not None:
            self.setFocusProxy(focus)

    def minimumSizeHint(self) -> QSize:
        """It may be low; it may not be narrower than what it holds."""
        return QSize(self._held.minimumSizeHint().width(), worn().measure("control") * 3)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever holds a widget so that it can be seen, once everything has its place."""

    def scroll() -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()

    QTimer.singleShot(0, widget, scroll)
