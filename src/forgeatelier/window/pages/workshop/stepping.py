# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Beginning and ending steps by hand: the changes that note the real times."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState

_BEFORE_RUNNING = (
    WorkshopState.IDEA,
    WorkshopState.PLANNED,
    WorkshopState.CONFIRMED,
    WorkshopState.POSTPONED,
)


def under_way(runs: Iterable[StepRun]) -> StepRun | None:
    """The step that has begun and not ended."""
    return next((run for run in runs if run.began is not None and run.ended is None), None)


def begin(workshop: Workshop, runs: tuple[StepRun, ...], step_id: str, now: datetime) -> Change:
    """Begin a step now; the one under way ends with it, and the workshop is running."""
    before: list[StepRun] = []
    after: list[StepRun] = []
    other = under_way(runs)
    if other is not None and other.step_id != step_id:
        before.append(other)
        after.append(replace(other, ended=now))
    known = next((run for run in runs if run.step_id == step_id), None)
    if known is not None:
        before.append(known)
    base = known or StepRun(workshop_id=workshop.id, step_id=step_id)
    after.append(replace(base, began=base.began or now, ended=None, outcome=StepOutcome.DONE))
    opened = workshop.state in _BEFORE_RUNNING
    running = (replace(workshop, state=WorkshopState.RUNNING),) if opened else ()
    return Change(_("Commencer une étape"), (*before, *((workshop,) if opened else ())), (*after, *running))


def end(run: StepRun, now: datetime) -> Change:
    """End a step now."""
    return Change(_("Terminer une étape"), (run,), (replace(run, ended=now),))


def skip(workshop: Workshop, runs: tuple[StepRun, ...], step_id: str) -> Change:
    """Note that a step was not done; again, and it is to be done after all."""
    known = next((run for run in runs if run.step_id == step_id), None)
    if known is not None and known.outcome is StepOutcome.SKIPPED:
        return Change(_("Reprendre une étape"), (known,))
    base = known or StepRun(workshop_id=workshop.id, step_id=step_id)
    after = replace(base, outcome=StepOutcome.SKIPPED, began=None, ended=None)
    return Change(_("Passer une étape"), (known,) if known else (), (after,))


def close(workshop: Workshop, runs: tuple[StepRun, ...], now: datetime) -> Change:
    """The workshop has been held; a step still under way ends now."""
    run = under_way(runs)
    ended = ((run,), (replace(run, ended=now),)) if run else ((), ())
    after = replace(workshop, state=WorkshopState.HELD)
    return Change(_("Terminer l’atelier"), (*ended[0], workshop), (*ended[1], after))
