# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets one request in type with WeasyPrint; runs in the worker process, where WeasyPrint is loaded once."""

import gc
import io
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pydyf
import weasyprint

from forgeatelier.exporting.finishing import finish
from forgeatelier.exporting.local_files import BUNDLE, LocalFiles
from forgeatelier.exporting.pdf_request import PdfRequest, PrintedPicture, Typeset
from forgeatelier.exporting.printed import printed_pictures

BODY = "forge-body"
"""The anchor where the body begins; the pages before it are numbered in roman figures."""

KNOWN_PYDYF = ("0.13.0",)
"""Releases of pydyf whose page list was seen to give the same bytes when it is kept."""

OPTIONS: dict[str, Any] = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


def typeset(request: PdfRequest, to: Path, say: Callable[[str], None]) -> Typeset:
    """Write the PDF of `request` to the file `to`, flushed to the disk; `say` hears the engine's progress."""
    keep_page_list()
    began = time.perf_counter()
    complaints: list[str] = []
    gc.disable()  # a fifth of the layout time goes into looking for garbage that is not there
    try:
        with _hearing(say, complaints):
            pdf, front, printed = _rendered(request, complaints)
    finally:
        gc.enable()
    found = finish(pdf, request, front, to)
    return Typeset(
        pages=found.pages,
        outline=found.outline,
        pictures=found.pictures,
        printed=tuple(printed),
        complaints=tuple(complaints),
        seconds=time.perf_counter() - began,
    )


def _rendered(request: PdfRequest, complaints: list[str]) -> tuple[io.BytesIO, int, list[PrintedPicture]]:
    files = LocalFiles(request)
    options = {**OPTIONS, "pdf_identifier": request.identifier.encode()}
    page = weasyprint.HTML(string=request.html, base_url=BUNDLE, url_fetcher=files.fetcher())
    document = page.render(**options)
    front = next((n for n, one in enumerate(document.pages) if BODY in one.anchors), 0)
    printed = printed_pictures(document)
    out = io.BytesIO()
    document.write_pdf(out, **options)
    complaints += [f"refused: {url}" for url in files.refused]
    out.seek(0)
    return out, front, printed


def keep_page_list() -> None:
    """Let pydyf keep its list of pages instead of rebuilding it for every tag; only where that is known to be right."""
    known = pydyf.PDF.page_references
    if pydyf.__version__ not in KNOWN_PYDYF or isinstance(known, _KeptPageList):
        return
    pydyf.PDF.page_references = _KeptPageList(known.fget)


class _KeptPageList:
    """A property of pydyf's PDF: the references of its pages, rebuilt only when a page was added."""

    def __init__(self, rebuild: Callable[[Any], tuple[bytes, ...]]) -> None:
        self.rebuild = rebuild

    def __get__(self, pdf: Any, owner: type | None = None) -> Any:
        if pdf is None:
            return self
        count = len(pdf.pages["Kids"])
        found: tuple[int, tuple[bytes, ...]] | None = vars(pdf).get("forge_pages")
        if found is None or found[0] != count:
            found = vars(pdf)["forge_pages"] = (count, self.rebuild(pdf))
        return found[1]


class _Listener(logging.Handler):
    def __init__(self, tell: Callable[[str], None], level: int) -> None:
        super().__init__(level)
        self.tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        self.tell(record.getMessage())


@contextmanager
def _hearing(say: Callable[[str], None], complaints: list[str]) -> Iterator[None]:
    progress, engine = logging.getLogger("weasyprint.progress"), logging.getLogger("weasyprint")
    heard, complained = _Listener(say, logging.INFO), _Listener(complaints.append, logging.WARNING)
    progress.addHandler(heard)
    engine.addHandler(complained)
    progress.setLevel(logging.INFO)
    progress.propagate = False
    try:
        yield
    finally:
        progress.removeHandler(heard)
        engine.removeHandler(complained)
