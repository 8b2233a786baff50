# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""« workshop plan » shows the day and what other conditions would change, and keeps them only when asked."""

import pytest

from forgeatelier.actions.sample import UPCOMING


@pytest.mark.usefixtures("sample")
def test_the_timetable_is_printed_with_its_totals(run):
    said = run("workshop", "plan", UPCOMING)
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[1] == "Pour 18 personnes en 4 groupes"
    assert any(line.startswith("09:00–09:12    12 min  Tour des prénoms") for line in lines)
    assert "Fin à 13:10" in said.out
    assert "⚠ 2 h 13 sans pause" in said.out


@pytest.mark.usefixtures("sample")
def test_what_if_is_told_and_not_kept(run):
    asked = ("--people", "42", "--start", "9h30", "--end", "13:00", "--without", "no-power,sans_projecteur")
    said = run("workshop", "plan", UPCOMING, *asked)
    assert "Ce qui changerait (rien n’est gardé sans --apply)" in said.out
    assert "- Groupes : 4 → 9." in said.out
    assert "⛔ La journée finit à 14:20 au lieu de 13:00" in said.out
    assert run("workshop", "plan", UPCOMING, "--json").data["people"] == 18


@pytest.mark.usefixtures("sample")
def test_apply_keeps_it_and_scripts_read_it(run):
    kept = run("workshop", "plan", UPCOMING, "--people", "24", "--end", "16:30", "--apply", "--json").data
    assert kept["applied"] is True
    again = run("workshop", "plan", UPCOMING, "--json").data
    assert (again["people"], again["teams"], again["ends_at"]) == (24, 5, "16:30")
    assert again["consequences"] == []
    assert again["applied"] is False
    (day,) = again["days"]
    assert day["steps"][0].keys() == {
        *("id", "title", "form", "importance", "start", "end", "minutes", "gap", "fork", "lane")
    }
    assert run("workshop", "plan", UPCOMING, "--end", "", "--apply", "--json").data["ends_at"] is None


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (("--people", "-1"), "n’est pas un nombre de personnes"),
        (("--start", "25:00"), "n’est pas une heure"),
        (("--end", "tard"), "n’est pas une heure"),
        (("--without", "sauterelles"), "n’est pas un imprévu connu"),
    ],
)
def test_what_makes_no_sense_is_refused(run, asked, refusal):
    said = run("workshop", "plan", UPCOMING, *asked, "--apply")
    assert said.code == 1
    assert refusal in said.err


@pytest.mark.usefixtures("sample")
def test_show_and_captures_follow_the_plan(run):
    assert "09:00    12 min  Tour des prénoms" in run("workshop", "show", UPCOMING).out


@pytest.mark.usefixtures("sample")
def test_one_person_is_not_several(run):
    said = run("workshop", "plan", UPCOMING, "--people", "1")
    assert "Pour 1 personne en 1 groupe\n" in said.out


@pytest.mark.usefixtures("sample")
def test_a_workshop_for_nobody_is_refused_in_a_sentence(run):
    refused = run("workshop", "new", "--protocol", "cafe-du-monde", "--people", "0")
    assert refused.code == 1
    assert "au moins une personne" in refused.err
