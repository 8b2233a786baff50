# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding voices up, option by option, and saying who is ahead."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from forgeatelier.model.workshop.agreement import Side, scale
from forgeatelier.model.workshop.vote import Option, Tally, Vote, VoteKind
from forgeatelier.model.workshop.vote_refusals import LEVELLED, options_of, scale_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one option did; equal options share a `rank`, counted from 1 (0: nobody said anything about it).

    `score` is points for less points against, or the Borda count of a ranking: the first of n options is worth n,
    the last one 1, one left out nothing. `levels` are the voices at each level or rank, from 1; `firsts` those at the
    first. `median` is the level that half of the voices reach or better, `objections` the voices that object.
    """

    option: Option
    rank: int = 0
    score: int = 0
    pro: int = 0
    con: int = 0
    levels: tuple[int, ...] = ()
    firsts: int = 0
    median: int = 0
    objections: int = 0

    @property
    def voices(self) -> int:
        """Everything that was given to it, for and against."""
        return sum(self.levels) if self.levels else self.pro + self.con


def standings(vote: Vote, tallies: Iterable[Tally]) -> tuple[Standing, ...]:
    """Every option, the one ahead first; equal ones in the order of the vote."""
    said = tuple(tallies)
    if vote.rule.kind is VoteKind.POINTS:
        found = [_pointed(option, said) for option in options_of(vote)]
    else:
        found = [_levelled(vote, option, said) for option in options_of(vote)]
    keys = {one.option.code: _key(vote, one) for one in found}
    found.sort(key=lambda one: keys[one.option.code])
    return tuple(_ranked(found, [keys[one.option.code] for one in found]))


def _ranked(found: Sequence[Standing], keys: Sequence[tuple[Fraction, ...]]) -> Iterable[Standing]:
    for one, key in zip(found, keys, strict=True):
        yield replace(one, rank=keys.index(key) + 1 if one.voices else 0)


def _key(vote: Vote, one: Standing) -> tuple[Fraction, ...]:
    unsaid = Fraction(0 if one.voices else 1)
    if vote.rule.kind not in LEVELLED:
        return unsaid, Fraction(-one.score)
    total = sum(level * count for level, count in enumerate(one.levels, 1))
    return unsaid, Fraction(one.median), Fraction(total, one.voices or 1)


def _pointed(option: Option, tallies: Iterable[Tally]) -> Standing:
    counts = [tally.count for tally in tallies if tally.option == option.code]
    pro, con = sum(n for n in counts if n > 0), -sum(n for n in counts if n < 0)
    return Standing(option=option, score=pro - con, pro=pro, con=con)


def _levelled(vote: Vote, option: Option, tallies: Iterable[Tally]) -> Standing:
    counts: Counter[int] = Counter()
    for tally in tallies:
        if tally.option == option.code:
            counts[tally.level] += tally.count
    named = scale(scale_of(vote))
    many = len(options_of(vote))
    last = many if vote.rule.kind is VoteKind.RANKING else len(named) or max(counts, default=0)
    levels = tuple(counts[level] for level in range(1, last + 1))
    borda = sum(count * (many + 1 - rank) for rank, count in enumerate(levels, 1))
    ranking = vote.rule.kind is VoteKind.RANKING
    return Standing(
        option=option,
        score=borda if ranking else 0,
        levels=levels,
        firsts=levels[0] if levels else 0,
        median=0 if ranking else median(levels),
        objections=sum(counts[level.number] for level in named if level.side is Side.OBJECTION),
    )


def median(levels: Sequence[int]) -> int:
    """The level, from 1, that at least half of the voices reach or better; 0 without voices."""
    total, reached = sum(levels), 0
    for level, count in enumerate(levels, 1):
        reached += count
        if total and reached * 2 >= total:
            return level
    return 0
