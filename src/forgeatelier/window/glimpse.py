# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the first pages may read while the rest of the program is still waking up."""

from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.store.glance import Glance, WorkshopRow

Key = tuple[str, str]


class Glimpse:
    """The list of workshops on a reading connection of its own; empty while the library cannot be read.

    The first pages hold this instead of a desk: nothing heavy is imported here.
    """

    def __init__(self, folder: Path) -> None:
        """Look into a library's folder; nothing is read yet."""
        self.folder = folder
        self._glance: Glance | None = None
        self._over = False

    def keys(self) -> list[Key]:
        """Every workshop, newest first: its id and the words one may filter by."""
        return self._open().keys() if self._ready() else []

    def page(self, offset: int, limit: int) -> list[WorkshopRow]:
        """A page of workshops, newest first."""
        return self._open().page(offset, limit) if self._ready() else []

    def rows(self, keys: list[str]) -> list[WorkshopRow]:
        """The workshops with these ids, in no particular order."""
        return self._open().rows(keys) if keys and self._ready() else []

    def count(self) -> int:
        """How many workshops there are."""
        return self._open().count() if self._ready() else 0

    def close(self) -> None:
        """Let go of the file for good; there is nothing to see from now on."""
        self._over = True
        self._let_go()

    def _let_go(self) -> None:
        if self._glance is not None:
            self._glance.close()
            self._glance = None

    def _open(self) -> Glance:
        if self._glance is None:
            self._glance = Glance(self.folder / "library.sqlite")
        return self._glance

    def _ready(self) -> bool:
        """Whether the file can be read as it stands; opening the library will say why when it cannot."""
        if self._over:
            return False
        try:
            self._open().count()
        except sqlite.Error:
            self._let_go()
            return False
        return True


def local_now() -> datetime:
    """The present moment, aware; the window is one of the few places that look at a clock."""
    return datetime.now().astimezone()
