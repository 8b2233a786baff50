# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan as the planner holds it: shown at once, kept right after, and shown as it could be before it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from forgeatelier.actions.plan import Plan, read_plan
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.durations import Length, minutes_of
from forgeatelier.model.workshop.plan import running_order
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.timetable import Conditions, Timetable, timetable
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop.planner.pieces import Row
from forgeatelier.window.pages.workshop.planner.rows import rows_of
from forgeatelier.window.pages.workshop.subject import Subject

Gesture = Callable[[Plan], Change]


class Planning(QObject):
    """`changed` when there is something else to show; whoever listens draws before the library is asked."""

    changed = Signal()

    def __init__(self, subject: Subject, parent: QObject | None = None) -> None:
        """Read the plan of a workshop."""
        super().__init__(parent)
        self.subject = subject
        self.plan: Plan | None = None
        self.table: Timetable | None = None
        self.supposed: Conditions | None = None
        self._tried: dict[str, int] = {}
        self._own: Change | None = None
        self._rows: tuple[Row, ...] = ()
        self._kept_starts: tuple[Plan | None, Mapping[str, int]] = (None, {})
        subject.changed.connect(self._heard)
        self.read()

    def read(self) -> None:
        """Read everything from the library."""
        workshop = self.subject.workshop()
        library = self.subject.desk.atelier.library
        self.plan = read_plan(library, workshop) if workshop is not None else None
        self._compute()

    def rows(self) -> tuple[Row, ...]:
        """The rows to show; while one supposes something they say what would move."""
        if self.table is None:
            return ()
        trying = self.supposed is not None or bool(self._tried)
        self._rows = rows_of(self.table, self._starts() if trying else None, self._rows)
        return self._rows

    def _starts(self) -> Mapping[str, int]:
        """When each step begins in the plan as it is kept, worked out once for each plan."""
        plan = self.plan
        if plan is not None and self._kept_starts[0] is not plan:
            starts = {slot.step.id: slot.start for slot in plan.timetable().slots}
            self._kept_starts = (plan, starts)
        return self._kept_starts[1]

    def do(self, gesture: Gesture) -> bool:
        """Do something to the plan and keep it; a refusal is shown and False returned."""
        if self.plan is None:
            return False
        try:
            change = gesture(self.plan)
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return False
        return self.keep(change)

    def keep(self, change: Change) -> bool:
        """Show a change, then keep it; when the library refuses, what it holds is shown again."""
        if not change.before and not change.after:
            return True
        self._tried = {}
        self._follow(change)
        self._compute()
        self._own = change
        kept = self.subject.desk.keep(change)
        self._own = None
        if not kept:
            self.read()
        return kept

    def take_back(self) -> None:
        """Undo the last change, which was this planner's own."""
        try:
            self.subject.desk.history.undo()
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)

    def suppose(self, then: Conditions | None) -> None:
        """Show the plan under other conditions without keeping anything; None goes back to those of now."""
        if self.plan is not None and then == self.plan.conditions:
            then = None
        if then != self.supposed:
            self.supposed = then
            self._compute()

    def try_length(self, ids: tuple[str, ...], length: Length | None) -> None:
        """Show these steps as long as that without keeping anything; None ends it."""
        now = self.conditions
        if self.plan is None or now is None:
            return
        tried: dict[str, int] = {}
        for step in self.plan.steps if length is not None else ():
            if step.id in ids and length is not None:
                said = replace(
                    step,
                    minutes=length.minutes,
                    per_person_seconds=length.per_person_seconds,
                    per_team_seconds=length.per_team_seconds,
                )
                tried[step.id] = minutes_of(said, now.people, now.teams)
        if tried != self._tried:
            self._tried = tried
            self._compute()

    @property
    def conditions(self) -> Conditions | None:
        """Those now shown: supposed ones, or those of the workshop."""
        return self.supposed or (self.plan.conditions if self.plan else None)

    def _compute(self) -> None:
        now = self.conditions
        if self.plan is None or now is None:
            self.table = None
        else:
            first = self.plan.workshop.starts_on
            self.table = timetable(self.plan.steps, now, first, self._tried or None)
        self.changed.emit()

    def _heard(self, change: Change) -> None:
        if change is self._own or not change.touches(PlannedStep, Workshop):
            return
        self._follow(change)
        self._compute()

    def _follow(self, change: Change) -> None:
        """Take over what a change says, without reading every step again."""
        if self.plan is None:
            return
        workshop, steps = self.plan.workshop, {step.id: step for step in self.plan.steps}
        was_own = workshop.own_steps
        if not was_own and any(
            isinstance(one, Workshop) and one.id == workshop.id and one.own_steps for one in change.after
        ):
            # The first edit says every step there is: what it leaves out is gone.
            steps = {}
        for before, after in change.pairs():
            one = after or before
            if isinstance(one, Workshop) and one.id == workshop.id and isinstance(after, Workshop):
                workshop = after
            elif isinstance(one, PlannedStep) and one.workshop_id == workshop.id:
                if isinstance(after, PlannedStep):
                    steps[after.id] = after
                else:
                    steps.pop(one.id, None)
        if workshop.own_steps:
            kept = tuple(steps.values())
            self.plan = Plan(workshop, running_order(workshop, kept), kept)
        elif was_own or workshop.protocol is not self.plan.workshop.protocol:
            # The first edit was taken back: the protocol's own steps are the plan again.
            kept = self.subject.desk.atelier.library.all(PlannedStep, workshop_id=workshop.id)
            self.plan = Plan(workshop, running_order(workshop, kept), kept)
        else:
            self.plan = replace(self.plan, workshop=workshop)
