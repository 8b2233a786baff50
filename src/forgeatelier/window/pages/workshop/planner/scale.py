# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan at true height: a column for each day, hours at the left, every step as high as it is long."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QRect

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.planned_step import Zone
from forgeatelier.window.pages.workshop.planner.column import Heading, Numbered, lanes_of
from forgeatelier.window.pages.workshop.planner.metrics import Metrics
from forgeatelier.window.pages.workshop.planner.pieces import Arrangement, Laying, Row

_LEAST, _MOST = 1.5, 3.2
"""Pixels a minute at 100 %: the shortest step gets a line of text when that is not out of proportion."""


def arrange(rows: Sequence[Row], days: Mapping[int, Heading], width: int, sizes: Metrics) -> Arrangement:
    """Put every step at its hour; those before and after the days stand above and below."""
    laying = Laying(0, width, sizes.s)
    numbered = list(enumerate(rows))
    _outside(laying, [one for one in numbered if one[1].step.zone is Zone.BEFORE], sizes)
    inside = [one for one in numbered if one[1].step.zone is Zone.DAY]
    if inside:
        _clocked(laying, inside, days, sizes)
    _outside(laying, [one for one in numbered if one[1].step.zone is Zone.AFTER], sizes)
    return laying.done(laying.top + 2 * sizes.m)


def _outside(laying: Laying, here: Sequence[Numbered], sizes: Metrics) -> None:
    if not here:
        return
    before = here[0][1].step.zone is Zone.BEFORE
    title = _("Avant l’atelier") if before else _("Après l’atelier")
    laying.put("zone", sizes.line * 2 + sizes.s, title=title)
    for number, _row in here:
        laying.put("step", sizes.row, row=number)
    laying.top += sizes.m


def _pace(rows: Sequence[Row], sizes: Metrics) -> float:
    grown = sizes.theme.text_scale
    shortest = min((row.minutes for row in rows if row.minutes > 0), default=15)
    return max(_LEAST * grown, min(_MOST * grown, (sizes.line + 4) / shortest))


def _clocked(laying: Laying, inside: Sequence[Numbered], days: Mapping[int, Heading], sizes: Metrics) -> None:
    pace = _pace([row for _n, row in inside], sizes)
    first = min(row.begins for _n, row in inside) // 60 * 60
    last = max(row.begins + row.minutes for _n, row in inside)
    last = -(-last // 60) * 60
    groups = [(day, list(group)) for day, group in groupby(inside, key=lambda one: one[1].step.day)]
    axis = sizes.clock + 2 * sizes.s
    fits = max(1, min(len(groups), (laying.width - axis) // max(1, sizes.narrow * 2 // 5)))
    for begin in range(0, len(groups), fits):
        _together(laying, groups[begin : begin + fits], days, (first, last, pace), sizes)


def _together(
    laying: Laying,
    groups: Sequence[tuple[int, list[Numbered]]],
    days: Mapping[int, Heading],
    hours: tuple[int, int, float],
    sizes: Metrics,
) -> None:
    """As many days beside one another as there is room for, on one scale of hours."""
    first, last, pace = hours
    axis, gap = sizes.clock + 2 * sizes.s, sizes.m
    wide = (laying.width - axis - gap * len(groups)) // len(groups)
    head = sizes.line * 2 + sizes.s if days else sizes.s
    top = laying.top + head
    for hour in range(first, last + 1, 60):
        y = top + round((hour - first) * pace)
        said = f"{hour // 60 % 24:02}:00"
        laying.place("hour", QRect(0, y - sizes.line // 2, laying.width, sizes.line), title=said)
    for place, (day, here) in enumerate(groups):
        x = axis + place * (wide + gap)
        if day in days:
            title, note = days[day]
            laying.place("day", QRect(x, laying.top, wide, head), title=title, note=note)
        _one_day(laying, here, QRect(x, top, wide, 0), (first, pace), sizes)
    laying.top = top + round((last - first) * pace) + sizes.line


def _one_day(
    laying: Laying, here: Sequence[Numbered], column: QRect, scale: tuple[int, float], sizes: Metrics
) -> None:
    for fork, group in groupby(here, key=lambda one: one[1].step.fork):
        parts = list(group)
        lanes = list(lanes_of(parts).values()) if fork else [parts]
        gap = sizes.s // 2
        wide = (column.width() - gap * (len(lanes) - 1)) // len(lanes)
        for place, lane in enumerate(lanes):
            for number, row in lane:
                _at_its_hour(
                    laying, number, row, QRect(column.x() + place * (wide + gap), column.y(), wide, 0), scale
                )


def _at_its_hour(laying: Laying, number: int, row: Row, column: QRect, scale: tuple[int, float]) -> None:
    first, pace = scale
    top = column.y() + round((row.begins - first) * pace)
    foot = column.y() + round((row.begins + row.minutes - first) * pace)
    laying.place("slab", QRect(column.x(), top + 1, column.width(), max(4, foot - top - 2)), row=number)
