# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking through all the media of a library for what time, disks and people did to them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

from forgeatelier.model.progress import Progress, silent
from forgeatelier.store.media_names import RENDITIONS, Tier, media_path, named, parts
from forgeatelier.store.sources import chunks_of

Between = Callable[[], None]


def _at_once() -> None:
    """Nothing happens between two megabytes."""


@dataclass(frozen=True)
class MediaTrouble:
    """One file of the library that is not what it should be."""

    sha256: str
    tier: Tier
    path: Path
    state: Literal["missing", "damaged"]

    @property
    def can_be_remade(self) -> bool:
        """Whether the master is enough to mend it."""
        return self.tier in RENDITIONS


def scrub(folder: Path, expected: Iterable[str] = (), progress: Progress = silent) -> Iterator[MediaTrouble]:
    """What is damaged or missing below a library folder, found as the caller asks for more.

    `expected` are the hashes that the library names: without them a file that is gone altogether leaves
    no trace to notice.
    """
    for sha256 in sorted(set(expected)):
        if not any(_is_master(path) for path in named(sha256, folder)):
            yield MediaTrouble(sha256, "master", media_path(folder, sha256), "missing")
    files = all_files(folder)
    for done, path in enumerate(files):
        progress(done, len(files), path.name)
        yield from looked_at(path, folder)
    progress(len(files), len(files))


def all_files(folder: Path) -> list[Path]:
    """Every file of the media of a library folder, in the order of their names."""
    return sorted(path for root in ("media", "originals") for path in (folder / root).glob("??/*"))


def looked_at(path: Path, folder: Path, between: Between = _at_once) -> Iterator[MediaTrouble]:
    """What is wrong with one file below a library folder, or lacks beside it.

    `between` is called before each megabyte: it may wait, and may raise to break off.
    """
    said = parts(path.name)
    if said is None:
        return
    sha256, tier, suffix = said
    if not _is_good(path, sha256, tier, between):
        yield MediaTrouble(sha256, tier, path, "damaged")
    if path.is_relative_to(folder / "media") and suffix == "jpg":
        yield from _lacking(folder, sha256, tier)


def _lacking(folder: Path, sha256: str, tier: Tier) -> Iterator[MediaTrouble]:
    """The companions that a file should have beside it; a lost master is told once, by its print."""
    companions: tuple[Tier, ...] = RENDITIONS if tier == "master" else ("master",)
    if tier == "thumb" and media_path(folder, sha256, "print").exists():
        companions = ()
    for companion in companions:
        path = media_path(folder, sha256, companion)
        if not path.exists():
            yield MediaTrouble(sha256, companion, path, "missing")


def _is_good(path: Path, sha256: str, tier: Tier, between: Between) -> bool:
    try:
        if tier == "master":
            return _digest(path, between) == sha256
        between()
        return _is_whole(path.read_bytes())
    except OSError:
        return False


def _digest(path: Path, between: Between) -> str:
    digest = hashlib.sha256()
    for chunk in chunks_of(path):
        between()
        digest.update(chunk)
    return digest.hexdigest()


def _is_master(path: Path) -> bool:
    said = parts(path.name)
    return said is not None and said[1] == "master"


def _is_whole(jpeg: bytes) -> bool:
    """Whether a rendition decodes; Pillow is loaded only when the first one is looked at."""
    check: Callable[[bytes], bool] = import_module("forgeatelier.store.photos.mending").is_whole
    return check(jpeg)
