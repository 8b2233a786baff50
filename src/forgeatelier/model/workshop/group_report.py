# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well people were mixed, in figures and in words; what could not be done is said, never hidden."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.grouping_people import Field, Team, Wishes, values_of

FIELDS = {
    Field.SEX: marked("Sexe"),
    Field.ORGANISATION: marked("Structure"),
    Field.VILLAGE: marked("Village"),
    Field.LANGUAGES: marked("Langues"),
    Field.AGE: marked("Tranche d’âge"),
}
_NAMED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Mixed:
    """What became of each wish, with the figures.

    `again` pairs of `pairs` were together in an earlier round already, without being asked to; `uneven` are the
    fields less even than they could be. `split` were to stay together, `joined` apart; `alone` share no language
    with anybody in their group;
    `leaderless` groups have no leader, `crowded` ones several.
    """

    pairs: int = 0
    again: int = 0
    rounds: int = 0
    balanced: tuple[Field, ...] = ()
    uneven: tuple[Field, ...] = ()
    split: tuple[Team, ...] = ()
    joined: tuple[Team, ...] = ()
    alone: Team = ()
    leaderless: int = 0
    crowded: int = 0
    words: tuple[str, ...] = ()

    @property
    def fresh(self) -> int:
        """How many out of a hundred pairs are new."""
        return 100 * (self.pairs - self.again) // self.pairs if self.pairs else 100


def report(people: Iterable[Person], teams: Sequence[Team], wishes: Wishes) -> Mixed:
    """How well these groups do what was wished."""
    known = {one.id: one for one in people}
    there = [tuple(one for one in team if one in known) for team in teams]
    home = {person: number for number, team in enumerate(there) for person in team}
    before = {
        frozenset(pair) for taken in wishes.past for team in taken for pair in combinations(set(team), 2)
    }
    now = [frozenset(pair) for team in there for pair in combinations(set(team), 2)]
    wished = {frozenset(pair) for team in wishes.together for pair in combinations(set(team), 2)}
    fields = tuple(dict.fromkeys(wishes.balance))
    leads = [sum(one in wishes.leaders for one in team) for team in there]
    found = Mixed(
        pairs=len(now),
        again=sum(pair in before for pair in now if pair not in wished),
        rounds=len(wishes.past),
        balanced=fields,
        uneven=tuple(field for field in fields if _uneven(known, there, field)),
        split=_pairs(wishes.together, home, same=False),
        joined=_pairs(wishes.apart, home, same=True),
        alone=_alone(known, there) if Field.LANGUAGES in fields else (),
        leaderless=leads.count(0) if wishes.leaders else 0,
        crowded=sum(count > 1 for count in leads),
    )
    return _told(found, known)


def _pairs(wished: Iterable[Team], home: dict[str, int], *, same: bool) -> tuple[Team, ...]:
    pairs = {
        (min(pair), max(pair))
        for team in wished
        for pair in combinations(set(team), 2)
        if set(pair) <= set(home)
    }
    return tuple(sorted(pair for pair in pairs if (home[pair[0]] == home[pair[1]]) is same))


def _uneven(known: dict[str, Person], teams: Sequence[Team], field: Field) -> bool:
    counts = [Counter(value for one in team for value in values_of(known[one], field)) for team in teams]
    return any(
        max(count[value] for count in counts) - min(count[value] for count in counts) > 1
        for value in {value for count in counts for value in count}
    )


def _alone(known: dict[str, Person], teams: Sequence[Team]) -> Team:
    found = []
    for team in teams:
        heard = Counter(tongue for one in team for tongue in values_of(known[one], Field.LANGUAGES))
        for one in team:
            spoken = values_of(known[one], Field.LANGUAGES)
            if len(team) > 1 and spoken and all(heard[tongue] == 1 for tongue in spoken):
                found.append(one)
    return tuple(found)


def _told(found: Mixed, known: dict[str, Person]) -> Mixed:
    return replace(found, words=(*_good(found), *_missed(found, known)))


def _good(found: Mixed) -> Iterator[str]:
    if found.rounds and not found.again:
        yield _("Personne ne retrouve quelqu’un d’un tour précédent.")
    elif found.rounds:
        yield ngettext(
            "{again} paire sur {pairs} se retrouve ({fresh} % de visages nouveaux).",
            "{again} paires sur {pairs} se retrouvent ({fresh} % de visages nouveaux).",
            found.again,
        ).format(again=found.again, pairs=found.pairs, fresh=found.fresh)
    even = [_(FIELDS[field]) for field in found.balanced if field not in found.uneven]
    if even:
        yield _("Bien réparti : {fields}.").format(fields=", ".join(even))
    if found.uneven:
        yield _("Réparti au mieux, mais inégalement : {fields}.").format(
            fields=", ".join(_(FIELDS[field]) for field in found.uneven)
        )


def _missed(found: Mixed, known: dict[str, Person]) -> Iterator[str]:
    if found.split:
        yield _("N’ont pas pu rester ensemble : {pairs}.").format(pairs=_names(found.split, known))
    if found.joined:
        yield _("N’ont pas pu être séparés : {pairs}.").format(pairs=_names(found.joined, known))
    if found.alone:
        yield _("Sans personne qui partage leur langue : {people}.").format(
            people=_names([(one,) for one in found.alone], known)
        )
    if found.leaderless:
        yield ngettext(
            "{n} groupe n’a pas d’animatrice ou d’animateur.",
            "{n} groupes n’ont pas d’animatrice ou d’animateur.",
            found.leaderless,
        ).format(n=found.leaderless)


def _names(sets: Sequence[Team], known: dict[str, Person]) -> str:
    said = [_(" et ").join(known[one].heading or _("sans nom") for one in team) for team in sets[:_NAMED]]
    more = len(sets) - len(said)
    return ", ".join(said) + (_(" et {n} de plus").format(n=more) if more else "")
