# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the people of a workshop agreed to: which pictures may be shown, who is named, and how many there were."""

from dataclasses import dataclass
from datetime import date

from forgeatelier.model.commons.finding import Doubt
from forgeatelier.model.people.attendance import Attendance, HeadCount, TeamMember
from forgeatelier.model.people.consent import Consent, Matter, Use
from forgeatelier.model.people.consenting import consents_to, credit_of
from forgeatelier.model.people.credit import Credit
from forgeatelier.model.people.figures import Figures, for_the_public
from forgeatelier.model.people.person import Person, is_minor
from forgeatelier.model.people.turnout import overall
from forgeatelier.model.workshop.capture import Capture, CaptureKind, Recognisable
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


@dataclass(frozen=True, slots=True)
class People:
    """The people of a workshop, seen only to ask what they agreed to."""

    everyone: dict[str, Person]
    consents: tuple[Consent, ...]
    attendance: tuple[Attendance, ...]
    team: tuple[TeamMember, ...]
    on: date
    workshop_id: str

    @property
    def present(self) -> tuple[Person, ...]:
        """Those who took part or were in the team."""
        ids = {a.person_id for a in self.attendance} | {m.person_id for m in self.team}
        return tuple(p for key, p in self.everyone.items() if key in ids)

    def allows(self, person_id: str, matter: Matter, use: Use = Use.OPEN) -> bool:
        """Whether a person agreed to this use of her picture, voice or name: an open publication, unless said."""
        person = self.everyone.get(person_id)
        return person is not None and consents_to(
            person, self.consents, matter, use, self.workshop_id, self.on
        )


def people_of(library: Library, workshop_id: str, on: date) -> People:
    """The people of a workshop and their answers as they stand on a day."""
    return People(
        {person.id: person for person in library.all(Person)},
        library.all(Consent),
        library.all(Attendance, workshop_id=workshop_id),
        library.all(TeamMember, workshop_id=workshop_id),
        on,
        workshop_id,
    )


def doubt_on(capture: Capture, faces: tuple[str, ...], people: People, use: Use = Use.OPEN) -> Doubt | None:
    """Why a retained capture may not be shown in an open publication, or for another use; None when it may."""
    if (
        capture.kind not in (CaptureKind.PHOTO, CaptureKind.AUDIO, CaptureKind.FILE)
        or capture.recognisable is Recognisable.NOBODY
    ):
        return None
    if capture.recognisable is Recognisable.UNKNOWN or not faces:
        return Doubt(capture_id=capture.id, heading=capture.heading, reason="unknown")
    matter = Matter.VOICE if capture.kind is CaptureKind.AUDIO else Matter.IMAGE
    missing = [face for face in faces if not people.allows(face, matter, use)]
    if not missing:
        return None
    minor = any(face in people.everyone and is_minor(people.everyone[face], people.on) for face in missing)
    return Doubt(capture_id=capture.id, heading=capture.heading, reason="minor" if minor else "person")


def figures_of(library: Library, people: People) -> Figures | None:
    """How many took part, as coarse as the public may know it; None when nobody was counted.

    Names and head counts lead to the same figures and nobody is counted twice; ages are those of the first day.
    """
    workshop = library.get(Workshop, people.workshop_id)
    day = (workshop.starts_on if workshop else None) or people.on
    counts = library.all(HeadCount, workshop_id=people.workshop_id)
    seen = overall(people.everyone, people.attendance, counts, day)
    return for_the_public(seen.figures) if seen.cells else None


def thanks_of(people: People) -> tuple[tuple[Credit, ...], int, tuple[str, ...]]:
    """The names of the team as each wished, how many stay without a name, and the ids of those named."""
    lines: list[tuple[Credit, str]] = []
    for member in people.team:
        person = people.everyone.get(member.person_id)
        credit = (
            credit_of(person, member.role, people.consents, people.workshop_id, people.on) if person else None
        )
        if credit is not None:
            lines.append((credit, member.person_id))
    named = sorted({(c.role, c.name) for c, _who in lines if c.name})
    anonymous = len({who for c, who in lines if not c.name})
    return (
        tuple(Credit(role, name) for role, name in named),
        anonymous,
        tuple(who for c, who in lines if c.name),
    )
