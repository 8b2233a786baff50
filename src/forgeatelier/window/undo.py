# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo over changes: what is undone is kept as a change of its own."""

from PySide6.QtGui import QUndoCommand, QUndoStack

from forgeatelier.atelier import Atelier
from forgeatelier.model.change import Change

_LONGEST = 500


class History(QUndoStack):
    """The one way by which the window keeps anything.

    Qt's stack only counts and names: its commands do nothing. The library is asked first, so that a refusal (a full
    disk) leaves both the library and the history as they were.
    """

    def __init__(self, atelier: Atelier) -> None:
        """Begin an empty history over an open atelier."""
        super().__init__()
        self._atelier = atelier
        self._changes: list[Change] = []
        self.setUndoLimit(_LONGEST)

    def keep(self, change: Change) -> None:
        """Keep a change so that it can be taken back. Raises AtelierError, and then nothing has changed."""
        if not change.before and not change.after:
            return
        self._atelier.keep(change)
        del self._changes[self.index() :]
        self.push(QUndoCommand(change.title))
        self._changes.append(change)
        # At its limit Qt forgets the oldest.
        del self._changes[: len(self._changes) - self.count()]

    def undo(self) -> None:
        """Take the last change back. Raises AtelierError, and then nothing has changed."""
        if self.canUndo():
            self._atelier.keep(self._changes[self.index() - 1].inverted())
            super().undo()

    def redo(self) -> None:
        """Make the change again that was taken back. Raises AtelierError, and then nothing has changed."""
        if self.canRedo():
            self._atelier.keep(self._changes[self.index()])
            super().redo()
