# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command prints: sentences for people, JSON for scripts, and nothing else."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _


def say(text: str) -> None:
    """One line for people."""
    print(text)


def give(value: Any, *, as_json: bool, text: str) -> None:
    """The result of a command: `value` as JSON, or `text` for people."""
    print(json.dumps(value, ensure_ascii=False, indent=2, default=str) if as_json else text)


def aside(text: str) -> None:
    """One line that is not part of the result (progress, notices), so that scripts can ignore it."""
    print(text, file=sys.stderr)


def refuse(refusal: AtelierError, *, as_json: bool) -> int:
    """Say why a command did nothing; returns 1."""
    if as_json:
        print(json.dumps({"refused": refusal.what, "advice": refusal.advice}, ensure_ascii=False, indent=2))
    else:
        aside(f"{refusal.what} {refusal.advice}".strip())
    return 1


def progress(done: int, total: int, label: str = "") -> None:
    """Progress on a terminal, one line that rewrites itself; silent in a pipe."""
    if sys.stderr.isatty() and total:
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\r\x1b[K{done}/{total} {label}{end}")
        sys.stderr.flush()


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Aligned columns for people; a sentence when there is nothing."""
    if not rows:
        return _("Il n’y a rien à montrer.")
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *rows)
    ]
    return "\n".join(lines)
