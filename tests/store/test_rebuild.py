# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""After an update the tables are made again from the journal: the same ones, whole or not at all, in little memory."""

import json
import signal
import subprocess
import sys
import tempfile
import tracemalloc
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forgeatelier.merging.writes import ALIVE, Write, write_id
from forgeatelier.model.change import Change
from forgeatelier.model.method.edition import Edition
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.person import Person
from forgeatelier.model.progress import Cancelled
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.store.library import Library
from forgeatelier.store.search import Search

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)

# Whatever can be typed or pasted, quotes and backslashes above all; half characters are refused when saving.
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12) | st.sampled_from(
    ('{"sealed":"non"}', "[1]", "null", "true", "12", '"', "\\u0000", "a\nb", "é\u0301", "🌞")
)


def made(*entities):
    return Change("Faire", after=entities)


def raw(library, sql, *cells):
    reader = sqlite.connect(str(library.file))
    rows = list(reader.execute(sql, cells))
    reader.close()
    return rows


def everything(library):
    tables = [
        r[0]
        for r in raw(library, "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'found%'")
    ]
    content = {name: sorted(map(repr, raw(library, f"SELECT * FROM {name}"))) for name in tables}
    content["found"] = sorted(raw(library, "SELECT entity_id, kind, within, heading, text FROM found"))
    content["shape of the tables"] = sorted(
        map(repr, raw(library, "SELECT type, name, sql FROM sqlite_master"))
    )
    return content


def outdate(folder):
    """As after the installation of a release that declares other fields."""
    writer = sqlite.connect(str(folder / "library.sqlite"))
    writer.execute("UPDATE meta SET value='ancienne forme' WHERE key='shape'")
    writer.commit()
    writer.close()


def someone(text):
    return Person(family_name=text, given_names="Mariam", phone=text)


def with_protocol(text):
    return Workshop(title=text, languages=(text, "bm"), protocol=Protocol(id="four", title=text, pitch=text))


KINDS = {
    "note": lambda text: Capture(workshop_id="a", text=text),
    "person": someone,
    "workshop": with_protocol,
    "protocol": lambda text: Protocol(title=text, tags=(text, "four"), sdg=(6, 7), itinerant=True),
    "edition": lambda text: Edition(protocol=Protocol(id="four", title=text), version=text),
}
CORRECTED = {
    Capture: lambda note, text: replace(note, caption=text),
    Person: lambda person, text: replace(person, family_name=text, phone=""),
    Workshop: lambda workshop, text: replace(workshop, town=text, people_planned=7, state=WorkshopState.HELD),
    Protocol: lambda protocol, text: replace(protocol, tags=(), pitch=text, itinerant=False),
    Edition: lambda edition, text: replace(edition, version=text),
}
STEPS = st.lists(
    st.tuples(st.sampled_from((*KINDS, "correct", "remove", "undo")), TEXTS),
    min_size=1,
    max_size=12,
)


def play(library, steps):
    """What a facilitator might do: make, correct, remove and take back."""
    alive, last = [], None
    for verb, text in steps:
        if verb in KINDS:
            last = made(KINDS[verb](text))
        elif verb == "undo" and last is not None:
            last = last.inverted()
        elif alive and verb == "correct":
            before = alive[len(text) % len(alive)]
            last = Change("Corriger", (before,), (CORRECTED[type(before)](before, text),))
        elif alive and verb == "remove":
            last = Change("Retirer", before=(alive[len(text) % len(alive)],))
        else:
            continue
        library.apply(last, NOW)
        gone = {entity.id for entity in (*last.before, *last.after)}
        alive = [entity for entity in alive if entity.id not in gone] + list(last.after)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_was_done_the_tables_made_again_are_the_same(steps):
    with (
        tempfile.TemporaryDirectory() as place,
        closing(Library.create(Path(place) / "bibliotheque", NOW)) as library,
    ):
        play(library, steps)
        before = everything(library)
        library.rebuild()
        assert everything(library) == before


def test_after_an_update_the_newest_are_still_found_first(library):
    for number in range(7):
        library.apply(
            made(Person(family_name="Koné", given_names=f"n{number}"), Capture(text=f"Koné {number}")), NOW
        )
    library.rebuild()
    library.apply(made(Capture(text="Koné, la dernière")), NOW)
    search = Search(library.file)
    found = [hit.entity_id for hit in search.newest("koné", limit=20)]
    search.close()
    first_said = raw(library, "SELECT entity_id FROM journal GROUP BY entity_id ORDER BY min(number) DESC")
    assert found == [entity_id for (entity_id,) in first_said]


DIES = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from forgeatelier.store import rebuild
from forgeatelier.store.library import Library

rebuild._AT_ONCE = 1
steps = int(sys.argv[2])

def progress(done, total, label=""):
    global steps
    steps -= 1
    if steps == 0:
        os.kill(os.getpid(), signal.SIGKILL)

Library(Path(sys.argv[1]), datetime(2026, 3, 12, tzinfo=UTC), progress=progress).close()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system that can kill at once")
@pytest.mark.parametrize("steps", [1, 3, 20, 34])
def test_killed_in_the_middle_of_an_update_the_library_is_whole_on_return(library, steps):
    notes = tuple(Capture(text=f"note {number}") for number in range(30))
    library.apply(made(*notes), NOW)
    library.close()
    outdate(library.folder)
    before = everything(library)
    died = subprocess.run([sys.executable, "-c", DIES, str(library.folder), str(steps)], check=False)
    assert died.returncode == -signal.SIGKILL
    assert everything(library) == before
    again = Library(library.folder, NOW)
    assert {note.id for note in again.all(Capture)} == {note.id for note in notes}
    assert raw(library, "SELECT value FROM meta WHERE key='shape'") != [("ancienne forme",)]
    again.close()


def test_an_update_that_is_given_up_leaves_the_library_closed_and_as_it_was(library):
    library.apply(made(Workshop(title="Four solaire")), NOW)
    library.close()
    outdate(library.folder)
    before = everything(library)

    def enough(done, total, label=""):
        raise Cancelled

    with pytest.raises(Cancelled):
        Library(library.folder, NOW, progress=enough)
    assert everything(library) == before
    again = Library(library.folder, NOW)
    assert again.recovery is None
    assert again.count(Workshop) == 1
    again.close()


def test_an_update_tells_how_far_it_is(library, monkeypatch):
    from forgeatelier.store import rebuild

    monkeypatch.setattr(rebuild, "_AT_ONCE", 2)
    library.apply(made(*(Capture(text=f"note {number}") for number in range(5))), NOW)
    told = []
    library.rebuild(lambda done, total, label="": told.append((done, total, label)))
    assert {total for _done, total, _label in told} == {5}
    done = [done for done, _total, _label in told]
    assert done == sorted(done)
    assert {0, 1, 3, 5} == set(done)
    assert told[-2:] == [(3, 5, "index de recherche"), (5, 5, "")]


def test_nothing_of_a_large_library_is_gathered_in_memory(library):
    """Ten times as much to make again does not need more room: only a batch of it is held."""
    text = "la balle de riz se tasse " * 400
    library.apply(made(*(Capture(text=f"{number} {text}") for number in range(60))), NOW)
    library.rebuild()
    few = most_held(library)
    for _turn in range(9):
        library.apply(made(*(Capture(text=f"{number} {text}") for number in range(60))), NOW)
    assert most_held(library) < few * 1.5


def most_held(library):
    tracemalloc.start()
    library.rebuild()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def arrive(library, entity_id, fields, supersedes=None, *, lamport=1, device="autre", kind="workshop"):
    """A write that comes from elsewhere, laid into the journal as it is."""
    write = Write(
        entity_type=kind, entity_id=entity_id, fields=fields, supersedes=supersedes or {}, txn="t",
        lamport=lamport, device=device, incarnation="i", wall_time="2026-03-12T10:00:00.000+00:00",
        app_version="9", partition="team",
    )  # fmt: skip
    body = write.body()
    writer = sqlite.connect(str(library.file))
    writer.execute(
        'INSERT INTO journal(id, entity_type, entity_id, txn, lamport, "partition", body) VALUES (?,?,?,?,?,?,?)',
        (write_id(body), kind, entity_id, "t", lamport, "team", body.decode()),
    )
    writer.commit()
    writer.close()
    return write_id(body)


def test_two_edits_that_did_not_know_each_other_show_one_and_are_in_dispute(library):
    first = arrive(library, "w", {"title": "Un", "languages": ["fr"], ALIVE: True})
    low = arrive(
        library,
        "w",
        {"title": "Deux", "languages": ["bm"]},
        {"title": [first], "languages": [first]},
        lamport=2,
    )
    high = arrive(
        library,
        "w",
        {"title": "Trois", "languages": ["bm"]},
        {"title": [first], "languages": [first]},
        lamport=3,
    )
    library.rebuild()
    shown = library.get(Workshop, "w")
    assert (shown.title, shown.languages) == ("Trois", ("bm",))
    assert library.disputed("w") == ("title",)
    heads = json.loads(raw(library, "SELECT heads FROM standing WHERE entity_id='w'")[0][0])
    assert heads == {"title": sorted((low, high)), "languages": sorted((low, high)), ALIVE: [first]}


def test_what_a_newer_release_wrote_is_kept_aside(library):
    arrive(library, "w", {"title": "Four", "couleur": {"r": 1}, ALIVE: True})
    arrive(library, "x", {"nom": "inconnu", ALIVE: True}, kind="chose_future")
    library.rebuild()
    assert library.get(Workshop, "w").title == "Four"
    heads = dict(raw(library, "SELECT entity_type, heads FROM standing"))
    assert set(json.loads(heads["workshop"])) == {"title", "couleur", ALIVE}
    assert set(json.loads(heads["chose_future"])) == {"nom", ALIVE}
    assert library.entity_count() == 1


def test_a_field_that_used_to_hold_one_value_can_be_read_where_it_holds_several(library):
    arrive(library, "w", {"title": "Four", "languages": "fr", ALIVE: True})
    library.rebuild()
    assert raw(library, "SELECT languages FROM workshop") == [('"fr"',)]
    assert library.get(Workshop, "w").title == "Four"


def test_an_erased_value_stays_erased(library):
    person = Person(family_name="Zabréla", given_names="Awa", phone="70 12 34 56")
    library.apply(made(person), NOW)
    writer = sqlite.connect(str(library.file))
    writer.execute("DELETE FROM sealed WHERE field='phone'")
    writer.commit()
    writer.close()
    library.rebuild()
    assert library.get(Person, person.id) == replace(person, phone="")
