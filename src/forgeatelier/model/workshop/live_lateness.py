# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How late the workshop is, against what was agreed last: where it is now, and at the end of its day."""

from forgeatelier.model.workshop.live_ahead import Ahead, Rest
from forgeatelier.model.workshop.live_clock import minute_on
from forgeatelier.model.workshop.live_step import LiveState, Standing, StepLive


def over_since(state: LiveState, rest: Rest) -> int | None:
    """When the day was over, once nothing is left of it."""
    ended = [one.ended for one in state.of_day(rest.day) if one.ended]
    return round(minute_on(state, rest.day, max(ended))) if ended and not rest.steps else None


def lateness(state: LiveState, ahead: Ahead, agreed: int) -> int:
    """How many minutes late the workshop is: where it is now, or at its end when that will be late."""
    rest = ahead.rest
    if not rest.steps:
        return 0
    here = _block_late(state, ahead) if rest.running else _start_late(state, ahead)
    over = ahead.end - agreed
    return max(here, over) if over > 0 else here


def _block_late(state: LiveState, ahead: Ahead) -> int:
    """Of what runs: when all its lanes will be done, against when they should be."""
    rest = ahead.rest
    fork = rest.running[0].step.fork
    if not fork:
        return max(late_of(ahead, one) for one in rest.running)
    block = [one for one in state.of_day(rest.day) if one.step.fork == fork]
    due = [one.slot.end for one in block if one.slot and one.standing is not Standing.SKIPPED]
    ends = [slot.end for slot in ahead.slots if slot.step.fork == fork]
    return max(ends) - max(due) if due and ends else 0


def _start_late(state: LiveState, ahead: Ahead) -> int:
    """Between two steps: when the next one begins, against when it should."""
    first = ahead.rest.to_do[0]
    slot = ahead.slot(first.step.id)
    return slot.start - first.slot.start if slot and first.slot and state.steps else 0


def late_of(ahead: Ahead, one: StepLive) -> int:
    """By how many minutes a step will end late, negative when early."""
    slot = ahead.slot(one.step.id)
    return slot.end - one.slot.end if slot and one.slot else 0
