# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of a zip, read by ourselves: two readers of one zip must never see two things.

Only the plainest zip is understood: entries one after another from the first byte, then their list, then the end.
"""

import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from forgeatelier.bundles.arriving import limits, refusals
from forgeatelier.ground.errors import AtelierError

_END = struct.Struct("<4s4H2LH")
_LISTED = struct.Struct("<4s4x2H4x3L5H2L")
_ENTRY = struct.Struct("<4s2x2H4x3L2H")
_DESCRIPTOR = struct.Struct("<3L")
_EXTRA = struct.Struct("<2H")
_STORED, _DEFLATED = 0, 8
_ENCODING_HINTS, _SIZES_AFTER, _UTF8 = 0b110, 0b1000, 0x800
_DOS_FOLDER, _DOS_STRANGE = 0x10, 0x448
_WIDE, _WIDE_COUNT = 0xFFFFFFFF, 0xFFFF
# Extra fields by which some readers see other sizes (ZIP64) or another name (Unicode path).
_SECOND_TALES = (0x0001, 0x7075)


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of the list: where its header is, how it is packed, and what it should come to."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int

    @property
    def is_folder(self) -> bool:
        """Whether it only names a folder."""
        return self.name.endswith("/")


def read_list(file: BinaryIO, length: int) -> tuple[list[Member], int]:
    """The entries in the order of the list, and where the list begins."""
    if length < _END.size:
        raise _no_end(file, length)
    file.seek(length - _END.size)
    signature, disk, start_disk, here, count, size, at, comment = _END.unpack(file.read(_END.size))
    if signature != b"PK\5\6":
        raise _no_end(file, length)
    if count == _WIDE_COUNT or _WIDE in (size, at) or disk or start_disk or here != count:
        raise refusals.unusual_zip()
    if count > limits.ENTRIES:
        raise refusals.too_many(limits.ENTRIES)
    if comment or at + size + _END.size != length or size > count * (_LISTED.size + 2 * limits.NAME):
        raise refusals.overlapping()
    file.seek(at)
    return list(_listed(file.read(size), count)), at


def check_layout(file: BinaryIO, members: list[Member], end: int) -> dict[str, int]:
    """Where the bytes of each entry begin, after making sure that entries touch and say what the list says."""
    begins: dict[str, int] = {}
    here = 0
    for member in sorted(members, key=lambda one: one.at):
        if member.at != here:
            raise refusals.overlapping()
        begins[member.name] = _after_header(file, member)
        here = begins[member.name] + member.packed
        if here > end:
            raise refusals.overlapping()
        if member.flags & _SIZES_AFTER:
            here += _descriptor(file, member, here)
    if here != end:
        raise refusals.overlapping()
    return begins


def _listed(raw: bytes, count: int) -> Iterator[Member]:
    here = 0
    for _number in range(count):
        if here + _LISTED.size > len(raw):
            raise refusals.overlapping()
        member, extra, length = _one_listed(raw, here)
        _check_extra(member, raw[here + length - extra : here + length])
        yield member
        here += length
    if here != len(raw):
        raise refusals.overlapping()


def _one_listed(raw: bytes, here: int) -> tuple[Member, int, int]:
    """An entry of the list, the length of its extra fields, and its own length."""
    (signature, flags, method, crc, packed, size, named, extra, comment, disk, _text, mode, at) = (
        _LISTED.unpack_from(raw, here)
    )
    if signature != b"PK\1\2" or comment or disk:
        raise refusals.overlapping()
    begin = here + _LISTED.size
    member = Member(_name(raw[begin : begin + named]), flags, method, crc, packed, size, at)
    understood = not flags & ~(_ENCODING_HINTS | _SIZES_AFTER | _UTF8) and method in (_STORED, _DEFLATED)
    if not understood or _WIDE in (packed, size, at):
        raise refusals.unusual_zip()
    _check_kind(member, mode)
    return member, extra, _LISTED.size + named + extra


def _name(raw: bytes) -> str:
    # A name that is not ASCII is nothing of ours; it is kept only to be compared and shown.
    return raw.decode("utf-8", "surrogateescape")


def _check_kind(member: Member, mode: int) -> None:
    """Only files and folders; a folder holds nothing (S2)."""
    kind = stat.S_IFMT(mode >> 16)
    folder = bool(mode & _DOS_FOLDER) or kind == stat.S_IFDIR
    if (
        kind not in (0, stat.S_IFREG, stat.S_IFDIR)
        or mode & _DOS_STRANGE
        or (folder and not member.is_folder)
    ):
        raise refusals.not_a_file(member.name)
    if (member.is_folder and member.size) or (member.method == _STORED and member.size != member.packed):
        raise refusals.two_tales(member.name)


def _check_extra(member: Member, raw: bytes) -> None:
    here = 0
    while here < len(raw):
        if here + _EXTRA.size > len(raw):
            raise refusals.overlapping()
        kind, length = _EXTRA.unpack_from(raw, here)
        if kind in _SECOND_TALES:
            raise refusals.two_tales(member.name)
        here += _EXTRA.size + length


def _after_header(file: BinaryIO, member: Member) -> int:
    file.seek(member.at)
    raw = file.read(_ENTRY.size)
    if len(raw) < _ENTRY.size:
        raise refusals.cut_short()
    named: int
    extra: int
    signature, flags, method, crc, packed, size, named, extra = _ENTRY.unpack(raw)
    name = _name(file.read(named))
    if signature != b"PK\3\4" or (name, flags, method) != (member.name, member.flags, member.method):
        raise refusals.two_tales(member.name)
    said = (crc, packed, size)
    later = flags & _SIZES_AFTER and said == (0, 0, 0)
    if said != (member.crc, member.packed, member.size) and not later:
        raise refusals.two_tales(member.name)
    return member.at + _ENTRY.size + named + extra


def _descriptor(file: BinaryIO, member: Member, here: int) -> int:
    """The length of the record that says the sizes after the bytes."""
    file.seek(here)
    raw = file.read(4 + _DESCRIPTOR.size)
    signed = 4 if raw[:4] == b"PK\7\x08" else 0
    told = raw[signed : signed + _DESCRIPTOR.size]
    if told != _DESCRIPTOR.pack(member.crc, member.packed, member.size):
        raise refusals.two_tales(member.name)
    return signed + _DESCRIPTOR.size


def _no_end(file: BinaryIO, length: int) -> AtelierError:
    file.seek(0)
    if file.read(2) != b"PK":
        return refusals.not_a_bundle()
    file.seek(max(0, length - 70_000))
    # When the end is there all the same, something was written after it.
    return refusals.overlapping() if b"PK\5\6" in file.read() else refusals.cut_short()
