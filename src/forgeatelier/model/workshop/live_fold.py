# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From events to the live state: each one applied to what the ones before it left."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Any

from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.blocks import in_order
from forgeatelier.model.workshop.durations import LONGEST, minutes_of, shortest
from forgeatelier.model.workshop.live_ahead import lay_rest, lock_minute, rest_of
from forgeatelier.model.workshop.live_clock import FAR, aware, minute_on, nearest_date
from forgeatelier.model.workshop.live_event import LiveEvent, LiveKind
from forgeatelier.model.workshop.live_step import Jump, LiveState, Standing, StepLive, side_by_side
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import Conditions
from forgeatelier.model.workshop.timetable import timetable


def in_time(events: Iterable[LiveEvent]) -> list[LiveEvent]:
    """The events by moment, each once; two laptops that merged them either way read the same story."""
    timed = {one.id: one for one in events if one.moment is not None}
    return sorted(timed.values(), key=lambda one: (aware(one.moment or datetime.min), one.id))


def live_state(
    steps: Sequence[PlannedStep],
    conditions: Conditions,
    events: Iterable[LiveEvent],
    first_day: date | None = None,
    zone: tzinfo | None = None,
) -> LiveState:
    """The live state of a plan after these events, in whatever order they come; `zone` None is the computer's."""
    state = _planned(steps, conditions, first_day, zone)
    for event in in_time(events):
        state = _after(state, event)
    return state


def _planned(
    steps: Sequence[PlannedStep], conditions: Conditions, first_day: date | None, zone: tzinfo | None
) -> LiveState:
    table = timetable(steps, conditions, first_day)
    slots = {slot.step.id: slot for slot in table.slots}
    made = []
    for step in in_order(steps):
        slot = slots.get(step.id)
        length = slot.minutes if slot else minutes_of(step, conditions.people, conditions.teams)
        made.append(StepLive(step, Standing.TO_DO, length, length, slot))
    return LiveState(
        tuple(made),
        conditions,
        first_day,
        zone,
        starts={day.day: day.start for day in table.days},
        ends={day.day: day.end for day in table.days},
        without=conditions.without,
    )


def _after(state: LiveState, event: LiveEvent) -> LiveState:
    moment = aware(event.moment or datetime.min)
    gap = moment - state.last if state.last else timedelta()
    jumps, passed = state.jumps, gap.total_seconds()
    if gap > FAR and any(one.counting for one in state.steps) and state.last:
        jumps, passed = (*jumps, Jump(state.last, gap // timedelta(minutes=1))), 0.0
    steps = tuple(
        replace(one, worked=one.worked + passed) if passed and one.counting else one for one in state.steps
    )
    first = moment if state.first is None else state.first
    state = replace(state, steps=steps, jumps=jumps, first=first, last=moment)
    if event.kind is LiveKind.RECOVERED:
        return _recovered(state, event, gap)
    told = _TOLD.get(event.kind)
    return told(state, event, moment) if told else state


def _changed(state: LiveState, made: StepLive) -> LiveState:
    return replace(state, steps=tuple(made if one.step.id == made.step.id else one for one in state.steps))


def _stopped(one: StepLive, moment: datetime) -> StepLive:
    return replace(one, standing=Standing.DONE, ended=moment, paused=False)


def _run(state: LiveState, one: StepLive, moment: datetime) -> LiveState:
    """The state with this step running: those it does not stand beside end, and nothing is paused any more."""
    first = one.began is None
    one = replace(one, standing=Standing.RUNNING, began=one.began or moment, ended=None, paused=False)
    if first and one.step.zone is Zone.DAY:
        day = max(1, one.step.day)
        state = replace(state, dates={**state.dates, day: nearest_date(state, day, moment)})
        one = replace(one, minutes=_length_from(state, one, minute_on(state, day, moment)))
    steps = []
    for other in state.steps:
        if other.step.id == one.step.id:
            steps.append(one)
        elif other.standing is Standing.RUNNING and not side_by_side(other.step, one.step):
            steps.append(_stopped(other, moment))
        else:
            steps.append(replace(other, paused=False) if state.paused and other.paused else other)
    return replace(state, steps=tuple(steps), paused=False, closed=False)


def _length_from(state: LiveState, one: StepLive, minute: float) -> int:
    """How long a step may take that begins now: its locked end stays, and a buffer gives what one is late."""
    if one.slot is None or minute <= one.slot.start:
        return one.minutes
    least = shortest(one.step, one.minutes)
    if one.step.ends_at:
        opening = state.starts.get(max(1, one.step.day), 0)
        return min(one.minutes, max(least, round(lock_minute(opening, one.step.ends_at) - minute)))
    if one.step.form is Form.BUFFER:
        return max(least, one.minutes - round(minute - one.slot.start))
    return one.minutes


def _begun(state: LiveState, event: LiveEvent, moment: datetime) -> LiveState:
    one = state.find(event.step_id)
    if one is None or (one.standing is Standing.RUNNING and not one.paused):
        return state
    return _run(state, one, moment)


def _ended(state: LiveState, event: LiveEvent, moment: datetime) -> LiveState:
    one = state.find(event.step_id)
    if one is None or one.standing is not Standing.RUNNING:
        return state
    return _changed(state, _stopped(one, moment))


def _skipped(state: LiveState, event: LiveEvent, moment: datetime) -> LiveState:
    one = state.find(event.step_id)
    if one is None:
        return state
    ended = moment if one.standing is Standing.RUNNING else one.ended
    return _changed(state, replace(one, standing=Standing.SKIPPED, ended=ended, paused=False))


def _reopened(state: LiveState, event: LiveEvent, moment: datetime) -> LiveState:
    one = state.find(event.step_id)
    if one is None or one.standing is Standing.RUNNING:
        return state
    if one.began is None:
        minutes = one.minutes or one.planned
        return _changed(state, replace(one, standing=Standing.TO_DO, minutes=minutes))
    return _run(state, one, moment)


def _time_added(state: LiveState, event: LiveEvent, _moment: datetime) -> LiveState:
    for one in state.steps:
        concerned = one.step.step_id == event.step_id if event.step_id else one.standing is Standing.RUNNING
        if concerned and one.standing in (Standing.TO_DO, Standing.RUNNING):
            minutes = min(LONGEST, max(0, one.minutes + event.minutes))
            state = _changed(state, replace(one, minutes=minutes))
    return state


def _paused(state: LiveState, event: LiveEvent, _moment: datetime) -> LiveState:
    return _halted(state, event.step_id, paused=True)


def _resumed(state: LiveState, event: LiveEvent, _moment: datetime) -> LiveState:
    return _halted(state, event.step_id, paused=False)


def _halted(state: LiveState, step_id: str, *, paused: bool) -> LiveState:
    steps = tuple(
        replace(one, paused=paused)
        if one.standing is Standing.RUNNING and step_id in ("", one.step.step_id)
        else one
        for one in state.steps
    )
    whole = paused if not step_id else state.paused and paused
    return replace(state, steps=steps, paused=whole)


def _plan_b(state: LiveState, event: LiveEvent, _moment: datetime) -> LiveState:
    if not event.step_id:
        return replace(state, without=state.without | {event.trouble}) if event.trouble else state
    one = state.find(event.step_id)
    return _changed(state, replace(one, plan_b=event.trouble)) if one else state


def _replanned(state: LiveState, event: LiveEvent, moment: datetime) -> LiveState:
    """Other lengths from now on; what remains is then due where these put it."""
    for said in event.lengths:
        one = state.find(said.step_id)
        if one is None or one.standing not in (Standing.TO_DO, Standing.RUNNING):
            continue
        minutes = min(LONGEST, max(0, said.minutes))
        dropped = not minutes and one.standing is Standing.TO_DO
        standing = Standing.SKIPPED if dropped else one.standing
        state = _changed(state, replace(one, minutes=minutes, standing=standing))
    rest = rest_of(state, moment)
    ahead = lay_rest(rest)
    for one in rest.steps:
        slot = ahead.slot(one.step.id)
        if one.standing is Standing.RUNNING and one.slot and slot:
            slot = replace(slot, start=min(one.slot.start, slot.end))
        state = _changed(state, replace(one, slot=slot or one.slot))
    end = state.ends.get(rest.day, rest.base) + event.ends_at_shift
    return replace(state, ends={**state.ends, rest.day: end})


def _recovered(state: LiveState, event: LiveEvent, gap: timedelta) -> LiveState:
    """A cut is no time of the step's; negative minutes say that the clock had gone back by as many."""
    if event.minutes < 0 and state.last:
        jump = Jump(state.last, event.minutes)
        return replace(state, skew=state.skew - event.minutes, jumps=(*state.jumps, jump))
    lost = min(event.minutes * 60, gap.total_seconds())
    steps = tuple(
        replace(one, worked=max(0.0, one.worked - lost)) if one.counting else one for one in state.steps
    )
    return replace(state, steps=steps)


def _closed(state: LiveState, _event: LiveEvent, moment: datetime) -> LiveState:
    steps = tuple(_stopped(one, moment) if one.standing is Standing.RUNNING else one for one in state.steps)
    return replace(state, steps=steps, paused=False, closed=True)


_TOLD: dict[LiveKind, Callable[[LiveState, LiveEvent, Any], LiveState]] = {
    LiveKind.STEP_BEGUN: _begun,
    LiveKind.STEP_ENDED: _ended,
    LiveKind.STEP_SKIPPED: _skipped,
    LiveKind.STEP_REOPENED: _reopened,
    LiveKind.TIME_ADDED: _time_added,
    LiveKind.PAUSED: _paused,
    LiveKind.RESUMED: _resumed,
    LiveKind.PLAN_B: _plan_b,
    LiveKind.REPLANNED: _replanned,
    LiveKind.CLOSED: _closed,
}
