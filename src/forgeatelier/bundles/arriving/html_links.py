# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The links of a web page, and whether it would run something; the page is looked at, never opened."""

import re
from collections.abc import Iterator
from html import unescape

from forgeatelier.bundles.arriving.addresses import Link

# Every pattern stops at the next « < », so that the time stays that of one pass.
_TAG = re.compile(r"<\s*([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)")
_NAMED = re.compile(r"\b(href|src|alt)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
_RUNS = re.compile(r"\son[a-z]+\s*=", re.IGNORECASE)
_FORBIDDEN = {"script", "iframe", "object", "embed", "form", "base", "applet", "frame"}
_IN_PLACE = re.compile(r"data:image/(?:png|jpeg|webp|gif|svg\+xml)[;,]", re.IGNORECASE)


def links_in_html(text: str) -> Iterator[Link]:
    """The links and images of a page; a picture written in place (`data:image/…`) leads nowhere."""
    for tag in _TAG.finditer(text):
        said = {name.lower(): unescape(value.strip("\"'")) for name, value in _NAMED.findall(tag[2])}
        if "href" in said:
            yield Link(said["href"])
        if "src" in said and not _IN_PLACE.match(said["src"]):
            yield Link(said["src"], said.get("alt", "") if tag[1].lower() == "img" else None)


def runs_something(text: str) -> bool:
    """Whether a page, or HTML inside Markdown, would run, load or send something."""
    return any(
        tag[1].lower() in _FORBIDDEN
        or _RUNS.search(tag[2])
        or (tag[1].lower() == "meta" and "refresh" in tag[2].lower())
        for tag in _TAG.finditer(text)
    )
