# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a JPEG says besides its pixels, and which traces of a camera lie in any bytes."""

TRACES = (
    b"Exif\x00\x00", b"http://ns.adobe.com/xap", b"<x:xmpmeta", b"Photoshop 3.0", b"GPSLatitude", b"GPSLongitude",
    b"NIKON", b"COOLPIX", b"Canon", b"IXUS", b"Eastman", b"KODAK", b"CYBERSHOT", b"iPhone", b"Nokia", b"Jolla",
    b"HMD Global", b"Adobe Photoshop",
)  # fmt: skip
"""Markers of metadata and the names of every camera and program of the real photos."""

_NO_LENGTH = {0x01, *range(0xD0, 0xDA)}
_PIXELS = {0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xE0, 0xDA}
"""Frames, tables, restart interval, the plain JFIF header, and the picture itself."""


def traces_in(data: bytes) -> list[bytes]:
    """The traces of a camera among these bytes."""
    return [trace for trace in TRACES if trace in data]


def more_than_pixels(jpeg: bytes) -> list[int]:
    """The markers of a JPEG that are not needed to draw it: comments, EXIF, XMP, profiles, thumbnails."""
    assert jpeg.startswith(b"\xff\xd8")
    at, found = 2, []
    while jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        marker = jpeg[at + 1]
        if marker not in _PIXELS:
            found.append(marker)
        at += 2 if marker in _NO_LENGTH else 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    if not jpeg.endswith(b"\xff\xd9"):
        found.append(0)
    return found
