# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps on the clipboard: lines « length, tab, title » for any other program, and from any other program.

What was copied here is remembered whole beside those lines: as long as the clipboard still holds them, pasting gives
every field back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QGuiApplication

from forgeatelier.actions.plan import Plan, arranging
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Importance
from forgeatelier.model.workshop.durations import length_of, read_length, write_length
from forgeatelier.model.workshop.planned_step import PlannedStep

_MOST_LINES = 200


@dataclass
class _Held:
    """The lines that were put on the clipboard, and the steps they stand for."""

    text: str = ""
    steps: tuple[PlannedStep, ...] = ()


_held = _Held()


def put(steps: Sequence[PlannedStep]) -> None:
    """Onto the clipboard."""
    _held.text = "\n".join(f"{write_length(length_of(step))}\t{step.title}" for step in steps)
    _held.steps = tuple(steps)
    QGuiApplication.clipboard().setText(_held.text)


def taken() -> tuple[PlannedStep, ...]:
    """The steps on the clipboard, or those its lines describe; none when they say anything else."""
    text = QGuiApplication.clipboard().text()
    if text and text == _held.text:
        return _held.steps
    lines = [line for line in text.splitlines()[: _MOST_LINES + 1] if line.strip()]
    found = [_described(line) for line in lines]
    return tuple(step for step in found if step is not None) if None not in found[:_MOST_LINES] else ()


def _described(line: str) -> PlannedStep | None:
    """« 45, tab, Pause » as a step; a spreadsheet gives its cells like that."""
    said, tab, title = line.partition("\t")
    title = tidy_line(title)
    if not tab or not title:
        return None
    try:
        length = read_length(said)
    except AtelierError:
        return None
    return PlannedStep(
        title=title,
        minutes=length.minutes,
        per_person_seconds=length.per_person_seconds,
        per_team_seconds=length.per_team_seconds,
        importance=Importance.USEFUL,
    )


def into(plan: Plan, steps: Sequence[PlannedStep], after: str | None) -> Change:
    """Copies of these in a plan, after the one with this id; locks stay behind."""
    copies: list[PlannedStep] = []
    for step in steps:
        grown = replace(plan, steps=(*plan.steps, *copies))
        bare = replace(step, starts_at=None, ends_at=None, fork="", lane="")
        copies.append(arranging.own(grown, bare))
    title = ngettext("Coller une étape", "Coller {n} étapes", len(copies)).format(n=len(copies))
    return plan.changed(title, arranging.put(plan, tuple(copies), after))
