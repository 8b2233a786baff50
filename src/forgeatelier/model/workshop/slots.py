# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a timetable is made of: the conditions it is computed for, and where a step falls."""

from dataclasses import dataclass
from datetime import time

from forgeatelier.model.method.material import teams_for
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.workshop import Workshop

DAY = 24 * 60
"""Minutes of a day."""

_NIGHT = 6 * 60


@dataclass(frozen=True, slots=True)
class Conditions:
    """For how many people in how many groups, from when to when, and without what."""

    people: int
    teams: int
    starts_at: time
    ends_at: time | None = None
    without: frozenset[Trouble] = frozenset()


@dataclass(frozen=True, slots=True)
class Slot:
    """A step on the clock, in minutes after its day's midnight (1440 and more: the night after).

    `gap` is how many minutes are free just before it.
    """

    step: PlannedStep
    day: int
    start: int
    end: int
    gap: int = 0

    @property
    def minutes(self) -> int:
        """How long it is, as the clock and its locks make it."""
        return self.end - self.start


def clock(minutes: int) -> str:
    """Minutes after midnight as « 09:35 »; the night after begins again at 00:00."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def minute_of(moment: time) -> int:
    """A time of day as minutes after midnight."""
    return moment.hour * 60 + moment.minute


def of_this_day(moment: int, begins: int) -> int:
    """An hour long before the day begins is one of the night that follows it, whatever comes before it."""
    return moment + DAY if begins - moment > _NIGHT else moment


def wished_end(conditions: Conditions, begins: int) -> int | None:
    """When a day that begins at this minute should end; after midnight for an evening; None when nobody said."""
    return (
        of_this_day(minute_of(conditions.ends_at) or DAY, begins) if conditions.ends_at is not None else None
    )


def team_size_of(workshop: Workshop) -> int:
    """How many people make a group here: as the workshop says, else as its protocol does, else 0."""
    said = workshop.protocol.group.per_team if workshop.protocol else 0
    return workshop.team_size or said


def conditions_of(workshop: Workshop) -> Conditions:
    """The conditions a workshop is now planned for."""
    people = max(0, workshop.people_planned)
    return Conditions(
        people,
        teams_for(people, team_size_of(workshop)),
        workshop.starts_at,
        workshop.ends_at,
        frozenset(workshop.without),
    )
