# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan of a workshop: its own steps once it was edited, those of its frozen protocol until then."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import time

from forgeatelier.ground.words import _, language, speaking
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Group
from forgeatelier.model.method.step import Step
from forgeatelier.model.workshop.agenda import Slot, day_of
from forgeatelier.model.workshop.blocks import in_order
from forgeatelier.model.workshop.durations import Length, minutes_of
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep, Zone, derived_id
from forgeatelier.model.workshop.slots import Slot as Placed
from forgeatelier.model.workshop.slots import conditions_of
from forgeatelier.model.workshop.timetable import timetable
from forgeatelier.model.workshop.workshop import Workshop

_SHARED = tuple(
    field.name
    for field in fields(Step)
    if field.name in {f.name for f in fields(PlannedStep)} and field.name not in ("id", "minutes")
)


def fixed_length(step: Step, group: Group) -> Length:
    """A protocol's step as fixed minutes and shares: its `minutes` are those of the group it works best with."""
    people = group.ideal or group.max or group.min
    teams = teams_for(people, group.per_team)
    varying = step.per_person_seconds * people + step.per_team_seconds * teams
    return Length(max(0, step.minutes + (-varying // 60)), step.per_person_seconds, step.per_team_seconds)


def planned_from(step: Step, group: Group) -> PlannedStep:
    """A step of a protocol as a workshop would plan it, with no workshop, place or step id of its own yet."""
    shared = {name: getattr(step, name) for name in _SHARED}
    return PlannedStep(id="", minutes=fixed_length(step, group).minutes, **shared)


def derived_steps(workshop: Workshop) -> tuple[PlannedStep, ...]:
    """The steps of the frozen protocol as planned steps; a phase « Jour 2 … » opens the second day."""
    protocol = workshop.protocol
    if protocol is None:
        return ()
    made: list[PlannedStep] = []
    seen: set[str] = set()
    day = 1
    for number, step in enumerate(protocol.steps, 1):
        day = max(day, day_of(step.phase) or 1)
        name = step.id if step.id not in seen else f"{step.id}-{number}"
        seen.add(name)
        made.append(
            replace(
                planned_from(step, protocol.group),
                id=derived_id(workshop.id, "step", name),
                workshop_id=workshop.id,
                step_id=name,
                place=number * PLACE_GAP,
                day=day,
            )
        )
    return tuple(made)


def running_order(workshop: Workshop, kept: Iterable[PlannedStep]) -> tuple[PlannedStep, ...]:
    """The steps in the order they are read: those kept once the workshop has its own, else the protocol's."""
    return in_order(kept if workshop.own_steps else derived_steps(workshop))


def as_step(step: PlannedStep, people: int, teams: int) -> Step:
    """A planned step as a protocol would write it, its minutes those of this group."""
    shared = {name: getattr(step, name) for name in _SHARED}
    return Step(id=step.step_id, minutes=minutes_of(step, people, teams), **shared)


def as_run(workshop: Workshop, kept: Iterable[PlannedStep]) -> Protocol | None:
    """The frozen protocol with its steps as this workshop plans them; None when there is neither.

    Steps before and after the days come first and last, in a phase that says so.
    """
    steps = running_order(workshop, kept)
    if workshop.protocol is None and not steps:
        return None
    taken = workshop.protocol or Protocol(id="", title=workshop.title)
    return replace(taken, steps=_as_steps(workshop, steps, _on_the_clock(workshop, steps)))


def agenda_of(workshop: Workshop, kept: Iterable[PlannedStep]) -> tuple[Slot, ...]:
    """The days as planned, in clock times; steps before and after them have none."""
    steps = running_order(workshop, kept)
    laid = _on_the_clock(workshop, steps)
    return tuple(
        Slot(laid[one.id].day, _time(laid[one.id].start), _time(laid[one.id].end), step, _lane_of(one))
        for one, step in zip(steps, _as_steps(workshop, steps, laid), strict=True)
        if one.id in laid
    )


def _lane_of(step: PlannedStep) -> str:
    return step.lane if step.fork else ""


def _on_the_clock(workshop: Workshop, steps: Iterable[PlannedStep]) -> dict[str, Placed]:
    return {slot.step.id: slot for slot in timetable(steps, conditions_of(workshop)).slots}


def _as_steps(
    workshop: Workshop, steps: Iterable[PlannedStep], laid: Mapping[str, Placed]
) -> tuple[Step, ...]:
    now = conditions_of(workshop)
    with speaking(workshop.protocol.language if workshop.protocol else language()):
        apart = {Zone.BEFORE: _("Avant l’atelier"), Zone.AFTER: _("Après l’atelier")}
    return tuple(
        replace(
            as_step(step, now.people, now.teams),
            minutes=laid[step.id].minutes if step.id in laid else minutes_of(step, now.people, now.teams),
            phase=apart.get(step.zone, step.phase),
        )
        for step in steps
    )


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
