# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parts of the window ask of the window itself, so that none of them has to know it."""

from typing import Protocol

from PySide6.QtGui import QUndoStack

from forgeatelier.ground.errors import AtelierError
from forgeatelier.window.choices import Choices
from forgeatelier.window.frame import Frame


class Shell(Protocol):
    """The window as commands and services see it."""

    frame: Frame
    choices: Choices

    def go(self, address: str) -> None:
        """Open an address."""

    def tell(self, error: AtelierError) -> None:
        """Show a sentence with its remedy."""

    def ask_folder(self) -> None:
        """Ask which library to open."""

    def quit_(self) -> None:
        """Close the window."""


class Doing(Protocol):
    """What can be done while a library is open."""

    @property
    def history(self) -> QUndoStack:
        """What was done."""

    def undo(self) -> None:
        """Take back the last change."""

    def redo(self) -> None:
        """Do it again."""

    def back_up_now(self) -> None:
        """Make a copy at once."""
