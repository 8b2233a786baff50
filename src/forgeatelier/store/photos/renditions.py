# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sizes a photo is kept in, and how they are made from one another."""

from io import BytesIO

from PIL import Image

MASTER_SIDE, MASTER_QUALITY = 1600, 82
"""The longest side and JPEG quality of what is kept, shown and shared."""

PRINT_SIDE, PRINT_QUALITY = 1087, 75
"""92 mm wide at 300 dots an inch: what a guide on paper needs."""

THUMB_SIDE, THUMB_QUALITY = 256, 75


def fitted(size: tuple[int, int], side: int) -> tuple[int, int]:
    """`size` shrunk so that its longest side is `side`; never enlarged, never less than a pixel."""
    width, height = size
    longest = max(width, height)
    if longest <= side:
        return size
    return max(1, round(width * side / longest)), max(1, round(height * side / longest))


def shrunk(picture: Image.Image, side: int, gap: float | None = None) -> Image.Image:
    """`picture` with a longest side of at most `side`; `gap` allows a coarse step before the fine one."""
    size = fitted(picture.size, side)
    if size == picture.size:
        return picture
    return picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=gap)


def print_and_thumb(master: Image.Image) -> tuple[bytes, bytes]:
    """The print rendition and the thumbnail of an upright sRGB picture, as JPEG."""
    for_print = shrunk(master, PRINT_SIDE)
    thumb = shrunk(for_print, THUMB_SIDE, gap=2.0)
    return jpeg(for_print, PRINT_QUALITY), jpeg(thumb, THUMB_QUALITY)


def jpeg(picture: Image.Image, quality: int) -> bytes:
    """The pixels of `picture` as a JPEG file that says nothing else."""
    # Whatever Pillow finds in `info`, a comment for one, it may write back into the file.
    picture.info = {}
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()
