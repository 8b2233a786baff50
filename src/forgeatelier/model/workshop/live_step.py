# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the live state is made of: where each step stands, where each day should end, and what the clock did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from enum import StrEnum

from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import Conditions, Slot


class Standing(StrEnum):
    """Where a step stands."""

    TO_DO = "to-do"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class StepLive:
    """A step as it really goes.

    `minutes` is how long it may take as agreed by now (`planned`: as planned), `worked` how many seconds it took up
    to the last event; `slot` is where it should stand on the clock as agreed last (none before and after the days).
    """

    step: PlannedStep
    standing: Standing
    minutes: int
    planned: int
    slot: Slot | None = None
    began: datetime | None = None
    ended: datetime | None = None
    worked: float = 0.0
    paused: bool = False
    plan_b: Trouble | None = None

    @property
    def counting(self) -> bool:
        """Whether its time is passing."""
        return self.standing is Standing.RUNNING and not self.paused


@dataclass(frozen=True, slots=True)
class Jump:
    """The clock of the computer moved by so many minutes (negative: backwards) just after this moment."""

    after: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class LiveState:
    """All that the events say, for the console and the projector alike.

    `ends` holds the agreed end of each day in minutes after its midnight, `dates` on which date each day really is.
    `last` is when something last happened; `skew` how many minutes to add to a clock that went backwards.
    """

    steps: tuple[StepLive, ...]
    conditions: Conditions
    first_day: date | None = None
    zone: tzinfo | None = None
    dates: Mapping[int, date] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)
    ends: Mapping[int, int] = field(default_factory=dict)
    paused: bool = False
    closed: bool = False
    first: datetime | None = None
    last: datetime | None = None
    skew: int = 0
    jumps: tuple[Jump, ...] = ()
    without: frozenset[Trouble] = frozenset()

    @property
    def begun(self) -> bool:
        """Whether a step has ever begun."""
        return any(one.began for one in self.steps)

    @property
    def running(self) -> tuple[StepLive, ...]:
        """The steps under way: one, or one for each lane."""
        return tuple(one for one in self.steps if one.standing is Standing.RUNNING)

    def find(self, step_id: str) -> StepLive | None:
        """The step filed under this step id."""
        return next((one for one in self.steps if one.step.step_id == step_id), None)

    def of_day(self, day: int) -> tuple[StepLive, ...]:
        """The steps of one day, in order."""
        return tuple(one for one in self.steps if one.step.zone is Zone.DAY and max(1, one.step.day) == day)


def side_by_side(one: PlannedStep, other: PlannedStep) -> bool:
    """Whether two steps stand in different lanes of the same fork and may run together."""
    return bool(one.fork) and one.fork == other.fork and one.day == other.day and one.lane != other.lane
