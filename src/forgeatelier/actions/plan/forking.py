# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps side by side: opening a fork, giving it lanes, joining them again."""

from collections.abc import Iterable
from dataclasses import replace
from string import ascii_uppercase

from forgeatelier.actions.plan.arranging import own
from forgeatelier.actions.plan.placing import part_of, placed
from forgeatelier.actions.plan.plan import Plan
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.entity import new_id
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone


def _letter(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, at = divmod(number - 1, len(ascii_uppercase))
        letters = ascii_uppercase[at] + letters
    return letters


def fork(plan: Plan, ids: Iterable[str]) -> Change:
    """These steps side by side, a lane each, where the first of them was; one step alone gets an empty lane beside it.

    Raises AtelierError when they are not all in the same day, or not during a day at all.
    """
    chosen = plan.chosen(ids)
    first = chosen[0]
    if first.zone is not Zone.DAY or any(part_of(step) != part_of(first) for step in chosen):
        raise AtelierError(
            _("Seules les étapes d’un même jour peuvent avoir lieu en même temps."),
            _("Choisir des étapes d’un seul jour."),
        )
    if any(step.fork for step in chosen):
        raise AtelierError(
            _("Une de ces étapes est déjà dans une voie."), _("Réunir d’abord les voies, puis recommencer.")
        )
    name = new_id()
    # What happens at the same time belongs to one phase: the list shows a fork under one heading.
    lanes = [replace(step, fork=name, lane=_letter(n), phase=first.phase) for n, step in enumerate(chosen)]
    if len(lanes) == 1:
        lanes.append(_blank(plan, lanes[0], _letter(1)))
    return plan.changed(_("Ouvrir des voies parallèles"), _with_lanes(plan, lanes))


def _blank(plan: Plan, beside: PlannedStep, lane: str) -> PlannedStep:
    step = PlannedStep(
        title=_("Nouvelle étape"),
        form=Form.GROUPS,
        minutes=beside.minutes,
        phase=beside.phase,
        day=beside.day,
        fork=beside.fork,
        lane=lane,
    )
    return own(plan, step)


def _with_lanes(plan: Plan, lanes: list[PlannedStep]) -> tuple[PlannedStep, ...]:
    """The plan with these steps together where the first of them stands."""
    ids = {step.id for step in lanes}
    at = next(n for n, step in enumerate(plan.steps) if step.id in ids)
    above = [step for step in plan.steps[:at] if step.id not in ids]
    below = [step for step in plan.steps[at:] if step.id not in ids]
    return placed([*above, *lanes, *below], ids - {lanes[0].id})


def _members(plan: Plan, name: str) -> list[PlannedStep]:
    found = [step for step in plan.steps if name and step.fork == name]
    if not found:
        raise AtelierError(
            _("Ces voies parallèles n’existent plus."), _("Choisir une étape qui est dans une voie.")
        )
    return found


def add_lane(plan: Plan, name: str) -> Change:
    """One more lane in this fork, with a blank step. Raises AtelierError when there is no such fork."""
    members = _members(plan, name)
    taken = {step.lane for step in members}
    lane = next(_letter(n) for n in range(len(taken) + 1) if _letter(n) not in taken)
    made = _blank(plan, members[-1], lane)
    at = plan.steps.index(members[-1]) + 1
    wanted = placed([*plan.steps[:at], made, *plan.steps[at:]], {made.id})
    return plan.changed(_("Ajouter une voie"), wanted)


def put_in_lane(plan: Plan, ids: Iterable[str], name: str, lane: str) -> Change:
    """These steps at the end of this lane, a new one when it does not exist. Raises AtelierError without the fork."""
    chosen = plan.chosen(ids)
    moved = {step.id for step in chosen}
    members = [step for step in _members(plan, name) if step.id not in moved] or list(chosen)
    near = members[0]
    joined = [
        replace(s, zone=near.zone, day=near.day, phase=near.phase, fork=name, lane=lane) for s in chosen
    ]
    stay = [step for step in plan.steps if step.id not in moved]
    same = [n for n, step in enumerate(stay, 1) if step.fork == name and step.lane == lane]
    others = [n for n, step in enumerate(stay, 1) if step.fork == name]
    at = (same or others or [len(stay)])[-1]
    return plan.changed(_("Mettre dans une voie"), placed([*stay[:at], *joined, *stay[at:]], moved))


def join(plan: Plan, name: str) -> Change:
    """The steps of a fork one after another again, lane after lane. Raises AtelierError when there is no such fork."""
    members = {step.id for step in _members(plan, name)}
    wanted = [replace(s, fork="", lane="") if s.id in members else s for s in plan.steps]
    return plan.changed(_("Réunir les voies"), placed(wanted, ()))
