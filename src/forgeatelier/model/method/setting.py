# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small values a protocol is made of: for whom, with whom, how long, where, from where."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What people should already know."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Power(StrEnum):
    """Whether electricity is needed."""

    NONE = "none"
    USEFUL = "useful"
    REQUIRED = "required"


class Reading(StrEnum):
    """Who must be able to read and write: nobody, one or two in each team, or everyone."""

    NONE = "none"
    SOME = "some"
    REQUIRED = "required"


class Device(StrEnum):
    """What it cannot be run without; `NONE` says that someone made sure of it."""

    NONE = "none"
    PHONE = "phone"
    COMPUTER = "computer"
    PROJECTOR = "projector"
    CAMERA = "camera"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Someone who wrote the protocol, as they want to be named."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A work this one was made from, and what was changed."""

    title: str = ""
    author: str = ""
    source: str = ""
    licence: str = ""
    changes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The protocol this one translates; `language` is BCP 47."""

    id: str
    title: str = ""
    language: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A challenge of a call: the list and the code in it."""

    list: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """For whom; ages in years."""

    description: str = ""
    age_min: int | None = None
    age_max: int | None = None
    level: Level | None = None
    prerequisites: tuple[str, ...] = ()
    accessibility: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """How many people: fewest, best, most; in teams of; led by."""

    min: int = 0
    ideal: int = 0
    max: int = 0
    per_team: int = 0
    facilitators: int = 0
    participants_per_facilitator: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Minutes: the running order, preparing before, cleaning after, and waiting (drying, growing)."""

    total: int = 0
    preparation: int = 0
    cleanup: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What the place must offer."""

    surface_m2: int = 0
    shade: bool = False
    water: bool = False
    power: Power | None = None
    ventilation: bool = False
    tables: int = 0
    shelter: bool = False
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNeed:
    """Who is needed to run it; `role` is a code or a plain word."""

    role: str
    count: int = 1
    task: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationTask:
    """Something to do some days before."""

    task: str
    days_before: int = 0
    role: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture worth taking at a step (its id)."""

    step: str = ""
    subject: str
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Questions before and after, what to observe, how satisfaction is asked."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    observation: tuple[str, ...] = ()
    satisfaction: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """What happens after: when to come back, how to maintain, what next."""

    followup_days: int = 0
    maintenance: str = ""
    next_steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adaptation:
    """What to change in another context."""

    context: str
    adaptation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A work worth knowing."""

    title: str
    author: str = ""
    source: str = ""
    licence: str = ""
