# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a method into a plan: copies of its steps that remember it, and keep its days."""

import re
from collections.abc import Iterable
from dataclasses import replace

from forgeatelier.actions.plan.arranging import own, put
from forgeatelier.actions.plan.placing import placed
from forgeatelier.actions.plan.plan import Plan
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.agenda import day_of
from forgeatelier.model.workshop.plan import derived_steps
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.workshop import Workshop


def insert_protocol(
    plan: Plan, protocol: Protocol, after: str | None = None, step_ids: Iterable[str] | None = None
) -> Change:
    """Copies of a protocol's steps (all, or these), which remember where they come from and which version it was.

    The first day among them is the one they are put in; those of later days come at the end of the days that
    follow. Raises AtelierError when there is nothing to copy.
    """
    made = _copies(plan, protocol, None if step_ids is None else set(step_ids))
    if not made:
        raise AtelierError(_("Ce protocole n’a pas d’étape à insérer."), _("En choisir un autre."))
    first = min(step.day for step in made)
    near = plan.step(after) if after else None
    apart = near is not None and near.zone is not Zone.DAY
    today = tuple(step for step in made if apart or step.day == first)
    ids = {step.id for step in today}
    steps = tuple(_renamed(step) if step.id in ids else step for step in put(plan, today, after))
    begins = next(step.day for step in steps if step.id in ids)
    later = [_renamed(replace(step, day=begins + step.day - first)) for step in made if step.id not in ids]
    wanted = placed([*steps, *later], {step.id for step in made}) if later else steps
    return plan.changed(_("Insérer « {title} »").format(title=protocol.title), wanted)


def _copies(plan: Plan, protocol: Protocol, wanted: set[str] | None) -> tuple[PlannedStep, ...]:
    derived = derived_steps(Workshop(protocol=protocol))
    return tuple(
        replace(
            own(plan, planned),
            source_id=protocol.id,
            source_version=protocol.version,
            source_step=step.id,
        )
        for step, planned in zip(protocol.steps, derived, strict=True)
        if wanted is None or step.id in wanted
    )


def _renamed(step: PlannedStep) -> PlannedStep:
    """A phase « Jour 2 — Vendre » that falls on the third day says so."""
    if step.zone is not Zone.DAY or day_of(step.phase) is None:
        return step
    return replace(step, phase=re.sub(r"\d+", str(step.day), step.phase, count=1))
