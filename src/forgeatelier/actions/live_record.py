# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of a running workshop: its plan, its events, and the change that adds one with what follows from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from functools import cached_property

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.workshop.live import LiveState, NowView, Standing, StepLive, live_state, now_view
from forgeatelier.model.workshop.live_clock import aware, steady
from forgeatelier.model.workshop.live_event import LiveEvent, LiveKind
from forgeatelier.model.workshop.plan import running_order
from forgeatelier.model.workshop.planned_step import PlannedStep, derived_id
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.slots import Conditions, conditions_of
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.store.library import Library

_TICK = timedelta(milliseconds=1)
_BEFORE_RUNNING = (
    WorkshopState.IDEA,
    WorkshopState.PLANNED,
    WorkshopState.CONFIRMED,
    WorkshopState.POSTPONED,
)


@dataclass(frozen=True)
class Live:
    """A workshop as it runs; `kept` are the planned steps the library holds, `zone` None the computer's own.

    `planned_for` is what a rehearsal supposes; otherwise it is what the workshop says.
    """

    workshop: Workshop
    steps: tuple[PlannedStep, ...]
    events: tuple[LiveEvent, ...] = ()
    runs: tuple[StepRun, ...] = ()
    kept: tuple[PlannedStep, ...] = ()
    zone: tzinfo | None = None
    planned_for: Conditions | None = None

    @cached_property
    def state(self) -> LiveState:
        """The live state, worked out once."""
        asked = self.planned_for or conditions_of(self.workshop)
        return live_state(self.steps, asked, self.events, self.workshop.starts_on, self.zone)

    def view(self, now: datetime) -> NowView:
        """What is due at this moment."""
        return now_view(self.state, now)

    def after(self, change: Change) -> "Live":
        """What is left once a change was kept: for rehearsing, and to work out a change that follows another."""
        workshop = self.workshop
        held: dict[str, Entity] = {one.id: one for one in (*self.events, *self.runs, *self.kept)}
        for before, now in change.pairs():
            if isinstance(now, Workshop) and now.id == workshop.id:
                workshop = now
            elif now is not None:
                held[now.id] = now
            elif before is not None:
                held.pop(before.id, None)
        kept = tuple(one for one in held.values() if isinstance(one, PlannedStep))
        same = kept == self.kept and workshop.own_steps == self.workshop.own_steps
        return replace(
            self,
            workshop=workshop,
            steps=self.steps if same else running_order(workshop, kept),
            events=tuple(one for one in held.values() if isinstance(one, LiveEvent)),
            runs=tuple(one for one in held.values() if isinstance(one, StepRun)),
            kept=kept,
        )

    def record(self, title: str, now: datetime, *said: LiveEvent) -> Change:
        """The change that adds these events now, with the real times and the workshop's state that follow from them.

        A clock that went back is noted first, so that what comes next still comes after.
        """
        events = self._stamped(now, said)
        then = replace(self, events=(*self.events, *events))
        before, after = self._times(then.state)
        workshop = self._moved_on(then.state)
        if workshop != self.workshop:
            before.append(self.workshop)
            after.append(workshop)
        return Change(title, tuple(before), (*events, *after))

    def _stamped(self, now: datetime, said: Iterable[LiveEvent]) -> list[LiveEvent]:
        here, jump = steady(self.state, now)
        wanted = list(said)
        if jump and jump.minutes < 0:
            wanted.insert(
                0, LiveEvent(kind=LiveKind.RECOVERED, minutes=jump.minutes, note=_("Horloge reculée"))
            )
        elif jump:
            here = aware(now)
        made: list[LiveEvent] = []
        if self.state.last:
            here = max(here, self.state.last + _TICK)
        for one in wanted:
            made.append(replace(one, workshop_id=self.workshop.id, moment=here))
            # What follows a cut must be read after it; the rest of a gesture happens at once.
            here += _TICK if one.kind is LiveKind.RECOVERED else timedelta()
        return made

    def _times(self, then: LiveState) -> tuple[list[Entity], list[Entity]]:
        """The real times of the steps that the events moved."""
        before: list[Entity] = []
        after: list[Entity] = []
        known = {run.step_id: run for run in self.runs}
        for was, now in zip(self.state.steps, then.steps, strict=True):
            if _told(was) == _told(now):
                continue
            run = known.get(now.step.step_id)
            made = _run_of(self.workshop.id, run, now)
            if made != run:
                before += [run] if run else []
                after += [made] if made else []
        return before, after

    def _moved_on(self, then: LiveState) -> Workshop:
        if then.closed:
            return replace(self.workshop, state=WorkshopState.HELD)
        reopened = self.state.closed and self.workshop.state is WorkshopState.HELD
        if then.running and (reopened or self.workshop.state in _BEFORE_RUNNING):
            return replace(self.workshop, state=WorkshopState.RUNNING)
        return self.workshop


def read_live(library: Library, workshop: Workshop, zone: tzinfo | None = None) -> Live:
    """A running workshop as the library holds it."""
    kept = library.all(PlannedStep, workshop_id=workshop.id)
    return Live(
        workshop,
        running_order(workshop, kept),
        library.all(LiveEvent, workshop_id=workshop.id),
        library.all(StepRun, workshop_id=workshop.id),
        kept,
        zone,
    )


def _told(one: StepLive) -> Sequence[object]:
    return one.standing, one.began, one.ended, one.plan_b


def _run_of(workshop_id: str, run: StepRun | None, one: StepLive) -> StepRun | None:
    """The real times of a step as it now stands; none for one that is to do."""
    made = derived_id(workshop_id, "run", one.step.step_id)
    base = run or StepRun(id=made, workshop_id=workshop_id, step_id=one.step.step_id)
    if one.standing is Standing.TO_DO:
        blank = replace(base, began=None, ended=None, outcome=StepOutcome.DONE)
        return blank if run and run.note else None
    if one.standing is Standing.SKIPPED:
        return replace(base, began=None, ended=None, outcome=StepOutcome.SKIPPED)
    outcome = StepOutcome.CHANGED if one.plan_b else StepOutcome.DONE
    return replace(base, began=base.began or one.began, ended=one.ended, outcome=outcome)
