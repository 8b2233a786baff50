# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quick looks at the bytes of a file, before any decoder sees them."""

from pathlib import Path

from forgeatelier.store.photos import refusals
from forgeatelier.store.sources import missing, unreachable

MOST_BYTES = 60_000_000
"""No photo file is larger than this."""

_MOST_JPEG_SCANS = 100
"""A progressive photo has about ten scans; thousands only serve to keep a processor busy."""

_SCAN = 0xDA
_PLAIN_FRAMES = {0xC0, 0xC1}
"""Frames whose picture is one scan, when that scan holds all their components; a progressive one never is."""

_EMPTY_TAIL = 4096
"""A compressed picture does not end in so many zeros: they stand for a copy that was broken off."""

_STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
)
_BMP_HEADERS = {size.to_bytes(4, "little") for size in (12, 16, 40, 52, 56, 64, 108, 124)}
"""The only lengths of header there are: two letters at the start would let many a text through."""

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def read_source(path: Path) -> bytes:
    """The bytes of a file that may be a photo; size and kind of file are looked at before reading."""
    try:
        if not path.is_file():
            raise refusals.not_a_picture(path.name) if path.exists() else missing(path.name)
        check_size(path.stat().st_size, path.name)
        return path.read_bytes()
    except FileNotFoundError as gone:
        raise missing(path.name) from gone
    except OSError as error:
        raise unreachable(path.name) from error


def check_size(size: int, name: str) -> None:
    """Refuse a file that is empty or far too heavy."""
    if size == 0:
        raise refusals.empty(name)
    if size > MOST_BYTES:
        raise refusals.too_heavy(name, -(-size // 1_000_000), MOST_BYTES // 1_000_000)


def recognised(data: bytes, name: str) -> str:
    """Pillow's name for the format of `data`, one of the few we let in; never guessed from the file name."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data[:2] == b"BM" and data[14:18] in _BMP_HEADERS:
        return "BMP"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        if data[8:12] in _HEIF_BRANDS:
            return "HEIF"
        raise refusals.a_video(name)
    raise refusals.not_a_picture(name)


def check_whole(data: bytes, kind: str, name: str) -> None:
    """Refuse a file whose end is missing, or that is made to keep a decoder busy, without decoding it."""
    if kind == "JPEG":
        _check_jpeg(data, name)
        return
    ends_early = {"HEIF": _boxes_overrun, "PNG": _has_no_end, "WEBP": _claims_more}.get(kind)
    if ends_early and (ends_early(data) or data[-_EMPTY_TAIL:] == bytes(_EMPTY_TAIL)):
        raise refusals.cut_short(name)


def _check_jpeg(data: bytes, name: str) -> None:
    """The end mark must follow the start of the picture itself: a preview inside the EXIF has its own.

    A card pulled out too early leaves a file of full size that ends in zeros, which decodes to half a
    picture without any error: only the missing end mark tells.
    """
    start, comes_in_scans = _first_scan(data)
    if start < 0 or data.rfind(b"\xff\xd9") < start:
        raise refusals.cut_short(name)
    if comes_in_scans and data.count(b"\xff\xda", start, data.find(b"\xff\xd9", start)) > _MOST_JPEG_SCANS:
        raise refusals.damaged(name)


def _first_scan(data: bytes) -> tuple[int, bool]:
    """Where the compressed picture begins, or -1, and whether more than one scan makes it up."""
    at, components = 2, 0
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _SCAN:
            return at, data[at + 4] != components
        if marker in _PLAIN_FRAMES:
            components = data[at + 9]
        # Filler bytes may stand before a marker.
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return data.find(bytes((0xFF, _SCAN)), at), True


def _boxes_overrun(data: bytes) -> bool:
    """Whether an ISO media box claims more bytes than the file has."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size == 0:
            return False
        if size < 8:
            return True
        at += size
    return at > len(data)


def _has_no_end(data: bytes) -> bool:
    """Whether a PNG lacks its last chunk."""
    return b"IEND" not in data


def _claims_more(data: bytes) -> bool:
    """Whether a RIFF file says that it is longer than it is."""
    return int.from_bytes(data[4:8], "little") + 8 > len(data)
