# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One day laid on the clock: each step after the one before, unless a lock holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from forgeatelier.model.workshop.blocks import Block, blocks_of
from forgeatelier.model.workshop.conflicts import Clash
from forgeatelier.model.workshop.durations import minutes_of, shortest
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import DAY, Conditions, Slot, minute_of, of_this_day

Lengths = Mapping[str, int]
"""Minutes by id of entity, for the steps whose length is not their own."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A conflict as a number: where it happens, by how much, at what locked minute, and which slots led to it."""

    kind: Clash
    step: PlannedStep
    minutes: int
    at: int = 0
    led: tuple[Slot, ...] = ()


@dataclass(slots=True)
class Laid:
    """A day being laid: its blocks of slots so far, what went wrong, and since when nothing holds the clock."""

    day: int
    conditions: Conditions
    lengths: Lengths
    start: int = 0
    end: int = 0
    slots: list[Slot] = field(default_factory=list)
    blocks: list[list[list[Slot]]] = field(default_factory=list)
    raws: list[Raw] = field(default_factory=list)
    held: int = 0

    def length(self, step: PlannedStep) -> int:
        """How long a step is when no lock decides."""
        said = self.lengths.get(step.id) if self.lengths else None
        return minutes_of(step, self.conditions.people, self.conditions.teams) if said is None else said

    def clash(self, kind: Clash, step: PlannedStep, minutes: int, at: int = 0) -> None:
        """Remember a conflict, with the slots laid since something last held the clock."""
        self.raws.append(Raw(kind, step, minutes, at, tuple(self.slots[self.held :])))


def lay(day: int, steps: Sequence[PlannedStep], conditions: Conditions, lengths: Lengths) -> Laid:
    """The steps of one day, in order of place, on the clock; a lock on the first one moves the beginning of the day."""
    blocks = blocks_of(steps)
    laid = Laid(day, conditions, lengths)
    firsts = [minute_of(lane[0].starts_at) for lane in blocks[0] if lane[0].starts_at] if blocks else []
    laid.start = laid.end = min(firsts) if firsts else minute_of(conditions.starts_at)
    for block in blocks:
        laid.end = _lay_block(laid, block, laid.end)
    return laid


def _lay_block(laid: Laid, block: Block, clock: int) -> int:
    if len(block) == 1 and len(block[0]) == 1:
        slot = _lay_step(laid, block[0][0], clock, clock)
        laid.blocks.append([[slot]])
        return slot.end
    start = _together(laid, block, clock)
    before = laid.held
    lanes: list[list[Slot]] = []
    holds: list[int] = []
    for lane in block:
        laid.held = before
        slots: list[Slot] = []
        at = start
        for step in lane:
            slots.append(_lay_step(laid, step, at, at if slots else clock))
            at = slots[-1].end
        lanes.append(slots)
        holds.append(laid.held)
    end = max(lane[-1].end for lane in lanes)
    # A lane that nothing holds lets what is before the fork move what is after it.
    laid.held = min(holds)
    laid.blocks.append(lanes)
    return end


def _together(laid: Laid, block: Block, clock: int) -> int:
    locks = [(_lock(laid, lane[0], clock), lane[0]) for lane in block if lane[0].starts_at]
    start = max([clock, *(lock for lock, _step in locks)])
    if any(lock >= clock for lock, _step in locks):
        laid.held = len(laid.slots)
    for lock, step in locks:
        if clock <= lock < start:
            laid.clash(Clash.LANES_START, step, start - lock, lock)
    return start


def _lock(laid: Laid, step: PlannedStep, clock: int) -> int:
    """The locked start, as minutes of this day."""
    return of_this_day(minute_of(step.starts_at), laid.start) if step.starts_at else clock


def _lay_step(laid: Laid, step: PlannedStep, clock: int, free_from: int) -> Slot:
    length, start = laid.length(step), clock
    if step.starts_at:
        lock = _lock(laid, step, clock)
        if lock < clock:
            if not (free_from < clock and lock >= free_from):
                laid.clash(Clash.START_LATE, step, clock - lock, lock)
        else:
            start = lock
            laid.held = len(laid.slots)
    end, holds = _ended(laid, step, start, length) if step.ends_at else (start + length, False)
    slot = Slot(step, laid.day, start, end, start - free_from)
    laid.slots.append(slot)
    if holds:
        laid.held = len(laid.slots)
    return slot


def _ended(laid: Laid, step: PlannedStep, start: int, length: int) -> tuple[int, bool]:
    """Where a step with a locked end stops, and whether that is its lock: when its shortest length allows."""
    lock = of_this_day((minute_of(step.ends_at) if step.ends_at else 0) or DAY, laid.start)
    begun = _lock(laid, step, start)
    if step.starts_at and begun - lock > DAY // 2:
        lock += DAY
    if step.starts_at and lock <= begun:
        laid.clash(Clash.CONTRADICTION, step, begun - lock, lock)
        return start + length, False
    least = shortest(step, length) if step.minutes_min > 0 or lock <= start else 0
    if lock - start < least:
        laid.clash(Clash.END_SHORT, step, start + least - lock, lock)
        return start + least, False
    if lock - start < length and not step.minutes_min:
        laid.clash(Clash.SHORTENED, step, start + length - lock, lock)
    return lock, True
