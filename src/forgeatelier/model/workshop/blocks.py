# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The order of a plan whatever the order it was stored in: zones, days, and forks with their lanes."""

from collections.abc import Iterable

from forgeatelier.model.workshop.planned_step import PlannedStep, Zone

Block = list[list[PlannedStep]]
"""Lanes side by side, each a run of steps; a step outside any fork is a block of one lane."""

_ZONES = {Zone.BEFORE: 0, Zone.DAY: 1, Zone.AFTER: 2}


def day_of_step(step: PlannedStep) -> int:
    """The day a step belongs to, the first one when what is stored makes no sense."""
    return max(1, step.day)


def _key(step: PlannedStep) -> tuple[int, int, int, str, str]:
    zone = _ZONES[step.zone]
    return zone, day_of_step(step) if zone == 1 else 0, step.place, step.step_id, step.id


def by_place(steps: Iterable[PlannedStep]) -> list[PlannedStep]:
    """The steps by zone, day and place; two laptops that gave the same place see the same order."""
    return sorted(steps, key=_key)


def blocks_of(steps: Iterable[PlannedStep]) -> list[Block]:
    """Steps of one day, by place, as blocks: a fork stands where its first step does, and keeps its lanes together."""
    blocks: list[Block] = []
    forks: dict[str, tuple[Block, dict[str, list[PlannedStep]]]] = {}
    for step in steps:
        if not step.fork:
            blocks.append([[step]])
            continue
        if step.fork not in forks:
            forks[step.fork] = ([], {})
            blocks.append(forks[step.fork][0])
        block, lanes = forks[step.fork]
        if step.lane not in lanes:
            lanes[step.lane] = []
            block.append(lanes[step.lane])
        lanes[step.lane].append(step)
    return blocks


def in_order(steps: Iterable[PlannedStep]) -> tuple[PlannedStep, ...]:
    """Every step once, as read from top to bottom: before, each day with its forks gathered, after."""
    days: dict[tuple[int, int], list[PlannedStep]] = {}
    for step in by_place(steps):
        days.setdefault(_key(step)[:2], []).append(step)
    found: list[PlannedStep] = []
    for (zone, _day), group in days.items():
        if zone != 1:
            found += group
            continue
        found += (step for block in blocks_of(group) for lane in block for step in lane)
    return tuple(found)
