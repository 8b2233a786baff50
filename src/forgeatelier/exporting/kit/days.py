# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The days of a workshop as the sheets show them: days, blocks, lanes side by side, steps with their hours."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from forgeatelier.exporting.choices import called, listed
from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.wording import day as written_day
from forgeatelier.exporting.wording import duration
from forgeatelier.ground.words import _, marked
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.agenda import lane_words
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import Slot, clock
from forgeatelier.model.workshop.timetable import DayPlan

_WEEKDAYS = (
    marked("lundi"),
    marked("mardi"),
    marked("mercredi"),
    marked("jeudi"),
    marked("vendredi"),
    marked("samedi"),
    marked("dimanche"),
)

_LETTERS = {
    Form.PLENARY: marked("P = plénière"),
    Form.PAIRS: marked("B = binômes"),
    Form.GROUPS: marked("G = groupes"),
    Form.INDIVIDUAL: marked("I = individuel"),
    Form.DEMONSTRATION: marked("D = démonstration"),
    Form.MAKING: marked("F = fabrication"),
    Form.BREAK: marked("R = repas, pause"),
    Form.BUFFER: marked("T = tampon"),
}
"""The same letters as on screen: each language has its own eight."""


@dataclass(frozen=True, slots=True)
class Line:
    """One step on paper: hours as « 09:35 », its kind (a hatch and a letter), and the step for the rest."""

    step: PlannedStep
    start: str
    end: str
    minutes: str
    kind: str
    letter: str
    form: str
    lead: str
    first_of_phase: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lanes side by side; a step outside any fork is a block of one lane without a name."""

    lanes: tuple[tuple[str, tuple[Line, ...]], ...]

    @property
    def forked(self) -> bool:
        """Whether several lanes run at the same time."""
        return len(self.lanes) > 1

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of every lane."""
        return tuple(line for _name, lines in self.lanes for line in lines)


@dataclass(frozen=True, slots=True)
class Day:
    """One day: its words, when it begins and ends, its blocks."""

    number: int
    label: str
    on: date | None
    start: str
    end: str
    blocks: tuple[Block, ...]
    summary: str

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the day, lanes one after another."""
        return tuple(line for block in self.blocks for line in block.lines)


def letter(form: Form) -> str:
    """The letter of a kind in the language being spoken."""
    return _(_LETTERS[form]).partition(" ")[0]


def legend() -> tuple[tuple[str, str, str], ...]:
    """Every kind: the name of its hatch, its letter, its words."""
    return tuple((form.value, letter(form), _(_LETTERS[form]).partition(" = ")[2]) for form in Form)


def long_day(on: date) -> str:
    """« jeudi 12 mars 2026 »."""
    return f"{_(_WEEKDAYS[on.weekday()])} {written_day(on)}"


def day_label(number: int, on: date | None, *, alone: bool) -> str:
    """« Jour 2 · vendredi 13 mars 2026 »; the date alone when there is only one day."""
    numbered = _("Jour {n}").format(n=number)
    if on is None:
        return _("Programme") if alone else numbered
    return long_day(on) if alone else f"{numbered} · {long_day(on)}"


def days_of(content: KitContent) -> tuple[Day, ...]:
    """The days of the timetable, in order."""
    plans = content.timetable.days
    return tuple(_day(plan, content, alone=len(plans) == 1) for plan in plans)


def outside(steps: tuple[PlannedStep, ...]) -> tuple[Line, ...]:
    """Steps before or after the days: they have no hour."""
    return tuple(_line(Slot(step, 0, 0, 0), timed=False) for step in steps)


def _day(plan: DayPlan, content: KitContent, *, alone: bool) -> Day:
    first = content.workshop.starts_on
    on = plan.on or (first + timedelta(days=plan.day - 1) if first else None)
    blocks = _blocks(plan.slots)
    said = [
        _("{start} à {end}").format(start=clock(plan.start), end=clock(plan.end)),
        _("{time} de travail").format(time=duration(plan.work)),
        _("{time} de pauses").format(time=duration(plan.breaks)),
    ]
    spare = plan.buffers + plan.gaps
    if spare:
        said.append(_("{time} de réserve").format(time=duration(spare)))
    return Day(
        plan.day,
        day_label(plan.day, on, alone=alone),
        on,
        clock(plan.start),
        clock(plan.end),
        _with_phases(blocks),
        " · ".join(said),
    )


def _blocks(slots: tuple[Slot, ...]) -> tuple[Block, ...]:
    """Neighbours of one fork together, lane by lane; lanes have a letter when nobody named them."""
    found: list[Block] = []
    at = 0
    while at < len(slots):
        fork = slots[at].step.fork
        end = at + 1
        while fork and end < len(slots) and slots[end].step.fork == fork:
            end += 1
        lanes: dict[str, list[Line]] = {}
        for slot in slots[at:end]:
            lanes.setdefault(slot.step.lane, []).append(_line(slot))
        named = tuple((_lane_name(name, lines), tuple(lines)) for name, lines in lanes.items())
        found.append(Block(named if len(named) > 1 else (("", named[0][1]),)))
        at = end
    return tuple(found)


def _lane_name(lane: str, lines: list[Line]) -> str:
    """« Voie A » or its name, with its room when all its steps share one."""
    rooms = {line.step.room for line in lines if line.step.room}
    name = lane_words(lane)
    return f"{name} · {rooms.pop()}" if len(rooms) == 1 else name


def _with_phases(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Mark the first line of each phase, so that a sheet may put a heading before it."""
    marked_blocks = []
    phase = ""
    for block in blocks:
        opening = block.lines[0].step.phase
        if opening and opening != phase:
            name, lines = block.lanes[0]
            headed = (name, (replace(lines[0], first_of_phase=opening), *lines[1:]))
            marked_blocks.append(Block((headed, *block.lanes[1:])))
        else:
            marked_blocks.append(block)
        phase = block.lines[-1].step.phase or phase
    return tuple(marked_blocks)


def _line(slot: Slot, *, timed: bool = True) -> Line:
    step = slot.step
    return Line(
        step,
        clock(slot.start) if timed else "",
        clock(slot.end) if timed else "",
        duration(slot.minutes) if timed else "",
        step.form.value,
        letter(step.form),
        called(step.form),
        listed("roles", step.lead),
    )
