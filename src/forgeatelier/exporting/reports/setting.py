# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From gathered values to the PDF of one report: values into the template, the template onto paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from forgeatelier.exporting.pdf import PdfReport, PdfWorker, render_pdf
from forgeatelier.exporting.pdf_request import PdfRequest
from forgeatelier.exporting.reports.catalogue import Report, called
from forgeatelier.exporting.reports.content import ReportContent
from forgeatelier.exporting.reports.mast import mast
from forgeatelier.exporting.templates import Templates
from forgeatelier.exporting.typography import french_html
from forgeatelier.ground.words import speaking
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.planned_step import derived_id


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """One report, ready to set: `values` fill its template, `headings` must be found in the PDF's outline."""

    report: Report
    content: ReportContent
    values: Mapping[str, Any]
    headings: tuple[str, ...] = ()


def report_html(page: ReportPage, templates: Templates) -> str:
    """The page of a report, in its language, set in type."""
    with speaking(page.content.language):
        said = {**mast(page.content, page.report), **page.values}
        html = templates.fill(f"reports/{page.report.value}.html", said)
        return f"<!doctype html>{french_html(html)}" if said["language"] == "fr" else html


def print_report(
    page: ReportPage,
    templates: Templates,
    to: Path,
    bench: Path,
    progress: Progress = silent,
    worker: PdfWorker | None = None,
) -> PdfReport:
    """Write the PDF of one report to `to`, whole or not at all; its pictures lie in `bench / "medias"`.

    Raises AtelierError, and Cancelled when `progress` does.
    """
    content = page.content
    with speaking(content.language):
        title = f"{called(page.report)} · {content.workshop.title}"
    html = report_html(page, templates)
    shown = [one for one in content.pictures if one.name in html]
    request = PdfRequest(
        html=html,
        folder=bench,
        exports=templates.folders,
        title=title,
        collective=content.host.heading if content.host else "",
        language=content.language,
        licence=None,
        rights="",
        identifier=derived_id(content.workshop.id, "report", page.report.value),
        headings=page.headings,
        pictures=tuple(dict.fromkeys(one.name for one in shown)),
        undescribed=tuple(dict.fromkeys(one.caption or one.at for one in shown if not one.alt)),
    )
    return render_pdf(request, to, progress, worker)
