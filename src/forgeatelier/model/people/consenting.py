# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the consents of people allow, as pure functions over values."""

from collections.abc import Iterable
from datetime import date

from forgeatelier.model.people.consent import Answer, Consent, Matter, Use
from forgeatelier.model.people.credit import Credit
from forgeatelier.model.people.person import CreditMode, Person, is_minor

_CLOSED = (Answer.REFUSED, Answer.WITHDRAWN)


def consents_to(
    person: Person, consents: Iterable[Consent], matter: Matter, use: Use, workshop_id: str, on: date
) -> bool:
    """Whether a live consent of this person covers the use; one refusal or withdrawal closes it.

    Consents given for this workshop or for no workshop in particular count. A minor's needs a guardian.
    """
    said = [
        c
        for c in consents
        if c.person_id == person.id and c.matter is matter and c.workshop_id in ("", workshop_id)
    ]
    if any(c.answer(use) in _CLOSED for c in said):
        return False
    minor = is_minor(person, on)
    return any(c.is_live(use, on, minor=minor) for c in said)


def credit_of(
    person: Person, role: str, consents: Iterable[Consent], workshop_id: str, on: date
) -> Credit | None:
    """The credit line a person agreed to; without a name when she wants none; None when she wants no credit at all."""
    if person.credit_mode is CreditMode.NONE:
        return None
    if person.anonymised_on is not None or not consents_to(
        person, consents, Matter.CREDIT, Use.OPEN, workshop_id, on
    ):
        return Credit(role)
    if person.credit_mode is CreditMode.NAME:
        return Credit(role, person.credit_name or person.heading)
    if person.credit_mode is CreditMode.PSEUDONYM:
        return Credit(role, person.credit_name)
    return Credit(role)
