# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan as one column: days, phases, steps under one another, parallel lanes beside one another."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QRect

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.planned_step import Zone
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.planner.metrics import Metrics
from forgeatelier.window.pages.workshop.planner.pieces import Arrangement, Fault, Laying, Row

Numbered = tuple[int, Row]
Heading = tuple[str, str]
_SECTION = {Zone.BEFORE: 0, Zone.DAY: 1, Zone.AFTER: 2}


def arrange(
    rows: Sequence[Row], days: Mapping[int, Heading], width: int, sizes: Metrics, *, dragging: bool = False
) -> Arrangement:
    """Put everything in its place; `days` are the headings of the days, when there are several.

    While something is dragged the zones before and after show where it can be dropped, even when empty.
    """
    laying = Laying(0, width, sizes.s)
    numbered = list(enumerate(rows))
    for zone in _SECTION:
        here = [one for one in numbered if one[1].step.zone is zone]
        if zone is Zone.DAY:
            _days(laying, here, days, sizes)
        elif here or dragging:
            _zone(laying, zone, here, sizes)
    return laying.done(laying.top + 2 * sizes.m)


def _zone(laying: Laying, zone: Zone, here: Sequence[Numbered], sizes: Metrics) -> None:
    title = _("Avant l’atelier") if zone is Zone.BEFORE else _("Après l’atelier")
    note = saying.duration(sum(row.minutes for _n, row in here)) if here else _("rien de prévu")
    laying.top += sizes.s
    laying.put("zone", sizes.line * 2 + sizes.s, title=title, note=note)
    for number, row in here:
        _step(laying, number, row, sizes)
    laying.top += sizes.s


def _days(laying: Laying, here: Sequence[Numbered], days: Mapping[int, Heading], sizes: Metrics) -> None:
    for day, group in groupby(here, key=lambda one: one[1].step.day):
        if day in days:
            title, note = days[day]
            laying.top += sizes.s
            laying.put("day", sizes.line * 2 + sizes.m, title=title, note=note)
        _phases(laying, list(group), sizes)


def _phases(laying: Laying, here: Sequence[Numbered], sizes: Metrics) -> None:
    for phase, group in groupby(here, key=lambda one: one[1].step.phase):
        steps = list(group)
        if phase:
            laying.put("phase", sizes.line * 2 + sizes.s, title=phase, note=saying.duration(_lasting(steps)))
        for fork, parts in groupby(steps, key=lambda one: one[1].step.fork):
            if fork:
                _fork(laying, list(parts), sizes)
            else:
                for number, row in parts:
                    _gap(laying, row, sizes)
                    _step(laying, number, row, sizes)


def _lasting(steps: Iterable[Numbered]) -> int:
    """From the first beginning to the last end; lanes run at the same time."""
    rows = [row for _n, row in steps]
    return max(row.begins + row.minutes for row in rows) - min(row.begins for row in rows)


def _gap(laying: Laying, row: Row, sizes: Metrics) -> None:
    if row.gap > 0:
        free = _("{time} libres").format(time=saying.duration(row.gap))
        laying.put("gap", sizes.line + sizes.s, title=free)


def _step(laying: Laying, number: int, row: Row, sizes: Metrics) -> None:
    narrow = laying.width < sizes.narrow
    laying.put("cell" if narrow else "step", sizes.cell if narrow else sizes.row, row=number)
    for fault in row.faults:
        _fault(laying, fault, laying.left + sizes.title, laying.width - sizes.title, sizes)


def _fault(laying: Laying, fault: Fault, left: int, width: int, sizes: Metrics) -> None:
    inner = width - sizes.glyph - 3 * sizes.s
    high = sizes.height(fault.words, inner) + sizes.s
    tone = "danger" if fault.blocks else "warn"
    laying.place("fault", QRect(left, laying.top, width, high), title=fault.words, note=tone)
    laying.top += high + sizes.s // 2


def lanes_of(parts: Sequence[Numbered]) -> dict[str, list[Numbered]]:
    """The steps of a fork by lane, lanes in the order in which they are first met."""
    lanes: dict[str, list[Numbered]] = {}
    for one in parts:
        lanes.setdefault(one[1].step.lane, []).append(one)
    return lanes


def _fork(laying: Laying, parts: Sequence[Numbered], sizes: Metrics) -> None:
    lanes = lanes_of(parts)
    _gap(laying, parts[0][1], sizes)
    top, left = laying.top + sizes.s // 2, laying.left + sizes.left
    inner = laying.width - sizes.left - sizes.s
    fits = max(1, min(len(lanes), inner // max(1, sizes.narrow * 2 // 7)))
    block = len(laying.pieces)
    laying.top = top + sizes.line + sizes.m
    names = list(lanes)
    for begin in range(0, len(names), fits):
        _side_by_side(
            laying, [(name, lanes[name]) for name in names[begin : begin + fits]], left, inner, sizes
        )
    first = min(row.begins for _n, row in parts)
    last = max((row for _n, row in parts), key=lambda row: row.begins + row.minutes)
    took = last.begins + last.minutes - first
    count = ngettext("{n} voie en parallèle", "{n} voies en parallèle", len(lanes)).format(n=len(lanes))
    together = _("Tout le monde se retrouve à {time}").format(time=last.end) if last.end else ""
    head = QRect(laying.left, top, laying.width, sizes.line + sizes.m)
    laying.place("rejoin", QRect(left, laying.top, inner, sizes.line + sizes.s), title=together)
    laying.top += sizes.line + sizes.s
    area = QRect(left, top, inner, laying.top - top)
    # The ground lies under what stands on it.
    pieces, laying.pieces = laying.pieces, laying.pieces[:block]
    laying.place("block", area)
    laying.place("fork", head, title=count, note=saying.duration(took))
    laying.pieces += pieces[block:]
    laying.top += sizes.s
    for _n, row in parts:
        for fault in row.faults:
            _fault(laying, fault, laying.left + sizes.title, laying.width - sizes.title, sizes)


def _side_by_side(
    laying: Laying, lanes: Sequence[tuple[str, list[Numbered]]], left: int, inner: int, sizes: Metrics
) -> None:
    gap, top, low = sizes.s, laying.top, laying.top
    wide = (inner - gap * (len(lanes) + 1)) // len(lanes)
    for place, (name, steps) in enumerate(lanes):
        x, y = left + gap + place * (wide + gap), top
        total = saying.duration(sum(row.minutes for _n, row in steps))
        laying.place("lane", QRect(x, y, wide, sizes.line + sizes.s), title=name, note=total)
        y += sizes.line + sizes.s
        for number, _row in steps:
            laying.place("cell", QRect(x, y, wide, sizes.cell), row=number)
            y += sizes.cell + sizes.s // 2
        low = max(low, y)
    laying.top = low + sizes.s // 2
