# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other conditions would change, computed before anything is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time
from decimal import Decimal

from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.conflicts import Conflict
from forgeatelier.model.workshop.needs import NeedChange, changed_needs, needs_of, total_cost
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import DAY, Conditions, Slot, minute_of, team_size_of
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.timetable import Timetable, timetable
from forgeatelier.model.workshop.workshop import Workshop

_PROJECTED = ("projecteur", "projection", "diapo", "projector", "slide", "ecran", "screen", "video")


@dataclass(frozen=True, slots=True)
class Moved:
    """A step that begins, ends or lasts otherwise."""

    before: Slot
    after: Slot


@dataclass(frozen=True, slots=True)
class Copies:
    """Sheets to print one of for each person or group: `what` is `badges`, `evaluation`, `ballots` or `groups`."""

    what: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Instead:
    """A plan B that becomes the plan, or (`instead` empty) a step that has none for this trouble."""

    step: PlannedStep
    trouble: Trouble
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Consequences:
    """Both timetables and everything that differs; nothing here is kept anywhere."""

    now: Timetable
    then: Timetable
    moved: tuple[Moved, ...]
    held: tuple[Slot, ...]
    needs: tuple[NeedChange, ...]
    costs: tuple[dict[str, Decimal], dict[str, Decimal]]
    copies: tuple[Copies, ...]
    facilitators: tuple[int, int]
    group_limits: tuple[int, int]
    plan_b: tuple[Instead, ...]
    no_plan_b: tuple[Instead, ...]
    arising: tuple[Conflict, ...]
    solved: tuple[Conflict, ...]

    @property
    def groups(self) -> tuple[int, int]:
        """How many groups there are now and would be then."""
        return self.now.conditions.teams, self.then.conditions.teams

    @property
    def nothing(self) -> bool:
        """Whether these conditions change nothing at all."""
        differ = (self.moved, self.needs, self.copies, self.plan_b, self.no_plan_b, self.arising, self.solved)
        return self.now.conditions == self.then.conditions and not any(differ)


def consequences(
    workshop: Workshop,
    steps: Iterable[PlannedStep],
    supplies: Iterable[Supply],
    now: Conditions,
    then: Conditions,
) -> Consequences:
    """What would change if a workshop planned for `now` happened in the conditions `then`."""
    order, kept = tuple(steps), tuple(supplies)
    before, after = (timetable(order, each, workshop.starts_on) for each in (now, then))
    were, are = (needs_of(kept, order, each.people, each.teams) for each in (now, then))
    protocol = workshop.protocol or Protocol(id="")
    return Consequences(
        now=before,
        then=after,
        moved=_moved(before, after),
        held=_held(before, after),
        needs=changed_needs(were, are),
        costs=(total_cost(were), total_cost(are)),
        copies=tuple(_copies(now, then, grouped=bool(team_size_of(workshop)))),
        facilitators=(_leading(protocol, now.people), _leading(protocol, then.people)),
        group_limits=(protocol.group.min, protocol.group.max),
        plan_b=tuple(_plan_b(order, protocol, now, then)),
        no_plan_b=tuple(_without_plan_b(order, then.without - now.without)),
        arising=_only_in(after.conflicts, before.conflicts, worse=True),
        solved=_only_in(before.conflicts, after.conflicts),
    )


def started_later(conditions: Conditions, minutes: int) -> Conditions:
    """The same conditions begun so many minutes later (earlier when negative), within the same day."""
    start = max(0, min(minute_of(conditions.starts_at) + minutes, DAY - 1))
    return replace(conditions, starts_at=time(start // 60, start % 60))


def _moved(before: Timetable, after: Timetable) -> tuple[Moved, ...]:
    was = {slot.step.id: slot for slot in before.slots}
    return tuple(
        Moved(was[slot.step.id], slot)
        for slot in after.slots
        if (slot.start, slot.end) != (was[slot.step.id].start, was[slot.step.id].end)
    )


def _held(before: Timetable, after: Timetable) -> tuple[Slot, ...]:
    """First steps of days whose lock keeps the day from beginning when it is supposed to."""
    if before.conditions.starts_at == after.conditions.starts_at:
        return ()
    return tuple(day.slots[0] for day in after.days if day.slots[0].step.starts_at)


def _copies(now: Conditions, then: Conditions, *, grouped: bool) -> Iterable[Copies]:
    for what in ("badges", "ballots", "evaluation"):
        if now.people != then.people:
            yield Copies(what, now.people, then.people)
    if grouped and now.teams != then.teams:
        yield Copies("groups", now.teams, then.teams)


def _leading(protocol: Protocol, people: int) -> int:
    group = protocol.group
    if group.participants_per_facilitator <= 0:
        return group.facilitators
    return max(group.facilitators, -(-people // group.participants_per_facilitator))


def _plan_b(
    steps: Sequence[PlannedStep], protocol: Protocol, now: Conditions, then: Conditions
) -> Iterable[Instead]:
    met = then.without - now.without | _met(protocol, now, then)
    for step in steps:
        for one in step.plan_b:
            if one.trouble in met:
                yield Instead(step, one.trouble, one.instead)


def _met(protocol: Protocol, now: Conditions, then: Conditions) -> frozenset[Trouble]:
    """Troubles that the numbers themselves are: too many people, too few, a late start."""
    group, found = protocol.group, set()
    if 0 < group.max < then.people and then.people > now.people:
        found.add(Trouble.MORE_PEOPLE)
    if then.people < min(group.min, now.people):
        found.add(Trouble.FEWER_PEOPLE)
    if then.starts_at > now.starts_at:
        found.add(Trouble.LATE)
    return frozenset(found)


def _without_plan_b(steps: Sequence[PlannedStep], troubles: frozenset[Trouble]) -> Iterable[Instead]:
    for step in steps:
        answered = {one.trouble for one in step.plan_b}
        for trouble in sorted(troubles - answered):
            if _suffers(step, trouble):
                yield Instead(step, trouble)


def _suffers(step: PlannedStep, trouble: Trouble) -> bool:
    """Whether a step is known to need what would be missing."""
    if trouble is Trouble.NO_POWER:
        return step.power
    if trouble is Trouble.NO_PROJECTOR:
        said = folded(" ".join((*step.supports, *step.materials)))
        return any(word in said for word in _PROJECTED)
    return False


def _only_in(
    these: Iterable[Conflict], those: Iterable[Conflict], *, worse: bool = False
) -> tuple[Conflict, ...]:
    """Those of the first that the second do not know; with `worse`, also those that have grown."""
    known = {(c.kind, c.step_id, c.day): c.minutes for c in those}
    return tuple(
        c
        for c in these
        if (key := (c.kind, c.step_id, c.day)) not in known or (worse and c.minutes > known[key])
    )
