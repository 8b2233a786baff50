# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups in the room: formed at a step, changed by hand, joined by a latecomer, kept with the workshop."""

from datetime import UTC, datetime, timedelta

import pytest

from forgeatelier.actions import groups
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.grouping import Grouping, TeamOf
from forgeatelier.model.workshop.grouping_people import Field, Wishes

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)
TWELVE = tuple(
    Person(id=f"p{n:02}", given_names=f"Personne {n}", sex=Sex.WOMAN if n % 2 else Sex.MAN) for n in range(12)
)
WISHES = Wishes(number=3, balance=(Field.SEX,), seed=7)


@pytest.fixture
def made(library):
    found = groups.form_groups("w", TWELVE, WISHES, TEN, step_id="carte")
    library.apply(found.change, TEN)
    return library.all(Grouping)[0]


def test_groups_are_kept_with_their_names_seed_and_balance(made, library):
    assert [team.name for team in made.teams] == ["Caïman", "Tortue", "Lion"]
    assert [len(team.people) for team in made.teams] == [4, 4, 4]
    assert (made.seed, made.balanced_on, made.round, made.step_id) == (7, ("sex",), 1, "carte")
    assert groups.mixed_of(made, TWELVE).words == ("Bien réparti\u00a0: Sexe.",)
    assert groups.read_groupings(library, "w", "carte") == (made,)
    assert groups.read_groupings(library, "w", "autre") == ()


def test_a_second_round_meets_new_faces(made, library):
    second = groups.form_groups(
        "w",
        TWELVE,
        WISHES,
        TEN + timedelta(hours=1),
        step_id="carte",
        before=groups.read_groupings(library, "w"),
    )
    library.apply(second.change, TEN)
    assert second.grouping.round == 2
    assert second.mixed.again == 3, "four people from three groups: one pair in each group must meet again"
    assert [one.round for one in groups.read_groupings(library, "w")] == [1, 2]
    elsewhere = groups.form_groups("w", TWELVE, WISHES, TEN, step_id="débat", before=[made])
    assert elsewhere.grouping.round == 1
    again = groups.mixed_of(second.grouping, TWELVE, groups.read_groupings(library, "w"))
    assert again.again == second.mixed.again


def test_someone_is_moved_by_hand_and_it_is_undone(made, library):
    who = made.teams[0].people[0]
    change = groups.move_person(made, who, "Lion")
    library.apply(change, TEN)
    now = library.get(Grouping, made.id)
    assert who in now.teams[2].people
    assert sum(who in team.people for team in now.teams) == 1
    library.apply(change.inverted(), TEN)
    assert library.get(Grouping, made.id) == made
    assert groups.move_person(made, who, "Caïman").after == ()
    with pytest.raises(AtelierError, match="Zèbre"):
        groups.move_person(made, who, "Zèbre")


def test_two_people_change_places(made):
    one, other = made.teams[0].people[0], made.teams[1].people[2]
    now = groups.swap_people(made, one, other).after[0]
    assert (now.teams[0].people[0], now.teams[1].people[2]) == (other, one)
    assert groups.swap_people(made, one, made.teams[0].people[1]).after == ()
    with pytest.raises(AtelierError, match="aucun groupe"):
        groups.swap_people(made, one, "inconnue")


def test_a_latecomer_joins_the_smallest_group_in_one_gesture(made):
    smaller = groups.let_go(made, made.teams[1].people[0]).after[0]
    late = Person(id="late", given_names="Retardée")
    change, name = groups.take_in(smaller, late, TWELVE)
    assert name == "Tortue"
    assert change.after[0].teams[1].people[-1] == "late"
    again, home = groups.take_in(change.after[0], late, TWELVE)
    assert (again.after, home) == ((), "Tortue")
    kept_apart, elsewhere = groups.take_in(
        smaller, late, TWELVE, Wishes(apart=(("late", smaller.teams[1].people[0]),))
    )
    assert elsewhere == "Caïman"
    assert kept_apart.title


def test_someone_who_leaves_is_in_no_group_any_more(made):
    who = made.teams[2].people[1]
    now = groups.let_go(made, who).after[0]
    assert not any(who in team.people for team in now.teams)
    assert groups.let_go(now, who).after == ()


def test_a_group_is_renamed_but_never_like_another(made):
    assert groups.rename_group(made, "Lion", " Les  lionnes ").after[0].teams[2].name == "Les lionnes"
    assert groups.rename_group(made, "Lion", "Lion").after == ()
    for wrong in ("", "Tortue"):
        with pytest.raises(AtelierError):
            groups.rename_group(made, "Lion", wrong)


def test_one_s_own_names_come_first_and_never_twice():
    own = groups.form_groups("w", TWELVE, Wishes(number=4), TEN, names=["Eau", " ", "Eau", "Lion"])
    assert [team.name for team in own.grouping.teams] == ["Eau", "Lion", "Caïman", "Tortue"]


def test_there_are_always_enough_names_in_both_languages():
    animals = len(ref_list(groups.NAMES).entries)
    for language, first in (("fr", "Caïman"), ("en", "Caiman")):
        names = groups.group_names(animals * 2 + 1, language)
        assert len(set(names)) == len(names)
        assert (names[0], names[animals], names[2 * animals]) == (first, f"{first} 2", f"{first} 3")


def test_only_those_in_the_room_are_grouped(library):
    there = (
        Attendance(workshop_id="w", person_id="p00", presence=Presence.PRESENT, half_days=("2026-03-12/am",)),
        Attendance(workshop_id="w", person_id="p01", presence=Presence.PRESENT, half_days=("2026-03-12/pm",)),
        Attendance(workshop_id="w", person_id="p02"),
        Attendance(workshop_id="w", person_id="p03", presence=Presence.DROPPED, half_days=("2026-03-12/am",)),
        Attendance(workshop_id="w", person_id="p05", presence=Presence.PRESENT, half_days=("2026-03-12/am",)),
        TeamMember(workshop_id="w", person_id="p05", role="animateur"),
        Attendance(workshop_id="x", person_id="p04", presence=Presence.PRESENT),
    )
    library.apply(Change("Salle", after=(*TWELVE, *there)), TEN)
    assert [one.id for one in groups.people_there(library, "w")] == ["p00", "p01"]
    assert [one.id for one in groups.people_there(library, "w", "2026-03-12/am")] == ["p00"]
    assert len(groups.people_there(library, "w", with_team=True)) == 3


def test_two_laptops_agree_on_the_seed_and_another_turn_is_another_one():
    assert groups.seed_for("w", "carte", 1) == groups.seed_for("w", "carte", 1)
    assert groups.seed_for("w", "carte", 1) != groups.seed_for("w", "carte", 2)


def test_groups_of_a_later_release_are_still_told(made):
    other = Grouping(
        balanced_on=("shoe-size", "sex"), teams=(TeamOf(name="A", people=("p00", "p01", "gone")),)
    )
    assert groups.mixed_of(other, TWELVE).balanced == (Field.SEX,)
    assert groups.dissolve(made).before == (made,)
