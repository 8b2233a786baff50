# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle that lies as a folder: only ordinary files, no link is followed."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from forgeatelier.bundles.arriving import limits, refusals
from forgeatelier.bundles.arriving.source import Counting, Damaged, Source
from forgeatelier.bundles.bag import DECLARATION

_CHUNK = 1 << 20
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
# Windows: symbolic links and junctions. Files that a cloud keeps elsewhere are other reparse points, and fine.
_LINK_TAGS = (0xA000000C, 0xA0000003)


def folder_source(root: Path) -> Source:
    """The files of a folder, named and measured, none of them opened."""
    # Someone may point at any folder of the machine: it is not counted before it looks like a bundle.
    if not (root / DECLARATION).is_file():
        raise refusals.not_a_bundle()
    counting = Counting()
    try:
        _walk(root, "", counting)
    except OSError as error:
        raise refusals.unreadable(error.strerror or type(error).__name__) from error
    return counting.under("", lambda path: _chunks(root, path, counting.sizes[path]))


def _walk(folder: Path, prefix: str, counting: Counting) -> None:
    if prefix.count("/") > limits.DEPTH:
        raise refusals.too_deep(prefix)
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        path = prefix + entry.name
        status = entry.stat(follow_symlinks=False)
        if getattr(status, "st_reparse_tag", 0) in _LINK_TAGS:
            raise refusals.not_a_file(path)
        if stat.S_ISDIR(status.st_mode):
            _walk(folder / entry.name, f"{path}/", counting)
        elif stat.S_ISREG(status.st_mode):
            counting.add(path, status.st_size)
        else:
            raise refusals.not_a_file(path)


def _chunks(root: Path, path: str, size: int) -> Iterator[bytes]:
    try:
        descriptor = os.open(root / path, _READ)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise refusals.not_a_file(path)
            left = size
            while left and (chunk := file.read(min(_CHUNK, left))):
                left -= len(chunk)
                yield chunk
            if left or file.read(1):
                raise Damaged(path)
    except OSError as error:
        raise Damaged(path) from error
