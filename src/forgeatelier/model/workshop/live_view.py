# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is due now: the time left in each lane, what comes next, lateness and the expected end, in numbers and words."""

from dataclasses import dataclass
from datetime import datetime

from forgeatelier.model.method.step import Form, PlanB, Trouble
from forgeatelier.model.workshop.live_ahead import Ahead, absorbed, left, lock_minute, rest_of, worked
from forgeatelier.model.workshop.live_clock import local, steady
from forgeatelier.model.workshop.live_lateness import late_of, lateness, over_since
from forgeatelier.model.workshop.live_step import LiveState, StepLive
from forgeatelier.model.workshop.live_words import (
    Level,
    buffer_words,
    clock_words,
    end_words,
    lateness_words,
    level_of,
    level_words,
    lock_words,
    past_jump_words,
    timer_words,
)
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import clock


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A step to come, from which minute (after the midnight of its day) and for how long."""

    step: PlannedStep
    start: int
    minutes: int

    @property
    def time(self) -> str:
        """« 11:28 »."""
        return clock(self.start)


@dataclass(frozen=True, slots=True)
class LockView:
    """The next locked time: when it is, and by how many minutes it will be missed."""

    step: PlannedStep
    at: int
    late: int
    words: str


@dataclass(frozen=True, slots=True)
class LaneView:
    """One lane: what runs in it (None: it waits for the others), its time, and what comes next there."""

    lane: str
    step: PlannedStep | None
    seconds_left: float = 0.0
    elapsed: float = 0.0
    allotted: int = 0
    level: Level = Level.OK
    level_words: str = ""
    timer: str = ""
    late: int = 0
    late_words: str = ""
    end: int = 0
    next: Upcoming | None = None
    plan_b: PlanB | None = None

    @property
    def timed(self) -> bool:
        """Whether there is a length to count down."""
        return self.step is not None and self.allotted > 0


@dataclass(frozen=True, slots=True)
class NowView:
    """The workshop at one moment. `late` is in whole minutes (negative: early); say `late_words`."""

    at: datetime
    time: str
    day: int
    begun: bool
    closed: bool
    paused: bool
    lanes: tuple[LaneView, ...]
    next: tuple[Upcoming, ...]
    late: int
    late_words: str
    end: int
    agreed_end: int
    end_words: str
    lock: LockView | None
    buffers: tuple[str, ...]
    trouble: tuple[str, ...]

    @property
    def done(self) -> bool:
        """Whether nothing runs and nothing is left to do today."""
        return not self.lanes and not self.next

    @property
    def headline(self) -> str:
        """« 8 min de retard : Tampon 10 → 2, Repas 12:00 tenu »."""
        locks = (self.lock.words,) if self.lock else ()
        more = (*self.buffers, *locks, self.end_words)
        return f"{self.late_words}\u00a0: {', '.join(more)}"


def now_view(state: LiveState, now: datetime) -> NowView:
    """What is due at this moment."""
    at, jump = steady(state, now)
    rest = rest_of(state, at)
    ahead = absorbed(rest)
    over = over_since(state, rest)
    end = ahead.end if over is None else over
    agreed = state.ends.get(rest.day, end)
    late = lateness(state, ahead, agreed) if over is None else over - agreed
    told = [past_jump_words(local(state, one.after), one.minutes) for one in state.jumps[-1:]]
    if jump:
        told.append(clock_words(local(state, jump.after), jump.minutes, local(state, now)))
    return NowView(
        at,
        f"{local(state, at):%H:%M}",
        rest.day,
        state.begun,
        state.closed,
        state.paused,
        _lanes(state, at, ahead),
        _next(ahead),
        late,
        lateness_words(late),
        end,
        agreed,
        end_words(end, agreed, over=over is not None),
        _lock(ahead),
        _buffers(ahead),
        tuple(told),
    )


def _lanes(state: LiveState, at: datetime, ahead: Ahead) -> tuple[LaneView, ...]:
    running = ahead.rest.running or state.running
    if not running:
        return ()
    fork = running[0].step.fork
    if not fork:
        return tuple(_lane(state, one, at, ahead) for one in running)
    by_lane = {one.step.lane: one for one in running}
    names = dict.fromkeys(one.step.lane for one in state.of_day(ahead.rest.day) if one.step.fork == fork)
    return tuple(
        _lane(state, by_lane[name], at, ahead)
        if name in by_lane
        else LaneView(name, None, next=_next_in(ahead, fork, name))
        for name in names
    )


def _lane(state: LiveState, one: StepLive, at: datetime, ahead: Ahead) -> LaneView:
    seconds, level = left(state, one, at), level_of(left(state, one, at), one.minutes * 60, paused=one.paused)
    late = late_of(ahead, one)
    slot = ahead.slot(one.step.id)
    step = one.step
    following = _next_in(ahead, step.fork, step.lane) if step.fork else next(iter(_next(ahead)), None)
    return LaneView(
        step.lane if step.fork else "",
        step,
        seconds,
        worked(state, one, at),
        one.minutes * 60,
        level,
        level_words(level),
        timer_words(seconds if one.minutes else worked(state, one, at)),
        late,
        lateness_words(late),
        slot.end if slot else ahead.rest.base,
        following,
        plan_b_of(state, one),
    )


def plan_b_of(state: LiveState, one: StepLive) -> PlanB | None:
    """What is done instead, when a plan B of this step was taken or its trouble is everybody's."""
    troubles: tuple[Trouble, ...] = (one.plan_b,) if one.plan_b else tuple(sorted(state.without))
    return next((plan for trouble in troubles for plan in one.step.plan_b if plan.trouble is trouble), None)


def _next(ahead: Ahead) -> tuple[Upcoming, ...]:
    """What comes, in order; a buffer that lateness has eaten is no longer announced."""
    to_do = {one.step.id for one in ahead.rest.to_do}
    return tuple(
        Upcoming(slot.step, slot.start, slot.minutes)
        for slot in ahead.slots
        if slot.step.id in to_do and (slot.minutes or slot.step.form is not Form.BUFFER)
    )


def _next_in(ahead: Ahead, fork: str, lane: str) -> Upcoming | None:
    return next((one for one in _next(ahead) if one.step.fork == fork and one.step.lane == lane), None)


def _lock(ahead: Ahead) -> LockView | None:
    """The next locked start or end that is still ahead or missed."""
    missed = {(one.step.id, one.ending): one for one in ahead.missed}
    running = {one.step.id for one in ahead.rest.running}
    for slot in ahead.slots:
        step = slot.step
        for ending, hour in ((False, step.starts_at), (True, step.ends_at)):
            if hour is None or (not ending and step.id in running):
                continue
            at = lock_minute(ahead.rest.opening, hour)
            late = missed[step.id, ending].minutes if (step.id, ending) in missed else 0
            return LockView(step, at, late, lock_words(step.title, at, late))
    return None


def _buffers(ahead: Ahead) -> tuple[str, ...]:
    """The buffers that give minutes, as « Tampon 10 → 2 »."""
    found = []
    for one in ahead.rest.to_do:
        slot = ahead.slot(one.step.id)
        if one.step.form is Form.BUFFER and slot and slot.minutes < one.minutes:
            found.append(buffer_words(one.step.title, one.minutes, slot.minutes))
    return tuple(found)
