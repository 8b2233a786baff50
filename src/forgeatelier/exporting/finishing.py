# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What WeasyPrint leaves to be said in a PDF: licence, page labels, one list of attachments, a stable identity."""

import io
import os
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from forgeatelier.exporting.pdf_request import PdfRequest

_CC = "http://creativecommons.org/ns#"


@dataclass(frozen=True, slots=True)
class Contained:
    """What the finished file really holds."""

    pages: int
    outline: tuple[str, ...]
    pictures: int


def finish(pdf: io.BytesIO, request: PdfRequest, front: int, to: Path) -> Contained:
    """Complete the PDF and write it to `to`, flushed; `front` is how many pages come before the body."""
    with pikepdf.open(pdf) as file:
        _describe(file, request)
        _number_pages(file, front)
        if "/AF" in file.Root:
            file.Root.AF = Array({item.objgen: item for item in file.Root.AF.as_list()}.values())
        file.Root.Lang = String(request.language)
        found = _contained(file)
        with to.open("wb") as out:
            file.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            out.flush()
            os.fsync(out.fileno())
    return found


def _describe(file: pikepdf.Pdf, request: PdfRequest) -> None:
    licence = request.licence
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        said.register_xml_namespace(_CC, "cc")
        said["dc:title"] = request.title
        if request.collective:
            said["dc:creator"] = [request.collective]
        said["dc:language"] = {request.language}
        if licence is not None:
            said["dc:rights"] = request.rights
        said["dc:identifier"] = f"urn:uuid:{request.identifier}"
        if licence is None:
            return
        said["xmpRights:Marked"] = "True"
        said["xmpRights:UsageTerms"] = request.rights
        if licence.url:
            said["xmpRights:WebStatement"] = licence.url
            said[f"{{{_CC}}}license"] = licence.url


def _number_pages(file: pikepdf.Pdf, front: int) -> None:
    labels = [(0, "/r"), (front, "/D")] if front else [(0, "/D")]
    numbers = [item for first, style in labels for item in (first, Dictionary(S=Name(style)))]
    file.Root.PageLabels = Dictionary(Nums=Array(numbers))


def _contained(file: pikepdf.Pdf) -> Contained:
    titles: list[str] = []

    def walk(items: list[pikepdf.OutlineItem]) -> None:
        for item in items:
            titles.append(str(item.title))
            walk(list(item.children))

    with file.open_outline() as outline:
        walk(list(outline.root))
    pictures = {found.objgen for page in file.pages for found in page.images.values()}
    return Contained(len(file.pages), tuple(titles), len(pictures))
