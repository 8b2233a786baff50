# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheet of Banko ready to leave, with an edition to print, and a small one for the rough tests."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from exporting.sample_document import sample, write_pictures
from forgeatelier.bundles.contents import BundleContents, WrittenBundle
from forgeatelier.bundles.writing import write_bundle
from forgeatelier.bundles.zipping import zip_bundle
from forgeatelier.exporting.markdown import sheet_files
from forgeatelier.exporting.single_page import PREVIEW, single_page_html
from forgeatelier.exporting.templates import Templates
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.protocols.writing import write_protocol

WITHDRAWN = "ab" * 32
EDITION = b"%PDF-1.7\n" + b"A page that stands for the printed sheet.\n" * 40


@pytest.fixture(scope="session")
def document() -> SheetDocument:
    return sample()


@pytest.fixture(scope="session")
def contents(document: SheetDocument, tmp_path_factory: pytest.TempPathFactory) -> BundleContents:
    bench = tmp_path_factory.mktemp("bench")
    write_pictures(document, bench)
    edition = bench / "fiche-a4.pdf"
    edition.write_bytes(EDITION)
    texts = sheet_files(document)
    texts["protocoles/four-solaire.yaml"] = write_protocol(
        dataclasses.replace(document.protocol, internal_notes=""), "fr"
    )
    texts[PREVIEW] = single_page_html(texts, Templates())
    files = {one.name: bench / one.name for one in document.pictures}
    return BundleContents(
        document=document,
        texts=texts,
        files={**files, "sorties/fiche-a4.pdf": edition},
        withdrawals=(WITHDRAWN,),
    )


@pytest.fixture(scope="session")
def bundle(contents: BundleContents, tmp_path_factory: pytest.TempPathFactory) -> WrittenBundle:
    """The whole sheet, written once; no test changes it."""
    return write_bundle(contents, tmp_path_factory.mktemp("stick"))


@pytest.fixture(scope="session")
def small_contents(document: SheetDocument, tmp_path_factory: pytest.TempPathFactory) -> BundleContents:
    """One page, one picture, one table: quick to write, damage and check a hundred times."""
    picture = tmp_path_factory.mktemp("small") / "four.jpg"
    picture.write_bytes(b"\xff\xd8" + bytes(range(256)) * 4 + b"\xff\xd9")
    cover = dataclasses.replace(document.pictures[0], name="medias/four_7bee34a47b5f.jpg")
    return BundleContents(
        document=dataclasses.replace(document, cover=cover, harvest=()),
        texts={
            "LISEZMOI.md": "# Four solaire\n\n[La fiche](contenu/01-fiche.md)\n",
            "contenu/01-fiche.md": "# Fiche\n\n![Un four au soleil](../medias/four_7bee34a47b5f.jpg)\n",
            "annexes/materiel.csv": "Article,Quantité\nCarton,4\n",
        },
        files={cover.name: picture},
    )


@pytest.fixture
def small(small_contents: BundleContents, tmp_path: Path) -> Path:
    return write_bundle(small_contents, tmp_path / "cle").path


@pytest.fixture
def small_zip(small: Path) -> Path:
    return zip_bundle(small, small.parent)


@pytest.fixture
def with_title(contents: BundleContents) -> Callable[[str], SheetDocument]:
    def renamed(title: str) -> SheetDocument:
        sheet = dataclasses.replace(contents.document.sheet, title=title)
        return dataclasses.replace(contents.document, sheet=sheet)

    return renamed
