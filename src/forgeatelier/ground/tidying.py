# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people type and what disks name, made fit to be kept: no control signs, no half characters."""

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# They turn the reading order of everything that follows, in lists and in file names; the plain marks of
# right-to-left writing (U+200E, U+200F, U+061C) do not, and stay.
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_BREAKS = re.compile(r"[^\S\u00a0\u202f]+")
_HALVES = re.compile(r"[\udc80-\udcff]+")


def harmless(text: str) -> str:
    """Text without control signs, signs that turn what follows, or half characters; a terminal obeys none of it."""
    return _TURNING.sub("", _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def tidy(text: str) -> str:
    """What was typed, made fit to be kept."""
    return harmless(text).strip()


def tidy_line(text: str) -> str:
    """The same on one line, for titles, names and places."""
    return _BREAKS.sub(" ", tidy(text))


def readable(name: str) -> str:
    """A file's name as people would read it: bytes that are no UTF-8 were written by older systems."""
    whole = _HALVES.sub(
        lambda found: found[0].encode(errors="surrogateescape").decode("cp1252", "replace"), name
    )
    return tidy_line(unicodedata.normalize("NFC", whole))
