# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Full-text search over everything, as one types, on a connection of its own."""

import re
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.store.engine import reading
from forgeatelier.store.trouble import told_in_words

OPEN, CLOSE = "\x02", "\x03"
"""The marks around the words that matched, in a hit's texts."""

_WORD = re.compile(r"\w+", re.UNICODE)

_NEWEST = (
    "SELECT found.entity_id, found.kind, found.within, "
    f"highlight(found_words, 1, '{OPEN}', '{CLOSE}'), snippet(found_words, 0, '{OPEN}', '{CLOSE}', '…', 14) "
    "FROM found_words JOIN found ON found.number = found_words.rowid WHERE found_words MATCH ?{kinds} "
    "ORDER BY {order} LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it is, the workshop it lies in (or empty), its heading and a few words around the match."""

    entity_id: str
    kind: str
    within: str
    heading: str
    snippet: str


def match_words(query: str) -> str:
    """The FTS5 expression for what was typed: whole words, the last one perhaps unfinished; empty for no word."""
    words = _WORD.findall(query)
    if not words:
        return ""
    quoted = [f'"{word}"' for word in words]
    finished = query[-1:].isspace() and len(words) > 1
    return " ".join(quoted) if finished else f"{' '.join(quoted)}*"


class Search:
    """A reader of its own: it may live in another thread, and each new key may interrupt it."""

    def __init__(self, file: Path) -> None:
        """Open a reading connection on a library's database file."""
        with told_in_words():
            self._connection = reading(file)
        self._stopped = False

    def newest(self, query: str, *, kinds: tuple[str, ...] = (), limit: int = 30) -> tuple[Hit, ...]:
        """The newest things that hold these words; accents and case do not matter."""
        return self._find(query, kinds, limit, "found_words.rowid DESC")

    def ranked(self, query: str, *, kinds: tuple[str, ...] = (), limit: int = 30) -> tuple[Hit, ...]:
        """The best matches first, headings counting four times; slower, for the background."""
        return self._find(query, kinds, limit, "bm25(found_words, 1.0, 4.0)")

    def _find(self, query: str, kinds: tuple[str, ...], limit: int, order: str) -> tuple[Hit, ...]:
        words = match_words(query)
        if not words:
            return ()
        only = f" AND found.kind IN ({','.join('?' * len(kinds))})" if kinds else ""
        asked = _NEWEST.format(kinds=only, order=order)
        self._stopped = False
        with told_in_words():
            try:
                return self._hits(asked, (words, *kinds, limit))
            except sqlite.OperationalError as error:
                if self._stopped or "interrupt" in str(error):
                    return ()
                if "vtable" not in str(error):
                    raise
                # The index was being made anew, or looked up while an interruption came: once more is enough.
                return self._hits(asked, (words, *kinds, limit))

    def _hits(self, asked: str, arguments: tuple[object, ...]) -> tuple[Hit, ...]:
        return tuple(Hit(*row) for row in self._connection.execute(asked, arguments))

    def interrupt(self) -> None:
        """Stop the search under way; it returns nothing."""
        self._stopped = True
        self._connection.interrupt()

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def plain(text: str) -> str:
    """A hit's text without its marks."""
    return text.replace(OPEN, "").replace(CLOSE, "")
