# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Thirty people from five villages are mixed three times over; wishes hold, or it is said which did not."""

import pytest

from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.group_report import report
from forgeatelier.model.workshop.grouping_people import Field, Wishes, make_groups, place_for

VILLAGES = ("Thiès", "Mbour", "Fatick", "Kaolack", "Louga")
THIRTY = tuple(
    Person(
        id=f"p{number:02}",
        given_names=f"Personne {number}",
        sex=Sex.WOMAN if number % 2 else Sex.MAN,
        village=VILLAGES[number % 5],
        organisation=("École", "Mairie", "Coopérative")[number % 3],
        languages=("fr",) if number % 4 else ("wo",),
    )
    for number in range(30)
)
BY_ID = {one.id: one for one in THIRTY}


def home(teams):
    return {one: number for number, team in enumerate(teams) for one in team}


def test_three_rounds_bring_new_faces_and_keep_the_balance():
    past = ()
    for seed in range(3):
        wishes = Wishes(number=6, balance=(Field.SEX, Field.VILLAGE), past=past, seed=seed)
        teams = make_groups(THIRTY, wishes)
        assert [len(team) for team in teams] == [5] * 6
        women = [sum(BY_ID[one].sex is Sex.WOMAN for one in team) for team in teams]
        assert set(women) == {2, 3}
        told = report(THIRTY, teams, wishes)
        assert told.again <= 2
        assert Field.SEX not in told.uneven
        past = (*past, teams)
    assert "visages nouveaux" in told.words[0] or "Personne ne retrouve" in told.words[0]


def test_each_village_is_in_each_group_when_that_is_possible():
    wishes = Wishes(number=6, balance=(Field.VILLAGE,))
    teams = make_groups(THIRTY, wishes)
    assert all({BY_ID[one].village for one in team} == set(VILLAGES) for team in teams)
    assert report(THIRTY, teams, wishes).words == ("Bien réparti\u00a0: Village.",)


def test_wishes_to_stay_together_or_apart_hold():
    wishes = Wishes(
        number=6,
        balance=(Field.SEX, Field.VILLAGE),
        together=(("p00", "p07", "p11"), ("p20", "p21")),
        apart=(("p01", "p02", "p03", "p04", "p05", "p06"),),
    )
    teams = make_groups(THIRTY, wishes)
    at = home(teams)
    assert at["p00"] == at["p07"] == at["p11"]
    assert at["p20"] == at["p21"]
    assert len({at[f"p0{n}"] for n in range(1, 7)}) == 6
    assert (report(THIRTY, teams, wishes).split, report(THIRTY, teams, wishes).joined) == ((), ())


def test_wishes_that_cannot_be_are_told_by_name():
    wishes = Wishes(number=15, together=(("p00", "p01", "p02"),), apart=(("p00", "p01"),))
    teams = make_groups(THIRTY, wishes)
    assert {len(team) for team in teams} == {2}
    told = report(THIRTY, teams, wishes)
    assert told.split
    assert "N’ont pas pu rester ensemble" in " ".join(told.words)
    assert "Personne 2" in " ".join(told.words)


def test_every_group_has_its_leader_and_she_comes_first():
    leaders = ("p03", "p09", "p10", "p11", "p12", "p13")
    teams = make_groups(THIRTY, Wishes(number=6, leaders=leaders, balance=(Field.SEX,)))
    assert sorted(team[0] for team in teams) == list(leaders)
    few = Wishes(number=6, leaders=leaders[:4])
    told = report(THIRTY, make_groups(THIRTY, few), few)
    assert (told.leaderless, told.crowded) == (2, 0)
    assert "2 groupes n’ont pas" in told.words[0]


def test_nobody_is_alone_with_her_language():
    speakers = tuple(
        Person(id=f"q{number:02}", languages=("wo",) if number < 4 else ("fr",)) for number in range(20)
    )
    wishes = Wishes(number=4, balance=(Field.LANGUAGES,))
    teams = make_groups(speakers, wishes)
    assert report(speakers, teams, wishes).alone == ()
    assert sum(any(f"q0{n}" in team for n in range(4)) for team in teams) == 2, "two by two, not one in each"


def test_a_latecomer_joins_the_smallest_group_where_she_is_understood():
    teams = (("p04", "p08"), ("p01", "p02", "p03"), ("p05", "p06"))
    late = Person(id="late", languages=("fr",), village="Thiès")
    wishes = Wishes(balance=(Field.LANGUAGES,))
    assert place_for(THIRTY, teams, late, wishes) == 2, "group 0 is as small, but speaks another language"
    assert place_for(THIRTY, teams, late, Wishes(balance=(Field.LANGUAGES,), apart=(("late", "p05"),))) == 1
    assert place_for(THIRTY, teams, late, Wishes(together=(("late", "p02"),))) == 1
    assert place_for(THIRTY, teams, late, Wishes(past=((("late", "p04"),),))) == 2, "new faces first"
    assert place_for(THIRTY, teams, late, Wishes()) == 0


@pytest.mark.parametrize(
    ("people", "wishes", "said"),
    [
        ((), Wishes(number=2), "personne à répartir"),
        (THIRTY, Wishes(), "manque le nombre"),
        (THIRTY, Wishes(number=-1), "manque le nombre"),
        (THIRTY[:3], Wishes(number=4), "4 groupes pour 3 personnes"),
    ],
)
def test_groups_that_cannot_be_made_are_refused(people, wishes, said):
    with pytest.raises(AtelierError) as told:
        make_groups(people, wishes)
    assert said in told.value.what
    assert told.value.advice


def test_by_size_nobody_is_in_a_larger_group():
    assert sorted(len(team) for team in make_groups(THIRTY, Wishes(size=7))) == [6] * 5
    assert sorted(len(team) for team in make_groups(THIRTY[:29], Wishes(size=7))) == [5, 6, 6, 6, 6]
    assert len(make_groups(THIRTY, Wishes(size=50))) == 1


def test_another_seed_makes_other_groups_and_the_same_one_the_same():
    one, other = (make_groups(THIRTY, Wishes(number=6, seed=seed)) for seed in (1, 2))
    assert one != other
    assert make_groups(THIRTY, Wishes(number=6, seed=1)) == one


def test_villages_written_in_two_ways_are_one():
    written = tuple(Person(id=f"q{number}", village=("Thiès", "THIES ")[number // 2]) for number in range(4))
    wishes = Wishes(number=2, balance=(Field.VILLAGE,))
    assert report(written, make_groups(written, wishes), wishes).uneven == ()


def test_two_thousand_people_are_mixed_too():
    crowd = tuple(
        Person(id=f"q{number:04}", sex=Sex.WOMAN if number % 3 else Sex.MAN, village=VILLAGES[number * 7 % 5])
        for number in range(2000)
    )
    wishes = Wishes(size=5, balance=(Field.SEX,))
    teams = make_groups(crowd, wishes)
    assert {len(team) for team in teams} == {5}
    assert report(crowd, teams, wishes).uneven == ()


def test_what_is_uneven_and_who_meets_again_is_counted():
    past = ((("p00", "p02"), ("p04", "p06")),)
    wishes = Wishes(number=2, balance=(Field.SEX, Field.ORGANISATION), past=past)
    teams = (("p00", "p02", "p04", "p06"), ("p01", "p03", "p05", "p07"))
    told = report(THIRTY, teams, wishes)
    assert (told.pairs, told.again, told.fresh, told.uneven) == (12, 2, 83, (Field.SEX,))
    assert [word.replace("\u00a0", " ") for word in told.words] == [
        "2 paires sur 12 se retrouvent (83 % de visages nouveaux).",
        "Bien réparti : Structure.",
        "Réparti au mieux, mais inégalement : Sexe.",
    ]


def test_four_wishes_that_failed_are_named_and_the_others_counted():
    apart = tuple((f"p{2 * n:02}", f"p{2 * n + 1:02}") for n in range(6))
    told = report(THIRTY, (tuple(BY_ID),), Wishes(number=1, apart=apart))
    assert len(told.joined) == 6
    assert told.words[-1].endswith("Personne 6 et Personne 7 et 2 de plus.")


def test_one_person_makes_one_group_and_is_not_alone_in_it():
    wishes = Wishes(number=1, balance=(Field.LANGUAGES,))
    assert make_groups(THIRTY[:1], wishes) == (("p00",),)
    assert report(THIRTY[:1], (("p00",),), wishes).alone == ()


def test_one_shared_language_is_enough_for_a_latecomer():
    late = Person(id="late", languages=("ff", "fr"))
    wishes = Wishes(balance=(Field.LANGUAGES,))
    assert place_for(THIRTY, (("p00", "p04"), ("p01", "p02")), late, wishes) == 1


def test_someone_wished_for_counts_before_new_faces():
    teams = (("p01", "p05"), ("p02", "p06"))
    wishes = Wishes(together=(("late", "p02"),), past=((("late", "p02", "p06"),),) * 3)
    assert place_for(THIRTY, teams, Person(id="late"), wishes) == 1
