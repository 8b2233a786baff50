# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of decisions, at the command line."""

from forgeatelier.actions.sample import UPCOMING


def test_a_decision_taken_is_in_the_register(run, sample):
    before = len(run("workshop", "decisions", "--json").data)
    run("capture", UPCOMING, "--decision", "Acheter la corde avant le marché")
    told = run("workshop", "decisions", UPCOMING)
    assert told.code == 0
    assert "Acheter la corde avant le marché" in told.out
    assert "ouverte" in told.out
    assert "1 décision" in told.out
    data = run("workshop", "decisions", "--open", "--json").data
    assert len(run("workshop", "decisions", "--json").data) == before + 1
    line = next(one for one in data if one["text"].startswith("Acheter"))
    assert (line["followed"], line["late"], line["due"], line["workshop"]) == ("open", False, None, UPCOMING)


def test_without_any_decision_it_says_so(run, tmp_path, monkeypatch):
    monkeypatch.setenv("FORGEATELIER_LIBRARY", str(tmp_path / "b"))
    run("new", tmp_path / "b")
    assert run("workshop", "decisions").out.strip() == "Aucune décision."
    assert run("workshop", "decisions", "--json").data == []


def test_a_workshop_that_is_not_there_is_refused(run, sample):
    assert run("workshop", "decisions", "Atelier perdu").code == 1
