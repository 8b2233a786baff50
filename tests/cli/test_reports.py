# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`workshop report`: the papers of the evening from a terminal."""

from forgeatelier.actions.sample import FINISHED


def test_the_papers_are_written_and_what_is_held_back_is_said(run, sample, tmp_path):
    said = run(
        "workshop", "report", FINISHED, "--kind", "donor,photos", "--for", "publication", "--to",
        tmp_path / "clef", "--json",
    )  # fmt: skip
    assert said.code == 0
    photos, donor = said.data["reports"]
    assert [photos["report"], donor["report"]] == ["photos", "donor"]
    assert (photos["for"], donor["for"]) == ("open", "donor")
    assert photos["left_out"] == {"unsorted": 1}
    assert donor["left_out"] == {"person": 1, "unsorted": 1}, "nobody agreed to the donor's use"
    assert "14. Clôture" in donor["to_complete"]
    (folder,) = (tmp_path / "clef").iterdir()
    assert sorted(one.name for one in folder.iterdir()) == [
        "1-compte-rendu-photo.pdf",
        "3-rapport-bailleur.pdf",
    ]


def test_people_read_who_gets_no_certificate_and_why(run, sample, tmp_path):
    said = run(
        "workshop", "report", FINISHED, "--kind", "certificates", "--presence", "80", "--to", tmp_path / "c"
    )
    assert said.code == 0
    assert "10 attestations" in said.out
    assert "Awa Tounkarabé : fait partie de l’équipe" in said.out
    assert "* 4-attestations.pdf" in said.out
    assert "ne pas les diffuser" in said.out


def test_photos_without_a_use_or_a_report_nobody_knows_are_refused(run, sample, tmp_path):
    said = run("workshop", "report", FINISHED, "--kind", "photos", "--to", tmp_path / "clef")
    assert said.code == 1
    assert "À qui ira le compte rendu photo" in said.err
    said = run("workshop", "report", FINISHED, "--kind", "film", "--to", tmp_path / "clef", "--json")
    assert said.code == 1
    assert "certificates" in said.data["advice"]
    assert not (tmp_path / "clef").exists()


def test_a_program_reads_who_gets_no_certificate(run, sample, tmp_path):
    said = run(
        "workshop", "report", FINISHED, "--kind", "certificates", "--to", tmp_path / "c", "--json"
    )  # fmt: skip
    (made,) = said.data["reports"]
    assert [one["name"] for one in made["without_certificate"]] == ["Awa Tounkarabé", "Issouf Zabréla"]
    assert made["without_certificate"][0]["why"] == "fait partie de l’équipe"
    assert all(one["person"] for one in made["without_certificate"])
