# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A publication reads through eyes that SQLite itself has closed to everything private."""

import pytest
import sqlcipher3.dbapi2 as sqlite

from forgeatelier.model.change import Change
from forgeatelier.model.declare import PUBLIC, kind, kind_names
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.public import PublicReader, public_columns


@pytest.fixture
def reader(library, now):
    person = Person(family_name="Koulésira", phone="70 12 34 56")
    workshop = Workshop(title="Four", notes="Ne pas publier", venue="Chez Fanta")
    capture = Capture(
        workshop_id=workshop.id, text="Un mot", author_id=person.id, people=(person.id,), notes="secret"
    )
    library.apply(
        Change("", after=(person, workshop, capture, Organisation(name="Fabrique", contact="Fanta"))), now
    )
    opened = PublicReader(library.file)
    yield opened
    opened.close()


def test_public_fields_are_read_and_the_others_are_empty(reader):
    (workshop,) = reader.all(Workshop)
    (capture,) = reader.all(Capture)
    assert (workshop.title, workshop.notes, workshop.venue) == ("Four", "", "")
    assert (capture.text, capture.author_id, capture.people, capture.notes) == ("Un mot", "", (), "")


@pytest.mark.parametrize(
    "question",
    [
        "SELECT family_name FROM person",
        "SELECT count(*) FROM person",
        "SELECT notes FROM workshop",
        "SELECT title FROM workshop WHERE venue LIKE 'Chez%'",
        "SELECT id FROM capture WHERE author_id IN (SELECT id FROM person)",
        "SELECT title FROM workshop ORDER BY notes",
        "SELECT value FROM sealed",
        "SELECT body FROM journal",
        "SELECT text FROM found",
        "SELECT heading FROM found_words",
        "SELECT c.contact FROM organisation c",
        "PRAGMA table_info(person)",
        "ATTACH ':memory:' AS autre",
        "CREATE TEMP VIEW v AS SELECT phone FROM person",
    ],
)
def test_sqlite_refuses_every_other_question(reader, question):
    with pytest.raises(sqlite.DatabaseError):
        reader.execute(question)


def test_the_guard_lets_through_exactly_what_is_declared_public():
    for name in kind_names():
        declared = {rule.name for rule in kind(name).fields.values() if rule.privacy is PUBLIC}
        assert set(public_columns(name)) - {"id"} == declared


def test_people_their_consents_and_their_presence_have_no_public_face():
    for name in ("person", "consent", "attendance", "team_member", "head_count", "publication"):
        assert public_columns(name) == ()
