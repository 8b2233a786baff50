# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and its help use the same words, and numbers are written as the person writes them."""

import re

import pytest

from forgeatelier.ground import words
from forgeatelier.ground.shipped import UI
from forgeatelier.model.workshop.durations import read_length
from forgeatelier.window.frame import areas
from forgeatelier.window.pages.exchange.layout import size_words
from forgeatelier.window.pages.help.page import TOPICS


@pytest.mark.parametrize(("language", "page"), [("fr", "raccourcis.md"), ("en", "keys.md")])
def test_the_help_names_the_areas_as_the_rail_does(language: str, page: str) -> None:
    words.use(language)
    said = (UI / "help" / language / page).read_text(encoding="utf-8")
    for area in areas():
        assert f"| `{area.key}` | {area.text} |" in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_topic_of_the_help_exists_in_both_languages_and_names_the_tabs_as_the_page_does(
    language: str,
) -> None:
    words.use(language)
    folder = UI / "help" / language
    names = {french if language == "fr" else english for french, (english, _title) in TOPICS.items()}
    assert {file.stem for file in folder.glob("*.md")} == names
    keys = (folder / ("raccourcis.md" if language == "fr" else "keys.md")).read_text(encoding="utf-8")
    for tab in ("Matériel", "Équipe", "Personnes", "Impressions"):
        assert f"## {words._(tab)}\n" in keys


@pytest.mark.parametrize("language", ["fr", "en"])
def test_lengths_are_read_as_the_help_writes_them(language: str) -> None:
    words.use(language)
    page = UI / "help" / language / ("preparer.md" if language == "fr" else "preparing.md")
    rows = [row for row in page.read_text(encoding="utf-8").splitlines() if row.startswith("| `")]
    written = [said for row in rows for said in re.findall(r"`([^`]+)`", row)]
    assert len(written) == 7
    assert all(read_length(said) for said in written)


@pytest.mark.parametrize(("language", "shown"), [("fr", "1,2 Mo"), ("en", "1.2 MB")])
def test_the_size_of_a_copy_is_written_in_the_language_of_the_window(language: str, shown: str) -> None:
    words.use(language)
    assert size_words(1_234_567).replace("\N{NO-BREAK SPACE}", " ") == shown
