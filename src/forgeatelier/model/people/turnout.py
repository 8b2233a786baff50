# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many came: names and head counts lead to the same figures, and nobody is counted twice in silence."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from forgeatelier.model.people.attendance import Attendance, CountCell, HeadCount, Presence
from forgeatelier.model.people.figures import Figures, add_up
from forgeatelier.model.people.half_days import covers
from forgeatelier.model.people.person import Person, Sex, age_band

CAME = (Presence.PRESENT, Presence.DROPPED)
"""Who was there, for a while at least."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """One half-day (or the whole workshop, when `half_day` is empty): who was named, who was counted.

    `beside`: those counted come on top of those named; otherwise the count holds them too.
    """

    half_day: str
    named: tuple[CountCell, ...] = ()
    counted: tuple[CountCell, ...] = ()
    beside: bool = False

    @property
    def short(self) -> bool:
        """Whether fewer were counted in the whole room than are named: one of the two is wrong."""
        return bool(self.counted) and not self.beside and _size(self.counted) < _size(self.named)

    @property
    def cells(self) -> tuple[CountCell, ...]:
        """Everyone once: both together when they stand beside each other, else the count, else the names."""
        if self.beside:
            return gathered((*self.named, *self.counted))
        return self.counted if self.counted and not self.short else self.named

    @property
    def figures(self) -> Figures:
        """The figures of everyone, once."""
        return add_up(self.cells)


def cells_of(people: Iterable[Person], on: date) -> tuple[CountCell, ...]:
    """Named people as a head count would have them."""
    return gathered(CountCell(person.sex, age_band(person, on), 1) for person in people)


def gathered(cells: Iterable[CountCell]) -> tuple[CountCell, ...]:
    """The same people with one cell for each sex and band, in a fixed order, without empty ones."""
    numbers: Counter[tuple[Sex, str]] = Counter()
    for cell in cells:
        numbers[cell.sex, cell.age_band] += cell.number
    order = {sex: place for place, sex in enumerate(Sex)}
    return tuple(
        CountCell(sex, band, number)
        for (sex, band), number in sorted(numbers.items(), key=lambda one: (order[one[0][0]], one[0][1]))
        if number > 0
    )


def turnout(
    half_day: str,
    people: Mapping[str, Person],
    attendance: Iterable[Attendance],
    counts: Iterable[HeadCount],
    on: date,
) -> Turnout:
    """Who was there at one half-day."""
    there = [
        people[a.person_id] for a in attendance if a.person_id in people and covers(a.half_days, half_day)
    ]
    count = next((one for one in counts if one.half_day == half_day and one.cells), None)
    return Turnout(
        half_day,
        cells_of(there, on),
        gathered(count.cells) if count else (),
        beside=bool(count and count.beside),
    )


def overall(
    people: Mapping[str, Person], attendance: Sequence[Attendance], counts: Sequence[HeadCount], on: date
) -> Turnout:
    """Who came to the workshop at all: everyone named once, beside the largest count of one half-day.

    Adding up the counts of several half-days would count the same people again.
    """
    named = cells_of(
        (people[a.person_id] for a in attendance if a.person_id in people and a.presence in CAME), on
    )
    best = max(counts, key=lambda one: (sum(cell.number for cell in one.cells), one.half_day), default=None)
    if best is None or not _size(best.cells):
        return Turnout("", named)
    return Turnout("", named, gathered(best.cells), beside=best.beside)


def _size(cells: Iterable[CountCell]) -> int:
    return sum(cell.number for cell in cells)
