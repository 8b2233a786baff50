# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One dossier with its pictures, and one PDF of it, for every story of this room."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from exporting.sample_document import sample, write_pictures
from forgeatelier.exporting.pdf import PdfReport, PdfWorker, render_pdf
from forgeatelier.exporting.sheet_pdf import sheet_request
from forgeatelier.model.commons.document import SheetDocument


@pytest.fixture(scope="session")
def document() -> SheetDocument:
    return sample()


@pytest.fixture(scope="session")
def folder(document: SheetDocument, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dossier")
    write_pictures(document, place)
    return place


@pytest.fixture(scope="session")
def worker() -> Iterator[PdfWorker]:
    with PdfWorker() as warm:
        yield warm


@pytest.fixture(scope="session")
def printed(document: SheetDocument, folder: Path, worker: PdfWorker) -> tuple[Path, PdfReport]:
    to = folder / "fiche-A4.pdf"
    return to, render_pdf(sheet_request(document, folder), to, worker=worker)
