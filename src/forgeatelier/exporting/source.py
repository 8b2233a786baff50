# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a Markdown file holds, read without rendering it: the other side of every completeness check."""

import re
from collections.abc import Iterator
from html import unescape

from forgeatelier.exporting.cleaning import inside
from forgeatelier.exporting.front_matter import split

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*$")
_FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
_PICTURE = re.compile(r"!\[((?:\\.|[^\]\\])*)\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def headings_of(text: str) -> tuple[str, ...]:
    """The words of every heading, in order."""
    found = (_HEADING.match(line) for line in _lines(text))
    return tuple(unescape(_ESCAPE.sub(r"\1", match[1])) for match in found if match)


def pictures_of(text: str, at: str) -> tuple[str, ...]:
    """The path in the bundle of every picture shown by the file at path `at`; those from elsewhere are left out."""
    named = (inside(address, at) for _alt, address in _pictures(text))
    return tuple(name for name in named if name)


def undescribed_pictures(text: str, at: str) -> tuple[str, ...]:
    """The pictures that say nothing to who cannot see them."""
    named = (inside(address, at) for alt, address in _pictures(text) if not alt.strip())
    return tuple(name for name in named if name)


def _pictures(text: str) -> list[tuple[str, str]]:
    return _PICTURE.findall("\n".join(_lines(text)))


def _lines(text: str) -> Iterator[str]:
    """The lines of the body that are not code."""
    fence = ""
    for line in split(text)[1].splitlines():
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence:
            yield line
