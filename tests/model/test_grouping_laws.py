# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws of groups: everyone once, sizes that differ by one at most, the same seed the same groups."""

from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.group_mixing import Mix
from forgeatelier.model.workshop.group_report import report
from forgeatelier.model.workshop.grouping_people import Field, Wishes, make_groups, place_for

PEOPLE = st.integers(1, 24).flatmap(
    lambda n: st.tuples(
        *(
            st.builds(
                Person,
                id=st.just(f"p{number:02}"),
                sex=st.sampled_from(Sex),
                village=st.sampled_from(("", "Thiès", "THIES", "Mbour")),
                organisation=st.sampled_from(("", "École", "Mairie")),
                languages=st.sampled_from(((), ("fr",), ("wo",), ("fr", "wo"), ("ff",))),
            )
            for number in range(n)
        )
    )
)
IDS = st.integers(0, 26).map(lambda number: f"p{number:02}")
SETS = st.lists(st.lists(IDS, max_size=4).map(tuple), max_size=3).map(tuple)


@st.composite
def crowds(draw):
    people = draw(PEOPLE)
    number = draw(st.integers(1, len(people)))
    by_size = draw(st.booleans())
    wishes = Wishes(
        number=0 if by_size else number,
        size=number if by_size else 0,
        balance=tuple(draw(st.lists(st.sampled_from(Field), max_size=3))),
        together=draw(SETS),
        apart=draw(SETS),
        leaders=tuple(draw(st.lists(IDS, max_size=4))),
        past=tuple(draw(st.lists(SETS, max_size=2))),
        seed=draw(st.integers(0, 3)),
    )
    return people, wishes


@settings(derandomize=True, deadline=None, max_examples=40)
@given(crowds(), st.data())
def test_everyone_is_in_one_group_and_sizes_differ_by_one_at_most(crowd, data):
    people, wishes = crowd
    teams = make_groups(people, wishes)
    sizes = [len(team) for team in teams]
    assert sorted(one for team in teams for one in team) == [one.id for one in people]
    assert max(sizes) - min(sizes) <= 1
    assert len(teams) == wishes.number or max(sizes) <= wishes.size
    assert make_groups(data.draw(st.permutations(people)), wishes) == teams, (
        "the order of the list is no matter"
    )


@settings(derandomize=True, deadline=None, max_examples=40)
@given(crowds())
def test_what_is_told_of_the_mix_is_true(crowd):
    people, wishes = crowd
    teams = make_groups(people, wishes)
    told = report(people, teams, wishes)
    home = {one: number for number, team in enumerate(teams) for one in team}
    assert all(home[one] != home[other] for one, other in told.split)
    assert all(home[one] == home[other] for one, other in told.joined)
    assert 0 <= told.again <= told.pairs == sum(len(team) * (len(team) - 1) // 2 for team in teams)
    assert (told.fresh == 100) == (told.again == 0)
    assert len(told.words) == sum(
        map(
            bool,
            (
                wishes.past,
                set(told.balanced) - set(told.uneven),
                told.uneven,
                told.split,
                told.joined,
                told.alone,
                told.leaderless,
            ),
        )
    )


@settings(derandomize=True, deadline=None, max_examples=40)
@given(crowds())
def test_a_latecomer_joins_a_smallest_group_that_suits_her(crowd):
    people, wishes = crowd
    teams = make_groups(people, wishes)
    newcomer = Person(id="p99", village="Thiès")
    at = place_for(people, teams, newcomer, wishes)
    assert len(teams[at]) == min(len(team) for team in teams), "nobody asked for anything: the smallest suits"
    apart = Wishes(apart=tuple((newcomer.id, one) for one in teams[at]))
    other = place_for(people, teams, newcomer, apart)
    assert other != at or len(teams) == 1


@settings(derandomize=True, deadline=None)
@given(st.data())
def test_what_a_change_of_places_gains_is_what_the_whole_costs_less(data):
    people, teams = data.draw(st.integers(2, 9)), data.draw(st.integers(2, 3))
    pairs = {}
    for one in range(people):
        for other in range(one):
            cost = data.draw(st.sampled_from((0, 0, 40, -1000)))
            if cost:
                pairs.setdefault(one, {})[other] = pairs.setdefault(other, {})[one] = cost
    traits = [
        tuple(sorted(data.draw(st.sets(st.sampled_from(((1, "a"), (1, "b"), (2, "c")))))))
        for _one in range(people)
    ]
    tongues = [data.draw(st.sampled_from(((), ("fr",), ("fr", "wo"), ("ff",)))) for _one in range(people)]
    where = [data.draw(st.integers(0, teams - 1)) for _one in range(people)]
    mix = Mix(where, teams, traits, pairs, [1, 8, 4], tongues)
    one, other = data.draw(st.integers(0, people - 1)), data.draw(st.integers(0, people - 1))
    if mix.team_of[one] == mix.team_of[other]:
        return
    before, gain = mix.cost(), mix.gain(one, other)
    assert mix.cost() == before
    mix.swap(one, other)
    assert mix.cost() == before + gain
