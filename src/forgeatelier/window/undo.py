# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo and redo over changes: what is undone is kept as a change of its own."""

from PySide6.QtGui import QUndoCommand, QUndoStack

from forgeatelier.atelier import Atelier
from forgeatelier.model.change import Change


class _Kept(QUndoCommand):
    """A change that was kept; taking it back keeps its inverse."""

    def __init__(self, atelier: Atelier, change: Change) -> None:
        super().__init__(change.title)
        self._atelier = atelier
        self._change = change

    def redo(self) -> None:
        """Keep the change."""
        self._atelier.keep(self._change)

    def undo(self) -> None:
        """Keep its inverse."""
        self._atelier.keep(self._change.inverted())


class History(QUndoStack):
    """The one way by which the window keeps anything."""

    def __init__(self, atelier: Atelier) -> None:
        """Begin an empty history over an open atelier."""
        super().__init__()
        self._atelier = atelier
        self.setUndoLimit(500)

    def keep(self, change: Change) -> None:
        """Keep a change so that it can be taken back. Raises AtelierError, and then nothing has changed."""
        if not change.before and not change.after:
            return
        command = _Kept(self._atelier, change)
        # Qt swallows an exception raised inside push(): keep first, then record the command as already done.
        self._atelier.keep(change)
        self.push(_Recorded(command))


class _Recorded(QUndoCommand):
    """Wraps a command whose first redo has already happened."""

    def __init__(self, command: _Kept) -> None:
        super().__init__(command.text())
        self._command = command
        self._done = True

    def redo(self) -> None:
        """Redo, except the first time, when Qt asks for what is done already."""
        if self._done:
            self._done = False
            return
        self._command.redo()

    def undo(self) -> None:
        """Take it back."""
        self._command.undo()
