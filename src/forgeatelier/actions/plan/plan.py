# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan as it is now, and the change that makes it another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from forgeatelier.actions.own_lists import list_change
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.blocks import day_of_step
from forgeatelier.model.workshop.plan import running_order
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import Conditions, conditions_of
from forgeatelier.model.workshop.timetable import Timetable, timetable
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


@dataclass(frozen=True, slots=True)
class Plan:
    """A workshop with its steps in the order they are read; `kept` are those the library already holds."""

    workshop: Workshop
    steps: tuple[PlannedStep, ...]
    kept: tuple[PlannedStep, ...] = ()

    @property
    def conditions(self) -> Conditions:
        """What it is now planned for."""
        return conditions_of(self.workshop)

    def timetable(self, conditions: Conditions | None = None) -> Timetable:
        """The steps on the clock, under these conditions or those of now."""
        return timetable(self.steps, conditions or self.conditions, self.workshop.starts_on)

    def step(self, entity_id: str) -> PlannedStep | None:
        """The step with this entity id, if it is still there."""
        return next((step for step in self.steps if step.id == entity_id), None)

    def chosen(self, ids: Iterable[str]) -> tuple[PlannedStep, ...]:
        """The steps with these entity ids, in order. Raises AtelierError when none of them is there any more."""
        wanted = set(ids)
        found = tuple(step for step in self.steps if step.id in wanted)
        if not found:
            raise AtelierError(
                _("Cette étape n’est plus dans le déroulé."), _("En choisir une autre dans la liste.")
            )
        return found

    def changed(self, title: str, steps: Sequence[PlannedStep]) -> Change:
        """The change that makes these the steps; the first one also makes the plan the workshop's own."""
        made = list_change(title, self.workshop, "own_steps", self.steps, steps, self.kept)
        return self._lasting(made, steps)

    def _lasting(self, made: Change, steps: Sequence[PlannedStep]) -> Change:
        """With a day more, the workshop ends later: its attendance and its sign-in sheet have that day too."""
        first, days = self.workshop.starts_on, _last_day(steps)
        if first is None or days <= max(1, _last_day(self.steps)):
            return made
        end = first + timedelta(days=days - 1)
        if self.workshop.ends_on is not None and self.workshop.ends_on >= end:
            return made
        was = next((one for one in made.after if isinstance(one, Workshop)), self.workshop)
        longer = Change(made.title, (was,), (replace(was, ends_on=end),))
        return made.followed_by(longer)


def _last_day(steps: Iterable[PlannedStep]) -> int:
    return max((day_of_step(step) for step in steps if step.zone is Zone.DAY), default=0)


def read_plan(library: Library, workshop: Workshop) -> Plan:
    """The plan of a workshop as the library holds it."""
    kept = library.all(PlannedStep, workshop_id=workshop.id)
    return Plan(workshop, running_order(workshop, kept), kept)
