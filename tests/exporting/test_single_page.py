# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole dossier on one page, from a stick."""

import re

from exporting.sample_document import CANARY
from forgeatelier.exporting.markdown import sheet_files
from forgeatelier.exporting.single_page import single_page_html
from forgeatelier.model.commons.document import SheetDocument


def test_the_page_needs_nothing_but_itself_and_its_pictures(document: SheetDocument) -> None:
    page = single_page_html(sheet_files(document))
    assert "<script" not in page
    assert "@import" not in page
    assert "url(" not in page
    assert set(re.findall(r'src="([^"]+)"', page)) == {picture.name for picture in document.pictures}
    assert CANARY not in page


def test_every_link_inside_the_page_arrives(document: SheetDocument) -> None:
    page = single_page_html(sheet_files(document))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert not re.findall(r'href="[^":]+\.md"', page), "the files of the dossier are all on the page"


def test_the_page_reads_in_its_own_language(document: SheetDocument) -> None:
    assert '<html lang="fr">' in single_page_html(sheet_files(document))
