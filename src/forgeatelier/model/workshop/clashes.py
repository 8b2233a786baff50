# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every conflict of the days laid on the clock, with what shortest lengths would win."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from forgeatelier.model.workshop.conflicts import Conflict
from forgeatelier.model.workshop.day_words import (
    absurd,
    clock_change,
    lanes_waiting,
    next_day,
    nobody,
    over_end,
    past_midnight,
)
from forgeatelier.model.workshop.durations import shortest
from forgeatelier.model.workshop.laying import Laid, Raw, lay
from forgeatelier.model.workshop.lock_words import lock_conflict
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import Conditions, wished_end


def conflicts_of(
    days: Sequence[tuple[Laid, Sequence[PlannedStep], date | None]], conditions: Conditions
) -> Iterator[Conflict]:
    """What cannot be held as planned, day after day, then what is only worth knowing."""
    several = len(days) > 1
    for laid, steps, _on in days:
        wished = wished_end(conditions, laid.start)
        late = wished is not None and laid.end > wished
        if laid.raws or late:
            tight = _tight(laid, steps, conditions)
            yield from (lock_conflict(r, _won(r, tight), conditions, laid.day) for r in laid.raws)
            if wished is not None and late:
                yield over_end(laid, wished, laid.end - tight.end, several=several)
    for (laid, _steps, _day), (following, _more, _next) in pairwise(days):
        if clash := next_day(laid, following):
            yield clash
    for laid, steps, on in days:
        yield from _worth_knowing(laid, steps, on, several=several)
    if found := nobody((step for _laid, steps, _on in days for step in steps), conditions):
        yield found


def _worth_knowing(
    laid: Laid, steps: Sequence[PlannedStep], on: date | None, *, several: bool
) -> Iterator[Conflict]:
    yield from (c for step in steps if (c := absurd(step, laid.length(step), laid.day)))
    yield from lanes_waiting(laid)
    yield from (
        c for c in (past_midnight(laid, several=several), clock_change(on, laid, several=several)) if c
    )


def _tight(laid: Laid, steps: Sequence[PlannedStep], conditions: Conditions) -> Laid:
    lengths = {step.id: shortest(step, laid.length(step)) for step in steps}
    return lay(laid.day, steps, conditions, lengths)


def _won(raw: Raw, tight: Laid) -> int:
    """What shortest lengths win for a conflict: all of it and the free minutes they leave, or a part."""
    left = next((r.minutes for r in tight.raws if r.kind is raw.kind and r.step.id == raw.step.id), None)
    if left is not None:
        return raw.minutes - left
    slot = next((slot for slot in tight.slots if slot.step.id == raw.step.id), None)
    return raw.minutes + (slot.gap if slot else 0)
