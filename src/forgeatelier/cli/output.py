# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command prints: sentences for people, JSON for scripts, and nothing else."""

import codecs
import dataclasses
import io
import json
import sys
import unicodedata
from collections.abc import Sequence
from typing import Any

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import harmless
from forgeatelier.ground.words import _
from forgeatelier.model.plain import to_plain

_PLAINER = str.maketrans(
    {
        "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "–": "-", "—": "-", "→": "->", "›": ">",
        "\u00a0": " ", "\u202f": " ", "⛔": "[!]", "⚠": "[?]", "œ": "oe", "Œ": "OE", "°": "o", "\ufe0f": "",
    }
)  # fmt: skip


def prepare_terminal() -> None:
    """Let terminals that know no accents show the nearest letters instead of failing."""
    codecs.register_error("nearest", _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="nearest")


def _nearest(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    hard = error.object[error.start : error.end]
    bare = unicodedata.normalize("NFKD", hard.translate(_PLAINER))
    near = "".join(c if ord(c) < 128 else "" if unicodedata.combining(c) else "?" for c in bare)
    return near, error.end


def say(text: str) -> None:
    """One line for people."""
    print(harmless(text))


def give(value: Any, *, as_json: bool, text: str) -> None:
    """The result of a command: `value` as JSON, or `text` for people."""
    print(_json(value) if as_json else harmless(text))


def data_of(value: Any) -> dict[str, Any]:
    """Every field of a value, those that hold their default too: scripts count on the same keys each time."""
    return {f.name: to_plain(getattr(value, f.name)) for f in dataclasses.fields(value)}


def _json(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    try:
        written.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        # Scripts get every letter whatever the terminal knows.
        return json.dumps(value, indent=2, default=str)
    return written


def aside(text: str) -> None:
    """One line that is not part of the result (progress, notices), so that scripts can ignore it."""
    print(harmless(text), file=sys.stderr)


def refuse(refusal: AtelierError, *, as_json: bool) -> int:
    """Say why a command did nothing; returns 1."""
    if as_json:
        print(_json({"refused": refusal.what, "advice": refusal.advice}))
    else:
        aside(f"{refusal.what} {refusal.advice}".strip())
    return 1


def progress(done: int, total: int, label: str = "") -> None:
    """Progress on a terminal, one line that rewrites itself; silent in a pipe."""
    if sys.stderr.isatty() and total:
        end = "\r\x1b[K" if done >= total else ""
        sys.stderr.write(f"\r\x1b[K{done}/{total} {label[:60]}{end}")
        sys.stderr.flush()


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Aligned columns for people; a sentence when there is nothing."""
    if not rows:
        return _("Il n’y a rien à montrer.")
    widths = [max(columns_of(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lines = [
        "  ".join(
            cell + " " * (width - columns_of(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in (head, *rows)
    ]
    return "\n".join(lines)


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes: marks take none, wide signs two."""
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) in ("Cf", "Mn", "Me")
        else 2
        if unicodedata.east_asian_width(c) in ("W", "F")
        else 1
        for c in text
    )
