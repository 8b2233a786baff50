# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rehearsing a workshop: its days replayed with a clock that runs fast, in memory only, so that no trace is left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from forgeatelier.actions import live as acts
from forgeatelier.actions.live_record import Live
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.late import LateOption, options
from forgeatelier.model.workshop.live import Cut, NowView, cut_of
from forgeatelier.model.workshop.lock_words import minutes as span
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import Conditions
from forgeatelier.model.workshop.workshop import Workshop

_SOME_MONDAY = date(2026, 1, 5)
_DAY_OVER = timedelta(hours=24)


class Happening(StrEnum):
    """What goes otherwise than planned."""

    PEOPLE_LATE = "people-late"
    OVERRUN = "overrun"
    CUT = "cut"
    PAUSE = "pause"
    PLAN_B = "plan-b"
    CATCH_UP = "catch-up"


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happens so many minutes after the hour at which a day should begin.

    `minutes` is how long it lasts (a delay, a cut, a pause, an overrun of what then runs); `how` and `letter` say what
    the facilitator chooses after a cut and in the late assistant.
    """

    minute: int
    what: Happening
    minutes: int = 0
    trouble: Trouble | None = None
    letter: str = "A"
    how: acts.Recovery = acts.Recovery.RESUME
    day: int = 1


USUAL_DAY = (
    Incident(0, Happening.PEOPLE_LATE, 15),
    Incident(60, Happening.OVERRUN, 6),
    Incident(100, Happening.CUT, 14),
    Incident(116, Happening.CATCH_UP),
    Incident(180, Happening.PAUSE, 5),
)
"""Late people, a step that overruns, a cut of a quarter of an hour made up for, and a pause."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the console would show at one moment of the rehearsal, and what has just happened (empty: nothing)."""

    at: datetime
    view: NowView
    told: str = ""
    options: tuple[LateOption, ...] = ()
    cut: Cut | None = None


@dataclass
class _Stage:
    """The rehearsal as it goes: its record, its clock, and what the script still holds."""

    live: Live
    now: datetime
    opening: datetime
    script: list[Incident]
    more: dict[str, int] = field(default_factory=dict)

    def keep(self, change: Change) -> None:
        self.live = self.live.after(change)

    def shown(self, told: str = "", cut: Cut | None = None) -> Rehearsed:
        state = self.live.state
        found = options(state, self.now) if told else ()
        return Rehearsed(self.now, self.live.view(self.now), told, found, cut)


def rehearse(
    steps: Sequence[PlannedStep],
    conditions: Conditions,
    script: Sequence[Incident] = USUAL_DAY,
    speed: int = 240,
    first_day: date | None = None,
) -> Iterator[Rehearsed]:
    """The days of a plan as the console would show them; each value is `speed` seconds after the one before it.

    Shown once a second, six hours take a minute and a half. What happens in between is shown when it happens.
    """
    start = first_day or _SOME_MONDAY
    workshop = Workshop(id="rehearsal", own_steps=True, starts_on=start, starts_at=conditions.starts_at)
    live = Live(workshop, tuple(steps), kept=tuple(steps), zone=UTC, planned_for=conditions)
    days = sorted(live.state.starts)
    for day in days:
        opening = datetime.combine(start + timedelta(days=day - 1), time(), UTC)
        opening += timedelta(minutes=live.state.starts[day])
        waiting = sorted((one for one in script if one.day == day), key=lambda one: one.minute)
        stage = _Stage(live, opening, opening, waiting)
        yield from _day(stage, day, timedelta(seconds=max(1, speed)))
        live = stage.live
    if days:
        stage.keep(acts.close(stage.live, stage.now))
        yield stage.shown(_("La répétition est finie ; rien n’en est gardé."))


def _day(stage: _Stage, day: int, pace: timedelta) -> Iterator[Rehearsed]:
    yield stage.shown()
    delays = [one for one in stage.script if one.what is Happening.PEOPLE_LATE and one.minute <= 0]
    for one in delays:
        stage.script.remove(one)
        stage.now += timedelta(minutes=one.minutes)
        yield stage.shown(_("On attend {n} des personnes en retard.").format(n=span(one.minutes)))
    stage.keep(acts.begin_next(stage.live, stage.now))
    yield stage.shown(_("La journée commence."))
    while stage.live.state.running and stage.now - stage.opening < _DAY_OVER:
        until = stage.now + pace
        due = _next_end(stage)
        incident = stage.script[0] if stage.script else None
        if incident and _moment(stage, incident) <= min(until, due):
            stage.script.pop(0)
            stage.now = max(stage.now, _moment(stage, incident))
            yield from _HAPPENS[incident.what](stage, incident)
        elif due <= until:
            stage.now = max(stage.now, due)
            yield from _gone_on(stage, day)
        else:
            stage.now = until
            yield stage.shown()


def _gone_on(stage: _Stage, day: int) -> Iterator[Rehearsed]:
    """On to the next step of the day, at its locked hour; a lane that is over waits for the others."""
    view = stage.live.view(stage.now)
    busy = [one for one in view.lanes if one.step]
    over = min(busy, key=lambda one: _left(stage, one.step, one.seconds_left))
    if len(busy) > 1 or (over.next and over.step and over.next.step.fork == over.step.fork != ""):
        stage.keep(acts.begin_next(stage.live, stage.now, over.lane))
    elif any(max(1, one.step.day) == day for one in view.next):
        wait = timedelta(minutes=view.next[0].start - stage.live.state.starts[day])
        if stage.opening + wait > stage.now:
            stage.keep(acts.end_step(stage.live, "", stage.now))
            yield stage.shown()
            stage.now = stage.opening + wait
        stage.keep(acts.begin_next(stage.live, stage.now))
    else:
        stage.keep(acts.end_step(stage.live, "", stage.now))
    yield stage.shown()


def _left(stage: _Stage, step: PlannedStep | None, seconds: float) -> float:
    return seconds + (stage.more.get(step.id, 0) * 60 if step else 0)


def _next_end(stage: _Stage) -> datetime:
    """When the first of what runs will be over, with what it overruns."""
    lanes = stage.live.view(stage.now).lanes
    left = [_left(stage, one.step, one.seconds_left) for one in lanes if one.step]
    return stage.now + timedelta(seconds=max(0.0, min(left, default=0.0)))


def _moment(stage: _Stage, incident: Incident) -> datetime:
    return stage.opening + timedelta(minutes=incident.minute)


def _overrun(stage: _Stage, incident: Incident) -> Iterator[Rehearsed]:
    for one in stage.live.state.running:
        stage.more[one.step.id] = stage.more.get(one.step.id, 0) + incident.minutes
    yield stage.shown(_("L’étape va dépasser de {n}.").format(n=span(incident.minutes)))


def _late(stage: _Stage, incident: Incident) -> Iterator[Rehearsed]:
    stage.keep(acts.add_time(stage.live, incident.minutes, stage.now))
    yield stage.shown(_("Des personnes arrivent en retard : {n} de plus.").format(n=span(incident.minutes)))


def _cut(stage: _Stage, incident: Incident) -> Iterator[Rehearsed]:
    beat = stage.now
    yield stage.shown(_("Coupure de courant."))
    stage.now += timedelta(minutes=incident.minutes)
    cut = cut_of(stage.live.state, stage.now, beat)
    stage.keep(acts.recover(stage.live, incident.how, stage.now, beat))
    yield stage.shown(_("Le courant revient."), cut)
    if incident.how is acts.Recovery.STAY_PAUSED:
        yield from _resumed_after(stage, 1)


def _pause(stage: _Stage, incident: Incident) -> Iterator[Rehearsed]:
    stage.keep(acts.pause(stage.live, stage.now))
    yield stage.shown(_("Tout s’arrête."))
    yield from _resumed_after(stage, incident.minutes)


def _resumed_after(stage: _Stage, minutes: int) -> Iterator[Rehearsed]:
    stage.now += timedelta(minutes=minutes)
    stage.keep(acts.resume(stage.live, stage.now))
    yield stage.shown(_("On reprend."))


def _plan_b(stage: _Stage, incident: Incident) -> Iterator[Rehearsed]:
    stage.keep(acts.plan_b(stage.live, incident.trouble, stage.now))
    yield stage.shown(_("On passe au plan B."))


def _catch_up(stage: _Stage, incident: Incident) -> Iterator[Rehearsed]:
    found = options(stage.live.state, stage.now)
    chosen = next((one for one in found if one.letter == incident.letter), None)
    if chosen is None:
        yield stage.shown(_("Il n’y a rien à rattraper."))
        return
    stage.keep(acts.apply_option(stage.live, chosen, stage.now))
    yield replace(stage.shown(chosen.words), options=found)


_HAPPENS: dict[Happening, Callable[[_Stage, Incident], Iterator[Rehearsed]]] = {
    Happening.PEOPLE_LATE: _late,
    Happening.OVERRUN: _overrun,
    Happening.CUT: _cut,
    Happening.PAUSE: _pause,
    Happening.PLAN_B: _plan_b,
    Happening.CATCH_UP: _catch_up,
}
