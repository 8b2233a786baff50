# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding, copying, removing and moving steps."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from forgeatelier.actions.compose import slug
from forgeatelier.actions.plan.placing import part_of, placed
from forgeatelier.actions.plan.plan import Plan
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import new_id
from forgeatelier.model.workshop.blocks import day_of_step
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone


def insert(plan: Plan, step: PlannedStep, after: str | None = None) -> Change:
    """A new step just after the one with this entity id (`""`: first of all; None: at the end).

    It joins the zone, the day and the lane of the one before it; at the end it joins the last day, or the zone it
    names. Raises AtelierError without a title.
    """
    title = tidy_line(step.title)
    if not title:
        raise AtelierError(_("L’étape n’a pas de titre."), _("Écrire un titre, même court."))
    made = own(plan, replace(step, title=title))
    return plan.changed(_("Ajouter une étape"), put(plan, (made,), after))


def own(plan: Plan, step: PlannedStep) -> PlannedStep:
    """A step with an id, a step id nothing else has, and this workshop's name on it."""
    entity_id = new_id()
    return replace(
        step, id=entity_id, workshop_id=plan.workshop.id, step_id=fresh(plan, step.title, entity_id)
    )


def fresh(plan: Plan, title: str, entity_id: str) -> str:
    """A step id from a title that two laptops adding the same step at once do not share."""
    taken = {step.step_id for step in plan.steps}
    tail = entity_id.replace("-", "")
    long = next((n for n in range(4, len(tail)) if f"{_stem(title)}-{tail[-n:]}" not in taken), len(tail))
    return f"{_stem(title)}-{tail[-long:]}"


def _stem(title: str) -> str:
    return slug(title) or "etape"


def put(plan: Plan, made: tuple[PlannedStep, ...], after: str | None) -> tuple[PlannedStep, ...]:
    """The plan's steps with new ones among them, in the part and the lane of the step they follow."""
    near = plan.step(after) if after else None
    at = plan.steps.index(near) + 1 if near else 0
    if near is not None:
        made = tuple(
            replace(step, zone=near.zone, day=near.day, fork=near.fork, lane=near.lane) for step in made
        )
    elif after != "":
        at = len(plan.steps)
        days = [day_of_step(step) for step in plan.steps if step.zone is Zone.DAY]
        made = tuple(replace(step, day=max(days, default=1)) for step in made)
    return placed([*plan.steps[:at], *made, *plan.steps[at:]], {step.id for step in made})


def duplicate(plan: Plan, ids: Iterable[str]) -> Change:
    """Copies of these steps, each batch just after the last one; locks stay with the originals."""
    chosen = plan.chosen(ids)
    last = chosen[-1]
    copies = tuple(
        replace(
            own(plan, step),
            zone=last.zone,
            day=last.day,
            fork=last.fork,
            lane=last.lane,
            starts_at=None,
            ends_at=None,
        )
        for step in chosen
    )
    at = plan.steps.index(last) + 1
    wanted = placed([*plan.steps[:at], *copies, *plan.steps[at:]], {step.id for step in copies})
    title = ngettext("Dupliquer une étape", "Dupliquer {n} étapes", len(copies)).format(n=len(copies))
    return plan.changed(title, wanted)


def remove(plan: Plan, ids: Iterable[str]) -> Change:
    """The plan without these steps; what was captured during them stays in the workshop."""
    gone = {step.id for step in plan.chosen(ids)}
    title = ngettext("Retirer une étape", "Retirer {n} étapes", len(gone)).format(n=len(gone))
    return plan.changed(title, [step for step in plan.steps if step.id not in gone])


def move(
    plan: Plan,
    ids: Iterable[str],
    *,
    to: int | None = None,
    by: int = 0,
    zone: Zone | None = None,
    day: int | None = None,
) -> Change:
    """These steps elsewhere, in the order they had.

    `to` is where they are dropped: before the step that now has this index in `plan.steps` (its length: at the
    end). `by` goes one place up (-1) or down (+1), past a whole fork, or from one day to the next. `zone` and
    `day` alone put them at the end of that part.
    """
    chosen = plan.chosen(ids)
    moved = {step.id for step in chosen}
    if to is None and by:
        wanted = _nudged(plan, moved, by)
    elif to is None:
        wanted = _sent(plan, chosen, zone or Zone.DAY, day)
    else:
        wanted = _dropped(plan, chosen, max(0, min(to, len(plan.steps))), zone, day)
    title = ngettext("Déplacer une étape", "Déplacer {n} étapes", len(moved)).format(n=len(moved))
    return plan.changed(title, placed(wanted, moved))


def _sent(plan: Plan, chosen: tuple[PlannedStep, ...], zone: Zone, day: int | None) -> list[PlannedStep]:
    gone = {step.id for step in chosen}
    stay = [step for step in plan.steps if step.id not in gone]
    return [*stay, *(_at_home(step, zone, step.day if day is None else day) for step in chosen)]


def _at_home(step: PlannedStep, zone: Zone, day: int) -> PlannedStep:
    if day < 1:
        raise AtelierError(_("Les jours se comptent à partir de 1."), _("Écrire 1 pour le premier jour."))
    return replace(step, zone=zone, day=day, fork="", lane="")


def _dropped(
    plan: Plan, chosen: tuple[PlannedStep, ...], to: int, zone: Zone | None, day: int | None
) -> list[PlannedStep]:
    gone = {step.id for step in chosen}
    above = [step for step in plan.steps[:to] if step.id not in gone]
    below = [step for step in plan.steps[to:] if step.id not in gone]
    joined = [_joining(step, above, below, zone, day) for step in chosen]
    return [*above, *joined, *below]


def _joining(
    step: PlannedStep, above: list[PlannedStep], below: list[PlannedStep], zone: Zone | None, day: int | None
) -> PlannedStep:
    """The step in the part, fork and lane of the place where it is dropped."""
    up, down = above[-1] if above else None, below[0] if below else None
    near = up or down
    if zone is not None or day is not None or near is None:
        wished = (zone or step.zone, step.day if day is None else day)
        up = up if up and part_of(up) == wished else None
        down = down if down and part_of(down) == wished else None
        step = _at_home(step, *wished)
    else:
        step = replace(step, zone=near.zone, day=near.day)
    inside = up is not None and down is not None and up.fork == down.fork and part_of(up) == part_of(down)
    lane = up if inside and up is not None else None
    return replace(step, fork=lane.fork if lane else "", lane=lane.lane if lane else "")


def _nudged(plan: Plan, moved: Collection[str], by: int) -> list[PlannedStep]:
    """One place up or down: done as a whole, so that several steps chosen together stay together."""
    steps = list(plan.steps) if by < 0 else list(reversed(plan.steps))
    first = next(n for n, step in enumerate(steps) if step.id in moved)
    group = [step for step in steps if step.id in moved]
    rest = [step for step in steps if step.id not in moved]
    head = first
    group, head = _passed(group, rest, head, day_step=by)
    found = [*rest[:head], *group, *rest[head:]]
    return found if by < 0 else list(reversed(found))


def _passed(
    group: list[PlannedStep], rest: list[PlannedStep], head: int, *, day_step: int
) -> tuple[list[PlannedStep], int]:
    """Past the neighbour before `head`: a step of the same lane, a whole fork, or the border of a day."""
    lead = group[0]
    if not head:
        return group, head
    neighbour = rest[head - 1]
    if lead.fork and (neighbour.fork, neighbour.lane) != (lead.fork, lead.lane):
        # At the edge of its lane a step leaves the fork, which it then has behind it.
        while head and rest[head - 1].fork == lead.fork and part_of(rest[head - 1]) == part_of(lead):
            head -= 1
        return [replace(step, fork="", lane="") for step in group], head
    if part_of(neighbour) != part_of(lead):
        return [replace(s, zone=neighbour.zone, day=neighbour.day, fork="", lane="") for s in group], head
    if neighbour.fork and not lead.fork:
        while head and rest[head - 1].fork == neighbour.fork and part_of(rest[head - 1]) == part_of(lead):
            head -= 1
        return [replace(s, zone=lead.zone, day=lead.day, fork="", lane="") for s in group], head
    same = [replace(s, zone=lead.zone, day=lead.day, fork=lead.fork, lane=lead.lane) for s in group]
    return same, head - 1
