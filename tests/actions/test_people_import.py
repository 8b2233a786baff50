# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list whose columns one can name oneself, and people who are recognised instead of being doubled."""

from datetime import date

import pytest

from forgeatelier.actions.people_import import add_arrivals, arrivals, gains
from forgeatelier.actions.people_lists.kinds import Half, Meaning, Use
from forgeatelier.actions.people_lists.mapping import MEANT, NOT_USED, meant_by
from forgeatelier.actions.people_lists.preview import read_pasted, understand
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.people.attendance import Attendance, Presence
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.workshop import Workshop

DAY = date(2026, 3, 12)
WORKSHOP = Workshop(starts_on=DAY, country="SN")
KOBO = """start;_uuid;groupe/nom_complet;Vous êtes;Photo ?
2026-03-12T08:00;a-1;TRAORÉ Awa;F;oui
2026-03-12T08:05;a-2;NDIAYE Ibrahima;H;non
"""
ODD = """Machin;Truc;Chose
Traoré;Awa;1990
Ndiaye;Ibrahima;1985
"""


def test_every_column_can_be_said_to_mean_something_else():
    first = read_pasted(KOBO, today=DAY)
    meant = {column.header: meant_by(column) for column in first.columns}
    assert meant["groupe/nom_complet"] == "full"
    assert meant["Vous êtes"] == NOT_USED
    said = {3: "sex", 4: "image_open"}
    again = understand(first.table, today=DAY, said=said)
    assert [row.sex.value for row in again.rows] == ["F", "M"]
    assert [row.image_uses[Use.PUBLICATION].value for row in again.rows] == ["granted", "refused"]
    assert [meant_by(column) for column in again.columns][3:] == ["sex", "image_open"]


def test_a_list_with_strange_headers_is_named_by_hand():
    with pytest.raises(AtelierError):
        read_pasted(ODD, today=DAY)
    first = read_pasted(ODD, today=DAY, by_hand=True)
    again = understand(first.table, today=DAY, said={0: "family", 1: "given", 2: "birth"}, by_hand=True)
    names = [(row.given_names, row.family_name, row.birth_year) for row in again.rows]
    assert ("Awa", "Traoré", 1990) in names
    assert ("Ibrahima", "Ndiaye", 1985) in names


def test_names_pasted_from_a_message_need_no_header():
    preview = read_pasted("Awa Traoré\nIbrahima Ndiaye\nFatou Sarr\n", today=DAY, by_hand=True)
    assert [(row.given_names, row.family_name) for row in preview.rows] == [
        ("Awa", "Traoré"),
        ("Ibrahima", "Ndiaye"),
        ("Fatou", "Sarr"),
    ]
    assert preview.columns[0].meaning is Meaning.FULL_NAME
    assert preview.columns[0].why


def test_a_column_of_crosses_becomes_a_half_day():
    text = "Nom;Prénom;Colonne du matin 12/03\nTraoré;Awa;x\nNdiaye;Ibrahima;\n"
    preview = read_pasted(text, today=DAY)
    again = understand(preview.table, today=DAY, said={2: "presence"})
    assert [row.presence[0].mark.value for row in again.rows] == ["present", "unstated"]
    half = again.rows[0].presence[0].half_day
    assert (half.on, half.half) == (DAY, Half.MORNING)


def test_each_meaning_can_be_chosen_and_is_shown_as_chosen():
    preview = read_pasted("Nom;Prénom;Divers\nTraoré;Awa;1\n", today=DAY)
    for name in MEANT:
        again = understand(preview.table, today=DAY, said={2: name})
        assert meant_by(again.columns[2]) == name


LIST = """Nom;Prénom;Téléphone;Village;12/03 matin;12/03 après-midi
TRAORE;Awa;77 123 45 67;Kaolack;x;x
KONE;Issa;;Fatick;x;
SARR;Fatou;;;x;
"""


def known():
    return (
        Person(given_names="Awa", family_name="Traoré", phone="+221771234567", sex=Sex.WOMAN),
        Person(given_names="Issa", family_name="Koné", village="Thiès"),
        Person(given_names="Fatou", family_name="Sarr"),
    )


def test_people_of_the_directory_are_recognised_and_completed():
    rows = read_pasted(LIST, today=DAY, default_country="SN").rows
    awa, issa, fatou = known()
    found = arrivals(rows, (), (awa, issa, fatou))
    assert [(one.person, one.sure) for one in found] == [(awa, True), (issa, False), (fatou, False)]
    same = {one.row.line for one in found if one.sure}
    change = add_arrivals(WORKSHOP, found, same, {}, DAY)
    people = {one.id: one for one in change.after if isinstance(one, Person)}
    assert people[awa.id].village == "Kaolack"
    assert people[awa.id].sex is Sex.WOMAN
    assert len(people) == 3
    there = {one.person_id: one for one in change.after if isinstance(one, Attendance)}
    assert there[awa.id].half_days == ("2026-03-12/am", "2026-03-12/pm")


def test_a_sign_in_sheet_read_again_adds_half_days_to_those_who_are_here():
    rows = read_pasted(LIST, today=DAY, default_country="SN").rows
    awa, _issa, _fatou = known()
    here = Attendance(
        workshop_id=WORKSHOP.id, person_id=awa.id, presence=Presence.PRESENT, half_days=("2026-03-12/am",)
    )
    found = arrivals(rows[:1], (awa,), (awa,))
    assert found[0].here
    assert gains(WORKSHOP, found[0], here)
    change = add_arrivals(WORKSHOP, found, (), {awa.id: here}, DAY)
    (after,) = change.after
    assert (after.id, after.half_days) == (here.id, ("2026-03-12/am", "2026-03-12/pm"))
    with pytest.raises(AtelierError):
        add_arrivals(WORKSHOP, found, (), {awa.id: after}, DAY)


def test_one_person_of_the_directory_stands_for_one_line_only():
    rows = read_pasted("Nom;Prénom;Village\nSarr;Fatou;Thiès\nSarr;Fatou;Mbour\n", today=DAY).rows
    fatou = Person(given_names="Fatou", family_name="Sarr")
    found = arrivals(rows, (), (fatou,))
    assert [one.person for one in found] == [fatou, None]


TWO_DAYS = "Nom;Prénom;Téléphone;Jour 1;Jour 2\nSarr;Fatou;77 123 45 67;x;x\nSarr;Fatou;;;x\n"


def test_the_second_day_of_a_list_is_the_day_after_the_first():
    rows = read_pasted(TWO_DAYS, today=DAY, default_country="SN").rows
    change = add_arrivals(WORKSHOP, arrivals(rows, (), ()), (), {}, DAY)
    there = [one.half_days for one in change.after if isinstance(one, Attendance)]
    assert there == [("2026-03-12/day", "2026-03-13/day"), ("2026-03-13/day",)]


@pytest.mark.parametrize("stored", [1, -1])
def test_two_people_of_one_name_do_not_change_places_when_a_list_is_read_twice(stored):
    rows = read_pasted(TWO_DAYS, today=DAY, default_country="SN").rows
    change = add_arrivals(WORKSHOP, arrivals(rows, (), ()), (), {}, DAY)
    here = [one for one in change.after if isinstance(one, Person)][::stored]
    there = {one.person_id: one for one in change.after if isinstance(one, Attendance)}
    found = arrivals(rows, here, here)
    assert [one.person.phone != "" for one in found if one.person] == [True, False]
    assert not any(gains(WORKSHOP, one, there[one.person.id]) for one in found if one.person)
