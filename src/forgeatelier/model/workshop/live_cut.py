# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A cut: the program stopped, or the computer slept, while the workshop was running."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from forgeatelier.model.workshop.live_ahead import rest_of
from forgeatelier.model.workshop.live_clock import aware, local, steady
from forgeatelier.model.workshop.live_step import LiveState
from forgeatelier.model.workshop.live_words import cut_words

SHORTEST_CUT = timedelta(minutes=1)
"""A program that was away for less is not worth a question."""


@dataclass(frozen=True, slots=True)
class Cut:
    """When something was last done, since when nothing was alive, and for how many minutes."""

    last: datetime
    since: datetime
    minutes: int
    words: str


def cut_of(state: LiveState, now: datetime, beat: datetime | None = None) -> Cut | None:
    """The cut that ends now, if the workshop was running; `beat` is when the program was last known to be alive.

    Sleep and a closed lid are the same: the caller passes the last beat it noted.
    """
    here, _jump = steady(state, now)
    if state.last is None or state.closed or not _under_way(state, here):
        return None
    since = state.last
    if beat is not None and steady(state, beat)[1] is None:
        since = min(here, max(since, aware(beat) + timedelta(minutes=state.skew)))
    if here - since < SHORTEST_CUT:
        return None
    minutes = max(1, round((here - since) / timedelta(minutes=1)))
    return Cut(state.last, since, minutes, cut_words(local(state, state.last), minutes))


def _under_way(state: LiveState, here: datetime) -> bool:
    """Whether a step runs, or the day has begun and is not over: nothing is cut overnight."""
    rest = rest_of(state, here)
    return bool(state.running) or (bool(rest.to_do) and any(one.began for one in state.of_day(rest.day)))
