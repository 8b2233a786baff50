# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People at the command line: doubles are shown, one's own data is handed over."""

import json

from forgeatelier.actions.sample import UPCOMING


def test_doubles_are_shown_with_why(run, sample, tmp_path):
    assert run("people", "duplicates", "--json").data == []
    twice = tmp_path / "twice.csv"
    twice.write_text("Nom;Prénom\nDIOMBÉRA;Awa\nDiombera;AWA\n", encoding="utf-8")
    run("people", "import", UPCOMING, twice, "--apply")
    said = run("people", "duplicates")
    assert (said.code, "même nom" in said.out, "1 groupe" in said.out) == (0, True, True)
    (twins,) = run("people", "duplicates", "--json").data
    assert twins.keys() == {"people", "pairs"}
    assert twins["pairs"][0]["reasons"] == ["same_name"]


def test_ones_own_data_is_written_in_two_files(run, sample, tmp_path):
    said = run("people", "export", "tounkarabé awa", "--to", tmp_path / "awa.html", "--json")
    assert said.code == 0
    assert {"format", "person", "workshops", "naming", "files"} == said.data.keys()
    told = json.loads((tmp_path / "awa.json").read_text(encoding="utf-8"))
    assert told["person"]["given_names"] == "Awa"
    assert "Awa Tounkarabé" in (tmp_path / "awa.html").read_text(encoding="utf-8")


def test_a_name_that_nobody_has_is_refused_in_a_sentence(run, sample, tmp_path):
    refused = run("people", "export", "Personne Inconnue", "--to", tmp_path / "x.html")
    assert refused.code == 1
    assert "Personne ne s’appelle « Personne Inconnue »" in refused.err
    assert not (tmp_path / "x.html").exists()


def test_two_people_of_one_name_are_told_apart(run, sample, tmp_path):
    twice = tmp_path / "twice.csv"
    twice.write_text("Nom;Prénom;Village\nDIOMBÉRA;Awa;Fatick\nDIOMBÉRA;Awa;Thiès\n", encoding="utf-8")
    run("people", "import", UPCOMING, twice, "--apply")
    refused = run("people", "export", "Awa Diombéra", "--to", tmp_path / "x.html")
    assert "désigne 2 personnes" in refused.err
    assert "Fatick" in refused.err


def test_a_doubt_on_every_line_of_a_long_list_is_told_in_one_line(run, sample, tmp_path):
    long = tmp_path / "long.csv"
    long.write_text("Nom;Prénom\n" + "".join(f"N{n};Awa\n" for n in range(500)), encoding="utf-8")
    said = run("people", "import", UPCOMING, long)
    (doubt,) = [line for line in said.out.splitlines() if "Il y a un chiffre" in line]
    assert "lignes 2, 3, 4," in doubt
    assert "et 488 autres" in doubt
