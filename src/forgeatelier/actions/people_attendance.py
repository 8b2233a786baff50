# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Registration and attendance by half-day: one person, everyone, people without a name, people only counted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from forgeatelier.actions.people_lists.names import readable, split_full_name
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, CountCell, HeadCount, Presence
from forgeatelier.model.people.half_days import WHOLE, covers, half_days
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.people.turnout import gathered
from forgeatelier.model.workshop.workshop import Workshop

MOST_AT_ONCE = 500
"""People without a name added in one gesture."""


def halves_of(workshop: Workshop) -> tuple[str, ...]:
    """The half-days of a workshop; none while its day is not fixed."""
    return half_days(workshop.starts_on, workshop.ends_on, workshop.starts_at, workshop.ends_at)


def marked_at(attendance: Attendance, half_day: str, *, there: bool) -> Attendance:
    """The same presence with this half-day noted or taken back; where she stands follows."""
    day, _slash, _half = half_day.partition("/")
    halves = set(attendance.half_days)
    if there and not covers(halves, half_day):
        halves.add(half_day)
    elif not there and f"{day}/{WHOLE}" in halves:
        halves.discard(f"{day}/{WHOLE}")
        halves |= {f"{day}/am", f"{day}/pm"} - {half_day}
    elif not there:
        halves.discard(half_day)
    standing = attendance.presence
    if halves and standing in (Presence.REGISTERED, Presence.ABSENT):
        standing = Presence.PRESENT
    elif not halves and attendance.half_days and standing is Presence.PRESENT:
        standing = Presence.REGISTERED
    return replace(attendance, half_days=tuple(sorted(halves)), presence=standing)


def mark(
    workshop: Workshop,
    people: Iterable[tuple[Person, Attendance | None]],
    half_day: str,
    *,
    there: bool = True,
) -> Change:
    """Note these people at a half-day, or take it back; someone without a presence yet is given one."""
    before: list[Entity] = []
    after: list[Entity] = []
    for person, known in people:
        start = known or Attendance(workshop_id=workshop.id, person_id=person.id)
        marked = marked_at(start, half_day, there=there)
        if marked != known:
            before += [known] if known else []
            after.append(marked)
    one = _("Noter une présence") if there else _("Retirer une présence")
    many = (_("Noter {n} présences") if there else _("Retirer {n} présences")).format(n=len(after))
    return Change(one if len(after) < 2 else many, tuple(before), tuple(after))


def stand(people: Sequence[tuple[Person, Attendance]], presence: Presence) -> Change:
    """Say where these people stand: registered, present, absent, gone before the end. Half-days already noted stay."""
    pairs = [
        (known, replace(known, presence=presence))
        for _person, known in people
        if known.presence is not presence
    ]
    return Change(
        _("Changer le statut"),
        tuple(before for before, _after in pairs),
        tuple(after for _before, after in pairs),
    )


def named(written: str) -> Person:
    """A person from her name as people type it. Raises AtelierError when nothing is written."""
    words = tidy_line(written)
    if not words:
        raise AtelierError(_("Cette personne n’a pas de nom."), _("Écrire au moins un prénom."))
    family, given, _sure = split_full_name(words, "given")
    if family and not given and " " not in family:
        family, given = "", family
    return Person(family_name=readable(family), given_names=readable(given))


def enrol(workshop: Workshop, person: Person, half_day: str = "", *, known: bool = False) -> Change:
    """Add a person to a workshop, there at a half-day or only registered; `known` when she is in the directory."""
    there = Attendance(workshop_id=workshop.id, person_id=person.id)
    if half_day:
        there = marked_at(there, half_day, there=True)
    return Change(_("Ajouter une personne"), after=(there,) if known else (person, there))


def enrol_nameless(
    workshop: Workshop, sex: Sex, age_band: str, number: int = 1, half_day: str = ""
) -> Change:
    """Add people of whom only sex and age band are noted; they count like everyone else."""
    if not 0 < number <= MOST_AT_ONCE:
        raise AtelierError(
            _("Il faut un nombre entre 1 et {most}.").format(most=MOST_AT_ONCE),
            _("Pour une grande foule, le comptage suffit."),
        )
    made: list[Entity] = []
    for _time in range(number):
        person = Person(sex=sex, age_band=age_band)
        made += enrol(workshop, person, half_day).after
    title = ngettext("Ajouter une personne sans nom", "Ajouter {n} personnes sans nom", number)
    return Change(title.format(n=number), after=tuple(made))


def count_heads(
    workshop: Workshop,
    half_day: str,
    cells: Iterable[CountCell],
    known: HeadCount | None = None,
    *,
    beside: bool = False,
) -> Change:
    """Note how many people of each sex and age band there were at a half-day. Raises AtelierError below zero."""
    said = tuple(cells)
    if any(cell.number < 0 for cell in said):
        raise AtelierError(_("On ne compte pas moins de zéro personne."), _("Corriger ce nombre."))
    start = known or HeadCount(workshop_id=workshop.id, half_day=half_day)
    after = replace(start, cells=gathered(said), beside=beside)
    if known is not None and not after.cells:
        return Change(_("Retirer un comptage"), (known,))
    if after == known or (known is None and not after.cells):
        return Change(_("Compter les personnes"))
    return Change(_("Compter les personnes"), (known,) if known else (), (after,))
