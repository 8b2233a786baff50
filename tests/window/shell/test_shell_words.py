# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window and its help use the same words, and numbers are written as the person writes them."""

import pytest

from forgeatelier.ground import words
from forgeatelier.ground.shipped import UI
from forgeatelier.window.frame import areas
from forgeatelier.window.pages.exchange.layout import size_words


@pytest.mark.parametrize(("language", "page"), [("fr", "raccourcis.md"), ("en", "keys.md")])
def test_the_help_names_the_areas_as_the_rail_does(language: str, page: str) -> None:
    words.use(language)
    said = (UI / "help" / language / page).read_text(encoding="utf-8")
    for area in areas():
        assert f"| `{area.key}` | {area.text} |" in said


@pytest.mark.parametrize(("language", "shown"), [("fr", "1,2 Mo"), ("en", "1.2 MB")])
def test_the_size_of_a_copy_is_written_in_the_language_of_the_window(language: str, shown: str) -> None:
    words.use(language)
    assert size_words(1_234_567).replace("\N{NO-BREAK SPACE}", " ") == shown
