# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that become real together, never with the wrong content: written, flushed, renamed, flushed again."""

import hashlib
import os
import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from forgeatelier.store.sources import chunks_of

PARTIAL = ".partial"
"""The folder, beside the final ones and so on the same disk, where files wait under names nobody reads."""


@dataclass(frozen=True)
class Received:
    """Bytes that were written under a temporary name."""

    temporary: Path
    sha256: str
    size: int


class Landing:
    """Receives files under temporary names, then makes all of them real with as few flushes as are safe.

    A file has its final name only once its bytes are on the disk; when `settle` returns, a power cut no
    longer takes any of them. After `drop`, nothing is left of what had not settled.
    """

    def __init__(self) -> None:
        """Start with nothing received."""
        self._waiting: list[tuple[Path, Path]] = []
        self._temporary: set[Path] = set()
        self._folders: set[Path] = set()

    def receive(self, chunks: Iterable[bytes], root: Path) -> Received:
        """Write `chunks` under a temporary name below `root`, hashing them on the way."""
        folder = root / PARTIAL
        self._make(folder)
        temporary = folder / uuid.uuid4().hex
        self._temporary.add(temporary)
        digest, size = hashlib.sha256(), 0
        with temporary.open("xb") as out:
            for chunk in chunks:
                out.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        return Received(temporary, digest.hexdigest(), size)

    def place(self, received: Received, final: Path) -> None:
        """Have what was received become `final` when everything settles; a good file already there stays."""
        self._make(final.parent)
        self._folders.add(final.parent)
        if _same(final, received):
            self._forget(received.temporary)
        else:
            self._waiting.append((received.temporary, final))

    def settle(self) -> None:
        """Flush every file, rename every file, then flush every folder once; when it fails, none has its name."""
        new: list[Path] = []
        try:
            for temporary, _final in self._waiting:
                flush_file(temporary)
            for temporary, final in self._waiting:
                if not final.exists():
                    new.append(final)
                temporary.replace(final)
                self._temporary.discard(temporary)
            for folder in sorted(self._folders):
                flush_folder(folder)
        except BaseException:
            for final in new:
                with suppress(OSError):
                    final.unlink(missing_ok=True)
            raise
        self._waiting.clear()
        self._folders.clear()

    def drop(self) -> None:
        """Remove what has not settled; on a disk that no longer answers, as much of it as it lets go."""
        self._waiting.clear()
        for temporary in list(self._temporary):
            with suppress(OSError):
                self._forget(temporary)

    def _forget(self, temporary: Path) -> None:
        temporary.unlink(missing_ok=True)
        self._temporary.discard(temporary)

    def _make(self, folder: Path) -> None:
        """Create `folder`; the name of a new folder is flushed too, or its files would be lost with it."""
        if not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(exist_ok=True)
            self._folders.add(folder.parent)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, read a megabyte at a time."""
    digest = hashlib.sha256()
    for chunk in chunks_of(path):
        digest.update(chunk)
    return digest.hexdigest()


def flush_file(path: Path) -> None:
    """Have the disk hold the content of a file."""
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Have the disk hold the names in a folder; Windows does so by itself and lets nobody ask."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _same(final: Path, received: Received) -> bool:
    try:
        return final.stat().st_size == received.size and sha256_of(final) == received.sha256
    except OSError:
        # Missing, or unreadable and so worth replacing.
        return False
