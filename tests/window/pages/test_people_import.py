# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list is read, its columns named by hand, people already known recognised, and seen before it is kept."""

import pytest
from openpyxl import Workbook

from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.consent import Answer, Consent
from forgeatelier.model.people.person import Person
from forgeatelier.window.pages.workshop.people import People
from forgeatelier.window.pages.workshop.subject import Subject

ODD = "Machin;Truc;Chose\nTraoré;Awa;oui\nNdiaye;Ibrahima;non\n"


@pytest.fixture
def reading(dress, in_front, desk, workshop):
    dress()
    panel = People(Subject(desk, workshop.id))
    panel.resize(1200, 640)
    in_front(panel)
    panel.open_import()
    yield panel.reading
    panel.hide()


def names(reading):
    return [(row.given_names, row.family_name) for row in reading.fresh_rows()]


def test_columns_are_named_by_hand_and_the_people_follow_at_once(reading, rest, desk):
    reading.read_text(ODD)
    rest()
    assert reading.tabs.current() == "columns", "a list that may be misread shows its columns first"
    for index, meaning in ((0, "family"), (1, "given"), (2, "image_open")):
        reading.meanings.choices[index].choose(meaning)
        reading.meanings.choices[index].chosen.emit(meaning)
        rest()
    assert ("Awa", "Traoré") in names(reading)
    assert ("Ibrahima", "Ndiaye") in names(reading)
    # The line of headers was taken for someone: one leaves it out.
    first = next(row for row in reading.tables["rows"].model.rows() if row.family_name == "Machin")
    reading._leave_out((first,))
    assert reading.primary().verb == "Ajouter 2 personnes"
    reading.add()
    assert desk.atelier.library.count(Person) == 2
    assert {one.open for one in desk.atelier.library.all(Consent)} == {Answer.GRANTED, Answer.REFUSED}
    desk.history.undo()
    assert desk.atelier.library.count(Person) == 0


def test_names_pasted_from_a_message_are_people(reading, rest, desk):
    reading.read_text("Awa Traoré\nIbrahima Ndiaye\nFatou Sarr\n")
    rest()
    assert names(reading) == [("Awa", "Traoré"), ("Ibrahima", "Ndiaye"), ("Fatou", "Sarr")]
    reading.add()
    assert desk.atelier.library.count(Person) == 3


def test_a_person_of_the_directory_comes_instead_of_a_twin(reading, rest, desk, atelier):
    awa = Person(given_names="Awa", family_name="Traoré", phone="+221771234567")
    issa = Person(given_names="Issa", family_name="Koné", village="Thiès")
    atelier.keep(Change("", after=(awa, issa)))
    reading.read_text("Nom;Prénom;Téléphone;Village\nTRAORE;Awa;77 123 45 67;Kaolack\nKONE;Issa;;Fatick\n")
    rest()
    sure, asked = reading.known.choices.values()
    assert (sure.value(), asked.value()) == (True, False)
    assert "Déjà connues (2)" in [reading.tabs.tabText(place) for place in range(reading.tabs.count())]
    asked.choose(True)
    asked.chosen.emit(True)
    reading.add()
    assert atelier.library.count(Person) == 2
    assert {one.person_id for one in atelier.library.all(Attendance)} == {awa.id, issa.id}
    assert atelier.library.get(Person, awa.id).village == "Kaolack"
    assert atelier.library.get(Person, issa.id).village == "Thiès", "what was known stays"
    desk.history.undo()
    assert atelier.library.get(Person, awa.id) == awa
    assert atelier.library.all(Attendance) == ()


def test_a_sign_in_sheet_read_after_the_second_day_completes_the_first(reading, rest, desk, atelier):
    reading.read_text("Nom;Prénom;12/03 matin\nTraoré;Awa;x\nKoné;Issa;x\n")
    rest()
    reading.add()
    reading.read_text("Nom;Prénom;12/03 matin;12/03 après-midi\nTraoré;Awa;x;x\nKoné;Issa;x;\n")
    rest()
    assert reading.primary().verb == "Compléter 1 présence"
    reading.add()
    assert atelier.library.count(Person) == 2
    halves = sorted(len(one.half_days) for one in atelier.library.all(Attendance))
    assert halves == [1, 2]


def test_a_kobo_workbook_is_read_and_its_technical_columns_left_aside(reading, rest, tmp_path):
    book = Workbook()
    sheet = book.active
    sheet.append(["start", "deviceid", "groupe/nom_complet", "groupe/sexe", "_uuid"])
    sheet.append(["2026-03-12", "x1", "TRAORÉ Awa", "femme", "u-1"])
    sheet.append(["2026-03-12", "x1", "KONÉ Issa", "homme", "u-2"])
    book.save(tmp_path / "kobo.xlsx")
    reading.read_file(tmp_path / "kobo.xlsx")
    rest()
    assert names(reading) == [("Awa", "Traoré"), ("Issa", "Koné")]
    assert reading.meanings.choices[0].value() == "unused"
    assert reading.meanings.choices[2].value() == "full"
