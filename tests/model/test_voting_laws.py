# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws of a vote: each ballot once however it arrives, in whatever order, and never more voices than people."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.model.workshop.vote import EntryWay, Option, Tally, Vote, VoteEntry, VoteKind
from forgeatelier.model.workshop.vote_presets import presets
from forgeatelier.model.workshop.voting import refusals, result

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)
CODES = ("a", "b", "c")
VOTES = st.sampled_from(
    [
        Vote(
            id="v",
            options=tuple(Option(code=code, label=code) for code in CODES),
            rule=one.rule(len(CODES)),
            present=10,
            eligible=12,
        )
        for one in presets()
    ]
)
TALLIES = st.lists(
    st.builds(
        Tally,
        option=st.sampled_from((*CODES, "a", "b", "c", "x")),
        count=st.integers(-1, 6),
        level=st.integers(0, 9),
    ),
    max_size=5,
).map(tuple)


@st.composite
def entries(draw):
    made = []
    for number in range(draw(st.integers(0, 8))):
        ballot = draw(st.sampled_from(("", "K7", "k 7", "P2", "R9")))
        made.append(
            VoteEntry(
                id=f"e{number}",
                vote_id=draw(st.sampled_from(("v",) * 9 + ("w",))),
                way=draw(st.sampled_from(EntryWay)),
                voters=1 if ballot else draw(st.integers(-1, 8)),
                blank=draw(st.sampled_from((0, 0, 0, 1))),
                tallies=draw(TALLIES),
                ballot=ballot,
                moment=draw(st.sampled_from((None, TEN, TEN, TEN + timedelta(minutes=1)))),
            )
        )
    return made


@settings(derandomize=True, deadline=None)
@given(vote=VOTES, entered=entries(), data=st.data())
def test_the_result_does_not_depend_on_the_order_nor_on_how_often_entries_arrive(vote, entered, data):
    again = data.draw(st.lists(st.sampled_from(entered), max_size=4)) if entered else []
    shuffled = data.draw(st.permutations([*entered, *again]))
    assert result(vote, shuffled) == result(vote, entered)


@settings(derandomize=True, deadline=None)
@given(vote=VOTES, entered=entries())
def test_everyone_is_somewhere_and_no_voice_is_from_nobody(vote, entered):
    told = result(vote, entered)
    assert told.voters == told.expressed + told.blank == sum(count for _way, count in told.ways)
    assert told.voters + told.not_expressed >= told.present
    assert told.present + told.absent == told.eligible
    assert bool(told.warnings) == (told.voters > told.present)
    given_all = sum(one.voices for one in told.standings)
    if vote.rule.kind is VoteKind.POINTS:
        assert given_all <= vote.rule.budget * told.expressed
    else:
        assert all(one.voices <= told.expressed for one in told.standings)
    ranks = [one.rank for one in told.standings if one.rank]
    assert ranks == sorted(ranks)
    assert bool(told.ahead) == bool(given_all)


@settings(derandomize=True, deadline=None)
@given(vote=VOTES, entered=entries())
def test_each_ballot_counts_once_and_everything_else_is_told(vote, entered):
    own = [one for one in entered if one.vote_id == vote.id]
    possible = [one for one in own if not refusals(vote, one)]
    ballots = {one.ballot.replace(" ", "").casefold() for one in possible if one.ballot}
    loose = [one for one in possible if not one.ballot]
    told = result(vote, entered)
    assert told.repeated == len(possible) - len(loose) - len(ballots)
    assert told.voters <= sum(one.voters for one in loose) + len(ballots)
    assert bool(told.left_out) == (len(possible) < len(own))


@settings(derandomize=True, deadline=None)
@given(vote=VOTES, entered=entries())
def test_the_same_voices_in_two_entries_or_in_one_make_the_same_standings(vote, entered):
    loose = [one for one in entered if one.vote_id == "v" and not one.ballot and not refusals(vote, one)]
    together = VoteEntry(
        vote_id="v",
        voters=sum(one.voters for one in loose),
        blank=sum(one.blank for one in loose),
        tallies=tuple(tally for one in loose for tally in one.tallies),
    )
    assert result(vote, loose).standings == result(vote, [together]).standings
