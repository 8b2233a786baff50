# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps on the clipboard: lines « length, tab, title » for any other program; from one, also « title, tab, length ».

What was copied here is remembered whole beside those lines: as long as the clipboard still holds them, pasting gives
every field back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QGuiApplication

from forgeatelier.actions.plan import Plan, arranging
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Importance
from forgeatelier.model.workshop.durations import length_of, read_length, write_length
from forgeatelier.model.workshop.planned_step import PlannedStep

_MOST_LINES = 1000
_CELLS = 2


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
    """The steps on the clipboard, or those its lines describe. Raises AtelierError when they say anything else."""
    text = QGuiApplication.clipboard().text()
    if text and text == _held.text:
        return _held.steps
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > _MOST_LINES:
        raise AtelierError(
            _("{n} lignes ont été copiées : c’est plus qu’un déroulé ne peut en tenir.").format(n=len(lines)),
            _("En copier {most} au plus.").format(most=_MOST_LINES),
        )
    found = tuple(step for step in map(_described, lines) if step is not None)
    if not lines or len(found) < len(lines):
        raise AtelierError(
            _("Ce qui a été copié n’est pas une suite d’étapes."),
            _(
                "Copier deux colonnes d’un tableur, sans leurs intitulés : la durée (45, 1h30, x30s) et le titre."
            ),
        )
    return found


def _described(line: str) -> PlannedStep | None:
    """« 45, tab, Pause » or « Pause, tab, 45 » as a step; a spreadsheet gives its cells like that."""
    cells = [tidy_line(cell) for cell in line.rstrip("\t").split("\t")]
    if len(cells) != _CELLS or not all(cells):
        return None
    for said, title in (cells, reversed(cells)):
        try:
            length = read_length(said)
        except AtelierError:
            continue
        return PlannedStep(
            title=title,
            minutes=length.minutes,
            per_person_seconds=length.per_person_seconds,
            per_team_seconds=length.per_team_seconds,
            importance=Importance.USEFUL,
        )
    return None


def into(plan: Plan, steps: Sequence[PlannedStep], after: str | None) -> Change:
    """Copies of these in a plan, after the one with this id; locks stay behind."""
    copies: list[PlannedStep] = []
    for step in steps:
        grown = replace(plan, steps=(*plan.steps, *copies))
        bare = replace(step, starts_at=None, ends_at=None, fork="", lane="")
        copies.append(arranging.own(grown, bare))
    title = ngettext("Coller une étape", "Coller {n} étapes", len(copies)).format(n=len(copies))
    return plan.changed(title, arranging.put(plan, tuple(copies), after))
