# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The directory: a card corrected as one types, two cards made one, a person's data handed over or forgotten."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, Presence
from forgeatelier.model.people.consent import Answer, Consent
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.people.sameness import Sameness
from forgeatelier.window.pages.people.page import PeoplePage

Key = Qt.Key
LONG = "Marie-Antoinette Emmanuelle Andriamanampisoa Rakotomalala de la Colline"


@pytest.fixture
def twice(atelier, workshop, awa):
    """Awa came once more under another spelling, and refused there."""
    again = Person(given_names="AWA", family_name="TRAORE", village="Kaolack", phone="77 123 45 67")
    there = Attendance(
        workshop_id="w2", person_id=again.id, presence=Presence.PRESENT, half_days=("2026-04-01/am",)
    )
    said = Consent(person_id=again.id, workshop_id="w2", open=Answer.REFUSED)
    atelier.keep(Change("", after=(again, there, said)))
    return again


@pytest.fixture
def page(dress, in_front, desk, rest) -> PeoplePage:
    dress()
    page = PeoplePage(desk, "people")
    page.resize(1200, 640)
    in_front(page)
    page.twins._soon.stop()
    return page


def doubles(page, rest):
    page.open_tab("doubles")
    page.twins.look()
    rest()
    return page.twins


def test_a_card_is_corrected_as_one_types_and_undone(awa, page, desk, qtbot):
    page.table.choose(awa.id)
    born = page.card.form.editor("birth_year")
    assert born.text() == "1990"
    born.setFocus()
    born.selectAll()
    qtbot.keyClicks(born, "1987x")
    qtbot.keyClick(born, Key.Key_Tab)
    assert desk.atelier.library.get(Person, awa.id).birth_year == 1987
    village = page.card.form.editor("village")
    village.setFocus()
    qtbot.keyClicks(village, "Fatick")
    page.leaving()
    assert desk.atelier.library.get(Person, awa.id).village == "Fatick"
    desk.history.undo()
    desk.history.undo()
    assert desk.atelier.library.get(Person, awa.id) == awa


def test_a_language_is_added_and_taken_off(awa, page, desk):
    page.table.choose(awa.id)
    page.card._take_language("wo")
    assert desk.atelier.library.get(Person, awa.id).languages == ("wo",)
    page.card._drop_language("wo")
    assert desk.atelier.library.get(Person, awa.id).languages == ()


def test_two_cards_are_shown_side_by_side_and_made_one(awa, twice, page, rest, desk, atelier):
    twins = doubles(page, rest)
    assert page.tabs.tabText(1) == "Doublons possibles (1)"
    comparison = twins.comparison
    shown = {label.text() for label in comparison.findChildren(QLabel)}
    assert {"Awa Traoré", "AWA TRAORE"} <= shown
    comparison.choose("village", "Kaolack")
    comparison.merge.click()
    rest()
    (person,) = atelier.library.all(Person)
    assert (person.heading, person.village, person.birth_year, person.sex) == (
        "Awa Traoré",
        "Kaolack",
        1990,
        Sex.WOMAN,
    )
    assert {one.person_id for one in atelier.library.all(Attendance)} == {person.id}
    assert len(atelier.library.all(Attendance)) == 2
    desk.history.undo()
    assert {one.heading for one in atelier.library.all(Person)} == {"Awa Traoré", "AWA TRAORE"}
    assert {one.person_id for one in atelier.library.all(Attendance)} == {awa.id, twice.id}


def test_two_people_stay_two_people(awa, twice, page, rest, atelier):
    twins = doubles(page, rest)
    twins.comparison.apart.click()
    twins.look()
    rest()
    assert len(atelier.library.all(Sameness)) == 1
    assert twins.table.model.rowCount() == 0
    assert page.tabs.tabText(1) == "Doublons possibles"
    assert atelier.library.count(Person) == 2


def test_two_cards_chosen_by_hand_are_compared(awa, page, desk, atelier, rest):
    other = Person(given_names="Issa", family_name="Koné")
    atelier.keep(Change("", after=(other,)))
    page.table.view.selectAll()
    assert page.unite.isVisible()
    page.unite.click()
    assert page.twins.comparison is not None
    page.twins.comparison.merge.click()
    assert atelier.library.count(Person) == 1
    desk.history.undo()
    assert atelier.library.count(Person) == 2


def test_ones_own_data_is_written_where_one_says(awa, page, rest, tmp_path, heard):
    page.table.choose(awa.id)
    page.card.rights.pick = lambda parent, name: str(tmp_path / f"{name}.html")
    page.card.rights.give.click()
    rest()
    assert "Awa Traoré" in (tmp_path / "Awa Traoré.html").read_text(encoding="utf-8")
    assert (
        json.loads((tmp_path / "Awa Traoré.json").read_text(encoding="utf-8"))["person"]["given_names"]
        == "Awa"
    )
    assert heard.toasts


def test_forgetting_is_undone_until_the_past_is_erased_too(awa, page, desk, atelier):
    page.table.choose(awa.id)
    rights = page.card.rights
    rights.forget.click()
    assert atelier.library.get(Person, awa.id).heading == ""
    desk.history.undo()
    assert atelier.library.get(Person, awa.id) == awa
    rights.forget.click()
    rights.erase.click()
    assert atelier.library.get(Person, awa.id).sex is Sex.WOMAN
    assert not rights.erase.isVisible()
    rights._sure.click()
    assert not desk.history.canUndo(), "undoing would bring the name back"
    assert b"Traor" not in b"".join(
        file.read_bytes() for file in atelier.library.folder.glob("library.sqlite*")
    )


@pytest.mark.parametrize("name", ["ߊߡߊߘߎ ߖߊ߬ߟߏ", "محمد الأمين الفاسي", LONG])
def test_names_of_every_script_and_length_are_shown_and_found(name, page, atelier, desk):
    person = Person(given_names=name)
    atelier.keep(Change("", after=(person,)))
    page.table.search.setText(name.split()[-1])
    assert page.table.proxy.rowCount() == 1
    index = page.table.proxy.index(0, 0)
    assert index.data() == name
    assert index.data(Qt.ItemDataRole.ToolTipRole) == name
    page.table.choose(person.id)
    assert page.card.form.editor("given_names").text() == name
    assert page.inspector.width() < 500
