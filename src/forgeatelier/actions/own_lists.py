# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a list as it was to the list as it should be: one change; the first makes the list the workshop's own."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.workshop.planned_step import PLACE_GAP
from forgeatelier.model.workshop.workshop import Workshop

Flag = Literal["own_steps", "own_supplies", "own_tasks"]


def list_change(
    title: str, workshop: Workshop, flag: Flag, was: Iterable[Entity], now: Iterable[Entity]
) -> Change:
    """The change that turns `was` into `now`; while the workshop follows its protocol nothing of `was` is kept yet."""
    if not getattr(workshop, flag):
        owned: dict[str, Any] = {flag: True}
        return Change(title, (workshop,), (replace(workshop, **owned), *now))
    before = {one.id: one for one in was}
    after = {one.id: one for one in now}
    changed = [key for key, one in after.items() if before.get(key) != one]
    gone = [key for key in before if key not in after]
    return Change(
        title,
        tuple(before[key] for key in (*changed, *gone) if key in before),
        tuple(after[key] for key in changed),
    )


def place_between(before: int | None, after: int | None) -> int | None:
    """A place between two neighbours (None: no neighbour on that side), or None when there is no room left."""
    if after is None:
        return (before or 0) + PLACE_GAP
    low = before if before is not None else after - 2 * PLACE_GAP
    middle = (low + after) // 2
    return middle if low < middle < after else None
