# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Balanced random groups: even sizes always; wishes, languages, new faces and balance as well as can be, and said."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.group_mixing import AGAIN, LEADER, UNEVEN, WISH, Mix, Trait
from forgeatelier.model.workshop.group_search import search, sizes_of

Team = tuple[str, ...]
"""The ids of the people of one group."""

_LEADING = WISH // 100


class Field(StrEnum):
    """What groups can be balanced on."""

    SEX = "sex"
    ORGANISATION = "organisation"
    VILLAGE = "village"
    LANGUAGES = "languages"
    AGE = "age_band"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How many groups, or how many people in each at most; everything else is optional.

    `balance` counts most what it names first; on languages, nobody is left alone with hers either. `past` are the
    groups of earlier rounds, whose pairs are avoided. The same `seed` makes the same groups.
    """

    number: int = 0
    size: int = 0
    balance: tuple[Field, ...] = ()
    together: tuple[Team, ...] = ()
    apart: tuple[Team, ...] = ()
    leaders: Team = ()
    past: tuple[tuple[Team, ...], ...] = ()
    seed: int = 0


def number_of_teams(people: int, wishes: Wishes) -> int:
    """How many groups that makes. Raises AtelierError when it cannot be done."""
    if people < 1:
        raise AtelierError(_("Il n’y a personne à répartir."), _("Noter d’abord qui est là."))
    if wishes.number < 0 or wishes.size < 0 or not (wishes.number or wishes.size):
        raise AtelierError(
            _("Il manque le nombre de groupes."), _("Écrire 5 groupes, ou 6 personnes par groupe.")
        )
    number = wishes.number or teams_for(people, wishes.size)
    if number > people:
        raise AtelierError(
            _("{number} groupes pour {people} personnes : il y en a trop.").format(
                number=number, people=people
            ),
            _("Demander {people} groupes au plus.").format(people=people),
        )
    return number


def make_groups(people: Iterable[Person], wishes: Wishes) -> tuple[Team, ...]:
    """The groups, whose sizes differ by one at most; leaders come first, then people in the order of their ids.

    Wishes that contradict each other or do not fit are met as far as possible: `mixing.report` says which were not.
    """
    there = _known(people)
    number = number_of_teams(len(there), wishes)
    made = search(sizes_of(len(there), number), *_asked(there, wishes), wishes.seed)
    teams: list[list[str]] = [[] for _team in range(number)]
    leading = set(wishes.leaders)
    for place in sorted(range(len(there)), key=lambda at: there[at].id not in leading):
        teams[made.team_of[place]].append(there[place].id)
    return tuple(tuple(team) for team in teams)


def place_for(people: Iterable[Person], teams: Sequence[Team], newcomer: Person, wishes: Wishes) -> int:
    """Which group a latecomer joins: the smallest that keeps wishes and where someone speaks her language.

    Among equals, the one where she meets new faces, then the one she balances best. Raises AtelierError without groups.
    """
    if not teams:
        raise AtelierError(_("Il n’y a pas encore de groupes."), _("Les former d’abord."))
    there = _known([*people, newcomer])
    at = {one.id: place for place, one in enumerate(there)}
    traits, pairs, weights, tongues = _asked(there, wishes)
    team_of = [-1] * len(there)
    for number, team in enumerate(teams):
        for person in team:
            if person in at and person != newcomer.id:
                team_of[at[person]] = number
    mix = Mix(team_of, len(teams), traits, pairs, weights, tongues)
    who = at[newcomer.id]
    spoken = tongues[who] if tongues else ()

    def fit(number: int) -> tuple[int, bool, int, int, int, int]:
        tied, uneven = mix.join_cost(who, number)
        wished = round(tied / WISH)
        size = sum(one != newcomer.id for one in teams[number])
        alone = bool(spoken) and size > 0 and not any(mix.speakers[number].get(tongue) for tongue in spoken)
        return wished, alone, size, tied - wished * WISH, uneven, number

    return min(range(len(teams)), key=fit)


def _known(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once, in an order that does not depend on how they were listed."""
    return tuple(sorted({one.id: one for one in people}.values(), key=lambda one: one.id))


Asked = tuple[list[tuple[Trait, ...]], dict[int, dict[int, int]], list[int], list[tuple[str, ...]]]


def _asked(there: Sequence[Person], wishes: Wishes) -> Asked:
    """The wishes in the numbers that a mix counts with."""
    fields = tuple(dict.fromkeys(wishes.balance))
    leading = set(wishes.leaders)
    traits = [
        tuple(sorted({(n, value) for n, one in enumerate(fields, 1) for value in values_of(person, one)}))
        + ((LEADER,) if person.id in leading else ())
        for person in there
    ]
    weights = [_LEADING, *(UNEVEN * (len(fields) - n) for n in range(len(fields)))]
    languages = Field.LANGUAGES in fields
    tongues = [values_of(person, Field.LANGUAGES) for person in there] if languages else []
    return traits, _pairs(there, wishes), weights, tongues


def _pairs(there: Sequence[Person], wishes: Wishes) -> dict[int, dict[int, int]]:
    at = {one.id: place for place, one in enumerate(there)}
    costs: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    past = [team for taken in wishes.past for team in taken]
    for sets, cost in ((past, AGAIN), (wishes.apart, WISH), (wishes.together, -WISH)):
        for team in sets:
            known = sorted({at[one] for one in team if one in at})
            for one, other in combinations(known, 2):
                costs[one][other] += cost
                costs[other][one] += cost
    return {one: dict(tied) for one, tied in costs.items()}


def values_of(person: Person, field: Field) -> tuple[str, ...]:
    """What a person has in a field, as it is compared; nothing when she did not say."""
    if field is Field.LANGUAGES:
        return tuple(sorted({tongue.casefold() for tongue in person.languages if tongue}))
    if field is Field.SEX:
        said = "" if person.sex is Sex.UNSTATED else person.sex.value
    elif field is Field.ORGANISATION:
        said = person.organisation_id or person.organisation
    else:
        said = str(getattr(person, field.value))
    return (value,) if (value := " ".join(folded(said).split())) else ()
