# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""People: from an understood list to persons, presences and consents; and what one may say of them later."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from forgeatelier.actions.people_lists.kinds import Consented, Half, Mark, Subject
from forgeatelier.actions.people_lists.kinds import Use as ListUse
from forgeatelier.actions.people_lists.understood import Consent as ListConsent
from forgeatelier.actions.people_lists.understood import HalfDay, UnderstoodRow
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter, Use
from forgeatelier.model.people.name_guard import digits, folded
from forgeatelier.model.people.person import CreditMode, Person, Sex
from forgeatelier.model.workshop.workshop import Workshop

_PHONE = 8
"""Figures of a telephone that count, whatever stands before them."""

_MATTERS = {Subject.IMAGE: Matter.IMAGE, Subject.VOICE: Matter.VOICE, Subject.DATA: Matter.DATA}
_USES = {
    ListUse.INTERNE: Use.INTERNAL,
    ListUse.BAILLEUR: Use.DONOR,
    ListUse.PUBLICATION: Use.OPEN,
    ListUse.PRESSE: Use.PRESS,
    ListUse.RESEAUX: Use.NETWORKS,
}
_ANSWERS = {Consented.GRANTED: Answer.GRANTED, Consented.REFUSED: Answer.REFUSED}


def add_people(workshop: Workshop, rows: Iterable[UnderstoodRow], *, given_on: date | None = None) -> Change:
    """Persons, their presence at the workshop and what they agreed to, as the list said and nothing more.

    Raises AtelierError when there is nobody.
    """
    people = tuple(rows)
    if not people:
        raise AtelierError(_("Il n’y a personne à ajouter."), _("Choisir au moins une ligne de la liste."))
    day = given_on or workshop.starts_on
    made = tuple(entity for row in people for entity in from_row(workshop, row, day))
    title = ngettext("Ajouter une personne", "Ajouter {count} personnes", len(people))
    return Change(title.format(count=len(people)), after=made)


def newcomers(rows: Iterable[UnderstoodRow], there: Iterable[Person]) -> tuple[UnderstoodRow, ...]:
    """The people of a list who are not there yet: a list read twice must not count anyone twice.

    A person stands for one line only, so that two people of one name on a list are two people.
    """
    waiting = list(there)
    new = []
    for row in rows:
        known = next((person for person in waiting if is_same_person(row, person)), None)
        if known is None:
            new.append(row)
        else:
            waiting.remove(known)
    return tuple(new)


def is_same_person(row: UnderstoodRow, person: Person, *, order: bool = True) -> bool:
    """The same name (in whatever order, unless `order` counts), and nothing else that both say and say differently."""
    if order and folded(f"{row.family_name} {row.given_names}") != folded(
        f"{person.family_name} {person.given_names}"
    ):
        return False
    said = person_of(row)
    return all(
        mine == theirs or not mine or not theirs
        for mine, theirs in (
            (said.birth_year, person.birth_year),
            (said.age_band, person.age_band),
            (digits(said.phone)[-_PHONE:], digits(person.phone)[-_PHONE:]),
        )
    )


def from_row(
    workshop: Workshop, row: UnderstoodRow, given_on: date | None, known: Person | None = None
) -> list[Entity]:
    """A person of a list, her presence and what she agreed to; `known` when she is in the directory already."""
    person = known or person_of(row)
    return [
        *(() if known else (person,)),
        _presence(workshop, person, row),
        *(c for said in row.consents for c in _consents(workshop, person, said, given_on)),
    ]


def person_of(row: UnderstoodRow) -> Person:
    """The person that a line of a list tells of."""
    return Person(
        family_name=tidy_line(row.family_name),
        given_names=tidy_line(row.given_names),
        sex=Sex(row.sex.value),
        birth_year=row.birth_year,
        age_band=row.age_band.value if row.age_band else "",
        organisation=tidy_line(row.organisation),
        village=tidy_line(row.village),
        function=tidy_line(row.role),
        phone=tidy_line(row.phone_e164 or row.phone),
        email=tidy_line(row.email),
    )


def _presence(workshop: Workshop, person: Person, row: UnderstoodRow) -> Attendance:
    there = half_days_of(workshop, row)
    if there:
        presence = Presence.PRESENT
    elif any(p.mark is Mark.ABSENT for p in row.presence):
        presence = Presence.ABSENT
    else:
        presence = Presence.REGISTERED
    return Attendance(workshop_id=workshop.id, person_id=person.id, presence=presence, half_days=there)


def half_days_of(workshop: Workshop, row: UnderstoodRow) -> tuple[str, ...]:
    """The half-days at which a list says that someone was there."""
    there = (_half_day(p.half_day, workshop) for p in row.presence if p.mark is Mark.PRESENT)
    return tuple(dict.fromkeys(there))


def _half_day(said: HalfDay, workshop: Workshop) -> str:
    day = said.on
    if day is None and workshop.starts_on is not None:
        # « Jour 2 » is the day after the first, whether or not the workshop was planned that long.
        day = workshop.starts_on + timedelta(days=max(0, (said.day or 1) - 1))
    half = {Half.MORNING: "am", Half.AFTERNOON: "pm"}.get(said.half, "day") if said.half else "day"
    return f"{day.isoformat() if day else said.label}/{half}"


def _consents(
    workshop: Workshop, person: Person, said: ListConsent, given_on: date | None
) -> Iterable[Consent]:
    answers = {_USES[use]: _ANSWERS[answer] for use, answer in said.uses.items() if answer in _ANSWERS}
    if not answers or said.subject not in _MATTERS:
        return
    yield Consent(
        person_id=person.id,
        workshop_id=workshop.id,
        matter=_MATTERS[said.subject],
        mode=ConsentMode.UNSTATED,
        given_on=given_on,
        as_said=tidy_line(f"{said.column} : {said.raw}"),
    ).answering(answers)


def add_person(workshop: Workshop | None, person: Person) -> Change:
    """One person, present at the workshop when there is one. Raises AtelierError when she has no name at all."""
    if not person.heading:
        raise AtelierError(_("Cette personne n’a pas de nom."), _("Écrire au moins un prénom."))
    there = (
        ()
        if workshop is None
        else (Attendance(workshop_id=workshop.id, person_id=person.id, presence=Presence.PRESENT),)
    )
    return Change(_("Ajouter une personne"), after=(person, *there))


def join_team(workshop: Workshop, person: Person, role: str) -> Change:
    """Give a person a role (a code of the role list) in the workshop's team."""
    return Change(
        _("Rejoindre l’équipe"), after=(TeamMember(workshop_id=workshop.id, person_id=person.id, role=role),)
    )


def give_consent(consent: Consent) -> Change:
    """Note a consent. Raises AtelierError when nobody or no day is named: it could not be proved."""
    if not consent.person_id or consent.given_on is None:
        raise AtelierError(
            _("Un accord doit nommer une personne et un jour."), _("Compléter, puis recommencer.")
        )
    return Change(_("Noter un accord"), after=(consent,))


def withdraw_consent(consent: Consent, on: date) -> Change:
    """Take back every use that was granted, from that day on."""
    taken = {use: Answer.WITHDRAWN for use in Use if consent.answer(use) is Answer.GRANTED}
    after = replace(consent.answering(taken), withdrawn_on=on)
    return Change(_("Retirer un accord"), (consent,), (after,))


def credit_as(before: Person, mode: CreditMode, name: str = "") -> Change:
    """How a person wants to appear among the credits."""
    return Change(
        _("Changer un crédit"), (before,), (replace(before, credit_mode=mode, credit_name=tidy_line(name)),)
    )
