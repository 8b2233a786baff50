# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gets a certificate under a stated rule of presence, and why the others do not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from forgeatelier.actions.reports_content import Gathering
from forgeatelier.exporting.reports.content import Certificate, CertificatesContent
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.method.step import Form
from forgeatelier.model.people.attendance import Presence
from forgeatelier.model.people.half_days import AFTERNOON, MORNING, half_days
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.person import Person
from forgeatelier.model.people.presence_rule import PresenceRule, kept
from forgeatelier.model.workshop.timetable import Timetable

_LUNCH_OVER = 13 * 60
_LEAST = 30
"""Minutes of work: less does not make a half-day to be counted."""


@dataclass(frozen=True, slots=True)
class WithoutCertificate:
    """Someone who gets none, and the reason in words; for the team's eyes only."""

    person_id: str
    name: str
    why: str


def read_percent(said: str) -> int:
    """A share of the half-days as people write it: 75, 75 %. Raises AtelierError outside 1 to 100."""
    number = said.strip().rstrip("%").strip()
    percent = int(number) if number.isascii() and number.isdigit() else 0
    if not 1 <= percent <= 100:
        raise AtelierError(
            _("« {said} » n’est pas une part de présence.").format(said=said),
            _("Écrire un nombre de 1 à 100, par exemple 75."),
        )
    return percent


def certificates_of(
    gathered: Gathering, percent: int
) -> tuple[CertificatesContent, tuple[WithoutCertificate, ...]]:
    """The certificates by family name, and those who get none."""
    people, content = gathered.people, gathered.content
    workshop, rule = content.workshop, PresenceRule(percent)
    work = work_by_half(content.timetable, workshop.starts_on)
    planned = tuple(half for half, minutes in work.items() if minutes >= _LEAST) or half_days(
        workshop.starts_on, workshop.ends_on, workshop.starts_at, workshop.ends_at
    )
    team = {one.person_id for one in people.team}
    noted: dict[str, set[str]] = {}
    stood: dict[str, set[Presence]] = {}
    for one in people.attendance:
        noted.setdefault(one.person_id, set()).update(one.half_days)
        stood.setdefault(one.person_id, set()).add(one.presence)
    given, without = [], []
    for person in sorted((people.everyone[key] for key in noted if key in people.everyone), key=_by_name):
        found = kept(rule, planned, noted[person.id])
        why = _why_not(person, stood[person.id], noted[person.id], planned, in_team=person.id in team)
        if not why and not found.fulfils:
            why = ngettext(
                "{n} demi-journée sur {planned} ; la règle en demande {needed}",
                "{n} demi-journées sur {planned} ; la règle en demande {needed}",
                len(found.attended),
            ).format(n=len(found.attended), planned=found.planned, needed=found.needed)
        if why:
            without.append(WithoutCertificate(person.id, person.heading or _("sans nom"), why))
        else:
            given.append(
                Certificate(
                    name=person.heading,
                    half_days=len(found.attended),
                    planned=found.planned,
                    minutes=sum(work.get(half, 0) for half in found.attended),
                )
            )
    return CertificatesContent(percent=percent, certificates=tuple(given)), tuple(without)


def _why_not(
    person: Person, stood: set[Presence], noted: set[str], planned: tuple[str, ...], *, in_team: bool
) -> str:
    """What stands in the way before any counting; empty when nothing does."""
    if not person.heading or person.anonymised_on is not None:
        return _("n’a plus de nom dans la bibliothèque")
    if in_team:
        return _("fait partie de l’équipe")
    if not planned:
        return _("l’atelier n’a pas de date : aucune demi-journée à compter")
    if not noted:
        absent = not stood & {Presence.PRESENT, Presence.DROPPED}
        return _("n’est pas venue ou venu") if absent else _("ses demi-journées ne sont pas notées")
    return ""


def work_by_half(table: Timetable, first: date | None) -> Mapping[str, int]:
    """Planned minutes of work by half-day, breaks left out; steps side by side count once."""
    found: dict[str, int] = {}
    for plan in table.days:
        if plan.on is None or first is None:
            continue
        busy = {
            minute
            for slot in plan.slots
            if slot.step.form not in (Form.BREAK, Form.BUFFER)
            for minute in range(slot.start, slot.end)
        }
        morning = sum(minute < _LUNCH_OVER for minute in busy)
        for half, minutes in ((MORNING, morning), (AFTERNOON, len(busy) - morning)):
            if minutes:
                found[f"{plan.on.isoformat()}/{half}"] = minutes
    return found


def _by_name(person: Person) -> tuple[str, str, str]:
    return folded(person.family_name or person.given_names), folded(person.given_names), person.id
