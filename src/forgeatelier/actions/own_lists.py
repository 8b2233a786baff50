# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a list as it was to the list as it should be: one change; the first makes the list the workshop's own."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.workshop.workshop import Workshop

Flag = Literal["own_steps", "own_supplies", "own_tasks"]


def list_change(
    title: str,
    workshop: Workshop,
    flag: Flag,
    was: Iterable[Entity],
    now: Iterable[Entity],
    kept: Iterable[Entity] = (),
) -> Change:
    """The change that turns `was` into `now`; while the workshop follows its protocol, `was` is derived from it.

    `kept` are those the library holds all the same: another laptop began a list that this one had taken back.
    """
    if not getattr(workshop, flag):
        owned: dict[str, Any] = {flag: True}
        return Change(title, (workshop, *kept), (replace(workshop, **owned), *now))
    before = {one.id: one for one in was}
    after = {one.id: one for one in now}
    changed = [key for key, one in after.items() if before.get(key) != one]
    gone = [key for key in before if key not in after]
    return Change(
        title,
        tuple(before[key] for key in (*changed, *gone) if key in before),
        tuple(after[key] for key in changed),
    )
