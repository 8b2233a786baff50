# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 5: search as one types over 600,000 notes of 60 words, beside raw FTS5 on the same words.

The corpus is written through the library's own tables and index. Each prefix of common, middling and rare words is
asked letter by letter, one word and two, with highlighted snippets of the visible rows. `--notes N` for a smaller one.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.model.workshop.capture import Capture
from forgeatelier.store.library import Library
from forgeatelier.store.rows import searched_text
from forgeatelier.store.search import Search

NOW = datetime(2026, 3, 12, 10, 42, tzinfo=UTC)
CONSONANTS, VOWELS = "bcdfglmnprstv", "aeio"
SYLLABLES = [consonant + vowel for consonant in CONSONANTS for vowel in VOWELS]
SHOWN, GOAL_P99, GOAL_WORST = 20, 4.0, 16.0


def vocabulary(chance: random.Random, size: int = 34_000) -> list[str]:
    """French-like words, the most frequent first; as in any language the commonest are the shortest."""
    words: dict[str, None] = {}
    while len(words) < size:
        longest = 2 if len(words) < 60 else 3 if len(words) < 600 else 5
        words[
            "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(min(2, longest - 1), longest)))
        ] = None
    return list(words)


def notes(chance: random.Random, words: list[str], count: int) -> Iterator[str]:
    """Notes of 60 words drawn by Zipf's law."""
    weights = [1 / (rank + 2.7) for rank in range(len(words))]
    totals, total = [], 0.0
    for weight in weights:
        total += weight
        totals.append(total)
    for _ in range(count):
        yield " ".join(chance.choices(words, cum_weights=totals, k=60))


def fill(library: Library, texts: Iterator[str]) -> int:
    """Put the notes where the library files them; returns the size of the text in bytes."""
    connection = sqlite.connect(str(library.file), isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("BEGIN")
    size = 0
    for number, text in enumerate(texts):
        size += len(text.encode())
        heading, rest = searched_text(Capture(text=text))
        row = connection.execute(
            "INSERT INTO found(entity_id, kind, within, heading, text) VALUES (?, 'capture', 'w', ?, ?)",
            (f"{number:032x}", heading, rest),
        ).lastrowid
        connection.execute(
            "INSERT INTO found_words(rowid, heading, text) VALUES (?, ?, ?)", (row, heading, rest)
        )
    connection.execute("INSERT INTO found_words(found_words) VALUES ('optimize')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    connection.close()
    return size


def index_size(library: Library) -> int:
    """What the index takes beside the rows, in bytes: its pages, their index and the lengths kept for ranking."""
    connection = sqlite.connect(str(library.file))
    size = 0
    for part, kept in (("data", "length(block)"), ("idx", "length(term) + 8"), ("docsize", "length(sz) + 6")):
        size += connection.execute(f"SELECT sum({kept}) FROM found_words_{part}").fetchone()[0]
    connection.close()
    return int(size)


def prefixes(words: list[str]) -> list[str]:
    """Every prefix of common, middling and rare words."""
    chosen = words[:20] + words[800:830] + words[9_000:9_030] + words[30_000:30_025]
    return list(dict.fromkeys(word[:end] for word in chosen for end in range(1, len(word) + 1)))


def timed(ask: Callable[[str], object], questions: list[str]) -> list[float]:
    """How long each question takes, in milliseconds."""
    taken = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def raw(file: Path) -> Callable[[str], object]:
    """The same question put straight to FTS5: the floor."""
    connection = sqlite.connect(f"file:{file}?mode=ro", uri=True)
    for line in ("PRAGMA cache_size=-65536", "PRAGMA mmap_size=268435456"):
        connection.execute(line).close()

    def ask(typed: str) -> object:
        *whole, last = typed.split()
        match = " ".join([*whole, f"{last}*"])
        return connection.execute(
            "SELECT rowid, highlight(found_words, 1, '[', ']'), snippet(found_words, 0, '[', ']', '…', 14) "
            "FROM found_words WHERE found_words MATCH ? ORDER BY rowid DESC LIMIT ?",
            (match, SHOWN),
        ).fetchall()

    return ask


def main() -> None:
    """Build, warm, measure in turn."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--notes", type=int, default=600_000)
    count = asked.parse_args().notes
    chance = random.Random(20260312)
    words = vocabulary(chance)
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as place:
        os.environ["FORGEATELIER_HOME"] = f"{place}/home"
        library = Library.create(Path(place) / "bibliotheque", NOW)
        text_size = fill(library, notes(chance, words, count))
        index = index_size(library) / text_size
        measure(library, words, count, index)
        library.close()


def measure(library: Library, words: list[str], count: int, index: float) -> None:
    """Ask everything five times in turn; the first turn warms up."""
    search, floor = Search(library.file), raw(library.file)
    one = prefixes(words)
    two = [f"{words[1]} {typed}" for typed in one[::3]]
    ours: list[float] = []
    theirs: list[float] = []
    for turn in range(6):
        a = timed(lambda typed: search.newest(typed, limit=SHOWN), one + two)
        b = timed(floor, one + two)
        if turn:
            ours += a
            theirs += b
    ranked = timed(lambda typed: search.ranked(typed, limit=SHOWN), [w[:4] for w in words[20:220:4]])
    search.close()
    ours.sort()
    theirs.sort()
    p99, floor99 = ours[int(len(ours) * 0.99)], theirs[int(len(theirs) * 0.99)]
    print(f"{count} notes; index beside the text: {index:.2f} x (goal 2.6)")
    print(f"raw FTS5: median {statistics.median(theirs):.2f} ms, p99 {floor99:.2f}, worst {theirs[-1]:.2f}")
    said = f"median {statistics.median(ours):.2f} ms, p99 {p99:.2f} (goal {GOAL_P99:g})"
    print(f"the program: {said}, worst {ours[-1]:.2f} (goal {GOAL_WORST:g})")
    ranked.sort()
    p95 = ranked[int(len(ranked) * 0.95)]
    print(f"ranked, 4 letters: median {statistics.median(ranked):.0f} ms, p95 {p95:.0f} (goal 300)")
    print(f"ratio of p99 {p99 / floor99:.2f}")


if __name__ == "__main__":
    main()
