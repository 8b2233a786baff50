# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person asks for her data, then asks to be forgotten: everything is told, then nothing is left but a number."""

import json
import subprocess
from datetime import date

import pytest

from forgeatelier.actions.people_consents import attach_proof
from forgeatelier.actions.people_erasing import anonymise, erase_traces
from forgeatelier.actions.people_own_data import write_own_data
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.people.turnout import overall
from forgeatelier.model.workshop.capture import Capture, Recognisable
from forgeatelier.model.workshop.readiness import Task
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

DAY = date(2026, 3, 12)


@pytest.fixture
def awa(library, now):
    workshop = Workshop(title="Four solaire à Kaolack", starts_on=DAY)
    person = Person(
        given_names="Awa", family_name="Kanarizibulon", birth_year=1990, sex=Sex.WOMAN, phone="77 123 45 67"
    )
    made = (
        workshop,
        person,
        Attendance(
            workshop_id=workshop.id,
            person_id=person.id,
            presence=Presence.PRESENT,
            half_days=("2026-03-12/am",),
            signature="Kanarizibulon",
        ),
        TeamMember(workshop_id=workshop.id, person_id=person.id, role="photographe"),
        Consent(
            person_id=person.id,
            workshop_id=workshop.id,
            open=Answer.GRANTED,
            press=Answer.REFUSED,
            given_on=DAY,
            mode=ConsentMode.ORAL,
            witness="Issa Kanarizibulon",
        ),
        Capture(
            workshop_id=workshop.id,
            caption="Le bocal noir",
            recognisable=Recognisable.PEOPLE,
            people=(person.id,),
            author_id=person.id,
            moment=now,
        ),
        Task(workshop_id=workshop.id, title="Apporter la marmite", person_id=person.id),
    )
    library.apply(Change("", after=made), now)
    return person


def test_everything_is_written_to_read_and_as_data(library, awa, tmp_path):
    page, data = write_own_data(library, awa, tmp_path / "awa.html", DAY)
    read = page.read_text(encoding="utf-8").replace("\u00a0", " ")
    for words in (
        "Awa Kanarizibulon",
        "77 123 45 67",
        "Four solaire à Kaolack",
        "12 mars 2026, matin",
        "Photographe",
        "Publication libre : accord",
        "Presse : refus",
        "Issa Kanarizibulon",
        "Le bocal noir (reconnaissable, auteur ou autrice)",
        "Apporter la marmite",
    ):
        assert words.casefold() in read.casefold(), words
    told = json.loads(data.read_text(encoding="utf-8"))
    assert told["person"]["birth_year"] == 1990
    assert set(told["naming"]) == {"attendance", "capture", "consent", "task", "team_member"}


def test_it_is_printed_on_a4(library, awa, tmp_path):
    page, _data = write_own_data(library, awa, tmp_path / "awa.pdf", DAY)
    text = subprocess.run(
        ["pdftotext", "-layout", str(page), "-"], capture_output=True, check=True, text=True
    )
    assert "Awa Kanarizibulon" in text.stdout
    assert "Apporter la marmite" in text.stdout


def test_a_name_cannot_become_markup(library, now, tmp_path):
    person = Person(given_names="<b>Awa</b>", family_name="<script>")
    library.apply(Change("", after=(person,)), now)
    page, _data = write_own_data(library, person, tmp_path / "sans-suffixe", DAY)
    assert page.name == "sans-suffixe.html"
    assert "<script>" not in page.read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_told(library, awa, tmp_path):
    with pytest.raises(AtelierError):
        write_own_data(library, awa, tmp_path / "absent" / "awa.html", DAY)


def figures(library):
    people = {one.id: one for one in library.all(Person)}
    return overall(people, library.all(Attendance), (), DAY).figures


def test_anonymised_she_still_counts_and_one_undo_brings_her_back(library, awa, now):
    before = figures(library)
    change = anonymise(library, awa, DAY)
    library.apply(change, now)
    bare = library.get(Person, awa.id)
    assert (bare.heading, bare.phone, bare.birth_year) == ("", "", None)
    assert (bare.sex, bare.age_band) == (Sex.WOMAN, "36-59")
    assert figures(library) == before
    (consent,) = library.all(Consent)
    assert (consent.open, consent.press, consent.witness) == (Answer.WITHDRAWN, Answer.REFUSED, "")
    with pytest.raises(AtelierError):
        anonymise(library, bare, DAY)
    library.apply(change.inverted(), now)
    assert library.get(Person, awa.id) == awa


def test_erased_for_good_her_name_is_in_no_byte_of_the_library(library, awa, now, tmp_path):
    with pytest.raises(AtelierError):
        erase_traces(library, awa)
    sheet = tmp_path / "feuille.txt"
    sheet.write_bytes(b"signature")
    (consent,) = library.all(Consent)
    library.apply(attach_proof(library.media, consent, sheet), now)
    proof = library.all(Consent)[0].proof
    library.apply(anonymise(library, awa, DAY), now)
    assert erase_traces(library, library.get(Person, awa.id)) > 5
    assert library.media.original(proof) is None
    folder = library.folder
    written = b"".join(file.read_bytes() for file in folder.glob("library.sqlite*"))
    assert b"Kanarizibulon" not in written
    assert b"kanarizibulon" not in written
    assert library.check() == ()
    kept = library.get(Person, awa.id), library.all(Consent), library.all(Attendance)
    library.rebuild()
    assert (library.get(Person, awa.id), library.all(Consent), library.all(Attendance)) == kept
    library.close()
    again = Library(folder, now)
    assert again.get(Person, awa.id).sex is Sex.WOMAN
    again.close()
