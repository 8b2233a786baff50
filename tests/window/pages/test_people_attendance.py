# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is there: a few letters and Enter each, everyone at once, people without names, heads counted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, CountCell, HeadCount, Presence
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter, Use
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.window.pages.workshop.people import People
from forgeatelier.window.pages.workshop.subject import Subject

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
MORNING, AFTERNOON = "2026-03-12/am", "2026-03-12/pm"
GIVEN = ["Awa", "Fatou", "Mariam", "Aminata", "Ibrahima", "Moussa", "Amadou", "Ousmane", "Kadiatou", "Seydou"]
FAMILY = ("Traoré", "Ndiaye", "Koné")


@pytest.fixture
def thirty(atelier, workshop):
    """Thirty people known: ten given names, each with three family names."""
    people = [Person(given_names=given, family_name=family) for given in GIVEN for family in FAMILY]
    there = [Attendance(workshop_id=workshop.id, person_id=person.id) for person in people]
    atelier.keep(Change("", after=(*people, *there)))
    return people


@pytest.fixture
def panel(dress, in_front, desk, workshop) -> People:
    dress()
    panel = People(Subject(desk, workshop.id))
    panel.resize(1200, 640)
    in_front(panel)
    panel.table.search.setFocus()
    return panel


def there(desk, half=MORNING):
    return {one.person_id for one in desk.atelier.library.all(Attendance) if half in one.half_days}


def keys_for(person: Person) -> str:
    """What one types for someone: two letters of her given name and two of her family name at most."""
    return f"{person.given_names[:2]} {person.family_name[0]}".lower()


def test_thirty_known_people_are_noted_with_five_keys_each(thirty, panel, desk, qtbot):
    keystrokes = 0
    for person in thirty:
        letters = keys_for(person)
        qtbot.keyClicks(panel.table.search, letters)
        qtbot.keyClick(panel.table.search, Key.Key_Return)
        keystrokes += len(letters) + 1
        assert panel.table.search.text() == ""
    assert there(desk) == {person.id for person in thirty}
    # Four letters and Enter: 150 keys, well under two minutes at two keys a second.
    assert keystrokes == 150
    assert "30 personnes" in panel.attending.bar._said.text()


def test_the_next_one_of_the_same_name_is_noted_by_the_same_letters(thirty, panel, desk, qtbot):
    for _time in range(3):
        qtbot.keyClicks(panel.table.search, "aw")
        qtbot.keyClick(panel.table.search, Key.Key_Return)
    awas = {person.id for person in thirty if person.given_names == "Awa"}
    assert there(desk) == awas, "three keys each when names are alike"
    qtbot.keyClicks(panel.table.search, "aw")
    qtbot.keyClick(panel.table.search, Key.Key_Return)
    assert there(desk) == awas
    assert "Déjà noté" in panel.attending.bar._said.text()


def test_one_undo_takes_back_one_person(thirty, panel, desk, qtbot):
    qtbot.keyClicks(panel.table.search, "mou n")
    qtbot.keyClick(panel.table.search, Key.Key_Return)
    assert len(there(desk)) == 1
    desk.history.undo()
    assert there(desk) == set()
    assert desk.atelier.library.all(Attendance)[0].presence is Presence.REGISTERED


def test_everyone_then_space_takes_one_back(thirty, panel, desk, qtbot):
    panel.attending.bar.everyone.click()
    assert len(there(desk)) == 30
    panel.table.view.setFocus()
    panel.table.choose(thirty[4].id)
    qtbot.keyClick(panel.table.view, Key.Key_Space)
    assert there(desk) == {person.id for person in thirty} - {thirty[4].id}
    desk.history.undo()
    desk.history.undo()
    assert there(desk) == set()


def test_letters_typed_in_the_table_go_to_the_box(thirty, panel, qtbot):
    panel.table.view.setFocus()
    qtbot.keyClick(panel.table.view, "k")
    assert panel.table.search.text() == "k"
    assert panel.table.search.hasFocus()


def test_the_afternoon_is_one_key_away(thirty, panel, desk, qtbot):
    assert panel.attending.half() == MORNING
    qtbot.keyClick(panel.table.search, Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert panel.attending.half() == AFTERNOON
    qtbot.keyClicks(panel.table.search, "awa t")
    qtbot.keyClick(panel.table.search, Key.Key_Return)
    assert len(there(desk, AFTERNOON)) == 1
    assert there(desk) == set()


def test_someone_not_on_the_list_is_added_from_the_same_box(thirty, panel, desk, qtbot):
    qtbot.keyClicks(panel.table.search, "Rokia SOW")
    assert panel.attending.offer.isVisible()
    assert "Rokia SOW" in panel.attending.offer.text()
    qtbot.keyClick(panel.table.search, Key.Key_Return)
    assert desk.atelier.library.count(Person) == 30, "Enter alone never adds anyone"
    qtbot.keyClick(panel.table.search, Key.Key_Return, SHIFT)
    new = next(one for one in desk.atelier.library.all(Person) if one.given_names == "Rokia")
    assert there(desk) == {new.id}
    assert panel.table.current().id == new.id


def test_before_the_day_one_registers(atelier, workshop, dress, in_front, desk, qtbot):
    later = Change(
        "", (workshop,), (type(workshop)(id=workshop.id, title="Plus tard", starts_on=date(2026, 5, 1)),)
    )
    atelier.keep(later)
    panel = People(Subject(desk, workshop.id))
    in_front(panel)
    panel.table.search.setFocus()
    assert panel.attending.half() == ""
    qtbot.keyClicks(panel.table.search, "Rokia Sow")
    qtbot.keyClick(panel.table.search, Key.Key_Return, SHIFT)
    (one,) = atelier.library.all(Attendance)
    assert (one.presence, one.half_days) == (Presence.REGISTERED, ())


def test_people_without_a_name_are_added_and_told_apart(panel, desk, qtbot):
    panel.attending.open_nameless()
    panel.attending.nameless.sex.choose(Sex.MAN)
    panel.attending.nameless.band.choose("18-24")
    panel.attending.nameless.number.setValue(3)
    qtbot.keyClick(panel.attending.nameless.number, Key.Key_Return)
    assert len(there(desk)) == 3
    assert {line.name for line in panel.attending.lines.values()} == {"Sans nom · homme · 18 à 24 ans"}
    assert "3 personnes" in panel.attending.bar._said.text()


def test_heads_are_counted_and_told_beside_the_names(thirty, panel, desk, qtbot):
    panel.attending._mark(tuple(panel.attending.lines[person.id] for person in thirty[:5]), there=True)
    panel.open_count()
    counting = panel.counting
    counting.cells[Sex.WOMAN, "25-35"].setFocus()
    qtbot.keyClicks(counting.cells[Sex.WOMAN, "25-35"], "8")
    qtbot.keyClick(counting.cells[Sex.WOMAN, "25-35"], Key.Key_Tab)
    (count,) = desk.atelier.library.all(HeadCount)
    assert (count.half_day, count.cells) == (MORNING, (CountCell(Sex.WOMAN, "25-35", 8),))
    assert "dont 5 nommées" in counting._said.text()
    counting._beside.click()
    counting.keep()
    assert "13 personnes" in counting._said.text()
    counting._leave()
    assert "13 personnes" in panel.attending.bar._said.text()
    desk.history.undo()
    desk.history.undo()
    assert desk.atelier.library.all(HeadCount) == ()


def test_ten_people_give_the_same_answer_and_a_minor_is_told(thirty, panel, desk, atelier):
    young = thirty[0]
    atelier.keep(Change("", (young,), (type(young)(id=young.id, given_names="Rokia", birth_year=2012),)))
    panel.table.view.selectAll()
    several = panel.details.several
    several.how.mode.choose(ConsentMode.ORAL)
    several.how.witness.setText("Issa Koné")
    several.accept.click()
    consents = desk.atelier.library.all(Consent)
    assert len(consents) == 29
    assert {(one.matter, one.open, one.witness) for one in consents} == {
        (Matter.IMAGE, Answer.GRANTED, "Issa Koné")
    }
    assert "Rokia est mineur·e" in several._told.text()
    several.refuse.click()
    assert len(desk.atelier.library.all(Consent)) == 30, "a refusal is noted for everyone"
    desk.history.undo()
    desk.history.undo()
    assert desk.atelier.library.all(Consent) == ()


def test_a_minor_alone_cannot_agree_and_the_sentence_stands_at_the_guardian(
    panel, desk, atelier, workshop, qtbot
):
    girl = Person(given_names="Rokia", birth_year=2012)
    atelier.keep(Change("", after=(girl, Attendance(workshop_id=workshop.id, person_id=girl.id))))
    image = panel.details.card._cards[0]
    image._grant_all()
    assert desk.atelier.library.all(Consent) == ()
    assert "mineur·e" in image._guardian.error()
    assert image._guardian.editor.hasFocus()
    qtbot.keyClicks(image._guardian.editor, "Coumba Sow")
    image._grant_all()
    (consent,) = desk.atelier.library.all(Consent)
    assert (consent.open, consent.guardian) == (Answer.GRANTED, "Coumba Sow")
    assert image._guardian.error() == ""


def test_a_proof_is_attached_and_taken_off(panel, desk, rest, awa, tmp_path):
    sheet = tmp_path / "feuille.pdf"
    sheet.write_bytes(b"%PDF-1.4")
    image = panel.details.card._cards[0]
    image._refuse()
    image._proof.pick = lambda parent: str(sheet)
    image._proof.attach.click()
    rest()
    (consent,) = desk.atelier.library.all(Consent)
    assert desk.atelier.library.media.original(consent.proof).read_bytes() == b"%PDF-1.4"
    image._proof._detach()
    assert desk.atelier.library.all(Consent)[0].proof == ""


def test_all_she_agreed_to_is_withdrawn_in_one_gesture(panel, desk, awa):
    for card in panel.details.card._cards:
        card._grant_all()
    panel.details.card.rights.take_back.click()
    for consent in desk.atelier.library.all(Consent):
        assert Answer.GRANTED not in {consent.answer(use) for use in Use}
        assert consent.withdrawn_on == date(2026, 3, 12)
    desk.history.undo()
    assert desk.atelier.library.all(Consent)[0].open is Answer.GRANTED
