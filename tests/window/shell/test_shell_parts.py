# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small parts of the shell: days in words, what is remembered, search beside the window."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from forgeatelier.ground import words
from forgeatelier.store.search import Hit
from forgeatelier.window import dates, qt_words, remembered
from forgeatelier.window.finder import address_of
from forgeatelier.window.searching import Searcher

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("day", "said"),
    [(0, "aujourd’hui"), (1, "demain"), (-1, "hier"), (12, "dans 12 jours"), (-3, "il y a 3 jours")],
)
def test_days_are_counted_in_words(day: int, said: str) -> None:
    assert dates.days_left(TODAY + timedelta(days=day), TODAY) == said


def test_days_are_written_as_people_write_them() -> None:
    assert dates.day("2026-03-12") == "12 mars 2026"
    assert dates.day(date(2026, 11, 1)) == "1er novembre 2026"
    assert dates.day("") == dates.day("quelque part") == ""
    words.use("en")
    assert dates.day("2026-11-01") == "1 November 2026"


def test_time_past_is_told_roughly() -> None:
    now = datetime.fromisoformat("2026-03-12T10:42:07+00:00")
    told = [dates.ago(now - timedelta(minutes=minutes), now) for minutes in (0, 1, 59, 60, 60 * 24 * 3)]
    assert told == ["à l’instant", "il y a 1 minute", "il y a 59 minutes", "il y a 1 heure", "il y a 3 jours"]


def test_a_damaged_memory_of_the_window_is_forgotten() -> None:
    remembered.keep(remembered.Remembered("geometry", "people", "/somewhere"))
    assert remembered.load().address == "people"
    remembered._file().write_text("[not, what] {was} written", encoding="utf-8")
    assert remembered.load() == remembered.Remembered()
    remembered._file().write_text("[]", encoding="utf-8")
    assert remembered.load() == remembered.Remembered()


def test_qts_own_buttons_speak_french_then_english(qapp: QApplication) -> None:
    def cancel() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")

    qt_words.speak(qapp, "fr")
    assert cancel() == "Annuler"
    qt_words.speak(qapp, "en")
    assert cancel() == "Cancel"


def test_each_key_stops_the_search_before_it(qtbot, sample: Path) -> None:
    searcher = Searcher(sample / "library.sqlite")
    heard: list[tuple[str, int]] = []
    searcher.found.connect(lambda query, hits: heard.append((query, len(hits))))
    for typed in ("f", "fo", "fou", "four", "four s"):
        searcher.ask(typed)
    qtbot.waitUntil(lambda: any(query == "four s" for query, _count in heard))
    searcher.stop()
    assert heard[-1][0] == "four s"
    assert heard[-1][1] > 0


def test_a_search_on_a_file_that_cannot_be_read_stays_silent(tmp_path: Path) -> None:
    searcher = Searcher(tmp_path / "absent.sqlite")
    searcher.ask("four")
    searcher.stop()


@pytest.mark.parametrize(
    ("kind", "within", "address"),
    [
        ("workshop", "", "workshop/x/prepare"),
        ("capture", "w", "workshop/w/harvest"),
        ("sheet", "w", "workshop/w/publish"),
        ("protocol", "", "library/x"),
        ("person", "", "people/x"),
        ("guide", "", "guides"),
        ("consent", "", "home"),
    ],
)
def test_what_is_found_leads_where_it_is_shown(kind: str, within: str, address: str) -> None:
    assert address_of(Hit("x", kind, within, "", "")) == address
