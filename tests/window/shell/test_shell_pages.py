# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page opens in both languages and the three themes without a word from Qt."""

from pathlib import Path

import pytest

from forgeatelier.actions.sample import FINISHED, UPCOMING
from forgeatelier.ground import preferences, words
from forgeatelier.window.addresses import PLACES, first_word

ADDRESSES = (
    "home",
    "workshops",
    "workshops/new",
    f"workshop/{UPCOMING}/prepare",
    f"workshop/{UPCOMING}/run",
    f"workshop/{FINISHED}/harvest",
    f"workshop/{FINISHED}/publish",
    "library",
    "commons",
    "people",
    "guides",
    "exchange",
    "settings",
    "help",
    "help/keys",
    "help/publier",
    "gallery",
)


def test_every_place_is_visited_below() -> None:
    assert {first_word(address) for address in ADDRESSES} == set(PLACES)


@pytest.mark.parametrize(
    ("language", "looks"), [("fr", "day"), ("fr", "high-contrast"), ("en", "night"), ("en", "day")]
)
def test_every_page_opens(open_window, settle, sample: Path, language: str, looks: str) -> None:
    words.use(language)
    preferences.keep(preferences.Preferences(language=language, theme=looks))
    window = open_window(sample)
    for address in ADDRESSES:
        window.go(address)
        settle(window)
        assert window.frame.notices() == (), address
        assert window.frame.rail.current() == PLACES[first_word(address)].area
