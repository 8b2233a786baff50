# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the rooms are joined: one library, one door for every change, and those who want to hear of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from forgeatelier.model.change import Change
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store.library import Library

Listener = Callable[[Change], None]
Clock = Callable[[], datetime]


class Atelier:
    """The open library with its one door. `clock` tells the aware present moment."""

    def __init__(self, library: Library, clock: Clock) -> None:
        """Stand in front of an open library."""
        self.library = library
        self.clock = clock
        self._listeners: list[Listener] = []

    @classmethod
    def open(cls, folder: Path, clock: Clock, progress: Progress = silent) -> "Atelier":
        """Open the library of this folder. Raises AtelierError with the reason when it cannot be."""
        return cls(Library(folder, clock(), progress=progress), clock)

    @classmethod
    def create(cls, folder: Path, clock: Clock) -> "Atelier":
        """Make a new library in an empty folder and open it."""
        return cls(Library.create(folder, clock()), clock)

    def keep(self, change: Change) -> datetime:
        """Keep a change for good and tell everyone; returns the moment after which it is durable."""
        self.library.apply(change, self.clock())
        for listener in tuple(self._listeners):
            listener(change)
        return self.clock()

    def listen(self, listener: Listener) -> None:
        """Hear of every change from now on."""
        self._listeners.append(listener)

    def close(self) -> None:
        """Close the library properly."""
        self.library.close()
