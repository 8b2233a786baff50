# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a workshop to the PDF of one sheet: values into the template, the template onto paper, smaller until it fits."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from forgeatelier.exporting.kit import (
    badges,
    ballots,
    consent,
    evaluation,
    groups,
    lists,
    order,
    programme,
    script,
    sign_in,
)
from forgeatelier.exporting.kit.catalogue import Sheet, called
from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.mast import mast
from forgeatelier.exporting.kit.tiling import lay_under
from forgeatelier.exporting.pdf import PdfReport, PdfWorker, render_pdf
from forgeatelier.exporting.pdf_request import PdfRequest
from forgeatelier.exporting.templates import Templates
from forgeatelier.exporting.typography import french_html
from forgeatelier.ground.words import speaking
from forgeatelier.model.progress import Progress, silent
from forgeatelier.model.workshop.planned_step import derived_id

Values = Callable[[KitContent], dict[str, Any]]

_VALUES: dict[Sheet, Values] = {
    Sheet.SCRIPT: script.values,
    Sheet.SIGN_IN: sign_in.values,
    Sheet.CONSENT: consent.values,
    Sheet.BADGES: badges.values,
    Sheet.GROUPS: groups.values,
    Sheet.BALLOTS: ballots.values,
    Sheet.EVALUATION: evaluation.values,
    Sheet.PACKING: lists.packing_values,
    Sheet.SHOPPING: lists.shopping_values,
}


def sheet_html(sheet: Sheet, content: KitContent, templates: Templates, values: dict[str, Any]) -> str:
    """The page of a sheet, in the language of its workshop, set in type."""
    with speaking(content.language):
        said = {**mast(content, sheet.value), "name": called(sheet), **values}
        html = templates.fill(f"kit/{sheet.value}.html", said)
        return f"<!doctype html>{french_html(html)}" if said["language"] == "fr" else html


def print_sheet(
    sheet: Sheet,
    content: KitContent,
    templates: Templates,
    to: Path,
    progress: Progress = silent,
    worker: PdfWorker | None = None,
) -> PdfReport:
    """Write the PDF of one sheet to `to`, whole or not at all.

    Sheets that must stay on so many pages are set in smaller and smaller letters until they do. Raises AtelierError,
    and Cancelled when `progress` does.
    """
    if sheet is Sheet.WALL:
        return _print_tiles(content, templates, to, progress, worker)
    report = None
    for make, most in _attempts(sheet, content):
        # The sheet speaks the language of the room; what one sees of the work speaks that of the window.
        with speaking(content.language):
            values = make()
        report = render_pdf(_request(sheet, content, templates, values, to.parent), to, progress, worker)
        if not most or report.pages <= most:
            break
    assert report is not None
    return report


def _attempts(sheet: Sheet, content: KitContent) -> Iterator[tuple[Callable[[], dict[str, Any]], int]]:
    """What makes the values to try one after another, and how many pages are allowed (0: any)."""
    days = max(1, len(content.timetable.days))
    if sheet is Sheet.ORDER:
        lines = sum(len(day.slots) for day in content.timetable.days) + 3 * days
        apart = lines > order.MOST_LINES
        for fit in order.FITS[_first_fit(_longest(content) if apart else lines) :]:
            yield partial(order.values, content, fit, apart=apart), days if apart else 1
    elif sheet is Sheet.PROGRAMME:
        sizes = programme.PAGE_SIZES
        for size in sizes if _longest(content) < programme.PAGE_LINES else sizes[-1:]:
            yield partial(programme.values, content, size), days
    elif sheet is Sheet.WALL_A3:
        for size in programme.WALL_SIZES:
            yield partial(programme.wall_values, content, size), days
    else:
        yield partial(_VALUES[sheet], content), 0


def _longest(content: KitContent) -> int:
    """How many lines the fullest day takes."""
    return max((len(day.slots) for day in content.timetable.days), default=0) + 3


def _first_fit(lines: int) -> int:
    """Sizes that cannot hold so many lines are not even tried."""
    room = 270 / 0.3528  # points of height on A4
    return next(
        (at for at, fit in enumerate(order.FITS) if lines * fit.size * 1.3 <= room * fit.columns),
        len(order.FITS) - 1,
    )


def _print_tiles(
    content: KitContent, templates: Templates, to: Path, progress: Progress, worker: PdfWorker | None
) -> PdfReport:
    """The poster is set on A3, then laid, enlarged, under four sheets A4 that say where to cut and glue."""
    poster = to.with_name(f"{to.name}.a3")
    try:
        print_sheet(Sheet.WALL_A3, content, templates, poster, progress, worker)
        with speaking(content.language):
            values = programme.wall_values(content, programme.WALL_SIZES[0])
        report = render_pdf(_request(Sheet.WALL, content, templates, values, to.parent), to, progress, worker)
        lay_under(poster, to)
    finally:
        poster.unlink(missing_ok=True)
    return report


def _request(
    sheet: Sheet, content: KitContent, templates: Templates, values: dict[str, Any], folder: Path
) -> PdfRequest:
    with speaking(content.language):
        title = f"{called(sheet)} · {content.workshop.title}"
        headings = script.headings(content) if sheet is Sheet.SCRIPT else ()
    return PdfRequest(
        html=sheet_html(sheet, content, templates, values),
        folder=folder,
        exports=templates.folders,
        title=title,
        collective=content.host,
        language=content.language,
        licence=None,
        rights="",
        identifier=derived_id(content.workshop.id, "kit", sheet.value),
        headings=headings,
    )
