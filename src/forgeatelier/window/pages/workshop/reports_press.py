# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One report as it will be printed, and who gets a certificate: worked out away from the window's thread."""

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from forgeatelier.actions.reports import Report, ReportOrder
from forgeatelier.actions.reports_certificates import WithoutCertificate, certificates_of
from forgeatelier.actions.reports_content import gather_report
from forgeatelier.actions.reports_pictures import stage
from forgeatelier.exporting.reports.content import LeftOutPhotos, ReportContent
from forgeatelier.ground.words import _
from forgeatelier.model.people.consent import Use
from forgeatelier.model.progress import Progress
from forgeatelier.store.library import Library
from forgeatelier.window.pages.workshop.preview import draw_pages

if TYPE_CHECKING:
    # WeasyPrint's worker loads when the first report is set, not when the window opens.
    from forgeatelier.exporting.pdf import PdfWorker

_MOST = 24
"""Pages, photos and certificates that are looked at; all are printed."""


@dataclass(frozen=True)
class ReportLook:
    """The pages of one report as JPEG files, or that it is `empty`; `cut` when only the beginning is shown."""

    report: Report
    sizes: tuple[QSize, ...] = ()
    pages: tuple[bytes, ...] = ()
    empty: bool = False
    cut: bool = False
    left_out: tuple[LeftOutPhotos, ...] = ()
    to_complete: tuple[str, ...] = ()
    decisions: int = 0

    def image(self, place: int, width: int) -> QImage:
        """One page, no wider than it was drawn."""
        del width
        return QImage.fromData(self.pages[place])


@dataclass(frozen=True, slots=True)
class RuleMet:
    """How many fulfil the rule of presence, and who does not; nobody at all when no presence was noted."""

    given: int = 0
    without: tuple[WithoutCertificate, ...] = ()


def who_fulfils(library: Library, workshop_id: str, percent: int, on: date) -> RuleMet:
    """Ask the rule of everyone whose presence was noted. Raises AtelierError when the workshop is gone."""
    gathered = gather_report(library, workshop_id, Use.INTERNAL, on)
    given, without = certificates_of(gathered, percent)
    return RuleMet(len(given.certificates), without)


class ReportPress:
    """Sets one report after another; its worker process stays warm between two looks."""

    def __init__(self, library: Library, workshop_id: str) -> None:
        """Nothing is started before the first look."""
        self._library, self._workshop_id = library, workshop_id
        self.worker: PdfWorker | None = None

    def look(self, order: ReportOrder, on: date, progress: Progress) -> ReportLook:
        """Gather, set and draw the one report of the order. Raises AtelierError, and Cancelled."""
        from forgeatelier.actions.reports_filling import fill
        from forgeatelier.exporting.pdf import PdfWorker
        from forgeatelier.exporting.reports.setting import ReportPage, print_report
        from forgeatelier.exporting.templates import Templates

        progress(0, 0, _("Rassembler l’atelier"))
        (report,) = order.reports
        filled = fill(self._library, self._workshop_id, report, order, on)
        content = filled.gathered.content
        shows_photos = report in (Report.PHOTOS, Report.DONOR)
        left_out = content.left_out if shows_photos else ()
        if filled.why_empty:
            return ReportLook(report, empty=True, left_out=left_out)
        begun = _begun(content)
        page = ReportPage(report=report, content=begun, values=_beginning(filled.values))
        self.worker = self.worker or PdfWorker()
        with tempfile.TemporaryDirectory(prefix="forgeatelier-") as bench:
            if shows_photos:
                stage(self._library.media, begun, Path(bench), progress)
            file = Path(bench) / "apercu.pdf"
            printed = print_report(
                page, Templates(self._library.folder / "exports"), file, Path(bench), progress, self.worker
            )
            sizes, pages = draw_pages(file, progress, _MOST)
        return ReportLook(
            report,
            sizes,
            pages,
            cut=printed.pages > _MOST
            or filled.certificates > _MOST
            or (shows_photos and len(content.pictures) > _MOST),
            left_out=left_out,
            to_complete=filled.to_complete,
            decisions=len(content.decisions),
        )

    def close(self) -> None:
        """Give the memory of the worker back; the next look starts another one. Not while a look is under way."""
        if self.worker is not None:
            self.worker.close()
            self.worker = None


def _begun(content: ReportContent) -> ReportContent:
    """Only the first photos: six hundred are printed, not looked at."""
    left, stories = _MOST, []
    for story in content.stories:
        stories.append(replace(story, pictures=story.pictures[:left]))
        left -= len(stories[-1].pictures)
    return replace(content, stories=tuple(stories))


def _beginning(values: dict[str, Any]) -> dict[str, Any]:
    """The same words (counts stay true), with the first photos and certificates only."""
    left = _MOST

    def begin(value: Any) -> Any:
        nonlocal left
        if isinstance(value, dict):
            found = {}
            for key, inner in value.items():
                if key in ("pictures", "certificates"):
                    found[key] = inner[:left]
                    left -= len(found[key])
                else:
                    found[key] = begin(inner)
            return found
        return type(value)(map(begin, value)) if isinstance(value, list | tuple) else value

    shown = begin(values)
    assert isinstance(shown, dict)
    return shown
