# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets 3 and 4: what participants are told, on a page and on a wall, in round hours and without the team's words."""

from dataclasses import dataclass
from typing import Any

from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.days import Block, Day, days_of
from forgeatelier.exporting.kit.rounding import in_round_hours
from forgeatelier.ground.words import _
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.agenda import day_of

_LINES_ON_A_WALL = 11
"""More than this cannot be read from five metres: the wall then shows the phases and the breaks."""

WALL_SIZES = (62.0, 56.0, 50.0, 46.0, 42.0, 38.0, 34.0, 30.0, 26.0, 22.0, 18.0)
"""Points on A3; what hangs on a wall is set in the first that fits."""

PAGE_LINES = 60
"""A day with more goes on to a second page whatever the size of the letters."""

PAGE_SIZES = (15.0, 13.5, 12.0, 11.0, 10.0)


@dataclass(frozen=True, slots=True)
class Moment:
    """One line for participants."""

    start: str
    title: str
    pause: bool = False
    beside: bool = False


def values(content: KitContent, size: float) -> dict[str, Any]:
    """The days hour by hour, with the rules of the group when there are any."""
    return {
        "size": size,
        "days": [
            {
                "label": day.label,
                "hours": _hours(day),
                "end": _end_of(day),
                "parts": _parts(day),
            }
            for day in days_of(in_round_hours(content))
        ],
        "pitch": content.protocol.pitch,
        "rules": content.protocol.ground_rules,
        "words": {
            "programme": _("Programme"),
            "end": _("Fin"),
            "rules": _("Nos règles"),
            "welcome": _("Bienvenue"),
            "together": _("ou"),
        },
    }


def wall_values(content: KitContent, size: float) -> dict[str, Any]:
    """One poster a day, in letters of `size` points on A3."""
    return {
        "size": size,
        "days": [
            {"label": day.label, "moments": _milestones(day), "end": _end_of(day)}
            for day in days_of(in_round_hours(content))
        ],
        "tiles": [
            {"row": row, "column": column, "number": row * 2 + column + 1}
            for row in (0, 1)
            for column in (0, 1)
        ],
        "words": {
            "end": _("Fin"),
            "cut": _("Couper le long des tirets"),
            "glue": _("Coller ici la feuille {n}"),
            "poster": _("Affiche {n}"),
            "sheet": _("feuille {n} sur 4"),
        },
    }


def _hours(day: Day) -> str:
    return _("{start} à {end}").format(start=day.start, end=_end_of(day))


def _end_of(day: Day) -> str:
    """A day that ends with spare time ends, for participants, when that time is over."""
    return day.end


def _parts(day: Day) -> list[dict[str, Any]]:
    """The moments of the day under the names of its phases."""
    parts: list[dict[str, Any]] = []
    for block in day.blocks:
        phase = block.lines[0].first_of_phase
        if phase or not parts:
            parts.append({"name": _public_phase(phase), "moments": []})
        parts[-1]["moments"] += _moments(block)
    return [part for part in parts if part["moments"]]


def _public_phase(phase: str) -> str:
    """A phase that only counts the days says nothing more than the heading of the day."""
    bare = phase.strip()
    return "" if day_of(bare) is not None and len(bare.split()) == 2 else bare


def _moments(block: Block) -> list[Moment]:
    shown = [line for line in block.lines if line.step.form is not Form.BUFFER and line.step.title.strip()]
    if not block.forked:
        return [Moment(line.start, line.step.title, line.step.form is Form.BREAK) for line in shown]
    shown.sort(key=lambda line: line.start)
    return [Moment(line.start, line.step.title, line.step.form is Form.BREAK, beside=True) for line in shown]


def _milestones(day: Day) -> list[Moment]:
    every = [moment for block in day.blocks for moment in _moments(block)]
    if len(every) <= _LINES_ON_A_WALL:
        return every
    found: list[Moment] = []
    for part in _parts(day):
        moments: list[Moment] = part["moments"]
        fresh = True
        for moment in moments:
            if moment.pause:
                found.append(moment)
                fresh = True
            elif fresh:
                found.append(Moment(moment.start, part["name"] or moment.title))
                fresh = False
    return _without_repeats(found)


def _without_repeats(moments: list[Moment]) -> list[Moment]:
    """A phase that goes on after a break is said « suite »."""
    said: set[str] = set()
    found = []
    for moment in moments:
        again = not moment.pause and moment.title in said
        said.add(moment.title)
        title = _("{phase} (suite)").format(phase=moment.title) if again else moment.title
        found.append(Moment(moment.start, title, moment.pause))
    return found
