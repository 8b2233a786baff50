# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From moments (aware, UTC) to the hands of the clock on the wall, whatever the computer's clock did meanwhile."""

import math
from datetime import UTC, date, datetime, time, timedelta

from forgeatelier.model.workshop.live_step import Jump, LiveState
from forgeatelier.model.workshop.slots import DAY

SLACK = timedelta(minutes=1)
"""A clock that goes back by less is only being adjusted."""

FAR = timedelta(days=7)
"""No step lasts as long: a gap like that while one runs is the clock, not the room."""

_HALF_A_DAY = timedelta(hours=12)


def aware(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone was written in UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def steady(state: LiveState, now: datetime) -> tuple[datetime, Jump | None]:
    """What time it is for the workshop, never before its last event; and a jump that nothing has noted yet."""
    said, last = aware(now), state.last
    if last is None:
        return said, None
    here = _pushed(said, state.skew)
    if state.skew and here - last > _HALF_A_DAY and said >= last - SLACK:
        # Somebody has put the clock right since it jumped.
        here = said
    if here < last - SLACK:
        return last, Jump(last, -math.ceil((last - here) / timedelta(minutes=1)))
    if here - last > FAR and any(one.counting for one in state.steps):
        return last, Jump(last, (here - last) // timedelta(minutes=1))
    return max(here, last), None


def _pushed(moment: datetime, minutes: int) -> datetime:
    try:
        return moment + timedelta(minutes=minutes)
    except OverflowError:
        return moment


def local(state: LiveState, moment: datetime) -> datetime:
    """The moment as the watches of the place show it."""
    try:
        return moment.astimezone(state.zone)
    except (OverflowError, OSError, ValueError):
        return moment


def date_of(state: LiveState, day: int) -> date | None:
    """The date a day of the workshop is on: when it began, else counted from a day that did, else as planned."""
    known = state.dates
    near = day if day in known else min(known, key=lambda one: (abs(one - day), one), default=0)
    start = known.get(near) if near else state.first_day
    try:
        return start + timedelta(days=day - (near or 1)) if start else None
    except OverflowError:
        return None


def minute_on(state: LiveState, day: int, moment: datetime) -> float:
    """The moment in minutes after midnight of that day of the workshop."""
    here = local(state, moment)
    on = date_of(state, day) or here.date()
    return (here.replace(tzinfo=None) - datetime.combine(on, time())) / timedelta(minutes=1)


def nearest_date(state: LiveState, day: int, moment: datetime) -> date:
    """The date of a day of the workshop on which something began then: the one whose hours are nearest."""
    here = local(state, moment)
    middle = (state.starts.get(day, 9 * 60) + state.ends.get(day, 17 * 60)) / 2
    minute = here.hour * 60 + here.minute
    away = round((minute - middle) / DAY)
    try:
        return here.date() + timedelta(days=away)
    except OverflowError:
        return here.date()
