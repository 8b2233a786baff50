# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking in one photo: one decode feeds every size, and nothing but pixels gets through."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from PIL import ExifTags, Image

from forgeatelier.ground.words import _
from forgeatelier.store.photos import refusals
from forgeatelier.store.photos.colour import as_srgb, resizable
from forgeatelier.store.photos.decoding import decode
from forgeatelier.store.photos.moments import MomentSource, has_position, moment_taken
from forgeatelier.store.photos.renditions import (
    MASTER_QUALITY,
    MASTER_SIDE,
    jpeg,
    print_and_thumb,
    shrunk,
)
from forgeatelier.store.photos.sniffing import check_size, check_whole, read_source, recognised

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation to the turn that sets the picture upright."""


@dataclass(frozen=True)
class PreparedPhoto:
    """A photo ready to be kept: three JPEG files made of pixels alone, and what may be known of it."""

    sha256: str
    """Of `master`: the name of the photo. The same pixels under another name or EXIF give the same one."""
    source_sha256: str
    """Of the file as it came, to notice it when it comes again."""
    width: int
    height: int
    taken: datetime | None
    """Local date and time without a time zone."""
    taken_from: MomentSource
    had_position: bool
    """The file told where it was taken; nothing of that was kept."""
    master: bytes = field(repr=False)
    for_print: bytes = field(repr=False)
    thumb: bytes = field(repr=False)


def prepare_photo(source: Path | bytes, name: str = "") -> PreparedPhoto:
    """The photo in a file, or in bytes that were called `name`: upright, in sRGB, without any metadata.

    Cheap looks come before the decoder, so that a hostile file costs little. AtelierError, one sentence
    and one remedy, for whatever is not a whole picture.
    """
    if isinstance(source, Path):
        name, data = source.name, read_source(source)
    else:
        data = source
    shown = name or _("image sans nom")
    check_size(len(data), shown)
    kind = recognised(data, shown)
    check_whole(data, kind, shown)
    decoded = decode(data, kind, MASTER_SIDE, shown)
    exif = _exif(decoded)
    taken, taken_from = moment_taken(exif, name)
    master = _upright(_clean(decoded, shown), exif)
    position = has_position(exif, _xmp(decoded))
    del decoded
    master_file = jpeg(master, MASTER_QUALITY)
    for_print, thumb = print_and_thumb(master)
    return PreparedPhoto(
        sha256=hashlib.sha256(master_file).hexdigest(),
        source_sha256=hashlib.sha256(data).hexdigest(),
        width=master.width,
        height=master.height,
        taken=taken,
        taken_from=taken_from,
        had_position=position,
        master=master_file,
        for_print=for_print,
        thumb=thumb,
    )


def _clean(decoded: Image.Image, name: str) -> Image.Image:
    """The picture at the size of the master, in sRGB."""
    try:
        # Resized first: colours are then converted on a sixth of the pixels.
        small = shrunk(resizable(decoded), MASTER_SIDE)
        return as_srgb(small, decoded.info.get("icc_profile"))
    except ValueError as error:
        raise refusals.unusual_colours(name) from error


def _upright(picture: Image.Image, exif: Image.Exif) -> Image.Image:
    turn = _UPRIGHT.get(exif.get(ExifTags.Base.Orientation, 1))
    return picture if turn is None else picture.transpose(turn)


def _exif(picture: Image.Image) -> Image.Exif:
    """What the camera wrote; as if nothing when it cannot be read, for the picture itself is whole."""
    try:
        exif = picture.getexif()
        for ifd in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo):
            exif.get_ifd(ifd)
    except Exception:
        # The parser of hostile bytes again, and nothing of what it reads is kept.
        return Image.Exif()
    return exif


def _xmp(picture: Image.Image) -> bytes:
    said = picture.info.get("xmp", b"")
    return said if isinstance(said, bytes) else b""
