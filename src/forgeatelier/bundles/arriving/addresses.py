# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an address in a bundle leads: to a file of the bundle, out to the web, or where it must not."""

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from html import unescape
from urllib.parse import unquote


class Target(StrEnum):
    """What an address leads to."""

    INSIDE = "inside"
    MISSING = "missing"
    WEB = "web"
    DANGEROUS = "dangerous"


@dataclass(frozen=True, slots=True)
class Link:
    """An address found in a text; `alt` are the words of an image, None for a link."""

    address: str
    alt: str | None = None


_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_WEB = ("http", "https", "mailto")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0]")


def where(address: str, page: str, files: Collection[str], folders: Collection[str]) -> Target:
    """What `address`, written in the file `page`, leads to."""
    address = _UNSEEN.sub("", unescape(address))
    if address.startswith("#") or not address:
        return Target.INSIDE
    scheme = _SCHEME.match(address)
    if scheme:
        return Target.WEB if scheme[1].lower() in _WEB else Target.DANGEROUS
    path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
    if path.startswith("/") or "\\" in path:
        return Target.DANGEROUS
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if found == ".." or found.startswith("../"):
        return Target.DANGEROUS
    return Target.INSIDE if found in files or found in folders or found == "." else Target.MISSING
