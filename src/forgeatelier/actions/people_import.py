# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list arrives where people are known already: who is new, who is here, who stands in the directory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from forgeatelier.actions import people as lists
from forgeatelier.actions.people_attendance import marked_at
from forgeatelier.actions.people_lists.understood import UnderstoodRow
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.likeness import ENOUGH, Reason, alike, name_words
from forgeatelier.model.people.name_guard import digits, folded
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.workshop.workshop import Workshop

_FILLED = (
    "birth_year", "age_band", "organisation", "village", "function", "phone", "email",
)  # fmt: skip
_PHONE = 8


@dataclass(frozen=True, slots=True)
class Arrival:
    """One line of a list: `person` is who she may be already, `here` when she is in this workshop.

    `sure`: the same name, something else that agrees and nothing that contradicts. Otherwise one asks.
    """

    row: UnderstoodRow
    person: Person | None = None
    here: bool = False
    sure: bool = False


def arrivals(
    rows: Iterable[UnderstoodRow], here: Iterable[Person], directory: Iterable[Person]
) -> tuple[Arrival, ...]:
    """What becomes of each line; a person known stands for one line only."""
    lines = tuple(rows)
    there = tuple(here)
    present = {person.id for person in there}
    known = _Known(
        person for person in directory if person.id not in present and person.anonymised_on is None
    )
    members = _members(lines, there)
    return tuple(
        Arrival(row, members[at], here=True, sure=True) if at in members else known.arrival(row)
        for at, row in enumerate(lines)
    )


def _members(lines: tuple[UnderstoodRow, ...], there: tuple[Person, ...]) -> dict[int, Person]:
    """Who of those here each line is, by its place: the closest pairs first, so that a list read twice says the same.

    Two people of one name would otherwise change places with the order in which they are stored.
    """
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in there:
        by_name[_name_of(person)].append(person)
    pairs = []
    for at, row in enumerate(lines):
        said = lists.person_of(row)
        for person in by_name.get(_name_of(said), ()):
            if lists.is_same_person(row, person):
                agreeing = _agreeing(said, person)
                pairs.append((-agreeing, _told(person) - agreeing, at, person.id, person))
    members: dict[int, Person] = {}
    taken: set[str] = set()
    for _closeness, _more, at, key, person in sorted(pairs, key=lambda pair: pair[:4]):
        if at not in members and key not in taken:
            members[at] = person
            taken.add(key)
    return members


def _name_of(person: Person) -> str:
    return folded(f"{person.family_name} {person.given_names}")


def _told(person: Person) -> int:
    return sum(bool(getattr(person, name)) for name in _FILLED)


class _Known:
    """The directory, found by the words of a name or by a telephone."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by: dict[Any, list[Person]] = defaultdict(list)
        self._taken: set[str] = set()
        for person in people:
            for key in _keys(person):
                self._by[key].append(person)

    def arrival(self, row: UnderstoodRow) -> Arrival:
        """The likeliest person of the directory for a line, unless another line has taken her."""
        said = lists.person_of(row)
        candidates = {one.id: one for key in _keys(said) for one in self._by.get(key, ())}
        weighed = [(alike(said, one), one) for key, one in candidates.items() if key not in self._taken]
        likely = [(seen, one) for seen, one in weighed if seen.score >= ENOUGH]
        if not likely:
            return Arrival(row)
        seen, person = max(likely, key=lambda pair: (pair[0].score, _agreeing(said, pair[1]), pair[1].id))
        same_name = Reason.SAME_NAME in seen.reasons
        sure = same_name and _agreeing(said, person) > 0 and lists.is_same_person(row, person, order=False)
        self._taken.add(person.id)
        return Arrival(row, person, sure=sure)


def _keys(person: Person) -> Iterable[tuple[str, ...]]:
    words = name_words(person.heading)
    yield ("two", *words)
    yield ("letters", "".join(sorted("".join(words))))
    # Two names of three, or one telephone, are worth a look.
    yield from (("two", *words[:at], *words[at + 1 :]) for at in range(len(words)) if len(words) > 1)
    figures = digits(person.phone)[-_PHONE:]
    if len(figures) == _PHONE:
        yield ("phone", figures)


def _agreeing(one: Person, other: Person) -> int:
    """How many other things both say and say alike."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in _FILLED if name != "function"]
    pairs[4] = (digits(one.phone)[-_PHONE:], digits(other.phone)[-_PHONE:])
    return sum(bool(mine) and _folded(mine) == _folded(theirs) for mine, theirs in pairs)


def _folded(value: Any) -> Any:
    return name_words(value) or value if isinstance(value, str) else value


def add_arrivals(
    workshop: Workshop,
    said: Iterable[Arrival],
    same: Collection[int],
    attendance: Mapping[str, Attendance],
    given_on: date | None,
) -> Change:
    """Add the people of a list: `same` are the lines said to be the person of the directory they resemble.

    Whoever is here already only gains the half-days that the list tells. Raises AtelierError when nothing is new.
    """
    before: list[Entity] = []
    after: list[Entity] = []
    fresh = 0
    for one in said:
        if one.here and one.person is not None:
            known = attendance.get(one.person.id)
            marked = _marked(workshop, one.row, known) if known else None
            if known and marked and marked != known:
                before.append(known)
                after.append(marked)
            continue
        fresh += 1
        person = one.person if one.row.line in same else None
        if person is not None:
            filled = completed(person, lists.person_of(one.row))
            before += [person] if filled != person else []
            after += [filled] if filled != person else []
        after += lists.from_row(workshop, one.row, given_on, person)
    if not after:
        raise AtelierError(_("Toutes ces personnes sont déjà dans l’atelier."), _("Rien n’a été ajouté."))
    title = ngettext("Ajouter une personne", "Ajouter {count} personnes", fresh).format(count=fresh)
    return Change(title if fresh else _("Compléter les présences"), tuple(before), tuple(after))


def gains(workshop: Workshop, one: Arrival, known: Attendance | None) -> bool:
    """Whether a list tells half-days of someone who is here already."""
    return one.here and known is not None and _marked(workshop, one.row, known) != known


def _marked(workshop: Workshop, row: UnderstoodRow, known: Attendance) -> Attendance:
    marked = known
    for half in lists.half_days_of(workshop, row):
        marked = marked_at(marked, half, there=True)
    return marked


def completed(person: Person, said: Person) -> Person:
    """The person with what a list adds; what was known already stays."""
    new = {
        name: getattr(said, name)
        for name in _FILLED
        if getattr(said, name) not in ("", None) and getattr(person, name) in ("", None)
    }
    if person.sex is Sex.UNSTATED:
        new["sex"] = said.sex
    return replace(person, **new)
