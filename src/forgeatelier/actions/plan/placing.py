# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Giving places: a moved step takes the middle between its neighbours, and only a full gap renumbers its day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from forgeatelier.model.workshop.blocks import day_of_step, in_order
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep, Zone

_ZONES = (Zone.BEFORE, Zone.DAY, Zone.AFTER)


def part_of(step: PlannedStep) -> tuple[Zone, int]:
    """The zone of a step, and its day there."""
    return step.zone, day_of_step(step) if step.zone is Zone.DAY else 0


def placed(wanted: Sequence[PlannedStep], moved: Collection[str]) -> tuple[PlannedStep, ...]:
    """The steps in this order, with places that say so; `moved` (entity ids) are those that may take a new place."""
    parts = sorted(wanted, key=lambda step: (_ZONES.index(step.zone), part_of(step)[1]))
    return tuple(
        step for _part, group in groupby(parts, key=part_of) for step in _part_placed(list(group), moved)
    )


def _part_placed(steps: list[PlannedStep], moved: Collection[str]) -> list[PlannedStep]:
    between = list(_between(steps, moved))
    if None not in between:
        near = [
            step if place is None or place == step.place else replace(step, place=place)
            for step, place in zip(steps, between, strict=True)
        ]
        if [step.id for step in in_order(near)] == [step.id for step in steps]:
            return near
    return [
        step if step.place == number * PLACE_GAP else replace(step, place=number * PLACE_GAP)
        for number, step in enumerate(steps, 1)
    ]


def _between(steps: list[PlannedStep], moved: Collection[str]) -> Iterator[int | None]:
    """The place of each step when those that stay keep theirs; None where there is no room."""
    last = None
    at = 0
    while at < len(steps):
        if steps[at].id not in moved:
            last = steps[at].place
            yield last
            at += 1
            continue
        run = at
        while run < len(steps) and steps[run].id in moved:
            run += 1
        following = steps[run].place if run < len(steps) else None
        yield from _spread(last, following, run - at)
        at = run


def _spread(last: int | None, following: int | None, count: int) -> Iterator[int | None]:
    if following is None:
        yield from ((last or 0) + PLACE_GAP * number for number in range(1, count + 1))
    elif last is None:
        yield from (following - PLACE_GAP * number for number in range(count, 0, -1))
    elif following - last > count:
        yield from (last + (following - last) * number // (count + 1) for number in range(1, count + 1))
    else:
        yield from [None] * count
