# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What remains of the day laid on the clock from now on: real lengths behind, locks held where they still can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.blocks import blocks_of
from forgeatelier.model.workshop.durations import shortest
from forgeatelier.model.workshop.laying import Lengths, lay
from forgeatelier.model.workshop.live_clock import minute_on
from forgeatelier.model.workshop.live_step import LiveState, Standing, StepLive
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import DAY, Conditions, Slot, minute_of

_NIGHT = 6 * 60
_NOW = PlannedStep(id="now", step_id="now")


@dataclass(frozen=True, slots=True)
class Missed:
    """A locked time (minutes after midnight) that will not be held, by how many minutes; `ending` when it is an end."""

    step: PlannedStep
    at: int
    minutes: int
    ending: bool = False


@dataclass(frozen=True, slots=True)
class Rest:
    """What remains of a day: what runs, then what is to do, with the minute from which it is laid.

    `lengths` are minutes by entity id; for what runs, those that are left.
    """

    day: int
    base: int
    running: tuple[StepLive, ...]
    to_do: tuple[StepLive, ...]
    lengths: Mapping[str, int]
    opening: int
    conditions: Conditions

    @property
    def steps(self) -> tuple[StepLive, ...]:
        """Everything that remains, in order."""
        return (*self.running, *self.to_do)


@dataclass(frozen=True, slots=True)
class Ahead:
    """The rest of the day on the clock; `end` is when it will be over, `missed` which locks will not hold."""

    rest: Rest
    slots: tuple[Slot, ...]
    end: int
    missed: tuple[Missed, ...] = ()

    def slot(self, entity_id: str) -> Slot | None:
        """Where the step with this entity id will fall."""
        return next((one for one in self.slots if one.step.id == entity_id), None)


def worked(state: LiveState, one: StepLive, at: datetime) -> float:
    """How many seconds a step has taken by that moment, pauses and cuts left out."""
    since = (at - state.last).total_seconds() if state.last and one.counting else 0.0
    return max(0.0, one.worked + since)


def left(state: LiveState, one: StepLive, at: datetime) -> float:
    """How many seconds a running step has left, negative once it overruns."""
    return one.minutes * 60 - worked(state, one, at)


def current_day(state: LiveState) -> int:
    """The day one is at: that of what runs, else of what was last done while it has something left, else the next."""
    days = sorted({max(1, one.step.day) for one in state.steps if one.step.zone is Zone.DAY})
    running = [max(1, one.step.day) for one in state.running if one.step.zone is Zone.DAY]
    if running or not days:
        return max(running, default=1)
    begun = [one for one in state.steps if one.began and one.step.zone is Zone.DAY]
    if not begun:
        return days[0]
    at = max(1, max(begun, key=lambda one: (one.began, one.step.id)).step.day)
    return next((day for day in days if day >= at and to_do_of(state, day)), at)


def to_do_of(state: LiveState, day: int) -> tuple[StepLive, ...]:
    """The steps of a day that are still to do and were not passed over."""
    steps = state.of_day(day)
    by_id = {one.step.id: one for one in steps}
    blocks = [
        [[by_id[step.id] for step in lane] for lane in block]
        for block in blocks_of([one.step for one in steps])
    ]
    at = _reached(blocks)
    found: list[StepLive] = []
    for number, block in enumerate(blocks[at:] if at >= 0 else blocks):
        for lane in block:
            reached = [
                place for place, one in enumerate(lane) if one.began and one.standing is not Standing.TO_DO
            ]
            after = max(reached, default=-1) + 1 if not number and at >= 0 else 0
            running = [place for place, one in enumerate(lane) if one.standing is Standing.RUNNING]
            after = max(running) + 1 if running else after
            found += [one for one in lane[after:] if one.standing is Standing.TO_DO]
    return tuple(found)


def _reached(blocks: Sequence[Sequence[Sequence[StepLive]]]) -> int:
    """The number of the block one is at: where something runs, else the furthest that was done; -1 before any."""
    for standing in (Standing.RUNNING, Standing.DONE):
        found = [
            number
            for number, block in enumerate(blocks)
            if any(one.standing is standing for lane in block for one in lane)
        ]
        if found:
            return found[-1]
    return -1


def rest_of(state: LiveState, at: datetime) -> Rest:
    """What remains of the day one is at."""
    day = current_day(state)
    steps = state.of_day(day)
    running = tuple(one for one in steps if one.standing is Standing.RUNNING)
    to_do = to_do_of(state, day)
    minute = minute_on(state, day, at)
    base = round(minute)
    lengths = {one.step.id: one.minutes for one in to_do}
    for one in running:
        lengths[one.step.id] = max(0, round(minute + left(state, one, at) / 60) - base)
    if not any(one.began for one in steps):
        base = max(base, min((one.slot.start for one in to_do if one.slot), default=base))
    return Rest(day, base, running, to_do, lengths, state.starts.get(day, base), state.conditions)


def lay_rest(rest: Rest, lengths: Lengths | None = None) -> Ahead:
    """The rest of the day on the clock, with other lengths for some steps (by entity id)."""
    said = {**rest.lengths, **(lengths or {})}
    steps = [replace(one.step, starts_at=None, ends_at=None) for one in rest.running]
    for one in rest.to_do:
        step, minutes = _still_held(rest, one.step, said[one.step.id])
        steps.append(step)
        said[step.id] = minutes
    steps = [_NOW, *_gathered(rest, steps)]
    shift, start = divmod(rest.base, DAY)
    starts_at = time(start // 60, start % 60)
    laid = lay(rest.day, steps, replace(rest.conditions, starts_at=starts_at), {**said, "now": 0})
    whole = {one.step.id: one.step for one in rest.steps}
    slots = tuple(
        replace(slot, step=whole[slot.step.id], start=slot.start + shift * DAY, end=slot.end + shift * DAY)
        for slot in laid.slots
        if slot.step.id in whole
    )
    ahead = Ahead(rest, slots, laid.end + shift * DAY)
    return replace(ahead, missed=_missed(rest, slots))


def _gathered(rest: Rest, steps: Sequence[PlannedStep]) -> list[PlannedStep]:
    """What runs first, each lane in its own order."""
    running = {one.step.id for one in rest.running}
    return sorted(steps, key=lambda step: step.id not in running)


def lock_minute(opening: int, hour: time) -> int:
    """A locked time in minutes after the midnight of a day that begins at `opening`."""
    minute = minute_of(hour)
    return minute + DAY if opening - minute > _NIGHT else minute


def _still_held(rest: Rest, step: PlannedStep, minutes: int) -> tuple[PlannedStep, int]:
    """A lock whose time has gone by holds nothing any more."""
    if step.starts_at and lock_minute(rest.opening, step.starts_at) <= rest.base:
        step = replace(step, starts_at=None)
    if step.ends_at and lock_minute(rest.opening, step.ends_at) <= rest.base:
        return replace(step, ends_at=None), shortest(step, minutes)
    return step, minutes


def _missed(rest: Rest, slots: Sequence[Slot]) -> tuple[Missed, ...]:
    found: list[Missed] = []
    running = {one.step.id for one in rest.running}
    for slot in slots:
        if slot.step.starts_at and slot.step.id not in running:
            at = lock_minute(rest.opening, slot.step.starts_at)
            if slot.start > at:
                found.append(Missed(slot.step, at, slot.start - at))
        if slot.step.ends_at:
            at = lock_minute(rest.opening, slot.step.ends_at)
            if slot.end > at:
                found.append(Missed(slot.step, at, slot.end - at, ending=True))
    return tuple(found)


def absorbed(rest: Rest) -> Ahead:
    """The rest of the day when every buffer gives what lateness has reached it."""
    ahead = lay_rest(rest)
    lengths: dict[str, int] = {}
    for one in rest.to_do:
        slot = ahead.slot(one.step.id)
        if one.step.form is not Form.BUFFER or one.slot is None or slot is None or one.step.ends_at:
            continue
        late = slot.start - one.slot.start
        if late > 0:
            lengths[one.step.id] = max(shortest(one.step, one.minutes), one.minutes - late)
            ahead = lay_rest(rest, lengths)
    return ahead
