# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`workshop kit`: the folder of PDFs from a terminal, for everyone or for one role."""

from actions.kit_people import text_of
from forgeatelier.actions.sample import UPCOMING


def test_the_kit_is_written_and_said(run, sample, tmp_path):
    said = run(
        "workshop", "kit", UPCOMING, "--to", tmp_path / "clef", "--sheets", "sign-in,ballots", "--json"
    )
    assert said.code == 0
    assert [one["sheet"] for one in said.data["sheets"]] == ["sign-in", "ballots"]
    assert [one["personal"] for one in said.data["sheets"]] == [True, False]
    (folder,) = (tmp_path / "clef").iterdir()
    assert said.data["path"] == str(folder)
    assert sorted(one.name for one in folder.iterdir()) == ["05-emargement.pdf", "09-bulletins.pdf"]


def test_a_role_gets_its_own_sheets_and_people_read_which_hold_names(run, sample, tmp_path):
    said = run("workshop", "kit", UPCOMING, "--to", tmp_path / "clef", "--role", "photographe")
    assert said.code == 0
    assert "02-deroule.pdf" in said.out
    assert "* 06-accords-image.pdf" in said.out
    assert "les garder avec l’équipe" in said.out
    assert "01-conduite" not in said.out


def test_a_sheet_or_a_role_nobody_knows_is_refused_with_the_list(run, sample, tmp_path):
    said = run("workshop", "kit", UPCOMING, "--to", tmp_path / "clef", "--sheets", "affiche")
    assert said.code == 1
    assert "sign-in" in said.err
    said = run("workshop", "kit", UPCOMING, "--to", tmp_path / "clef", "--role", "capitaine", "--json")
    assert said.code == 1
    assert "logisticien" in said.data["advice"]
    assert not (tmp_path / "clef").exists()


def test_badges_may_go_without_the_ring_for_the_sticker(run, sample, tmp_path):
    said = run("workshop", "kit", UPCOMING, "--to", tmp_path, "--sheets", "badges", "--json")
    with_ring = text_of(tmp_path / said.data["path"] / said.data["sheets"][0]["file"])
    said = run(
        "workshop", "kit", UPCOMING, "--to", tmp_path, "--sheets", "badges", "--no-photo-mark", "--json"
    )
    without = text_of(tmp_path / said.data["path"] / said.data["sheets"][0]["file"])
    assert "photos : non" in with_ring[0]
    assert "photos : non" not in without[0]
