# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the sheets are filled from: one workshop, gathered; the sheets read nothing else."""

from dataclasses import dataclass, field
from datetime import date

from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.person import Sex
from forgeatelier.model.workshop.needs import Need
from forgeatelier.model.workshop.timetable import Timetable
from forgeatelier.model.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """One registered person as paper shows her; `number` is her line, `code` what her badge's QR code holds."""

    number: int
    code: str
    given: str = ""
    family: str = ""
    sex: Sex = Sex.UNSTATED
    age_band: str = ""
    structure: str = ""
    village: str = ""
    role: str = ""
    phone: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamName:
    """Someone of the team and her role (a code of the role list)."""

    name: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KitContent:
    """One workshop, gathered. `role` (a code of the role list) narrows the running order; empty for everyone."""

    workshop: Workshop
    protocol: Protocol
    timetable: Timetable
    people: tuple[Attendee, ...] = ()
    team: tuple[TeamName, ...] = ()
    host: str = ""
    contact: str = ""
    needs: tuple[Need, ...] = ()
    unlisted: tuple[str, ...] = ()
    language: str = "fr"
    role: str = ""
    photo_mark: bool = True
    made_on: date = field(default_factory=lambda: date.min)

    @property
    def expected(self) -> int:
        """How many people to prepare for."""
        return max(self.workshop.people_planned, len(self.people))

    @property
    def personal(self) -> bool:
        """Whether anyone is registered by name."""
        return bool(self.people)
