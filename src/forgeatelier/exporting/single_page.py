# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole bundle on one page that opens from a stick: no script, no font to fetch, relative pictures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from forgeatelier.exporting.front_matter import split
from forgeatelier.exporting.html import Heading, to_page
from forgeatelier.exporting.markdown import SHEET, readme_name
from forgeatelier.exporting.templates import Templates
from forgeatelier.ground.words import _, language, speaking

PREVIEW = "ro-crate-preview.html"
"""What the page is called in a bundle."""

_LINK = re.compile(r'<a href="([^":#]+\.md)"')


@dataclass(frozen=True, slots=True)
class Part:
    """One file on the page; a `folded` one opens when its title is clicked."""

    anchor: str
    title: str
    html: str
    headings: tuple[Heading, ...]
    folded: bool = False


def single_page_html(files: Mapping[str, str], templates: Templates | None = None) -> str:
    """The Markdown files of a bundle as one page of HTML, in the language their front matter says."""
    said = split(files[SHEET])[0].get("lang")
    spoken = said if isinstance(said, str) else language()
    with speaking(spoken):
        parts = _parts(files)
        anchors = dict(zip(_order(files), parts, strict=True))
        values: dict[str, Any] = {
            "language": spoken,
            "title": str(split(files[SHEET])[0].get("title", "")),
            "style": (templates or Templates()).text("html/page.css"),
            "parts": [_linked(part, anchors) for part in parts],
            "words": {"contents": _("Sommaire"), "top": _("Haut de page")},
        }
        return (templates or Templates()).fill("html/page.html", values)


def _order(files: Mapping[str, str]) -> list[str]:
    """The Markdown files as one reads them: the first one, the sheet, what it thanks, the method, the rest."""
    first = [readme_name(language()), SHEET, "CREDITS.md", "JOURNAL.md"]
    known = [name for name in first if name in files]
    return known + sorted(name for name in files if name.endswith(".md") and name not in known)


def _parts(files: Mapping[str, str]) -> list[Part]:
    parts = []
    for number, name in enumerate(_order(files), 1):
        page = to_page(files[name], name, demoted=0 if number == 1 else 1, prefix=f"p{number}-")
        title = page.headings[0].text if page.headings else name
        shown = tuple(h for h in page.headings if name == SHEET and h.level == 3)
        parts.append(Part(f"file-{number}", title, page.html, shown, folded=name.startswith("protocoles/")))
    return parts


def _linked(part: Part, anchors: Mapping[str, Part]) -> Part:
    """Links between the files become links inside the page."""

    def go(found: re.Match[str]) -> str:
        there = anchors.get(found[1])
        return f'<a href="#{there.anchor}"' if there else found[0]

    return Part(part.anchor, part.title, _LINK.sub(go, part.html), part.headings, part.folded)
