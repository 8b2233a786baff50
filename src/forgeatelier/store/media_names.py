# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where each photo, sound or other file of a library lies, by the hash of what it contains."""

import re
from pathlib import Path
from typing import Literal

Tier = Literal["master", "print", "thumb"]
"""The sizes of a photo: what is shared, what paper needs, what a list shows."""

RENDITIONS: tuple[Tier, ...] = ("print", "thumb")
"""The tiers that can be made again from the master."""

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SUFFIX = re.compile(r"[a-z0-9]{1,8}", re.ASCII)
_NAME = re.compile(r"([0-9a-f]{64})(?:\.(print|thumb))?\.([a-z0-9]{1,8})", re.ASCII)


def safe_suffix(suffix: str) -> str:
    """`suffix` without its dot, in lower-case ASCII letters and digits, at most eight; else `bin`."""
    bare = suffix.lower().removeprefix(".")
    return bare if _SUFFIX.fullmatch(bare) else "bin"


def media_path(folder: Path, sha256: str, tier: Tier = "master", suffix: str = "jpg") -> Path:
    """Where a file is or would be below the library folder; ValueError when `sha256` is not a hash."""
    middle = "" if tier == "master" else f".{tier}"
    return _shelf(folder / "media", sha256) / f"{sha256}{middle}.{safe_suffix(suffix)}"


def original_path(folder: Path, sha256: str, suffix: str) -> Path:
    """Where an untouched original is or would be below the library folder."""
    return _shelf(folder / "originals", sha256) / f"{sha256}.{safe_suffix(suffix)}"


def named(sha256: str, folder: Path) -> list[Path]:
    """Every file that bears this hash below `media` and `originals`, in any tier and with any ending."""
    return sorted(
        path
        for root in ("media", "originals")
        for path in _shelf(folder / root, sha256).glob(f"{sha256}.*")
        if _NAME.fullmatch(path.name)
    )


def parts(name: str) -> tuple[str, Tier, str] | None:
    """Hash, tier and ending that a file name tells, or None when it is no name of ours."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    tiers: dict[str | None, Tier] = {None: "master", "print": "print", "thumb": "thumb"}
    return found[1], tiers[found[2]], found[3]


def _shelf(root: Path, sha256: str) -> Path:
    # Hashes come from other libraries too: nothing else may become a path.
    if not _SHA256.fullmatch(sha256):
        raise ValueError(sha256)
    return root / sha256[:2]
