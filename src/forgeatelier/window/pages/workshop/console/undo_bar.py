# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The last gesture and the way back, in sight for ten seconds."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.stage import UNDO_FOR
from forgeatelier.window.widgets import Button, ElidedLabel, Glyph, row


class UndoBar(QWidget):
    """Hidden until `say`; `asked` when one wants to go back."""

    asked = Signal()

    def __init__(self) -> None:
        """Nothing was done yet."""
        super().__init__()
        self._since: datetime | None = None
        self.words = ElidedLabel("", "strong")
        self.back = Button(_("Défaire"), "plain", "undo")
        self.back.setToolTip(_("Défaire ce geste (\N{LEFTWARDS ARROW} ou Ctrl+Z)"))
        self.back.clicked.connect(self.asked)
        self._left = ElidedLabel("", "note")
        line = row(Glyph("ok", "ok"), self.words, self.back, self._left, None, gap="s")
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.hide()

    def say(self, text: str, now: datetime) -> None:
        """Tell a gesture; its seconds begin."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self._since = now
        self.show()
        self.tick(now)

    def tick(self, now: datetime) -> bool:
        """Count down; returns whether the ten seconds are over just now."""
        if self._since is None:
            return False
        left = UNDO_FOR - (now - self._since)
        if left.total_seconds() <= 0 or now < self._since:
            self.leave()
            return True
        self._left.setText(_("{n} s").format(n=round(left.total_seconds())))
        return False

    def leave(self) -> None:
        """Go away."""
        self._since = None
        self.hide()
