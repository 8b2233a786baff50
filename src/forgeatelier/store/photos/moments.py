# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When a photo was taken, as its camera or its file name tells; never as the file system supposes."""

import re
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from PIL import ExifTags, Image


class MomentSource(StrEnum):
    """Who says when a photo was taken."""

    CAMERA = "camera"
    NAME = "name"
    """The file name tells day and time."""
    NAME_DAY = "name-day"
    """The file name tells the day only, as messengers do; the time is midnight for want of a better one."""
    NOBODY = "nobody"


_CAMERA_CLOCK = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)", re.ASCII)
_GAP = r"[-_.]?"
_DAY = rf"(?<!\d)(20\d\d){_GAP}(\d\d){_GAP}(\d\d)"
_TIME = r"(?:[-_ T.]| at | à )(\d\d)[-_.h:]?(\d\d)[-_.m:]?(\d\d)(?!\d)"
_DAY_AND_TIME = re.compile(_DAY + _TIME, re.ASCII)
_DAY_ALONE = re.compile(_DAY + r"(?!\d)", re.ASCII)


def moment_taken(exif: Image.Exif, name: str) -> tuple[datetime | None, MomentSource]:
    """The local date and time on the spot, without a time zone, and who says so."""
    said = exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.DateTimeOriginal)
    if isinstance(said, str) and (found := _CAMERA_CLOCK.match(said)) and (moment := _real(found.groups())):
        return moment, MomentSource.CAMERA
    return _told_by_name(name)


def has_position(exif: Image.Exif, xmp: bytes) -> bool:
    """Whether the file tells where it was taken; the place itself is never read."""
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    return ExifTags.GPS.GPSLatitude in gps or ExifTags.GPS.GPSLongitude in gps or b"GPSLatitude" in xmp


def _told_by_name(name: str) -> tuple[datetime | None, MomentSource]:
    if (found := _DAY_AND_TIME.search(name)) and (moment := _real(found.groups())):
        return moment, MomentSource.NAME
    if (found := _DAY_ALONE.search(name)) and (moment := _real(found.groups())):
        return moment, MomentSource.NAME_DAY
    return None, MomentSource.NOBODY


def _real(numbers: Iterable[str]) -> datetime | None:
    """The moment these numbers stand for, from the year down, if the calendar has it."""
    year, month, day, hour, minute, second = ([int(number) for number in numbers] + [0, 0, 0])[:6]
    try:
        return datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
