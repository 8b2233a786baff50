# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shortening steps so that a day ends in time: what may go goes first, nothing goes below its minimum."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.durations import minutes_of, shortest
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import Conditions, minute_of
from forgeatelier.model.workshop.timetable import Timetable, timetable

_TIERS = {Importance.OPTIONAL: 1, Importance.USEFUL: 2, Importance.ESSENTIAL: 3}


@dataclass(frozen=True, slots=True)
class Fit:
    """New whole minutes by entity id, only for steps that change; `won` minutes, and `missing` that cannot be won."""

    minutes: Mapping[str, int] = field(default_factory=dict)
    won: int = 0
    missing: int = 0


def tier(step: PlannedStep) -> int:
    """When a step gives minutes: buffers first (0), then what is optional, useful, essential (3)."""
    return 0 if step.form is Form.BUFFER else _TIERS[step.importance]


def over(found: Timetable) -> int:
    """How many minutes its days end too late, altogether."""
    ends = found.conditions.ends_at
    return sum(max(0, day.end - minute_of(ends)) for day in found.days) if ends else 0


def fit(steps: Iterable[PlannedStep], conditions: Conditions) -> Fit:
    """Lengths with which every day ends at `conditions.ends_at`, as near to it as minimums allow."""
    order = [step for step in steps if step.zone is Zone.DAY]
    before = over(timetable(order, conditions))
    if not before:
        return Fit()
    lengths: dict[str, int] = {}
    slack = {step.id: _slack(step, conditions) for step in order}
    for level in range(4):
        giving = [step for step in order if tier(step) == level and slack[step.id]]
        lengths = _spread(order, giving, slack, lengths, conditions)
    left = over(timetable(order, conditions, lengths=lengths))
    return Fit(lengths, before - left, left)


def _slack(step: PlannedStep, conditions: Conditions) -> int:
    length = minutes_of(step, conditions.people, conditions.teams)
    return length - shortest(step, length)


def _spread(
    order: Sequence[PlannedStep],
    giving: Sequence[PlannedStep],
    slack: Mapping[str, int],
    lengths: dict[str, int],
    conditions: Conditions,
) -> dict[str, int]:
    """The least that these steps must give, each its share."""
    whole = sum(slack[step.id] for step in giving)

    def shared(part: int) -> dict[str, int]:
        now = dict(lengths)
        for step in giving:
            if given := slack[step.id] * part // whole:
                now[step.id] = minutes_of(step, conditions.people, conditions.teams) - given
        return now

    low, high = 0, whole
    least = over(timetable(order, conditions, lengths=shared(whole))) if whole else 0
    while low < high:
        middle = (low + high) // 2
        if over(timetable(order, conditions, lengths=shared(middle))) <= least:
            high = middle
        else:
            low = middle + 1
    return shared(low) if whole else lengths
