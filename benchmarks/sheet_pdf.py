# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 9: a conduct sheet of 25 pages with 20 photos to PDF, beside plain WeasyPrint on the same HTML.

Ours: the warm worker process with progress, closed fetcher, licence, page labels, completeness gate and flush to
the disk. Peer: WeasyPrint already loaded in this process, same HTML, same style sheet, same tags, same photos,
written to a file. The two take turns. Goal: at most 1.15 times.
"""

import dataclasses
import statistics
import sys
import time
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from exporting.sample_document import picture, sample, write_pictures
from forgeatelier.exporting.pdf import PdfReport, PdfRequest, PdfWorker, render_pdf
from forgeatelier.exporting.sheet_pdf import sheet_request
from forgeatelier.ground.shipped import EXPORTS, UI
from forgeatelier.model.commons.document import SheetDocument, StepHarvest
from forgeatelier.model.workshop.agenda import programme

PAIRS = 7
TIMES_LONGER = 3
PHOTOS = 20


def long_sheet() -> SheetDocument:
    """The sample with its steps told three times and a new photo for each of twenty of them."""
    one = sample()
    steps = tuple(
        dataclasses.replace(step, id=f"{step.id}-{turn}", title=f"{step.title} ({turn + 1})")
        for turn in range(TIMES_LONGER)
        for step in one.protocol.steps
    )
    told = {harvest.step_id: harvest for harvest in one.harvest}
    harvest = tuple(
        StepHarvest(
            step_id=step.id,
            pictures=(picture(n, f"photo-{n}", f"Photo {n}", "Ce que l’on y voit."),) if n < PHOTOS else (),
            notes=told.get(step.id.rpartition("-")[0], StepHarvest(step_id="")).notes,
        )
        for n, step in enumerate(steps, 1)
    )
    protocol = dataclasses.replace(one.protocol, steps=steps)
    slots = programme(steps, one.workshop.starts_at)
    return dataclasses.replace(one, protocol=protocol, harvest=harvest, slots=slots, runs=())


def plain(request: PdfRequest, to: Path) -> float:
    """WeasyPrint as its manual says, on the same page."""
    import weasyprint

    style = (EXPORTS / "pdf" / "sheet.css").read_text(encoding="utf-8")
    for name, folder in (("fonts", UI / "fonts"), ("icons", UI / "icons")):
        style = style.replace(f"file:///{name}/", f"{folder.as_uri()}/")
    link = '<link rel="stylesheet" href="file:///exports/pdf/sheet.css">'
    html = request.html.replace(link, f"<style>{style}</style>")
    began = time.perf_counter()
    page = weasyprint.HTML(string=html, base_url=f"{request.folder.as_uri()}/")
    page.write_pdf(to, pdf_variant="pdf/ua-1", pdf_tags=True)
    return time.perf_counter() - began


def ours(request: PdfRequest, to: Path, worker: PdfWorker) -> tuple[float, PdfReport]:
    began = time.perf_counter()
    report = render_pdf(request, to, worker=worker)
    return time.perf_counter() - began, report


def told(name: str, times: list[float]) -> str:
    return f"{name:<28} {statistics.median(times):6.2f} s  ({min(times):.2f}-{max(times):.2f})"


def main() -> None:
    warnings.simplefilter("ignore")
    document = long_sheet()
    with TemporaryDirectory() as place, PdfWorker() as worker:
        folder = Path(place)
        write_pictures(document, folder)
        request = sheet_request(document, folder)
        floor, made = [], []
        for turn in range(PAIRS + 1):
            peer = plain(request, folder / "plain.pdf")
            mine, report = ours(request, folder / "ours.pdf", worker)
            if turn:  # the first pair warms both up
                floor.append(peer)
                made.append(mine)
        sizes = [(folder / name).stat().st_size / 1e6 for name in ("plain.pdf", "ours.pdf")]
        print(f"{report.pages} pages, {report.pictures} photos, {report.headings} headings, {PAIRS} pairs")
        print(told("plain WeasyPrint, tagged", floor), f"{sizes[0]:.1f} MB")
        print(told("ForgeAtelier, warm worker", made), f"{sizes[1]:.1f} MB")
        ratios = [mine / peer for mine, peer in zip(made, floor, strict=True)]
        ratio = statistics.median(made) / statistics.median(floor)
        print(f"ratio {ratio:.2f} (pair by pair {min(ratios):.2f}-{max(ratios):.2f}), goal at most 1.15")


if __name__ == "__main__":
    main()
