# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle as a set of named files that can be read, wherever it lies."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from forgeatelier.bundles.arriving import limits, refusals
from forgeatelier.bundles.names import BadName, complaint, same_without_case


class Damaged(Exception):
    """The bytes of a file cannot be had, or are not all there."""


@dataclass(frozen=True, slots=True)
class Source:
    """`files` are the sizes by path in the bag; `strange` the paths that nothing of ours would have."""

    files: Mapping[str, int]
    chunks: Callable[[str], Iterator[bytes]]
    strange: tuple[str, ...] = ()

    def read(self, path: str, most: int) -> bytes:
        """A small file whole; refused when it is larger than such a file may be."""
        if self.files[path] > most:
            raise refusals.file_too_large(path, most)
        return b"".join(self.chunks(path))


@dataclass(slots=True)
class Counting:
    """Sees every entry go by, and refuses as soon as there is one too many or one too bad."""

    sizes: dict[str, int] = field(default_factory=dict)
    total: int = 0

    def add(self, path: str, size: int) -> None:
        """One more file, of a name that was not seen before."""
        check_name(path)
        if len(self.sizes) >= limits.ENTRIES:
            raise refusals.too_many(limits.ENTRIES)
        if size > limits.FILE:
            raise refusals.file_too_large(path, limits.FILE)
        self.total += size
        if self.total > limits.TOTAL:
            raise refusals.too_large(limits.TOTAL)
        self.sizes[path] = size

    def under(self, prefix: str, chunks: Callable[[str], Iterator[bytes]]) -> Source:
        """The source whose bag begins at `prefix`; what lies beside it is strange."""
        pair = same_without_case(self.sizes)
        if pair is not None:
            raise refusals.same_name(*pair)
        known: dict[str, int] = {}
        strange: list[str] = []
        for path, size in self.sizes.items():
            inner = path.removeprefix(prefix)
            if path.startswith(prefix) and complaint(inner) is None:
                known[inner] = size
            else:
                strange.append(path)
        return Source(known, lambda path: chunks(prefix + path), tuple(strange))


def check_name(path: str) -> None:
    """Refuse a name that would do harm on some system; one that is only odd will be called unknown."""
    wrong = complaint(path, limits.NAME)
    if wrong is BadName.OUTSIDE:
        raise refusals.outside(path)
    if wrong is BadName.RESERVED:
        raise refusals.reserved(path)
    if path.count("/") > limits.DEPTH:
        raise refusals.too_deep(path)
