# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who was there, by name or by count: both must yield the same totals."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PERSONAL, TEAM, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.person import Sex


class Presence(StrEnum):
    """Where a person stands with a workshop."""

    REGISTERED = "registered"
    PRESENT = "present"
    ABSENT = "absent"
    DROPPED = "dropped"


@entity("attendance", marked("Présence"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Entity):
    """One person at one workshop; half-days are written `2026-03-12/am` and `2026-03-12/pm`."""

    workshop_id: Annotated[str, PERSONAL, Refers("workshop")] = ""
    person_id: Annotated[str, PERSONAL, Refers("person")] = ""
    presence: Annotated[Presence, PERSONAL, Label(marked("Présence"))] = Presence.REGISTERED
    half_days: Annotated[tuple[str, ...], PERSONAL, UNSEARCHED, Label(marked("Demi-journées"))] = ()
    signature: Annotated[str, PERSONAL, UNSEARCHED, Label(marked("Émargement numérisé"))] = ""


@entity("team_member", marked("Membre de l’équipe"))
@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember(Entity):
    """One person in one role (a code of the role list) at one workshop."""

    workshop_id: Annotated[str, PERSONAL, Refers("workshop")] = ""
    person_id: Annotated[str, PERSONAL, Refers("person")] = ""
    role: Annotated[str, PERSONAL, UNSEARCHED, Label(marked("Rôle"))] = ""


@dataclass(frozen=True, slots=True)
class CountCell:
    """How many people of one sex and one age band (a code of the age-band list, or empty)."""

    sex: Sex = Sex.UNSTATED
    age_band: str = ""
    number: int = 0


@entity("head_count", marked("Comptage"))
@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount(Entity):
    """People counted without names at one workshop; the cells mean something only together.

    Everyone in the room is counted, those whose names are known too, unless the count stands `beside` the names.
    """

    workshop_id: Annotated[str, TEAM, Refers("workshop")] = ""
    half_day: Annotated[str, TEAM, UNSEARCHED, Label(marked("Demi-journée"))] = ""
    cells: Annotated[tuple[CountCell, ...], TEAM, UNSEARCHED, Label(marked("Effectifs"))] = ()
    beside: Annotated[bool, TEAM, Label(marked("En plus des personnes nommées"))] = False
