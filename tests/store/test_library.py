# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A library keeps what it is told, whatever happens to it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from forgeatelier.ground.errors import AtelierError
from forgeatelier.merging.writes import write_id
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Answer, Consent
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


def made(*entities):
    return Change("Faire", after=entities)


def test_what_is_kept_is_there_after_closing_and_opening(library, now):
    workshop = Workshop(
        title="Four solaire", town="Ségou", starts_on=date(2026, 3, 12), languages=("fr", "bm")
    )
    library.apply(made(workshop), now)
    library.close()
    again = Library(library.folder, now)
    assert again.get(Workshop, workshop.id) == workshop
    assert again.recovery is None
    again.close()


def test_undo_and_redo_are_inverse_changes(library, now):
    first = Workshop(title="Premier titre", people_planned=12)
    library.apply(made(first), now)
    second = replace(first, title="Deuxième titre")
    change = Change("Renommer", (first,), (second,))
    library.apply(change, now)
    library.apply(change.inverted(), now)
    assert library.get(Workshop, first.id) == first
    library.apply(change, now)
    assert library.get(Workshop, first.id) == second


def test_a_deleted_thing_comes_back_whole_when_undone(library, now):
    note = Capture(workshop_id="a", text="La balle de riz se tasse")
    library.apply(made(note), now)
    deletion = Change("Supprimer", before=(note,))
    library.apply(deletion, now)
    assert library.get(Capture, note.id) is None
    library.apply(deletion.inverted(), now)
    assert library.get(Capture, note.id) == note


def test_an_edit_says_only_the_fields_it_changes_and_what_it_replaces(library, now):
    before = Workshop(title="Un", town="Thiès")
    library.apply(made(before), now)
    library.apply(Change("Renommer", (before,), (replace(before, title="Deux"),)), now)
    first, second = (json.loads(r[0]) for r in raw(library, "SELECT body FROM journal ORDER BY number"))
    assert set(second["fields"]) == {"title"}
    assert second["supersedes"] == {"title": [write_id_of(library, 0)]}
    assert first["fields"]["town"] == "Thiès"


def raw(library, sql):
    reader = sqlite.connect(str(library.file))
    rows = list(reader.execute(sql))
    reader.close()
    return rows


def write_id_of(library, position):
    number, body = raw(library, "SELECT id, body FROM journal ORDER BY number")[position]
    assert write_id(body.encode()) == number
    return number


def test_a_persons_values_stand_nowhere_in_the_journal_itself(library, now):
    library.apply(made(Person(family_name="Koulésira", given_names="Fanta", phone="70 12 34 56")), now)
    bodies = " ".join(r[0] for r in raw(library, "SELECT body FROM journal"))
    assert "Koul" not in bodies
    assert "Fanta" not in bodies
    assert "70 12" not in bodies
    assert '"sealed"' in bodies


def test_the_tables_can_be_dropped_and_made_again_the_same(library, now):
    workshop = Workshop(title="Été", summary="Étape à Ségou")
    person = Person(family_name="Diomandala", given_names="Mariam")
    consent = Consent(person_id=person.id, open=Answer.GRANTED, given_on=date(2026, 3, 12))
    note = Capture(workshop_id=workshop.id, text="Un mot")
    library.apply(made(workshop, person, consent, note), now)
    library.apply(Change("Corriger", (note,), (replace(note, text="Deux mots", author_id=person.id),)), now)
    library.apply(Change("Retirer", before=(workshop,)), now)
    before = everything(library)
    library.rebuild()
    assert everything(library) == before


def everything(library):
    tables = [
        r[0]
        for r in raw(library, "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'found%'")
    ]
    content = {name: sorted(map(repr, raw(library, f"SELECT * FROM {name}"))) for name in tables}
    content["found"] = sorted(
        map(repr, raw(library, "SELECT entity_id, kind, within, heading, text FROM found"))
    )
    return content


def test_a_new_field_of_a_release_rebuilds_the_tables_by_itself(library, now):
    workshop = Workshop(title="Avant la mise à jour")
    library.apply(made(workshop), now)
    library.close()
    writer = sqlite.connect(str(library.file))
    writer.execute("UPDATE meta SET value='ancienne forme' WHERE key='shape'")
    writer.execute("DROP TABLE workshop")
    writer.commit()
    writer.close()
    again = Library(library.folder, now)
    assert again.get(Workshop, workshop.id) == workshop
    again.close()


def test_an_altered_journal_is_noticed(library, now):
    library.apply(made(Workshop(title="Intact"), Person(family_name="Zabréla")), now)
    assert library.check() == ()
    writer = sqlite.connect(str(library.file))
    writer.execute("UPDATE journal SET body=replace(body, 'Intact', 'Altéré')")
    writer.execute("UPDATE sealed SET value='\"Autre\"' WHERE field='family_name'")
    writer.commit()
    writer.close()
    assert len(library.check()) == 2


def test_two_programs_cannot_hold_one_library(library, now):
    with pytest.raises(AtelierError, match="déjà ouverte"):
        Library(library.folder, now)


def test_a_missing_library_is_said_in_words(tmp_path, now):
    with pytest.raises(AtelierError, match="Il n’y a pas de bibliothèque"):
        Library(tmp_path / "ailleurs", now)


def test_a_newer_library_is_refused_and_left_alone(library, now):
    library.close()
    passport = library.folder / "library.json"
    said = json.loads(passport.read_text())
    passport.write_text(json.dumps({**said, "format_version": 99}))
    with pytest.raises(AtelierError, match="version plus récente"):
        Library(library.folder, now)
    passport.write_text(json.dumps(said))
    writer = sqlite.connect(str(library.file))
    writer.execute("PRAGMA user_version=99")
    writer.close()
    before = library.file.read_bytes()
    with pytest.raises(AtelierError, match="version plus récente"):
        Library(library.folder, now)
    assert library.file.read_bytes() == before


def test_a_damaged_database_is_said_in_words(library, now):
    library.apply(made(Workshop(title="Perdu")), now)
    library.close()
    data = bytearray(library.file.read_bytes())
    data[0:4096] = b"\x00" * 4096
    library.file.write_bytes(data)
    with pytest.raises(AtelierError, match="abîmée"):
        Library(library.folder, now)


def test_a_library_that_was_cut_says_so_and_has_everything(library, now, tmp_path):
    workshop = Workshop(title="Avant la coupure")
    library.apply(made(workshop), now)
    cut = tmp_path / "apres-coupure"
    copy_as_cut(library.folder, cut)
    again = Library(cut, now)
    assert again.recovery is not None
    assert again.recovery.last_write.startswith("2026-03-12T10:42:07")
    assert again.get(Workshop, workshop.id) == workshop
    again.close()
    assert closed_again(Library(cut, now)).recovery is None


def closed_again(library):
    library.close()
    return library


def copy_as_cut(source: Path, target: Path) -> None:
    """What a power cut leaves: the files as they are, nobody having closed anything."""
    import shutil

    shutil.copytree(source, target, ignore=shutil.ignore_patterns("library.lock"))


def test_a_folder_with_things_in_it_is_never_turned_into_a_library(tmp_path, now):
    place = tmp_path / "documents"
    place.mkdir()
    (place / "lettre.txt").write_text("Chère mairie")
    with pytest.raises(AtelierError, match="n’est pas vide"):
        Library.create(place, now)
    assert [p.name for p in place.iterdir()] == ["lettre.txt"]


def test_a_read_only_folder_is_said_in_words(tmp_path, now, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(AtelierError, match="ne peut pas être modifié"):
        Library.create(tmp_path / "x", now)


def test_the_names_of_wall_time_and_place_never_decide_anything(library, now):
    """Two edits a day apart in the wrong order of the clock: the later write still holds."""
    before = Workshop(title="Un")
    library.apply(made(before), now)
    after = replace(before, title="Deux")
    library.apply(Change("Renommer", (before,), (after,)), now - timedelta(days=365))
    library.rebuild()
    assert library.get(Workshop, before.id) == after


def test_rows_give_only_the_columns_asked_for_in_order(library, now):
    for number in range(5):
        library.apply(made(Workshop(title=f"Atelier {number}", starts_on=date(2026, 3, number + 1))), now)
    rows = library.rows(Workshop, ("title",), order="starts_on", newest=True, limit=2, offset=1)
    assert rows == [("Atelier 3",), ("Atelier 2",)]


def test_times_are_kept_with_their_zone(library, now):
    note = Capture(text="mot", moment=datetime(2026, 3, 12, 9, 30, tzinfo=UTC))
    library.apply(made(note), now)
    assert library.get(Capture, note.id).moment == note.moment


def test_on_a_stick_one_still_searches_copies_and_publishes_after_writing(tmp_path, now, monkeypatch):
    from forgeatelier.store import library as room
    from forgeatelier.store.backup import back_up
    from forgeatelier.store.public import PublicReader
    from forgeatelier.store.search import Search
    from forgeatelier.store.whereabouts import Whereabouts

    monkeypatch.setattr(room, "whereabouts", lambda _folder: Whereabouts("removable"))
    library = Library.create(tmp_path / "sur-la-cle", now)
    library.apply(made(Workshop(title="Four solaire")), now)
    search, reader = Search(library.file), PublicReader(library.file)
    library.apply(made(Workshop(title="Four en terre")), now)
    assert len(search.newest("four")) == 2
    assert len(reader.all(Workshop)) == 2
    assert back_up(library.folder, now).is_file()
    library.apply(made(Workshop(title="Four à pain")), now)
    search.close()
    reader.close()
    assert library.where.notice
    library.close()


def test_jobs_read_while_the_window_writes(library, now):
    import sys
    import threading

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    troubles: list[BaseException] = []
    workshop = Workshop(title="Four")
    library.apply(made(workshop), now)

    def read():
        try:
            for _turn in range(300):
                assert library.get(Workshop, workshop.id) == workshop
                library.all(Capture, workshop_id=workshop.id)
                library.all(Person)
                for order in ("title", "town", "state", "country"):
                    library.rows(Workshop, ("id", order), order=order, limit=_turn + 1, offset=_turn)
        except BaseException as trouble:
            troubles.append(trouble)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(120):
        library.apply(made(Capture(workshop_id=workshop.id, text=f"note {number}")), now)
    for reader in readers:
        reader.join()
    sys.setswitchinterval(usual)
    assert troubles == []
    assert len(library.all(Capture)) == 120
