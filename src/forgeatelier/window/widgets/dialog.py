# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A dialog for the few things that need one: title, what to fill in, and two verbs that stay in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import Button
from forgeatelier.window.widgets.layouts import holding, row, stack
from forgeatelier.window.widgets.text import Label, Rule, reveal


class Dialog(QDialog):
    """What to fill in goes into `body`, which scrolls; Enter accepts, Esc goes back."""

    def __init__(
        self, title: str, accept: str, *, note: str = "", cancel: str = "", parent: QWidget | None = None
    ) -> None:
        """`accept` is the verb of the primary button; `cancel` says « Annuler » unless told otherwise."""
        super().__init__(parent)
        self.setWindowTitle(title)
        theme = worn()
        self._note = Label(note, "body", tone="muted")
        reveal(self._note, bool(note))
        head = stack(Label(title, "title", wrap=True), self._note, gap="xs")
        head.setContentsMargins(theme.space("xl"), theme.space("xl"), theme.space("xl"), theme.space("m"))
        self.body = stack(gap="l")
        inner = stack(self.body, None, gap="")
        inner.setContentsMargins(theme.space("xl"), theme.space("xs"), theme.space("xl"), theme.space("l"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = holding(inner, "surface")
        self._scroll.setWidget(self._inner)
        self.accept_button = Button(accept, "primary")
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = Button(cancel or _("Annuler"), "quiet")
        self.cancel_button.clicked.connect(self.reject)
        foot = row(None, self.cancel_button, self.accept_button, gap="s")
        foot.setContentsMargins(theme.space("xl"), theme.space("m"), theme.space("xl"), theme.space("m"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(Rule())
        layout.addLayout(foot)

    def add(self, *widgets: QWidget) -> None:
        """Put things into the body."""
        for widget in widgets:
            self.body.addWidget(widget)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        super().showEvent(event)
        for widget in self._inner.findChildren(QWidget):
            if (
                widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and widget.isVisibleTo(self)
                and widget.isEnabled()
            ):
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def sizeHint(self) -> QSize:
        """High enough for everything, never higher than a small screen."""
        theme = worn()
        wide = round(theme.measure("dialog") * (1 + (theme.text_scale - 1) * 0.6))
        around = super().sizeHint().height() - self._scroll.sizeHint().height()
        needed = self._inner.heightForWidth(wide) if self._inner.hasHeightForWidth() else -1
        needed = max(needed, self._inner.sizeHint().height())
        return QSize(wide, min(around + needed + theme.space("xl"), theme.measure("dialog-height")))
