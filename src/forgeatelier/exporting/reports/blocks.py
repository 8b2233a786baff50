# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the sections of a report are made of: paragraphs, lists, tables, bars, boxes to fill in by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part; `empty` when the library knows nothing of it and a box waits for the words."""

    title: str
    blocks: tuple[Block, ...]
    empty: bool = False
    annex: bool = False


def paragraphs(text: str) -> tuple[Block, ...]:
    """A text as typed, one paragraph for each blank line; nothing when it is empty."""
    parts = tuple(part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())
    return ({"kind": "text", "parts": parts},) if parts else ()


def points(items: Iterable[str], title: str = "") -> tuple[Block, ...]:
    """A list, under a small title when there is one; nothing when it is empty."""
    lines = tuple(item for item in items if item)
    return (*heading(title), {"kind": "list", "lines": lines}) if lines else ()


def heading(title: str) -> tuple[Block, ...]:
    """A small title."""
    return ({"kind": "sub", "title": title},) if title else ()


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0, last_is_sum: bool = False
) -> tuple[Block, ...]:
    """A table whose last `numbers` columns hold numbers; nothing without rows."""
    lines = tuple(tuple(row) for row in rows)
    if not lines:
        return ()
    first = len(head) - numbers
    return (
        {
            "kind": "table",
            "head": tuple(head),
            "rows": lines,
            "numbers": first,
            "sum": last_is_sum,
            "ranked": all(row[0].isdigit() for row in lines),
        },
    )


def bars(question: str, rows: Sequence[tuple[str, int]]) -> tuple[Block, ...]:
    """How many gave each answer, as bars that any copier keeps; the longest fills the width."""
    most = max((count for _answer, count in rows), default=0)
    if not most:
        return ()
    lines = tuple((answer, count, round(100 * count / most)) for answer, count in rows)
    return ({"kind": "bars", "question": question, "rows": lines, "total": sum(c for _a, c in rows)},)


def blank(hint: str, lines: int = 4) -> Block:
    """A box to fill in by hand: « à compléter », and what is expected there."""
    return {"kind": "blank", "hint": hint, "lines": range(lines)}


def section(title: str, blocks: Iterable[Block], hint: str, lines: int = 4) -> Section:
    """A part with what is known, or the box that waits for it."""
    found = tuple(blocks)
    return Section(title, found or (blank(hint, lines),), empty=not found)
