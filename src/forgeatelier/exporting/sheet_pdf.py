# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The A4 edition of a conduct sheet: its Markdown files set into the shipped (or the library's own) template."""

import re
from pathlib import Path
from typing import Any

from forgeatelier.exporting import credit_pages, sections, source
from forgeatelier.exporting.front_pages import back_words, contents, cover_words, foot
from forgeatelier.exporting.html import to_page
from forgeatelier.exporting.markdown import SHEET, sheet_files
from forgeatelier.exporting.pdf_request import PdfRequest
from forgeatelier.exporting.templates import Templates
from forgeatelier.ground.words import speaking
from forgeatelier.model.commons.document import SheetDocument

_CREDITS = "CREDITS.md"
_RELATIVE_LINK = re.compile(r'<a href="(?!https:|mailto:|#)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_COVER = re.compile(r'(<section class="opening">.*?)<figure>.*?</figure>', re.DOTALL)
_STARTS = re.compile(r'<section class="(?:section [^"]*\bpart-(\d)"><h2.*?</h2>|step">)', re.DOTALL)


def sheet_request(
    document: SheetDocument,
    folder: Path,
    templates: Templates | None = None,
    files: dict[str, str] | None = None,
) -> PdfRequest:
    """What the PDF worker needs to set the sheet; `folder` is the bundle's folder, its pictures in `medias/`.

    `files` are the Markdown files when they are already made (or edited); else they are made from the document.
    """
    templates = templates or Templates()
    files = files or sheet_files(document, templates)
    sources = {name: files[name] for name in (SHEET, _CREDITS)}
    with speaking(document.sheet.language):
        html = templates.fill("pdf/sheet.html", _values(document, sources))
        rights = credit_pages.sentence_to_copy(document)
        collective = credit_pages.collective_of(document)
    return PdfRequest(
        html=html,
        folder=folder,
        exports=templates.folders,
        title=credit_pages.title_of(document),
        collective=collective,
        language=document.sheet.language,
        licence=credit_pages.licence_of(document),
        rights=rights,
        identifier=document.version_id,
        headings=tuple(h for text in sources.values() for h in source.headings_of(text)),
        pictures=tuple(p for at, text in sources.items() for p in source.pictures_of(text, at)),
        undescribed=tuple(p for at, text in sources.items() for p in source.undescribed_pictures(text, at)),
    )


def _values(document: SheetDocument, sources: dict[str, str]) -> dict[str, Any]:
    sheet = to_page(sources[SHEET], SHEET)
    thanks = to_page(sources[_CREDITS], _CREDITS, demoted=1, prefix="credits-")
    whole = f'{sheet.html}<section class="thanks">{thanks.html}</section>'
    body = _RELATIVE_LINK.sub(r"\1", whole)  # a printed page has no files beside it
    if document.cover:
        body = _COVER.sub(r"\1", body, count=1)
    return {
        "language": document.sheet.language,
        "foot": foot(document),
        "cover": cover_words(document),
        "contents": contents((*sheet.headings, *thanks.headings)),
        "body": _with_tabs(body),
        "back": back_words(document),
    }


def _with_tabs(body: str) -> str:
    """A thumb tab at each section and step: the margin shows the one that began first on its page, or the last one.

    One a part would do, were it not that WeasyPrint counts a tab on a page it was pushed from.
    """
    names = sections.part_names()
    place = 1

    def tab(found: re.Match[str]) -> str:
        nonlocal place
        place = int(found[1] or place)
        return f'{found[0]}<div class="tab tab-{place}"><span>{names[place - 1]}</span></div>'

    return _STARTS.sub(tab, body)
