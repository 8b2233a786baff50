# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours as participants are told them: to five minutes, but exact where an hour was fixed."""

from collections.abc import Iterable
from dataclasses import replace

from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.model.workshop.timetable import DayPlan

_STEP = 5


def in_round_hours(content: KitContent) -> KitContent:
    """The same workshop with the hours of its days rounded."""
    days = tuple(_rounded(day) for day in content.timetable.days)
    return replace(content, timetable=replace(content.timetable, days=days))


def _rounded(day: DayPlan) -> DayPlan:
    """The start of the day and fixed hours stay; nothing is told on the wrong side of them."""
    held = {day.start}
    held |= {slot.start for slot in day.slots if slot.step.starts_at is not None}
    held |= {slot.end for slot in day.slots if slot.step.ends_at is not None}
    slots = tuple(
        replace(slot, start=_near(slot.start, held), end=_near(slot.end, held)) for slot in day.slots
    )
    return replace(day, slots=slots, end=_near(day.end, held))


def _near(minute: int, held: Iterable[int]) -> int:
    """The nearest round minute between the fixed hours on either side."""
    after = max((one for one in held if one <= minute), default=minute)
    before = min((one for one in held if one >= minute), default=None)
    told = max((minute + _STEP // 2) // _STEP * _STEP, after)
    return told if before is None else min(told, before)
