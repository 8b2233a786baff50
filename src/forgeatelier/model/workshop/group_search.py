# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking for a good mix: people are dealt out evenly, then change places as long as that helps."""

import heapq
from collections.abc import Iterable, Mapping, Sequence
from random import Random

from forgeatelier.model.workshop.group_mixing import LEADER, Mix, Trait

_MOST_TRIES, _FEWEST_TRIES, _EACH, _WORK = 40_000, 3_000, 600, 10_000_000
_SMALL, _STARTS = 150, 3
_LOOK_EVERY = 500
_HARM = 12
"""How much worse a change of places may make things at the beginning."""


def sizes_of(people: int, teams: int) -> tuple[int, ...]:
    """The sizes of so many teams: they differ by one at most, the larger ones first."""
    each, more = divmod(people, teams)
    return (each + 1,) * more + (each,) * (teams - more)


def search(
    sizes: Sequence[int],
    traits: Sequence[tuple[Trait, ...]],
    pairs: Mapping[int, Mapping[int, int]],
    weights: Sequence[int],
    tongues: Sequence[tuple[str, ...]],
    seed: int,
) -> Mix:
    """The best mix found; the same seed always finds the same one, on every machine."""
    best: Mix | None = None
    starts = _STARTS if len(traits) <= _SMALL else 1
    for start in range(starts):
        chance = Random(f"{seed}/{start}")
        dealt = _dealt(sizes, traits, pairs, chance)
        mix = Mix(dealt, len(sizes), traits, pairs, weights, tongues)
        _improve(mix, _tries(traits, pairs, starts), chance)
        if best is None or mix.cost() < best.cost():
            best = mix
        if best.settled():
            break
    assert best is not None
    return best


def _tries(traits: Sequence[object], pairs: Mapping[int, Mapping[int, int]], starts: int) -> int:
    """How often to try: less when one try is more work, so that two thousand people take seconds too."""
    ties = sum(len(costs) for costs in pairs.values()) // max(1, len(traits))
    most = min(_MOST_TRIES, _EACH * len(traits))
    return max(_FEWEST_TRIES, min(most, _WORK // (20 + 2 * ties))) // starts


def _improve(mix: Mix, tries: int, chance: Random) -> None:
    """Let people change places; at first also when it harms a little, so as not to be stuck."""
    people = len(mix.team_of)
    for number in range(tries):
        if number % _LOOK_EVERY == 0 and mix.settled():
            return
        one, other = int(chance.random() * people), int(chance.random() * people)
        if mix.team_of[one] == mix.team_of[other]:
            continue
        allowed = max(0, _HARM * (tries - 2 * number) // tries)
        gain = mix.gain(one, other)
        if gain <= allowed:
            mix.swap(one, other)


def _dealt(
    sizes: Sequence[int],
    traits: Sequence[tuple[Trait, ...]],
    pairs: Mapping[int, Mapping[int, int]],
    chance: Random,
) -> list[int]:
    """Those who stay together first, then everyone else like cards, alike people one after another."""
    team_of = [-1] * len(traits)
    left = list(sizes)
    order = sorted(range(len(traits)), key=lambda _one: chance.random())
    for block in sorted(_blocks(order, pairs), key=len, reverse=True):
        team = _room_for(block, left, pairs, team_of)
        for person in block:
            here = team if team is not None else max(range(len(left)), key=lambda at: left[at])
            team_of[person] = here
            left[here] -= 1
    _deal_leaders(order, traits, team_of, left)
    roomy = [(-room, team) for team, room in enumerate(left) if room]
    heapq.heapify(roomy)
    for person in sorted((one for one in order if team_of[one] < 0), key=lambda one: traits[one]):
        room, team = heapq.heappop(roomy)
        team_of[person] = team
        if room + 1 < 0:
            heapq.heappush(roomy, (room + 1, team))
    return team_of


def _deal_leaders(
    order: Iterable[int], traits: Sequence[tuple[Trait, ...]], team_of: list[int], left: list[int]
) -> None:
    """One leader to each team before any has two."""
    leads = [0] * len(left)
    for person, team in enumerate(team_of):
        if team >= 0 and LEADER in traits[person]:
            leads[team] += 1
    for person in order:
        if team_of[person] < 0 and LEADER in traits[person]:
            roomy = (team for team, room in enumerate(left) if room)
            team = min(roomy, key=lambda at: (leads[at], -left[at]))
            team_of[person] = team
            left[team] -= 1
            leads[team] += 1


def _blocks(order: Iterable[int], pairs: Mapping[int, Mapping[int, int]]) -> list[list[int]]:
    """Who is to stay together, friends of friends too."""
    seen: set[int] = set()
    found = []
    for person in order:
        if person in seen or not any(cost < 0 for cost in pairs.get(person, {}).values()):
            continue
        block, waiting = [], [person]
        seen.add(person)
        while waiting:
            one = waiting.pop()
            block.append(one)
            friends = [other for other, cost in pairs.get(one, {}).items() if cost < 0 and other not in seen]
            seen.update(friends)
            waiting += sorted(friends)
        found.append(block)
    return found


def _room_for(
    block: Sequence[int], left: Sequence[int], pairs: Mapping[int, Mapping[int, int]], team_of: Sequence[int]
) -> int | None:
    """The team where a whole block fits at the lowest cost, the one with most room first; None when it fits nowhere."""
    fits = [team for team, room in enumerate(left) if room >= len(block)]

    def cost(team: int) -> tuple[int, int]:
        ties = (pairs.get(person, {}) for person in block)
        return sum(n for tie in ties for other, n in tie.items() if team_of[other] == team), -left[team]

    return min(fits, key=cost, default=None)
