# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workshop one looks at: its values as they are now, read once and again only after a change."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from forgeatelier.actions.compose import sheet_of
from forgeatelier.actions.plan import Plan, read_plan
from forgeatelier.model.change import Change
from forgeatelier.model.commons.sheet import ConductSheet
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.consent import Answer, Consent, Matter, Use
from forgeatelier.model.people.consenting import consents_to
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.people.person import Person, is_minor
from forgeatelier.model.workshop.agenda import Slot
from forgeatelier.model.workshop.capture import Capture, CaptureState, Recognisable
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.plan import agenda_of, as_run, running_order
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.desk import Desk

_T = TypeVar("_T")

_FORGOTTEN: tuple[tuple[tuple[type[Entity], ...], tuple[str, ...]], ...] = (
    ((Workshop,), ("workshop", "sheet")),
    ((Workshop, PlannedStep), ("protocol", "agenda")),
    ((ConductSheet, Organisation), ("sheet",)),
    ((StepRun,), ("runs",)),
    ((Output,), ("outputs",)),
    ((Lessons,), ("lessons",)),
)
"""What is read again after a change of these kinds."""

_MANY = 100
"""More people than this are read all at once."""


@dataclass(frozen=True)
class Member:
    """A person of this workshop: her presence, her roles, what she agreed to, and whether she is a minor."""

    person: Person
    attendance: Attendance | None
    team: tuple[TeamMember, ...]
    consents: tuple[Consent, ...]
    minor: bool

    @property
    def id(self) -> str:
        """The id of the person."""
        return self.person.id

    def consent(self, matter: Matter, workshop_id: str) -> Consent | None:
        """What was noted on a matter, here first, then in general."""
        said = [one for one in self.consents if one.matter is matter]
        return next((one for one in said if one.workshop_id == workshop_id), said[-1] if said else None)


class Subject(QObject):
    """One workshop and everything filed under it; `changed` carries the Change that touched it."""

    changed = Signal(object)

    def __init__(self, desk: Desk, workshop_id: str, parent: QObject | None = None) -> None:
        """Look at a workshop through the desk."""
        super().__init__(parent)
        self.desk, self.id = desk, workshop_id
        self._known: dict[str, Any] = {}
        desk.bulletin.changed.connect(self._heard)

    def now(self) -> datetime:
        """The present moment, aware."""
        return self.desk.atelier.clock()

    def today(self) -> date:
        """The day it is here."""
        return self.now().astimezone().date()

    def workshop(self) -> Workshop | None:
        """The workshop, or None when it is no longer there."""
        return self._once("workshop", lambda: self.desk.atelier.library.get(Workshop, self.id))

    def plan(self) -> Plan | None:
        """The steps as they are planned now, in order."""
        return self._once("plan", self._read_plan)

    def protocol(self) -> Protocol | None:
        """The protocol with its steps as this workshop plans them; None when there is nothing to run."""
        plan = self.plan()
        return self._once("protocol", lambda: as_run(plan.workshop, plan.kept)) if plan else None

    def agenda(self) -> tuple[Slot, ...]:
        """When each step of the days is planned."""
        plan = self.plan()
        return self._once("agenda", lambda: agenda_of(plan.workshop, plan.kept)) if plan else ()

    def captures(self) -> tuple[Capture, ...]:
        """Everything caught, in the order in which it was filed."""
        return self._once("captures", lambda: self._all(Capture))

    def capture(self, capture_id: str) -> Capture | None:
        """One capture as it is now."""
        return next((one for one in self.captures() if one.id == capture_id), None)

    def runs(self) -> tuple[StepRun, ...]:
        """The real times."""
        return self._once("runs", lambda: self._all(StepRun))

    def outputs(self) -> tuple[Output, ...]:
        """What the workshop produced."""
        return self._once("outputs", lambda: self._all(Output))

    def lessons(self) -> Lessons | None:
        """What it taught, once something is written."""
        return next(iter(self._once("lessons", lambda: self._all(Lessons))), None)

    def sheet(self) -> ConductSheet | None:
        """The sheet as kept, or a first one."""
        workshop = self.workshop()
        return (
            self._once("sheet", lambda: sheet_of(self.desk.atelier.library, workshop)) if workshop else None
        )

    def kept_sheet(self) -> ConductSheet | None:
        """The sheet when it is already kept."""
        sheet = self.sheet()
        return self.desk.atelier.library.get(ConductSheet, sheet.id) if sheet else None

    def host(self) -> Organisation | None:
        """The structure that hosts it."""
        workshop = self.workshop()
        if workshop is None or not workshop.host_id:
            return None
        return self.desk.atelier.library.get(Organisation, workshop.host_id)

    def members(self) -> tuple[Member, ...]:
        """The people of this workshop, by name."""
        return self._once("members", self._read_members)

    def member(self, person_id: str) -> Member | None:
        """One of them."""
        return next((one for one in self.members() if one.id == person_id), None)

    def consent_mark(self, capture: Capture) -> str:
        """What the people in a picture said of its publication: yes, no, unknown, or nobody is in it."""
        if capture.recognisable is Recognisable.NOBODY:
            return "nobody"
        if capture.recognisable is Recognisable.UNKNOWN or not capture.people:
            return "unknown"
        answers = {self.image_answer(self.member(person)) for person in capture.people}
        return "no" if "no" in answers else "unknown" if "unknown" in answers else "yes"

    def image_answer(self, member: Member | None) -> str:
        """Whether a person's picture may be published: yes, no or unknown."""
        if member is None:
            return "unknown"
        if consents_to(member.person, member.consents, Matter.IMAGE, Use.OPEN, self.id, self.today()):
            return "yes"
        said = {one.open for one in member.consents if one.matter is Matter.IMAGE}
        return "no" if said & {Answer.REFUSED, Answer.WITHDRAWN} else "unknown"

    def waiting(self) -> tuple[Capture, ...]:
        """The captures nobody has sorted yet."""
        return tuple(one for one in self.captures() if one.state is CaptureState.IMPORTED)

    def _read_members(self) -> tuple[Member, ...]:
        library = self.desk.atelier.library
        presences = {one.person_id: one for one in self._all(Attendance)}
        team: dict[str, list[TeamMember]] = {}
        for one in self._all(TeamMember):
            team.setdefault(one.person_id, []).append(one)
        consents: dict[str, list[Consent]] = {}
        for said in (*library.all(Consent, workshop_id=self.id), *library.all(Consent, workshop_id="")):
            consents.setdefault(said.person_id, []).append(said)
        today = self.today()
        keys = tuple(dict.fromkeys((*presences, *team)))
        # One by one is dear for many people, everyone is dear for a few of a large directory.
        everyone = {one.id: one for one in library.all(Person)} if len(keys) > _MANY else {}
        found = [everyone.get(key) if everyone else library.get(Person, key) for key in keys]
        members = [
            Member(
                person,
                presences.get(person.id),
                tuple(team.get(person.id, ())),
                tuple(consents.get(person.id, ())),
                is_minor(person, today),
            )
            for person in found
            if person is not None
        ]
        return tuple(sorted(members, key=_by_name))

    def _read_member(self, person_id: str) -> Member | None:
        library = self.desk.atelier.library
        person = library.get(Person, person_id)
        presence = [one for one in library.all(Attendance, person_id=person_id) if one.workshop_id == self.id]
        team = [one for one in library.all(TeamMember, person_id=person_id) if one.workshop_id == self.id]
        if person is None or not (presence or team):
            return None
        said = [one for one in library.all(Consent, person_id=person_id) if one.workshop_id in (self.id, "")]
        said.sort(key=lambda one: not one.workshop_id)
        here = presence[-1] if presence else None
        return Member(person, here, tuple(team), tuple(said), is_minor(person, self.today()))

    def _follow_members(self, change: Change) -> None:
        """Marking one of two thousand people present must not read all of them again."""
        kinds = (Person, Attendance, TeamMember, Consent)
        if "members" not in self._known or not change.touches(*kinds):
            return
        touched = {
            one.id if isinstance(one, Person) else one.person_id
            for one in (*change.before, *change.after)
            if isinstance(one, kinds)
        }
        if len(touched) > _MANY:
            self._known.pop("members")
            return
        kept = [one for one in self._known["members"] if one.id not in touched]
        read = [self._read_member(key) for key in touched]
        now = (*kept, *(one for one in read if one is not None))
        self._known["members"] = tuple(sorted(now, key=_by_name))

    def _read_plan(self) -> Plan | None:
        workshop = self.workshop()
        return read_plan(self.desk.atelier.library, workshop) if workshop else None

    def _all(self, cls: type[Entity]) -> tuple[Any, ...]:
        return self.desk.atelier.library.all(cls, workshop_id=self.id)

    def _once(self, name: str, read: Callable[[], _T]) -> _T:
        if name not in self._known:
            self._known[name] = read()
        found: _T = self._known[name]
        return found

    def _heard(self, change: Change) -> None:
        if not any(self._concerns(value) for value in (*change.before, *change.after)):
            return
        for kinds, names in _FORGOTTEN:
            if change.touches(*kinds):
                for name in names:
                    self._known.pop(name, None)
        self._follow_captures(change)
        self._follow_members(change)
        self._follow_plan(change)
        self.changed.emit(change)

    def _follow_captures(self, change: Change) -> None:
        """Sorting a thousand captures must not read them all again at every key."""
        if "captures" not in self._known or not change.touches(Capture):
            return
        now = {one.id: one for one in self._known["captures"]}
        for before, after in change.pairs():
            if isinstance(after, Capture) and after.workshop_id == self.id:
                now[after.id] = after
            elif isinstance(before, Capture):
                now.pop(before.id, None)
        self._known["captures"] = tuple(now[key] for key in sorted(now))

    def _follow_plan(self, change: Change) -> None:
        """Moving one of a hundred steps must not read the others again."""
        if not change.touches(PlannedStep, Workshop):
            return
        plan, workshop = self._known.pop("plan", None), self.workshop()
        if plan is None or workshop is None:
            return
        kept = {one.id: one for one in plan.kept}
        for before, after in change.pairs():
            if isinstance(after, PlannedStep) and after.workshop_id == self.id:
                kept[after.id] = after
            elif isinstance(before, PlannedStep) and after is None:
                kept.pop(before.id, None)
        steps = tuple(kept.values())
        self._known["plan"] = Plan(workshop, running_order(workshop, steps), steps)

    def _concerns(self, value: Entity) -> bool:
        if isinstance(value, Person | Organisation):
            return True
        return value.id == self.id or getattr(value, "workshop_id", None) in (self.id, "")


def _by_name(member: Member) -> tuple[str, str]:
    return member.person.family_name.casefold(), member.person.given_names
