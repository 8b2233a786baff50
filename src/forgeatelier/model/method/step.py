# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One step of the running order."""

from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.model.method.hazard import Severity


class Form(StrEnum):
    """How people sit and work during a step; the eight kinds that have a colour, a letter and a hatch."""

    PLENARY = "plenary"
    PAIRS = "pairs"
    GROUPS = "groups"
    INDIVIDUAL = "individual"
    DEMONSTRATION = "demonstration"
    MAKING = "making"
    BREAK = "break"
    BUFFER = "buffer"


class Importance(StrEnum):
    """What may be shortened first when the day runs late."""

    ESSENTIAL = "essential"
    USEFUL = "useful"
    OPTIONAL = "optional"


class Trouble(StrEnum):
    """What a plan B answers."""

    NO_POWER = "no-power"
    NO_PROJECTOR = "no-projector"
    RAIN = "rain"
    LATE = "late"
    FEWER_PEOPLE = "fewer-people"
    MORE_PEOPLE = "more-people"
    MISSING_MATERIAL = "missing-material"
    NON_READERS = "non-readers"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanB:
    """What to do instead."""

    trouble: Trouble
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`minutes` is planned, `minutes_min` the shortest workable (0: not said); `id` is unique in its protocol."""

    id: str
    phase: str
    title: str
    minutes: int
    form: Form
    minutes_min: int = 0
    per_person_seconds: int = 0
    per_team_seconds: int = 0
    importance: Importance = Importance.ESSENTIAL
    instruction: str = ""
    facilitator: str = ""
    participants: str = ""
    supports: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    output: str = ""
    tips: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    plan_b: tuple[PlanB, ...] = ()
    power: bool = False
    risk: Severity = Severity.NONE
    safety_note: str = ""
