# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers what the printed sheets of a workshop are filled from: its plan, its people, its needs."""

from datetime import date

from forgeatelier.exporting.choices import listed
from forgeatelier.exporting.kit.content import Attendee, KitContent, TeamName
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import LANGUAGES, _, language, speaking
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.badge_code import badge_codes
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.people.person import Person, is_minor
from forgeatelier.model.workshop.needs import needs_of, supply_list, unlisted
from forgeatelier.model.workshop.plan import running_order
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import conditions_of
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.timetable import timetable
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_FEW = 40
"""Up to here people are read one by one; beyond, the whole directory is read once."""


def gather_kit(
    library: Library,
    workshop_id: str,
    today: date,
    *,
    role: str = "",
    spoken: str = "",
    photo_mark: bool = True,
) -> KitContent:
    """Everything the sheets say of a workshop, in the language `spoken` (else that of its protocol).

    Raises AtelierError when the workshop is not there.
    """
    workshop = library.get(Workshop, workshop_id)
    if workshop is None:
        raise AtelierError(
            _("Cet atelier n’est pas dans la bibliothèque."), _("Choisir un atelier de la liste.")
        )
    steps = running_order(workshop, library.all(PlannedStep, workshop_id=workshop.id))
    conditions = conditions_of(workshop)
    supplies = supply_list(workshop, library.all(Supply, workshop_id=workshop.id))
    host = library.get(Organisation, workshop.host_id) if workshop.host_id else None
    presences = library.all(Attendance, workshop_id=workshop.id)
    members = library.all(TeamMember, workshop_id=workshop.id)
    named = {one.person_id for one in presences} | {one.person_id for one in members}
    people = _persons(library, named)
    said = spoken if spoken in LANGUAGES else _language_of(workshop)
    with speaking(said):
        return KitContent(
            workshop=workshop,
            protocol=workshop.protocol or Protocol(id="", title=workshop.title),
            timetable=timetable(steps, conditions, workshop.starts_on),
            people=_attendees(workshop, presences, members, people, today),
            team=tuple(
                TeamName(name=people[one.person_id].heading, role=one.role)
                for one in members
                if one.person_id in people
            ),
            host=host.heading if host else "",
            contact=host.contact if host else "",
            needs=needs_of(supplies, steps, conditions.people, conditions.teams),
            unlisted=unlisted(supplies, steps),
            language=said,
            role=role,
            photo_mark=photo_mark,
            made_on=today,
        )


def _language_of(workshop: Workshop) -> str:
    """That of the protocol, which the steps are written in; else the first spoken one that we know, else ours."""
    known = (workshop.protocol.language if workshop.protocol else "", *workshop.languages, language())
    return next((code for code in known if code in LANGUAGES), "fr")


def _persons(library: Library, ids: set[str]) -> dict[str, Person]:
    if len(ids) <= _FEW:
        found = (library.get(Person, key) for key in ids)
        return {one.id: one for one in found if one is not None}
    return {one.id: one for one in library.all(Person) if one.id in ids}


def _attendees(
    workshop: Workshop,
    presences: tuple[Attendance, ...],
    members: tuple[TeamMember, ...],
    people: dict[str, Person],
    today: date,
) -> tuple[Attendee, ...]:
    """Those who are registered, by family name; who was anonymised keeps her line and no name."""
    keys = dict.fromkeys(one.person_id for one in presences if one.person_id in people)
    there = sorted((people[key] for key in keys), key=_by_name)
    roles = {one.person_id: listed("roles", one.role) for one in members}
    codes = badge_codes(workshop.id, tuple(one.id for one in there))
    on = workshop.starts_on or today
    return tuple(
        Attendee(
            number=number,
            code=codes[one.id],
            given=one.given_names,
            family=one.family_name,
            sex=one.sex,
            age_band=one.age_band,
            structure=one.organisation,
            village=one.village,
            role=roles.get(one.id, one.function),
            phone=one.phone,
            minor=is_minor(one, on),
        )
        for number, one in enumerate(there, 1)
    )


def _by_name(person: Person) -> tuple[str, str, str]:
    return folded(person.family_name or person.given_names), folded(person.given_names), person.id
