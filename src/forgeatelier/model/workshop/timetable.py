# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The timetable of a plan: every step on the clock, the totals of each day, and what cannot be held."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.blocks import by_place, day_of_step
from forgeatelier.model.workshop.clashes import conflicts_of
from forgeatelier.model.workshop.conflicts import Conflict
from forgeatelier.model.workshop.day_words import long_stretch
from forgeatelier.model.workshop.laying import Laid, Lengths, lay
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import Conditions, Slot, clock, conditions_of

__all__ = ["Conditions", "DayPlan", "Slot", "Timetable", "clock", "conditions_of", "timetable"]

LONG_STRETCH = 90
"""Minutes in a row that people sit through without a break before one is warned."""

_RESTFUL = 10
"""A free gap of as many minutes is a break."""


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day: its slots and how its minutes are shared, along the longest lane where there are several.

    `work` + `breaks` + `buffers` + `gaps` = `end` - `start`; `stretch` is the longest run without a break,
    which begins at `stretch_from`.
    """

    day: int
    on: date | None
    slots: tuple[Slot, ...]
    start: int
    end: int
    work: int
    breaks: int
    buffers: int
    gaps: int
    stretch: int
    stretch_from: int

    @property
    def breathing(self) -> int:
        """Minutes that are nobody's: breaks, buffers and gaps."""
        return self.breaks + self.buffers + self.gaps


@dataclass(frozen=True, slots=True)
class Timetable:
    """The days, what comes before and after them, and what cannot be held as planned."""

    days: tuple[DayPlan, ...]
    before: tuple[PlannedStep, ...]
    after: tuple[PlannedStep, ...]
    conflicts: tuple[Conflict, ...]
    conditions: Conditions

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot, day after day."""
        return tuple(slot for day in self.days for slot in day.slots)

    def slot(self, step_id: str) -> Slot | None:
        """Where the step filed under this step id falls, if it is on the clock."""
        return next((s for day in self.days for s in day.slots if s.step.step_id == step_id), None)

    @property
    def breathing(self) -> int:
        """Breaks, buffers and gaps of all days."""
        return sum(day.breathing for day in self.days)

    @property
    def end(self) -> int:
        """When the last day ends, in minutes after its midnight; 0 without any step."""
        return self.days[-1].end if self.days else 0


def timetable(
    steps: Iterable[PlannedStep],
    conditions: Conditions,
    first_day: date | None = None,
    lengths: Lengths | None = None,
) -> Timetable:
    """The steps on the clock under these conditions; `lengths` tries other minutes for some (by entity id)."""
    placed = by_place(steps)
    days: dict[int, list[PlannedStep]] = {}
    for step in placed:
        if step.zone is Zone.DAY:
            days.setdefault(day_of_step(step), []).append(step)
    laid = [
        (lay(day, group, conditions, lengths or {}), group, _dated(first_day, day))
        for day, group in days.items()
    ]
    plans = tuple(_day_plan(one, on) for one, _group, on in laid)
    return Timetable(
        plans,
        tuple(step for step in placed if step.zone is Zone.BEFORE),
        tuple(step for step in placed if step.zone is Zone.AFTER),
        (*conflicts_of(laid, conditions), *_stretches(plans)),
        conditions,
    )


def _stretches(days: Iterable[DayPlan]) -> Iterator[Conflict]:
    for day in days:
        if found := long_stretch(day.stretch, day.stretch_from, LONG_STRETCH, day.day):
            yield found


def _day_plan(laid: Laid, on: date | None) -> DayPlan:
    counted = {Form.BREAK: 0, Form.BUFFER: 0}
    work = gaps = 0
    clock_at = laid.start
    for block in laid.blocks:
        longest = max(block, key=lambda lane: lane[-1].end)
        gaps += block[0][0].start - clock_at
        clock_at = longest[-1].end
        for at, slot in enumerate(longest):
            gaps += slot.gap if at else longest[0].start - block[0][0].start
            if slot.step.form in counted:
                counted[slot.step.form] += slot.minutes
            else:
                work += slot.minutes
    stretch, since = _stretch(laid.blocks)
    return DayPlan(
        laid.day,
        on,
        tuple(laid.slots),
        laid.start,
        laid.end,
        work,
        counted[Form.BREAK],
        counted[Form.BUFFER],
        gaps,
        stretch,
        since,
    )


def _dated(first_day: date | None, day: int) -> date | None:
    try:
        return first_day + timedelta(days=day - 1) if first_day else None
    except OverflowError:
        return None


def _stretch(blocks: Sequence[Sequence[Sequence[Slot]]]) -> tuple[int, int]:
    """The longest run without a break and its beginning, for whoever sits in the worst lanes."""
    longest, since = 0, 0
    running: int | None = None
    for block in blocks:
        end = max(lane[-1].end for lane in block)
        left: list[int] = []
        for lane in block:
            begun = running
            for slot in lane:
                if slot.gap >= _RESTFUL:
                    begun = None
                if slot.step.form is Form.BREAK and slot.minutes:
                    begun = None
                    continue
                begun = slot.start if begun is None else begun
                if slot.end - begun > longest:
                    longest, since = slot.end - begun, begun
            if begun is not None and end - lane[-1].end < _RESTFUL:
                left.append(begun)
        running = min(left) if left else None
    return longest, since
