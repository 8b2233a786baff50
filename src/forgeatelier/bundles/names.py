# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of files that every disk, old phone and mail program accepts, and what is wrong with the others."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

LONGEST_PATH = 119
"""How many characters a path inside a bundle may have, counted from the folder of the bundle."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_OUTSIDE = re.compile(r"[\\:\x00-\x1f\x7f]")
_PART = re.compile(r"[A-Za-z0-9._][A-Za-z0-9._+-]*", re.ASCII)
_WRITTEN = re.compile(r"[a-z0-9][a-z0-9._+-]*", re.ASCII)
_FIXED = {"LISEZMOI.md", "README.md", "CREDITS.md", "JOURNAL.md", "RETRAITS.yaml", "REUSE.toml"}
_LETTERS = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l"}
)


class BadName(StrEnum):
    """What may be wrong with a path."""

    OUTSIDE = "outside"
    LETTERS = "letters"
    RESERVED = "reserved"
    LONG = "long"


def slug(text: str, otherwise: str, length: int, keep: str = "") -> str:
    """`text` in lower-case ASCII words joined by hyphens; `otherwise` when nothing is left of it."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    ascii_only = decomposed.encode("ascii", "ignore").decode().lower()
    words = re.sub(rf"[^a-z0-9{re.escape(keep)}]+", "-", ascii_only).strip("-.")
    if len(words) > length:
        whole = words[: length + 1].rpartition("-")[0]
        words = (whole or words[:length]).strip("-.")
    return words or otherwise


def complaint(path: str, longest: int = LONGEST_PATH) -> BadName | None:
    """What is wrong with a path found in a bundle, if anything: it must be harmless on every system."""
    parts = path.split("/")
    if _OUTSIDE.search(path) or {"", "..", "."} & set(parts):
        return BadName.OUTSIDE
    if any(part.endswith((".", " ")) or part.split(".")[0].strip().lower() in _RESERVED for part in parts):
        return BadName.RESERVED
    if not all(_PART.fullmatch(part) for part in parts):
        return BadName.LETTERS
    return BadName.LONG if len(path) > longest else None


def may_be_written(path: str) -> bool:
    """Whether we give a file this path under `data/`: lower case, but for the few names people look for."""
    if complaint(f"data/{path}"):
        return False
    parts = path.split("/")
    return path in _FIXED or path.startswith("LICENSES/") or all(_WRITTEN.fullmatch(part) for part in parts)


def same_without_case(paths: Iterable[str]) -> tuple[str, str] | None:
    """Two paths that a Windows or FAT disk would take for one, or a file named like a folder, if any."""
    taken: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        key = _as_one(path)
        if key in taken:
            return taken[key], path
        taken[key] = path
        parts = path.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            first = folders.setdefault(_as_one(folder), folder)
            if first != folder:
                return first, folder
    return next(((folders[key], taken[key]) for key in folders if key in taken), None)


def _as_one(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
