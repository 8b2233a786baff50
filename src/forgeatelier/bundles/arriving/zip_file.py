# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle that lies as a zip: its list is checked whole, then entries are unpacked one by one in memory."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from forgeatelier.bundles.arriving import limits, refusals
from forgeatelier.bundles.arriving.source import Counting, Damaged, Source, check_name
from forgeatelier.bundles.arriving.zip_records import Member, check_layout, read_list
from forgeatelier.bundles.bag import DECLARATION

_CHUNK = 1 << 18


def zip_source(file: BinaryIO, path: Path) -> Source:
    """The files of an open zip, named and measured; nothing is unpacked yet."""
    length = path.stat().st_size
    if length > limits.TOTAL:
        raise refusals.too_large(limits.TOTAL)
    listed, end = read_list(file, length)
    counting = Counting()
    members: dict[str, Member] = {}
    for member in listed:
        _admit(member, counting, members)
    if counting.total > limits.RATIO_FROM and counting.total > limits.RATIO * length:
        raise refusals.bomb(path.name)
    begins = check_layout(file, listed, end)
    return counting.under(_prefix(counting.sizes), lambda name: _unpacked(file, members[name], begins[name]))


def _admit(member: Member, counting: Counting, members: dict[str, Member]) -> None:
    if member.name in members:
        raise refusals.twice(member.name)
    if member.is_folder:
        check_name(member.name.removesuffix("/"))
    else:
        counting.add(member.name, member.size)
        if member.size > limits.RATIO_FROM and member.size > limits.RATIO * member.packed:
            raise refusals.bomb(member.name)
    members[member.name] = member


def _prefix(paths: dict[str, int]) -> str:
    """The folder of the zip in which the bag lies, with its slash; empty when there is none."""
    if DECLARATION in paths:
        return ""
    found = [path for path in paths if path.count("/") == 1 and path.endswith(f"/{DECLARATION}")]
    if not found:
        raise refusals.not_a_bundle()
    if len(found) > 1:
        raise refusals.twice(DECLARATION)
    return found[0].removesuffix(DECLARATION)


def _unpacked(file: BinaryIO, member: Member, begins: int) -> Iterator[bytes]:
    """The bytes of an entry: never more than it declared, and exactly those it was made of."""
    crc, size = 0, 0
    for chunk in _inflated(file, member, begins) if member.method else _stored(file, member.packed, begins):
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        if size > member.size:
            raise Damaged(member.name)
        yield chunk
    if size != member.size or crc != member.crc:
        raise Damaged(member.name)


def _stored(file: BinaryIO, left: int, here: int) -> Iterator[bytes]:
    while left:
        # The caller may read other entries between two chunks.
        file.seek(here)
        chunk = file.read(min(_CHUNK, left))
        if not chunk:
            return
        here, left = here + len(chunk), left - len(chunk)
        yield chunk


def _inflated(file: BinaryIO, member: Member, begins: int) -> Iterator[bytes]:
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for raw in _stored(file, member.packed, begins):
            if inflating.eof:
                raise Damaged(member.name)
            yield inflating.decompress(raw, _CHUNK)
            while inflating.unconsumed_tail and not inflating.eof:
                yield inflating.decompress(inflating.unconsumed_tail, _CHUNK)
        while not inflating.eof and (chunk := inflating.decompress(b"", _CHUNK)):
            yield chunk
    except zlib.error as error:
        raise Damaged(member.name) from error
    if not inflating.eof or inflating.unused_data:
        raise Damaged(member.name)
