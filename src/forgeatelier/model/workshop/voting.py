# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The result of a vote: every way of gathering voices added up, each person once, and how it was counted said."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from forgeatelier.model.workshop import vote_words
from forgeatelier.model.workshop.vote import EntryWay, Vote, VoteEntry
from forgeatelier.model.workshop.vote_counting import Standing, standings
from forgeatelier.model.workshop.vote_refusals import fewest_voters, options_of, refusals, scale_of

__all__ = [
    "Result",
    "Standing",
    "fewest_voters",
    "latest_ballot",
    "options_of",
    "refusals",
    "result",
    "scale_of",
]

_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came out of a vote, whatever the order in which voices arrived.

    `voters` took part, `expressed` of them gave something and `blank` nothing; `not_expressed` were there and did not
    take part, `absent` may vote and were not there. `method` says it in one sentence, `outcome` what came out in one.
    `repeated` voices arrived again and count once; `left_out` says why other entries cannot be true; `warnings` what
    is odd and counts all the same.
    """

    standings: tuple[Standing, ...]
    eligible: int
    present: int
    voters: int
    expressed: int
    blank: int
    not_expressed: int
    absent: int
    ways: tuple[tuple[EntryWay, int], ...]
    method: str
    outcome: str
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    repeated: int = 0
    reasons: tuple[str, ...] = ()

    @property
    def ahead(self) -> tuple[Standing, ...]:
        """The option that came first; several when they are equal, none when nobody said anything."""
        return tuple(one for one in self.standings if one.rank == 1)

    @property
    def objections(self) -> int:
        """How many object to something: each is something to work on."""
        return sum(one.objections for one in self.standings)


def result(vote: Vote, entries: Iterable[VoteEntry]) -> Result:
    """The result of a vote from everything that was entered for it."""
    counted, repeated, left_out = _sorted_out(vote, entries)
    voters = sum(one.voters for one in counted)
    blank = sum(one.blank for one in counted)
    present = vote.present or voters
    eligible = max(vote.eligible, present if not vote.eligible else 0)
    told = standings(vote, (tally for one in counted for tally in one.tallies))
    ways: Counter[EntryWay] = Counter()
    for one in counted:
        ways[one.way] += one.voters
    there = tuple((way, ways[way]) for way in vote_words.WAYS if ways[way])
    silent, absent = max(0, present - voters), max(0, eligible - present)
    return Result(
        standings=told,
        eligible=eligible,
        present=present,
        voters=voters,
        expressed=voters - blank,
        blank=blank,
        not_expressed=silent,
        absent=absent,
        ways=there,
        method=vote_words.method(there, blank, silent, absent),
        outcome=vote_words.outcome(vote, told, voters - blank),
        warnings=vote_words.warnings(vote, voters),
        left_out=left_out,
        repeated=repeated,
        reasons=tuple(reason for one in counted for reason in one.reasons),
    )


def _sorted_out(
    vote: Vote, entries: Iterable[VoteEntry]
) -> tuple[tuple[VoteEntry, ...], int, tuple[str, ...]]:
    """The entries that count, in the order of time; how many arrived again; what is wrong with the others."""
    own = sorted({one for one in entries if one.vote_id == vote.id}, key=_when)
    wrong = {one: refusals(vote, one) for one in own}
    possible = [one for one in own if not wrong[one]]
    once = _last_of(possible, lambda one: one.id)
    once = _last_of(once, lambda one: ballot_code(one.ballot))
    once = _last_of(once, lambda one: one.person_id)
    return tuple(once), len(possible) - len(once), tuple(word for one in own for word in wrong[one])


def _last_of(entries: list[VoteEntry], key: Callable[[VoteEntry], str]) -> list[VoteEntry]:
    """The latest entry under each key; those without a key all count."""
    last = {key(one): one for one in entries if key(one)}
    return [one for one in entries if not key(one) or last[key(one)] is one]


def _when(entry: VoteEntry) -> tuple[datetime, str, str]:
    # The whole entry comes last, so that two of one id that differ have an order too.
    moment = entry.moment or _EVER
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC), entry.id, repr(entry)


def latest_ballot(entries: Iterable[VoteEntry], code: str) -> VoteEntry | None:
    """The entry that now stands for a ballot, if it has arrived at all."""
    wanted = ballot_code(code)
    found = [one for one in entries if wanted and ballot_code(one.ballot) == wanted]
    return max(found, key=_when, default=None)


def ballot_code(code: str) -> str:
    """The code of a ballot as it is compared: a phone and a hand write it differently."""
    return "".join(code.split()).casefold()
