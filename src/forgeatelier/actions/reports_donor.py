# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the donor's report says besides: numbers that name nobody, the list of those who agreed, outputs, money."""

from collections import Counter
from dataclasses import replace

from forgeatelier.actions.consented import People
from forgeatelier.actions.reports_content import Gathering
from forgeatelier.actions.reports_wording import Wording
from forgeatelier.exporting.reports.content import DonorContent, NamedPerson
from forgeatelier.model.people.attendance import HeadCount, Presence
from forgeatelier.model.people.consent import Matter, Use
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.person import Person
from forgeatelier.model.people.small_cells import sex_by_age
from forgeatelier.model.people.turnout import CAME, overall
from forgeatelier.model.workshop.evaluation import EvaluationItem
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.store.public import PublicReader


def donor_content(library: Library, gathered: Gathering, *, names: bool) -> DonorContent:
    """Everything else; the list of participants only when `names` are wanted, and only who agreed to be on it."""
    people, wording = gathered.people, gathered.wording
    workshop_id = people.workshop_id
    kept = library.get(Workshop, workshop_id)
    reader = PublicReader(library.file)
    try:
        outputs = reader.all(Output, workshop_id=workshop_id)
        lessons = next(iter(reader.all(Lessons, workshop_id=workshop_id)), None)
        items = reader.all(EvaluationItem, workshop_id=workshop_id, order="place")
    finally:
        reader.close()
    day = gathered.content.workshop.starts_on or people.on
    counts = library.all(HeadCount, workshop_id=workshop_id)
    seen = overall(people.everyone, people.attendance, counts, day)
    came = _came(people)
    agreed = [one for one in came if people.allows(one.id, Matter.DATA, Use.DONOR)]
    return DonorContent(
        figures=sex_by_age(seen.cells),
        dropped=len({one.person_id for one in people.attendance if one.presence is Presence.DROPPED}),
        team=tuple(sorted(Counter(one.role for one in people.team).items())),
        named=tuple(_named(one) for one in agreed) if names else None,
        unnamed=max(sum(cell.number for cell in seen.cells), len(came)) - len(agreed),
        outputs=tuple(
            replace(one, title=wording(one.title), description=wording(one.description)) for one in outputs
        ),
        lessons=_lessons(lessons, wording),
        evaluation=tuple(
            replace(
                one,
                question=wording(one.question),
                counts=tuple(replace(said, answer=wording(said.answer)) for said in one.counts),
            )
            for one in items
        ),
        budget=tuple(replace(one, label=wording(one.label)) for one in (kept.budget if kept else ())),
    )


def _came(people: People) -> list[Person]:
    """Who was there, each once, by family name; who was anonymised has no name to list."""
    ids = dict.fromkeys(one.person_id for one in people.attendance if one.presence in CAME)
    there = [people.everyone[key] for key in ids if key in people.everyone]
    named = [one for one in there if one.heading and one.anonymised_on is None]
    return sorted(named, key=lambda one: (folded(one.family_name or one.given_names), one.id))


def _named(person: Person) -> NamedPerson:
    return NamedPerson(
        name=person.heading,
        structure=person.organisation,
        function=person.function,
        village=person.village,
    )


def _lessons(lessons: Lessons | None, wording: Wording) -> Lessons | None:
    if lessons is None:
        return None
    return replace(
        lessons,
        worked=wording(lessons.worked),
        difficulties=wording(lessons.difficulties),
        good_practices=wording(lessons.good_practices),
        recommendations=wording(lessons.recommendations),
        proposals=wording(lessons.proposals),
        obstacles=tuple(
            replace(one, text=wording(one.text), lifted=wording(one.lifted)) for one in lessons.obstacles
        ),
    )
