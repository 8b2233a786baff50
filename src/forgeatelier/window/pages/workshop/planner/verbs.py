# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one can do to the steps chosen: each verb is one change, and says where one is afterwards."""

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import QObject, Signal

from forgeatelier.actions import plan as doing
from forgeatelier.actions.inserting import insert_method
from forgeatelier.actions.plan import Plan
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.window.pages.workshop.planner import copied
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.pages.workshop.planner.view import PlanView

_USUAL_MINUTES = 15
_IN_TURN = (Importance.ESSENTIAL, Importance.USEFUL, Importance.OPTIONAL)


class Verbs(QObject):
    """`made` tells the id of a step one has just made, so that one can name it at once."""

    made = Signal(str)

    def __init__(self, planning: Planning, view: PlanView) -> None:
        """Acts on what is chosen in the view."""
        super().__init__(view)
        self._planning, self._view = planning, view

    def ids(self) -> tuple[str, ...]:
        """The steps chosen."""
        return self._view.chosen_ids()

    def steps(self) -> tuple[PlannedStep, ...]:
        """The steps chosen, as they are."""
        plan, wanted = self._planning.plan, set(self.ids())
        return tuple(step for step in plan.steps if step.id in wanted) if plan else ()

    def insert(self, *, before: bool = False) -> None:
        """A new step after the last one chosen, or before the first; at the end when none is."""
        plan, steps = self._planning.plan, self.steps()
        if plan is None:
            return
        near = (steps[0] if before else steps[-1]) if steps else plan.steps[-1] if plan.steps else None
        phase = near.phase if near else ""
        fresh = PlannedStep(
            title=_("Nouvelle étape"), minutes=_USUAL_MINUTES, importance=Importance.USEFUL, phase=phase
        )
        after = near.id if near else None
        if before and near is not None:
            place = plan.steps.index(near)
            after = plan.steps[place - 1].id if place else ""
        if self._new(lambda now: doing.insert(now, fresh, after)):
            self.made.emit(self._view.current_id())

    def insert_protocol(
        self, protocol: Protocol, step_ids: Sequence[str] | None = None, *, materials: bool = True
    ) -> bool:
        """Copies of the steps of a method, after the last one chosen, with the materials the list lacks."""
        chosen = self.ids()
        after = chosen[-1] if chosen else None
        if not materials:
            return self._new(lambda plan: doing.insert_protocol(plan, protocol, after, step_ids))
        library = self._planning.subject.desk.atelier.library
        return self._new(lambda plan: insert_method(library, plan, protocol, after, step_ids))

    def duplicate(self) -> None:
        """Copies just below."""
        if ids := self.ids():
            self._new(lambda plan: doing.duplicate(plan, ids))

    def remove(self) -> None:
        """Take them out; one message offers to bring them back."""
        ids = self.ids()
        if not ids or not self._planning.do(lambda plan: doing.remove(plan, ids)):
            return
        said = ngettext("{n} étape retirée", "{n} étapes retirées", len(ids)).format(n=len(ids))
        self._planning.subject.desk.toast(said, True)
        if self._view.currentIndex().isValid():
            self._view.choose((self._view.current_id(),))

    def copy(self) -> None:
        """Onto the clipboard, for this plan or another one."""
        if steps := self.steps():
            copied.put(steps)

    def cut(self) -> None:
        """Copy, then remove."""
        if self.ids():
            self.copy()
            self.remove()

    def paste(self) -> None:
        """What was copied, after the last one chosen."""
        chosen = self.ids()
        self._new(lambda plan: copied.into(plan, copied.taken(), chosen[-1] if chosen else None))

    def move(self, by: int) -> None:
        """One place up or down."""
        if ids := self.ids():
            self._planning.do(lambda plan: doing.move(plan, ids, by=by))
            self._view.scrollTo(self._view.currentIndex())

    def send(self, zone: Zone) -> None:
        """Before the days, into the first of them, or after them."""
        if ids := self.ids():
            self._planning.do(lambda plan: doing.move(plan, ids, zone=zone))

    def to_day(self, by: int) -> None:
        """To the end of the day before or after."""
        steps = [step for step in self.steps() if step.zone is Zone.DAY]
        day = steps[0].day + by if steps else 0
        if steps and day > 0:
            ids = tuple(step.id for step in steps)
            self._planning.do(lambda plan: doing.move(plan, ids, zone=Zone.DAY, day=day))

    def fork(self) -> None:
        """Side by side; one alone gets an empty lane beside it, one that is in a fork gets one more lane."""
        steps = self.steps()
        if not steps:
            return
        ids = tuple(step.id for step in steps)
        if all(step.fork and step.fork == steps[0].fork for step in steps):
            self._new(lambda plan: doing.add_lane(plan, steps[0].fork))
        elif len(ids) == 1:
            self._new(lambda plan: doing.fork(plan, ids))
        else:
            self._planning.do(lambda plan: doing.fork(plan, ids))

    def join(self) -> None:
        """One after another again."""
        forks = [step.fork for step in self.steps() if step.fork]
        if forks:
            self._planning.do(lambda plan: doing.join(plan, forks[0]))

    def lock_start(self) -> None:
        """Hold the start where it now is, or let go."""
        self._lock("starts_at", 0)

    def lock_end(self) -> None:
        """Hold the end where it now is, or let go."""
        self._lock("ends_at", 1)

    def _lock(self, name: str, which: int) -> None:
        steps, table = self.steps(), self._planning.table
        step = steps[0] if len(steps) == 1 else None
        slot = table.slot(step.step_id) if table and step else None
        if step is None or slot is None:
            return
        at = (slot.start, slot.end)[which]
        held = None if getattr(step, name) else time(at // 60 % 24, at % 60)
        ends = {"starts_at": step.starts_at, "ends_at": step.ends_at, name: held}
        self._planning.do(lambda plan: doing.lock(plan, (step.id,), ends["starts_at"], ends["ends_at"]))

    def weigh(self) -> None:
        """Indispensable, utile, facultatif, and round again."""
        if steps := self.steps():
            now = _IN_TURN[(_IN_TURN.index(steps[0].importance) + 1) % len(_IN_TURN)]
            ids = tuple(step.id for step in steps)
            self._planning.do(lambda plan: doing.edit(plan, ids, importance=now))

    def take_form(self, form: Form) -> None:
        """Make them a kind of step."""
        if ids := self.ids():
            self._planning.do(lambda plan: doing.edit(plan, ids, form=form))

    def shorten(self) -> None:
        """Shorten what may be shortened so that the day ends in time."""
        self._planning.do(doing.shorten_to_fit)

    def _new(self, gesture: Callable[[Plan], Change]) -> bool:
        """Do something that makes steps, and choose those."""
        plan = self._planning.plan
        before = {step.id for step in plan.steps} if plan else set()
        if not self._planning.do(gesture) or self._planning.plan is None:
            return False
        self._view.choose([step.id for step in self._planning.plan.steps if step.id not in before])
        return True
