# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a mix of people costs, kept up to date as two of them change places; the lower, the better mixed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

WISH = 1_000_000
"""A wish to keep together or apart, or to spread leaders, outweighs everything else."""
ALONE = 1_000
"""Someone who shares no language with anybody in the group."""
AGAIN = 40
"""Two people together once more; twice as much for the second time, and so on."""
UNEVEN = 4
"""One unit of unevenness of a trait, the first ones asked for weighing more."""

Trait = tuple[int, str]
"""The number of the field that is balanced, and what someone has there."""
LEADER: Trait = (0, "leader")
"""What leaders have, as field number 0."""


@dataclass(slots=True)
class Mix:
    """Where everyone is, people and teams as numbers; `pairs` is what two people cost in one team.

    `tongues` are the languages of each person; empty when languages do not matter.
    """

    team_of: list[int]
    teams: int
    traits: Sequence[tuple[Trait, ...]]
    pairs: Mapping[int, Mapping[int, int]]
    weights: Sequence[int]
    tongues: Sequence[tuple[str, ...]] = ()
    counts: list[Counter[Trait]] = field(init=False)
    speakers: list[dict[str, set[int]]] = field(init=False)

    def __post_init__(self) -> None:
        """Count who is where."""
        self.counts = [Counter() for _team in range(self.teams)]
        self.speakers = [defaultdict(set) for _team in range(self.teams)]
        for person in range(len(self.team_of)):
            self._enter(person, self.team_of[person])

    def _enter(self, person: int, team: int) -> None:
        if team < 0:
            return
        self.team_of[person] = team
        for trait in self.traits[person]:
            self.counts[team][trait] += 1
        if self.tongues:
            for tongue in self.tongues[person]:
                self.speakers[team][tongue].add(person)

    def _leave(self, person: int) -> None:
        team = self.team_of[person]
        for trait in self.traits[person]:
            self.counts[team][trait] -= 1
        if self.tongues:
            for tongue in self.tongues[person]:
                self.speakers[team][tongue].discard(person)

    def swap(self, one: int, other: int) -> None:
        """These two change places."""
        here, there = self.team_of[one], self.team_of[other]
        self._leave(one)
        self._leave(other)
        self._enter(one, there)
        self._enter(other, here)

    def gain(self, one: int, other: int) -> int:
        """What the whole would cost more (less, when negative) if these two changed places."""
        here, there = self.team_of[one], self.team_of[other]
        more = self._pairs_moved(one, here, there, other) + self._pairs_moved(other, there, here, one)
        more += self._traits_moved(one, other, here, there)
        if self.tongues and self.tongues[one] != self.tongues[other]:
            more += self._alone_after(one, other, here, there)
        return more

    def _pairs_moved(self, person: int, here: int, there: int, leaving: int) -> int:
        more = 0
        for other, cost in self.pairs.get(person, {}).items():
            if other != leaving:
                team = self.team_of[other]
                more += cost if team == there else -cost if team == here else 0
        return more

    def _traits_moved(self, one: int, other: int, here: int, there: int) -> int:
        more = 0
        mine, theirs = self.traits[one], self.traits[other]
        a, b = self.counts[here], self.counts[there]
        for trait in mine:
            if trait not in theirs:
                more += self.weights[trait[0]] * (b[trait] - a[trait] + 1)
        for trait in theirs:
            if trait not in mine:
                more += self.weights[trait[0]] * (a[trait] - b[trait] + 1)
        # Half the change of the sum of squares: the other half says nothing more.
        return more

    def _alone_after(self, one: int, other: int, here: int, there: int) -> int:
        before = len(self.alone(here)) + len(self.alone(there))
        self.swap(one, other)
        after = len(self.alone(here)) + len(self.alone(there))
        self.swap(one, other)
        return ALONE * (after - before)

    def alone(self, team: int) -> set[int]:
        """Who in this team shares no language with anybody there."""
        heard = self.speakers[team]
        only = {next(iter(people)) for people in heard.values() if len(people) == 1}
        return {one for one in only if all(len(heard[tongue]) == 1 for tongue in self.tongues[one])}

    def join_cost(self, person: int, team: int) -> tuple[int, int]:
        """What a newcomer would cost in a team: by pairs, by unevenness."""
        pairs = sum(cost for other, cost in self.pairs.get(person, {}).items() if self.team_of[other] == team)
        return pairs, sum(self.weights[trait[0]] * self.counts[team][trait] for trait in self.traits[person])

    def settled(self) -> bool:
        """Whether nothing could be better: every pair is as wished, nobody alone, every trait as even as can be."""
        if any(
            (self.team_of[one] == self.team_of[other]) is (cost > 0)
            for one, costs in self.pairs.items()
            for other, cost in costs.items()
        ):
            return False
        if self.tongues and any(self.alone(team) for team in range(self.teams)):
            return False
        return all(most - least <= 1 for _trait, least, most in self.spread())

    def spread(self) -> Iterable[tuple[Trait, int, int]]:
        """How many have each trait in the team with fewest of them and in the one with most."""
        known = sorted({trait for counts in self.counts for trait in counts})
        for trait in known:
            found = [counts[trait] for counts in self.counts]
            yield trait, min(found), max(found)

    def cost(self) -> int:
        """What the whole costs."""
        total = sum(
            cost
            for one, costs in self.pairs.items()
            for other, cost in costs.items()
            if one < other and self.team_of[one] == self.team_of[other]
        )
        total += sum(
            self.weights[trait[0]] * count * (count - 1) // 2
            for counts in self.counts
            for trait, count in counts.items()
        )
        if self.tongues:
            total += ALONE * sum(len(self.alone(team)) for team in range(self.teams))
        return total
