# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Full-text search beside the window: each key stops the search before it."""

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from forgeatelier.ground.errors import AtelierError
from forgeatelier.store.search import Hit, Search

RANKED_FROM = 4
"""Ranking short prefixes takes seconds and tells nothing: it begins at this many letters."""

_SHOWN = 20


class Searcher(QObject):
    """Newest matches first while one types, the best ones when they are ready; nothing ever waits for it."""

    found = Signal(str, object)
    """What was asked, and a tuple of `Hit`."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        """Search the library of this database file; the connection is opened by the thread itself."""
        super().__init__(parent)
        self._file = file
        self._turn = threading.Condition()
        self._asked: str | None = None
        self._search: Search | None = None
        self._busy = self._over = False
        self._thread = threading.Thread(target=self._run, name="search", daemon=True)
        self._thread.start()

    def ask(self, query: str) -> None:
        """Search for what is typed now; whatever is under way stops."""
        with self._turn:
            self._asked = query
            if self._busy and self._search is not None:
                self._search.interrupt()
            self._turn.notify()

    def stop(self) -> None:
        """No more searches; waits until the thread has closed its connection."""
        with self._turn:
            self._over = True
            if self._busy and self._search is not None:
                self._search.interrupt()
            self._turn.notify()
        self._thread.join()

    def _run(self) -> None:
        try:
            self._search = Search(self._file)
        except AtelierError:
            # On a stick the writer keeps the file to itself: there is nothing to search through.
            return
        while (query := self._next()) is not None:
            self._tell(query, self._look(query, ranked=False))
            if len(query.strip()) >= RANKED_FROM and self._still(query):
                hits = self._look(query, ranked=True)
                if hits:
                    self._tell(query, hits)
            self._done()
        self._search.close()

    def _next(self) -> str | None:
        with self._turn:
            while self._asked is None and not self._over:
                self._turn.wait()
            query, self._asked = self._asked, None
            self._busy = query is not None and not self._over
            return None if self._over else query

    def _done(self) -> None:
        with self._turn:
            self._busy = False

    def _still(self, query: str) -> bool:
        with self._turn:
            return not self._over and self._asked in (None, query)

    def _look(self, query: str, *, ranked: bool) -> tuple[Hit, ...]:
        assert self._search is not None
        try:
            return (
                self._search.ranked(query, limit=_SHOWN)
                if ranked
                else self._search.newest(query, limit=_SHOWN)
            )
        except AtelierError:
            return ()

    def _tell(self, query: str, hits: tuple[Hit, ...]) -> None:
        if self._still(query):
            self.found.emit(query, hits)
