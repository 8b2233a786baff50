# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command does its task, answers scripts with the same keys each time, and refuses in one sentence."""

import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forgeatelier.actions.sample import FINISHED, UPCOMING
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)
FINDING = {"level", "code", "what", "remedy", "kind", "id", "field"}


def test_new_makes_an_empty_library_and_says_where(run, tmp_path):
    said = run("new", tmp_path / "bib", "--json")
    assert said.code == 0
    assert said.data.keys() == {"library", "id"}
    assert run("workshop", "list", "--library", tmp_path / "bib").out == "Il n’y a rien à montrer.\n"


def test_new_leaves_a_folder_that_holds_something_alone(run, tmp_path):
    (tmp_path / "lettre.txt").write_text("Chère mairie")
    said = run("new", tmp_path)
    assert said.code == 1
    assert "n’est pas vide" in said.err
    assert [p.name for p in tmp_path.iterdir()] == ["lettre.txt"]


def test_sample_and_demo_show_the_whole_way(run, tmp_path):
    made = run("sample", tmp_path / "ex", "--json").data
    assert made.keys() == {"library", "bundle"}
    assert run("bundle", "check", made["bundle"]).code == 0
    said = run("demo", "--to", tmp_path / "out", "--json")
    assert said.code == 0
    assert said.data.keys() == {"path", "pages", "sound"}
    assert said.data["sound"]
    assert (Path(said.data["path"]) / "data" / "LISEZMOI.md").is_file()


def test_a_library_is_named_by_the_option_the_variable_or_neither(run, tmp_path, sample, monkeypatch):
    run("new", tmp_path / "autre")
    assert len(run("workshop", "list", "--json").data) == 2
    assert run("workshop", "list", "--json", "--library", tmp_path / "autre").data == []
    monkeypatch.delenv("FORGEATELIER_LIBRARY")
    said = run("workshop", "list")
    assert said.code == 1
    assert "« forgeatelier new DOSSIER »" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "--library", "{0}", "workshop", "list"),
        ("workshop", "--json", "--library", "{0}", "list"),
        ("workshop", "list", "--library={0}", "--json"),
        ("--library", "{0}", "workshop", "list", "--json"),
    ],
)
def test_options_may_stand_before_or_after_the_command(run, sample, monkeypatch, words):
    monkeypatch.delenv("FORGEATELIER_LIBRARY")
    said = run(*(word.format(sample) for word in words))
    assert said.code == 0
    assert {w["id"] for w in said.data} == {FINISHED, UPCOMING}


def test_files_and_words_may_stand_after_the_options(run, sample, photo):
    said = run("capture", FINISHED, "--note", "98 °C", photo, "--json")
    assert said.data["added"] == 2
    assert run("search", "98", "--json", "C").data[0]["id"] in said.data["ids"]


def test_protocols_are_listed_once_each_and_shown_in_ones_language(run):
    said = run("protocol", "list")
    titles = said.out.splitlines()
    assert len(titles) == 29
    assert "four-solaire-boite" in said.out
    assert said.out.count("Construire un four solaire") == 1
    assert "Building a box-type solar oven" not in said.out
    listed = run("protocol", "list", "--find", "SOLAIRE", "--language", "fr", "--json").data
    assert [e["slug"] for e in listed] == ["four-solaire-boite"]
    assert listed[0].keys() == {"slug", "id", "title", "language", "minutes", "own"}
    assert run("protocol", "list", "--find", "zzz").out == "Il n’y a rien à montrer.\n"


def test_a_protocol_is_shown_as_a_card_as_data_and_as_the_file_to_edit(run, tmp_path):
    card = run("protocol", "show", "four-solaire-boite")
    assert "7 h 55" in card.out
    assert "[accueil]" in card.out
    data = run("protocol", "show", "four-solaire-boite", "--json").data
    assert {"id", "title", "steps"} <= data.keys()
    yaml = tmp_path / "four.yaml"
    yaml.write_text(run("protocol", "show", "four-solaire-boite", "--yaml").out, encoding="utf-8")
    assert run("protocol", "check", yaml).code == 0
    assert (
        run("protocol", "show", "four-solaire-boite", "--yaml", "--json").data["yaml"].startswith("format:")
    )
    assert run("protocol", "show", "four-solaire-boite", "--language", "en").out.startswith("Building")


def test_a_protocol_is_taken_in_ones_own_language_unless_an_identifier_names_it(run):
    french, english = (
        run("protocol", "show", "four-solaire-boite", "--lang", lang, "--json").data for lang in ("fr", "en")
    )
    assert (french["language"], english["language"]) == ("fr", "en")
    assert run("protocol", "show", english["id"], "--lang", "fr", "--json").data == english


def test_a_protocol_that_is_no_good_is_refused_with_every_complaint(run, tmp_path, sample):
    file = tmp_path / "mien.yaml"
    file.write_text(
        "format: forge-atelier/protocole\ntitre: Four\netapes:\n  - minutes: dix\n", encoding="utf-8"
    )
    said = run("protocol", "check", file)
    assert said.code == 1
    assert said.out.count("mien.yaml, ligne") > 5
    (report,) = run("protocol", "check", file, "--json").data
    assert report.keys() == {"file", "title", "complaints", "notices"}
    assert report["title"] is None
    assert all(c["what"] and c["remedy"] and c["line"] for c in report["complaints"])
    assert run("protocol", "add", file).code == 1


def test_a_protocol_of_ones_own_goes_into_the_library_once(run, tmp_path, sample):
    file = tmp_path / "mien.yaml"
    text = run("protocol", "show", "debriefing-a-chaud", "--yaml").out
    mine = text.replace("titre: Débriefing à chaud", "titre: Retour du soir")
    file.write_text(mine, encoding="utf-8")
    said = run("protocol", "add", file, "--json")
    assert said.data.keys() == {"id", "title"}
    assert "Retour du soir" in run("protocol", "list").out
    again = run("protocol", "add", file)
    assert again.code == 1
    assert "déjà dans la bibliothèque" in again.err


def test_a_workshop_is_made_from_a_protocol_and_listed_and_shown(run, sample):
    made = run(
        "workshop", "new", "--protocol", "four-solaire-boite", "--date", "12/03/2026", "--people", "24",
        "--town", "Ségou", "--country", "mali", "--host", "La Fabrique du Baobab", "--json",
    )  # fmt: skip
    assert made.code == 0
    assert made.data.keys() == {"id", "title"}
    line = next(w for w in run("workshop", "list", "--json").data if w["id"] == made.data["id"])
    assert line["starts_on"] == "2026-03-12"
    assert line.keys() == {"id", "title", "town", "starts_on", "state", "people_planned"}
    shown = run("workshop", "show", made.data["id"], "--json").data
    assert {"id", "title", "captures", "people", "protocol"} <= shown.keys()
    assert shown["country"] == "ML"
    assert (
        "09:00    20 min  Accueil et cuisson lancée  [accueil]"
        in run("workshop", "show", made.data["id"]).out
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--title", " "), "L’atelier n’a pas de titre."),
        (("--title", "Four", "--date", "31/02/2026"), "« 31/02/2026 » n’est pas une date."),
        (("--title", "Four", "--people", "douze"), "« douze » n’est pas un nombre de personnes."),
        (("--title", "Four", "--country", "Atlantide"), "« Atlantide » n’est pas un pays connu."),
        (("--protocol", "nulle-part"), "nulle-part"),
    ],
)
def test_a_workshop_that_makes_no_sense_is_refused_with_what_to_write(run, sample, words, sentence):
    said = run("workshop", "new", *words)
    assert said.code == 1
    assert sentence in said.err
    assert said.out == ""
    assert len(run("workshop", "list", "--json").data) == 2


def test_a_list_of_people_is_shown_before_it_is_added_and_never_added_twice(run, sample, people_list):
    shown = run("people", "import", UPCOMING, people_list)
    assert shown.code == 0
    assert "Diombéra" in shown.out
    assert "2 personnes lues : 1 femme, 1 homme." in shown.out
    assert "la même commande avec --apply" in shown.out
    assert run("workshop", "show", UPCOMING, "--json").data["people"] == 6
    added = run("people", "import", UPCOMING, people_list, "--apply", "--json").data
    assert added.keys() == {
        "applied", "added", "people", "new", "women", "men", "other", "unstated", "minors", "set_aside", "doubts",
        "columns",
    }  # fmt: skip
    assert (added["applied"], added["added"], added["minors"]) == (True, 2, 1)
    again = run("people", "import", UPCOMING, people_list, "--apply")
    assert again.code == 1
    assert "déjà dans l’atelier" in again.err
    with people_list.open("a", encoding="utf-8") as more:
        more.write("KOULÉTA;Ndèye;F;\n")
    assert run("people", "import", UPCOMING, people_list, "--apply", "--json").data["added"] == 1
    assert run("workshop", "show", UPCOMING, "--json").data["people"] == 9


def test_notes_decisions_links_and_files_are_captured_at_once(run, sample, photo):
    said = run(
        "capture", UPCOMING, photo, "--note", "Un mot", "--decision", "On garde", "--link", "https://exemple.org",
        "--caption", "Le four", "--alt", "Un four au soleil", "--nobody", "--keep", "--json",
    )  # fmt: skip
    assert said.data.keys() == {"added", "ids", "already", "refused"}
    assert said.data["added"] == 4
    kept = {c["kind"]: c for c in run("workshop", "show", UPCOMING, "--json").data["captures"]}
    assert kept["photo"]["caption"] == "Le four"
    assert kept["photo"]["recognisable"] == "nobody"
    assert kept["decision"]["state"] == "retained"


def test_a_capture_with_one_wrong_part_keeps_none_of_it(run, sample, photo):
    before = len(run("workshop", "show", UPCOMING, "--json").data["captures"])
    media = sorted(sample.glob("media/??/*"))
    for wrong in (("--link", "pas une adresse"), ("--step", "nulle-part")):
        said = run("capture", UPCOMING, photo, "--note", "Un mot", *wrong)
        assert said.code == 1
        assert said.out == ""
    assert "Étapes possibles : " in said.err
    assert len(run("workshop", "show", UPCOMING, "--json").data["captures"]) == before
    assert sorted(sample.glob("media/??/*")) == media


def test_files_that_are_no_good_are_refused_alone(run, sample, photo, tmp_path):
    (tmp_path / "faux.jpg").write_text("rien d’une photo")
    said = run("capture", UPCOMING, photo, tmp_path / "faux.jpg", tmp_path / "absent.jpg", "--json")
    assert said.code == 1
    assert said.data["added"] == 1
    assert [r["file"] for r in said.data["refused"]] == ["faux.jpg", "absent.jpg"]
    assert all(r["what"] and r["advice"] for r in said.data["refused"])
    again = run("capture", UPCOMING, photo)
    assert again.code == 0
    assert "1 déjà là : four.jpg" in again.out


def test_a_capture_of_nothing_is_refused(run, sample):
    assert "Il n’y a rien à ajouter." in run("capture", UPCOMING).err


def test_search_forgives_accents_and_unfinished_words(run, sample):
    hits = run("search", "TEMPERA", "--json").data
    assert hits
    assert hits[0].keys() == {"id", "kind", "heading", "snippet", "workshop"}
    assert "\x02" not in run("search", "riz").out
    assert run("search", "introuvable").out == "Rien ne correspond à ces mots.\n"
    for odd in ('"', "'", "*", "AND", "a OR", "(", "\u200f", "\udce9"):
        assert run("search", odd).code == 0


def test_preflight_and_publish_agree_on_what_blocks(run, sample, tmp_path):
    ready = run("preflight", FINISHED, "--json")
    assert ready.code == 0
    assert ready.data.keys() == {"ready", "findings"}
    run("capture", FINISHED, "--note", "Appeler le 77 12 34 56", "--keep")
    blocked = run("preflight", FINISHED, "--json")
    assert blocked.code == 1
    assert not blocked.data["ready"]
    assert all(f.keys() == FINDING for f in blocked.data["findings"])
    said = run("preflight", FINISHED)
    assert "⛔ Un numéro de téléphone, « 77 12 34 56 »" in said.out
    assert "[Atelier " in said.out
    refused = run("publish", FINISHED, "--to", tmp_path / "dehors")
    assert refused.code == 1
    assert "⛔" in refused.err
    assert "empêche" in refused.err
    assert run("publish", FINISHED, "--to", tmp_path / "dehors", "--json").data.keys() == {
        "refused",
        "findings",
    }
    assert not (tmp_path / "dehors").exists()


def test_publish_writes_the_formats_asked_for_and_bundle_check_reads_them(run, sample, tmp_path):
    said = run("publish", FINISHED, "--to", tmp_path / "dehors", "--format", "markdown", "--zip", "--json")
    assert said.code == 0
    assert said.data.keys() == {"path", "name", "bytes", "pages", "findings"}
    assert said.data["pages"] is None
    folder = Path(said.data["path"])
    archive = tmp_path / "dehors" / f"{said.data['name']}.zip"
    for bundle in (folder, archive):
        checked = run("bundle", "check", bundle, "--json")
        assert checked.code == 0
        assert checked.data.keys() == {"sound", "title", "version", "findings"}
    with zipfile.ZipFile(archive) as opened:
        assert any(name.endswith("data/LISEZMOI.md") for name in opened.namelist())
    (folder / "data" / "LISEZMOI.md").write_text("altéré", encoding="utf-8")
    damaged = run("bundle", "check", folder)
    assert damaged.code == 1
    assert "LISEZMOI.md" in damaged.out


def test_publishing_the_same_twice_is_no_failure(run, sample, tmp_path):
    first = run("publish", FINISHED, "--to", tmp_path / "dehors", "--format", "markdown", "--json").data
    again = run("publish", FINISHED, "--to", tmp_path / "dehors", "--format", "markdown", "--json")
    assert again.code == 0
    assert again.data["path"] == first["path"]
    library = Library(sample, NOW)
    assert len(library.all(Publication)) == 1
    library.close()


def test_an_unknown_format_or_a_stranger_bundle_is_refused(run, sample, tmp_path):
    assert "« doc »" in run("publish", FINISHED, "--to", tmp_path, "--format", "doc").err
    for path in (tmp_path / "absent", sample, Path(__file__)):
        said = run("bundle", "check", path)
        assert said.code == 1
        assert said.err.strip()


def test_check_backup_and_restore_bring_a_library_back(run, sample):
    assert run("check", "--json").data.keys() == {"sound", "database", "altered", "media", "entities"}
    made = run("backup", "--json").data["backup"]
    run("capture", UPCOMING, "--note", "Après la sauvegarde")
    listed = run("restore", "--list", "--json").data
    assert [c["file"] for c in listed] == [made]
    assert listed[0].keys() == {"file", "made", "bytes"}
    assert "Taille" in run("restore", "--list").out
    assert run("restore", "--json").data == {"restored": made}
    assert run("restore", Path(made).name, "--json").data == {"restored": made}
    assert run("search", "sauvegarde", "--json").data == []
    assert run("check").code == 0


def test_restore_refuses_what_is_no_copy_and_changes_nothing(run, sample, tmp_path):
    assert "n’a pas de sauvegarde" in run("restore").err
    assert "Il n’y a pas de bibliothèque" in run("restore", "--list", "--library", tmp_path).err
    assert "n’existe pas" in run("restore", tmp_path / "absente.sqlite").err
    (tmp_path / "fausse.sqlite").write_text("rien")
    before = (sample / "library.sqlite").read_bytes()
    assert "abîmée" in run("restore", tmp_path / "fausse.sqlite").err
    assert (sample / "library.sqlite").read_bytes() == before


def test_check_names_the_photo_that_is_damaged(run, sample):
    name = next(
        c for c in run("workshop", "show", FINISHED, "--json").data["captures"] if c["kind"] == "photo"
    )
    master = next(sample.glob(f"media/??/{name['media']}.jpg"))
    master.write_bytes(master.read_bytes()[:-100])
    said = run("check")
    assert said.code == 1
    assert f"« {name['file_name']} » : le fichier est abîmé" in said.out
    assert "MediaTrouble" not in said.out
    shutil.rmtree(master.parent)
    assert "le fichier manque" in run("check").out


def test_rebuild_says_how_much_it_made_again(run, sample):
    assert run("rebuild", "--json").data["entities"] > 50


def test_a_workshop_is_named_by_id_end_of_id_title_or_words_of_it(run, sample):
    for named in (FINISHED, FINISHED[-5:], "UN FOUR SOLAIRE AU MARCHE DE KAOLACK", "marché de kaol"):
        assert run("workshop", "show", named, "--json").data["id"] == FINISHED
    assert run("workshop", "show", "quel est notre commun, a sibassor ?", "--json").data["id"] == UPCOMING


def test_a_name_that_means_none_or_several_is_refused_with_the_way_on(run, sample):
    none = run("workshop", "show", "nulle part")
    assert none.code == 1
    assert "« forgeatelier workshop list »" in none.err
    for _time in range(2):
        run("workshop", "new", "--title", "Deux fois")
    several = run("workshop", "show", "deux fois")
    assert several.code == 1
    assert "désigne 2 ateliers" in several.err
    end = several.err.split(":")[-1].split(",")[0].strip(" .\n")
    assert run("workshop", "show", end).code == 0
    assert run("workshop", "show", "01").code == 1


def test_a_refusal_is_data_too(run, tmp_path):
    said = run("workshop", "list", "--library", tmp_path / "absente", "--json")
    assert said.code == 1
    assert said.data.keys() == {"refused", "advice"}
    assert said.err == ""


def test_without_a_screen_the_window_says_what_to_do_instead(run, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = run()
    assert said.code == 1
    assert "forgeatelier demo" in said.err


def test_a_fault_of_the_program_is_one_sentence_and_a_line_in_the_log(run, sample, monkeypatch):
    from forgeatelier.actions import tidy

    def stumble(*_args: object) -> None:
        raise KeyError("inattendu")

    monkeypatch.setattr(tidy, "examine", stumble)
    said = run("check")
    assert said.code == 1
    assert "ForgeAtelier s’est trompé" in said.err
    assert "Traceback" not in said.err
    log = Path(said.err.split("«")[1].split("»")[0].strip())
    assert "inattendu" in log.read_text(encoding="utf-8")
