# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workshop gives the same day: reports and certificates as a folder of PDFs, whole or not at all."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from forgeatelier.actions.reports_content import Gathering
from forgeatelier.actions.reports_filling import Filled, fill
from forgeatelier.actions.reports_order import (
    MadeReport,
    MadeReports,
    NotMade,
    ReportOrder,
    read_reports,
    read_use,
    refuse_unsaid,
)
from forgeatelier.actions.reports_pictures import stage
from forgeatelier.actions.whole_folder import whole_or_nothing
from forgeatelier.exporting.reports.catalogue import REPORTS, Report, called
from forgeatelier.exporting.slugs import slug
from forgeatelier.exporting.templates import Templates
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, speaking
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store.library import Library

if TYPE_CHECKING:
    from forgeatelier.exporting.pdf import PdfWorker

__all__ = [
    "MadeReport",
    "MadeReports",
    "NotMade",
    "Report",
    "ReportOrder",
    "make_reports",
    "read_reports",
    "read_use",
]

_STAGES = 8


def make_reports(
    library: Library,
    workshop_id: str,
    to: Path,
    order: ReportOrder,
    now: datetime,
    progress: Progress = silent,
    *,
    worker: "PdfWorker | None" = None,
) -> MadeReports:
    """Write the reports as a new folder inside `to`; nothing is sent anywhere.

    Raises AtelierError, and Cancelled when `progress` does: then nothing is left behind.
    """
    progress(0, 0, _("Rassembler l’atelier"))
    refuse_unsaid(order)
    today = now.astimezone().date()
    filled = [fill(library, workshop_id, report, order, today) for report in order.reports]
    empty = tuple(NotMade(one.report, one.why_empty, one.without) for one in filled if one.why_empty)
    ready = [one for one in filled if not one.why_empty]
    if not ready:
        raise AtelierError(_("Il n’y a rien à écrire."), empty[0].why)
    with _explained(to), whole_or_nothing(to, _folder_name(ready[0].gathered)) as (bench, final):
        made = _print_all(library, ready, bench, final, progress, worker)
    return MadeReports(final, made, empty)


def _print_all(
    library: Library,
    ready: list[Filled],
    bench: Path,
    final: Path,
    progress: Progress,
    worker: "PdfWorker | None",
) -> tuple[MadeReport, ...]:
    """Each report by one warm worker; the pictures lie in a folder of their own that goes away."""
    from forgeatelier.exporting.pdf import PdfWorker

    own = None if worker else PdfWorker()
    templates = Templates(library.folder / "exports")
    try:
        made = []
        for at, one in enumerate(ready):
            told = _told(progress, at, len(ready), called(one.report))
            with tempfile.TemporaryDirectory(prefix="forgeatelier-") as pictures:
                if one.report in (Report.PHOTOS, Report.DONOR):
                    stage(library.media, one.gathered.content, Path(pictures), told)
                printed = _print(one, templates, bench, Path(pictures), told, worker or own)
                made.append(replace(printed, file=final / printed.file.name))
        progress(len(ready) * _STAGES, len(ready) * _STAGES)
        return tuple(made)
    finally:
        if own:
            own.close()


def _print(
    one: Filled,
    templates: Templates,
    bench: Path,
    pictures: Path,
    progress: Progress,
    worker: "PdfWorker | None",
) -> MadeReport:
    from forgeatelier.exporting.reports.setting import ReportPage, print_report

    content = one.gathered.content
    with speaking(content.language):
        file = REPORTS[one.report].file
    page = ReportPage(report=one.report, content=content, values=one.values, headings=one.headings)
    report = print_report(page, templates, bench / file, pictures, progress, worker)
    shown = content.pictures if one.report in (Report.PHOTOS, Report.DONOR) else ()
    return MadeReport(
        report=one.report,
        file=bench / file,
        pages=report.pages,
        use=content.use,
        personal=one.personal,
        photos=len(shown),
        left_out=content.left_out if one.report in (Report.PHOTOS, Report.DONOR) else (),
        words_hidden=one.gathered.wording.hidden,
        capture_ids=tuple(picture.capture_id for picture in shown),
        to_complete=one.to_complete,
        certificates=one.certificates,
        without_certificate=one.without,
        warnings=report.warnings,
    )


def _told(progress: Progress, at: int, reports: int, name: str) -> Progress:
    """The progress of one report as part of the whole folder."""

    def tell(done: int, total: int, label: str = "") -> None:
        within = min(done, total) * _STAGES // total if total else 0
        progress(at * _STAGES + min(within, _STAGES - 1), reports * _STAGES, name)

    return tell


def _folder_name(gathered: Gathering) -> str:
    """The workshop and its day; titles belong to workshops, so no person's name gets in."""
    workshop = gathered.content.workshop
    with speaking(gathered.content.language):
        name = f"{_('comptes-rendus')}-{slug(workshop.title, 'atelier', 48)}"
    return f"{name}-{workshop.starts_on.isoformat()}" if workshop.starts_on else name


@contextmanager
def _explained(to: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AtelierError(
            _("Les comptes rendus n’ont pas pu être écrits dans « {folder} ».").format(
                folder=to.name or str(to)
            ),
            _("Vérifier qu’il reste de la place et que le support est branché, ou choisir un autre dossier."),
        ) from error
