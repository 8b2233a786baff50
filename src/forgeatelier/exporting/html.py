# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown of a bundle to HTML that is safe to open: shaped, cleaned, and set in type."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from forgeatelier.exporting.cleaning import cleaned
from forgeatelier.exporting.front_matter import split
from forgeatelier.exporting.shapes import CLASSES, demote, shape
from forgeatelier.exporting.typography import french_html
from forgeatelier.ground.words import language, speaking

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of a page: its level, its id in the page and its words."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A file made into HTML, with its headings in order."""

    html: str
    headings: tuple[Heading, ...]
    language: str


def to_page(text: str, at: str, *, demoted: int = 0, prefix: str = "") -> Page:
    """The Markdown `text` of the file at path `at` as a page in the language its front matter says.

    Headings go down by `demoted` levels; `prefix` keeps the ids of several pages in one document apart.
    """
    fields, body = split(text)
    said = fields.get("lang")
    spoken = said if isinstance(said, str) else language()
    with speaking(spoken):
        reader = _reader(demoted, prefix)
        html = cleaned(reader.convert(body), at, CLASSES)
        headings = tuple(_headings(reader, demoted))
    if spoken.startswith("fr"):
        html = french_html(html)
    return Page(html, headings, spoken)


def _reader(demoted: int, prefix: str) -> "Markdown":
    from markdown import Markdown
    from markdown.extensions.toc import TocExtension, slugify_unicode
    from markdown.treeprocessors import Treeprocessor

    class Shapes(Treeprocessor):
        """Runs after the headings have their ids and before escapes are resolved."""

        def run(self, root: "Element") -> None:
            shape(root)
            demote(root, demoted)

    toc = TocExtension(slugify=lambda value, mark: prefix + slugify_unicode(value, mark), marker="")
    reader = Markdown(extensions=["extra", "sane_lists", toc], output_format="html")
    reader.treeprocessors.register(Shapes(reader), "forge-shapes", 3)
    return reader


def _headings(reader: "Markdown", demoted: int) -> list[Heading]:
    from html import unescape

    found: list[Heading] = []

    def walk(tokens: list[dict[str, object]]) -> None:
        for token in tokens:
            found.append(
                Heading(int(str(token["level"])) + demoted, str(token["id"]), unescape(str(token["name"])))
            )
            children = token["children"]
            if isinstance(children, list):
                walk(children)

    walk(getattr(reader, "toc_tokens", []))
    return found
