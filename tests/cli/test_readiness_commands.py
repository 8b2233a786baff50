# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The evening before, at the command line: what is ready, and the calendar."""

from pathlib import Path

import pytest
from icalendar import Calendar

from forgeatelier.actions.sample import UPCOMING
from forgeatelier.cli import readiness


@pytest.fixture(autouse=True)
def no_battery(monkeypatch):
    """The machine that runs the tests must not decide what they say."""
    monkeypatch.setattr(readiness, "battery", lambda: None)


def test_every_check_is_told_and_unknown_is_not_ready(run, sample):
    said = run("workshop", "ready", UPCOMING)
    assert said.code == 0
    assert "[?] inconnu  La batterie est chargée — Cet ordinateur ne dit pas" in said.out
    assert "Tout ce qui compte est prêt" not in said.out
    told = run("workshop", "ready", UPCOMING, "--json").data
    assert len(told["checks"]) == sum(told["counts"].values()) == 13
    assert told["ready"] is False
    assert {one["check"]: one["state"] for one in told["checks"]}["battery"] == "unknown"


def test_a_full_battery_is_seen(run, sample, monkeypatch):
    monkeypatch.setattr(readiness, "battery", lambda: 97)
    told = run("workshop", "ready", UPCOMING, "--json").data
    assert {one["check"]: one["state"] for one in told["checks"]}["battery"] == "ready"


def test_the_calendar_is_written_and_read_back(run, sample, tmp_path):
    told = run("workshop", "calendar", UPCOMING, "--to", tmp_path, "--json").data
    calendar = Calendar.from_ical(Path(told["file"]).read_bytes())
    assert len(calendar.walk("VTODO")) == told["tasks"] > 0
    assert told["sessions"] >= 1


def test_without_a_date_nothing_is_written(run, sample, tmp_path):
    made = run("workshop", "new", "--title", "Rencontre sans jour", "--json").data
    refused = run("workshop", "calendar", made["id"], "--to", tmp_path / "vide.ics")
    assert refused.code == 1
    assert "pas encore de date" in refused.err
    assert not (tmp_path / "vide.ics").exists()
