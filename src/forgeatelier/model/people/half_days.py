# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Half-days as attendance writes them, `2026-03-12/am` and `2026-03-12/pm`, and which one it is now."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

MORNING, AFTERNOON, WHOLE = "am", "pm", "day"
LONGEST = 60
"""Days: a workshop whose dates are mistyped must not make a table of ten thousand columns."""

_NOON = time(12, 30)
_LUNCH_OVER = time(13, 0)


def half_days(
    first: date | None, last: date | None, starts_at: time = time(9), ends_at: time | None = None
) -> tuple[str, ...]:
    """Every half-day from the first day to the last one; none while no day is fixed.

    A workshop that begins after noon has no mornings, one that is over by one o'clock no afternoons.
    """
    if first is None:
        return ()
    count = min(max(0, (last - first).days) if last else 0, LONGEST - 1) + 1
    halves = [MORNING] * (starts_at < _NOON) + [AFTERNOON] * (ends_at is None or ends_at > _LUNCH_OVER)
    days = (first + timedelta(days=number) for number in range(count))
    return tuple(f"{day.isoformat()}/{half}" for day in days for half in halves or [AFTERNOON])


def with_noted(planned: Sequence[str], noted: Iterable[str]) -> tuple[str, ...]:
    """The planned half-days and those that someone was noted at besides, in the order of time: nothing is hidden."""
    return tuple(sorted({*planned, *noted}))


def covers(noted: Iterable[str], half_day: str) -> bool:
    """Whether these half-days hold this one; a whole day (`2026-03-12/day`) holds its two halves."""
    there = set(noted)
    return half_day in there or f"{half_day.partition('/')[0]}/{WHOLE}" in there


def half_now(halves: Sequence[str], moment: datetime) -> str:
    """The half-day to note people at: the present one, else the last one past, else the first; empty without any."""
    now = f"{moment.date().isoformat()}/{MORNING if moment.time() < _LUNCH_OVER else AFTERNOON}"
    if not halves or now in halves:
        return now if halves else ""
    today = [half for half in halves if half.partition("/")[0] == moment.date().isoformat()]
    past = [half for half in halves if half <= now]
    return today[0] if today else past[-1] if past else halves[0]


def parts(half_day: str) -> tuple[date | None, str]:
    """The day and the half that a half-day names; no day when it is only a label."""
    said, _slash, half = half_day.partition("/")
    try:
        return date.fromisoformat(said), half
    except ValueError:
        return None, half
