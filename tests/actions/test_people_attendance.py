# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who was there at which half-day, by name or by count, and the same figures from both."""

from datetime import UTC, date, datetime, time

import pytest

from forgeatelier.actions.people_attendance import (
    count_heads,
    enrol,
    enrol_nameless,
    halves_of,
    mark,
    marked_at,
    named,
    stand,
)
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.people.attendance import Attendance, CountCell, HeadCount, Presence
from forgeatelier.model.people.half_days import half_days, half_now, with_noted
from forgeatelier.model.people.person import AGE_BANDS, Person, Sex
from forgeatelier.model.people.turnout import cells_of, overall, turnout
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.workshop import Workshop

DAY = date(2026, 3, 12)
MORNING, AFTERNOON = "2026-03-12/am", "2026-03-12/pm"
WORKSHOP = Workshop(starts_on=DAY, ends_on=date(2026, 3, 13))


def test_a_workshop_of_two_days_has_four_half_days():
    assert halves_of(WORKSHOP) == (MORNING, AFTERNOON, "2026-03-13/am", "2026-03-13/pm")
    assert half_days(DAY, None, time(9), time(12, 30)) == (MORNING,)
    assert half_days(DAY, None, time(14)) == (AFTERNOON,)
    assert half_days(None, None) == ()
    assert len(half_days(DAY, date(2226, 3, 12))) == 120


def test_the_half_day_to_note_is_the_present_one():
    halves = halves_of(WORKSHOP)
    assert half_now(halves, datetime(2026, 3, 12, 14, 10, tzinfo=UTC)) == AFTERNOON
    assert half_now(halves, datetime(2026, 3, 20, 9, 0, tzinfo=UTC)) == "2026-03-13/pm"
    assert half_now(halves, datetime(2026, 1, 1, 9, 0, tzinfo=UTC)) == MORNING
    assert half_now((), datetime(2026, 1, 1, tzinfo=UTC)) == ""


def test_a_half_day_noted_outside_the_days_stays_in_sight():
    assert with_noted((MORNING,), ("2026-03-10/pm",)) == ("2026-03-10/pm", MORNING)


def test_marking_and_taking_back_leaves_things_as_they_were():
    known = Attendance(workshop_id="w", person_id="p")
    there = marked_at(known, MORNING, there=True)
    assert (there.presence, there.half_days) == (Presence.PRESENT, (MORNING,))
    assert marked_at(there, MORNING, there=False) == known
    whole = Attendance(half_days=("2026-03-12/day",), presence=Presence.PRESENT)
    assert marked_at(whole, AFTERNOON, there=False).half_days == (MORNING,)
    assert marked_at(whole, AFTERNOON, there=True) == whole


def test_who_left_before_the_end_stays_so_when_a_half_day_is_corrected():
    left = Attendance(presence=Presence.DROPPED, half_days=(MORNING,))
    assert marked_at(left, AFTERNOON, there=True).presence is Presence.DROPPED


def test_everyone_at_once_is_one_change():
    people = [(Person(given_names=name), None) for name in ("Awa", "Issa", "Fatou")]
    change = mark(WORKSHOP, people, MORNING)
    assert len(change.after) == 3
    assert change.title == "Noter 3 présences"
    again = mark(WORKSHOP, [(p, a) for (p, _none), a in zip(people, change.after, strict=True)], MORNING)
    assert again.after == ()


def test_a_name_as_people_type_it():
    assert (named("Fatou SARR").given_names, named("Fatou SARR").family_name) == ("Fatou", "Sarr")
    assert named("Zab").given_names == "Zab"
    with pytest.raises(AtelierError):
        named("  ")


def test_registered_before_the_day_present_on_it():
    assert enrol(WORKSHOP, Person(given_names="Awa")).after[1].presence is Presence.REGISTERED
    assert enrol(WORKSHOP, Person(given_names="Awa"), MORNING).after[1].half_days == (MORNING,)


def test_a_status_is_changed_and_half_days_stay():
    there = Attendance(person_id="p", presence=Presence.PRESENT, half_days=(MORNING,))
    assert stand([(Person(id="p"), there)], Presence.DROPPED).after[0].half_days == (MORNING,)


def test_people_without_a_name_count_like_everyone():
    change = enrol_nameless(WORKSHOP, Sex.WOMAN, "18-24", 3, MORNING)
    people = {one.id: one for one in change.after if isinstance(one, Person)}
    there = [one for one in change.after if isinstance(one, Attendance)]
    assert {person.heading for person in people.values()} == {""}
    assert turnout(MORNING, people, there, (), DAY).figures.total == 3
    with pytest.raises(AtelierError):
        enrol_nameless(WORKSHOP, Sex.WOMAN, "", 0)


def room():
    """Two women and a man by name, and the same room counted."""
    people = [
        Person(sex=Sex.WOMAN, birth_year=1990),
        Person(sex=Sex.WOMAN, age_band="25-35"),
        Person(sex=Sex.MAN, age_band="60+"),
    ]
    there = [
        Attendance(workshop_id="w", person_id=one.id, presence=Presence.PRESENT, half_days=(MORNING,))
        for one in people
    ]
    cells = (CountCell(Sex.MAN, "60+", 1), CountCell(Sex.WOMAN, "25-35", 1), CountCell(Sex.WOMAN, "36-59", 1))
    return {one.id: one for one in people}, there, cells


def test_names_and_counts_lead_to_the_same_figures():
    people, there, cells = room()
    by_name = turnout(MORNING, people, there, (), DAY).figures
    by_count = turnout(MORNING, {}, (), (HeadCount(half_day=MORNING, cells=cells),), DAY).figures
    assert by_name == by_count
    assert by_name.of(Sex.WOMAN) == 2


def test_nobody_is_counted_twice_in_silence():
    people, there, cells = room()
    whole = HeadCount(half_day=MORNING, cells=(*cells, CountCell(Sex.MAN, "18-24", 4)))
    assert turnout(MORNING, people, there, (whole,), DAY).figures.total == 7
    beside = HeadCount(half_day=MORNING, cells=(CountCell(Sex.MAN, "18-24", 4),), beside=True)
    assert turnout(MORNING, people, there, (beside,), DAY).figures.total == 7
    few = HeadCount(half_day=MORNING, cells=(CountCell(Sex.MAN, "18-24", 1),))
    short = turnout(MORNING, people, there, (few,), DAY)
    assert (short.short, short.figures.total) == (True, 3)


def test_the_counts_of_two_half_days_are_not_added_up():
    people, there, cells = room()
    counts = (HeadCount(half_day=MORNING, cells=cells), HeadCount(half_day=AFTERNOON, cells=cells[:2]))
    assert overall({}, (), counts, DAY).figures.total == 3
    assert overall(people, there, (), DAY).cells == cells_of(people.values(), DAY)


def test_a_count_is_noted_corrected_and_taken_away():
    first = count_heads(WORKSHOP, MORNING, (CountCell(Sex.WOMAN, "18-24", 5), CountCell(Sex.MAN, "", 0)))
    (count,) = first.after
    assert count.cells == (CountCell(Sex.WOMAN, "18-24", 5),)
    assert count_heads(WORKSHOP, MORNING, (), count).after == ()
    assert count_heads(WORKSHOP, MORNING, count.cells, count).after == ()
    with pytest.raises(AtelierError):
        count_heads(WORKSHOP, MORNING, (CountCell(Sex.WOMAN, "", -1),))


def test_the_age_bands_are_those_of_the_list():
    assert [entry.code for entry in ref_list("tranches-age").entries] == [code for code, _last in AGE_BANDS]
