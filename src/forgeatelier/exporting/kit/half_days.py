# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The half-days people sign for: those in which the plan has something, two days to a sheet."""

from dataclasses import dataclass

from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.days import Day, days_of
from forgeatelier.exporting.wording import day as written_day
from forgeatelier.ground.words import _

_NOON = 12 * 60
_AFTERNOON = 13 * 60 + 30
_DAYS_A_SHEET = 2


@dataclass(frozen=True, slots=True)
class HalfDay:
    """One column to sign in."""

    label: str
    last_of_day: bool


@dataclass(frozen=True, slots=True)
class SignedDays:
    """The days of one sheet."""

    label: str
    halves: tuple[HalfDay, ...]


def signed_days(content: KitContent) -> tuple[SignedDays, ...]:
    """Every day of the plan, two at a time; a morning and an afternoon when nothing is planned yet."""
    days = days_of(content)
    if not days:
        both = (HalfDay(_("matin"), last_of_day=False), HalfDay(_("après-midi"), last_of_day=True))
        return (SignedDays("", both),)
    several = len(days) > 1
    found = []
    for at in range(0, len(days), _DAYS_A_SHEET):
        some = days[at : at + _DAYS_A_SHEET]
        halves = tuple(half for day in some for half in _halves(day, several=several))
        found.append(SignedDays(" · ".join(day.label for day in some) if several else days[0].label, halves))
    return tuple(found)


def _halves(day: Day, *, several: bool) -> tuple[HalfDay, ...]:
    said = _short(day) if several else ""
    starts = [_minutes(line.start) for line in day.lines] or [0]
    names = []
    if min(starts) < _NOON:
        names.append(_("matin"))
    if day.end < day.start or _minutes(day.end) > _AFTERNOON or not names:
        names.append(_("après-midi"))
    return tuple(
        HalfDay(f"{said} {name}".strip(), last_of_day=at == len(names) - 1) for at, name in enumerate(names)
    )


def _short(day: Day) -> str:
    """« J1 » or the bare date: columns are narrow."""
    if day.on is None:
        return _("J{n}").format(n=day.number)
    return written_day(day.on).rpartition(" ")[0]


def _minutes(clock: str) -> int:
    hours, _colon, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)
