# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A toast: what was just done, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import Button, IconButton
from forgeatelier.window.widgets.drawing import painter_of, rounded, shadow
from forgeatelier.window.widgets.text import Glyph, Label, reveal

STAY = 8000
"""How long a toast stays, in milliseconds; it waits while one points at it."""


class Toast(QWidget):
    """One floating sentence at the bottom of its parent; keep one per window and `say` things."""

    def __init__(self, parent: QWidget) -> None:
        """Hidden until `say`."""
        super().__init__(parent)
        theme = worn()
        self._over = parent
        self._undo: Callable[[], object] | None = None
        self._mark, self._text = Glyph("ok", "ok"), Label("", "body", wrap=True)
        self._back = Button(_("Défaire"), "plain", "undo")
        self._back.setToolTip(_("Revenir en arrière (Ctrl+Z)"))
        self._back.clicked.connect(self._take_back)
        cross = IconButton("close", _("Fermer ce message"))
        cross.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        reach = theme.measure("shadow")
        near = reach + theme.space("xs")
        layout.setContentsMargins(reach + theme.space("l"), near, near, near)
        layout.setSpacing(theme.space("m"))
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._back)
        layout.addWidget(cross)
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.setInterval(STAY)
        self._leave.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], object] | None = None, *, tone: str = "ok") -> None:
        """Say what was done; with `undo` one can take it back. `tone`: ok, info, warn or danger."""
        self._undo = undo
        self._text.setText(text)
        self._mark.set_role({"warn": "warning"}.get(tone, tone), {"info": "focus"}.get(tone, tone))
        reveal(self._back, undo is not None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._leave.start()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        theme, over = worn(), self._over
        widest = round(theme.measure("toast") * max(1.0, theme.text_scale * 0.8))
        widest += 2 * theme.measure("shadow")
        wide = min(widest, over.width() - 2 * theme.space("l"))
        high = max(self.heightForWidth(wide), self.minimumSizeHint().height())
        self.setGeometry((over.width() - wide) // 2, over.height() - high - theme.space("huge"), wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom of the parent when that is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while one points at it."""
        self._leave.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go away after a while again."""
        self._leave.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a raised slip of paper."""
        theme = worn()
        painter = painter_of(self)
        reach = theme.measure("shadow")
        area = QRectF(self.rect()).adjusted(reach, reach, -reach, -reach)
        shadow(painter, area, theme.measure("round"), theme)
        rounded(painter, area, theme.measure("round"), theme.colour("raised"), theme.colour("edge"))
        painter.end()
