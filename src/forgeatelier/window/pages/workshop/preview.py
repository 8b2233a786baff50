# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet as it will be printed: gathered, checked, set and drawn away from the window's thread."""

import tempfile
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    # WeasyPrint and its helpers load when the first sheet is set, not when the window opens.
    from forgeatelier.exporting.pdf import PdfWorker

from forgeatelier.actions.compose import gather
from forgeatelier.ground.words import _
from forgeatelier.model.commons.preflight import Finding
from forgeatelier.model.progress import Progress
from forgeatelier.store.library import Library

_WIDE = 1000
_PDFIUM = threading.Lock()
"""PDFium works for one thread at a time."""


@dataclass(frozen=True)
class Look:
    """What a look at the sheet found: findings, and its pages as JPEG files."""

    findings: tuple[Finding, ...]
    sizes: tuple[QSize, ...] = ()
    pages: tuple[bytes, ...] = ()
    warnings: tuple[str, ...] = ()

    def image(self, place: int, width: int) -> QImage:
        """One page, no wider than it was drawn."""
        del width
        return QImage.fromData(self.pages[place])


class Press:
    """Sets one sheet again and again; its worker process stays warm between two looks."""

    def __init__(self, library: Library, workshop_id: str) -> None:
        """Nothing is started before the first look."""
        self._library, self._workshop_id = library, workshop_id
        self._worker: PdfWorker | None = None

    def check(self, on: date) -> tuple[Finding, ...]:
        """What the pre-flight finds, long before the pages are set. Raises AtelierError."""
        return gather(self._library, self._workshop_id, on).findings

    def look(self, on: date, progress: Progress) -> Look:
        """Gather, set and draw the sheet. Raises AtelierError, and Cancelled when it should stop."""
        from forgeatelier.actions.publish import dossier_texts, stage_pictures
        from forgeatelier.exporting.pdf import PdfWorker, render_pdf
        from forgeatelier.exporting.sheet_pdf import sheet_request
        from forgeatelier.exporting.templates import Templates

        progress(0, 0, _("Rassembler la fiche"))
        gathered = gather(self._library, self._workshop_id, on)
        self._worker = self._worker or PdfWorker()
        with tempfile.TemporaryDirectory(prefix="forgeatelier-preview-") as bench:
            root = Path(bench)
            templates = Templates(self._library.folder / "exports")
            texts = dossier_texts(gathered, templates)
            stage_pictures(self._library.media, gathered, root)
            request = sheet_request(gathered.document, root, templates, texts)
            report = render_pdf(request, root / "apercu.pdf", progress, self._worker)
            sizes, pages = draw_pages(root / "apercu.pdf", progress)
        return Look(gathered.findings, sizes, pages, report.warnings)

    def close(self) -> None:
        """Give the memory of the worker back; the next look starts another one. Not while a look is under way."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def draw_pages(file: Path, progress: Progress, most: int = 0) -> tuple[tuple[QSize, ...], tuple[bytes, ...]]:
    """The pages of a PDF (the first `most` when said) as JPEG files; PDFium works for one thread at a time."""
    sizes: list[QSize] = []
    pages: list[bytes] = []
    with _PDFIUM, pypdfium2.PdfDocument(file) as document:
        count = min(most or len(document), len(document))
        for place in range(count):
            progress(place, count, _("Dessiner les pages"))
            page = document[place]
            picture = page.render(scale=_WIDE / page.get_width()).to_pil()
            sizes.append(QSize(*picture.size))
            pages.append(_jpeg(picture))
            page.close()
    return tuple(sizes), tuple(pages)


def _jpeg(picture: object) -> bytes:
    """Twenty pages take a few megabytes, and one is read back in a few milliseconds."""
    import io

    from PIL import Image

    assert isinstance(picture, Image.Image)
    held = io.BytesIO()
    picture.convert("RGB").save(held, "JPEG", quality=88, subsampling=0)
    return held.getvalue()
