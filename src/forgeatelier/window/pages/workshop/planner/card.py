# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every field of the steps chosen: built once, filled anew when others are chosen."""

from collections.abc import Callable, Sequence
from datetime import time
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.actions import plan as doing
from forgeatelier.actions.plan import Plan
from forgeatelier.ground.words import _, language, marked
from forgeatelier.model.change import Change
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.durations import length_of, read_length, write_length
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.window.pages.workshop.planner.bound import Bound
from forgeatelier.window.pages.workshop.planner.parts import HeldHour, Otherwise, Things
from forgeatelier.window.pages.workshop.planner.pieces import Row
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.tall import bring_into_sight
from forgeatelier.window.widgets import (
    KIND_WORDS,
    Check,
    Combo,
    Field,
    Label,
    Number,
    TextEdit,
    holding,
    reveal,
    row,
    stack,
)

IMPORTANCE = {
    Importance.ESSENTIAL: marked("indispensable"),
    Importance.USEFUL: marked("utile"),
    Importance.OPTIONAL: marked("facultative"),
}
_ZONES = {
    Zone.DAY: marked("pendant"),
    Zone.BEFORE: marked("avant"),
    Zone.AFTER: marked("après"),
}
_RISKS = {
    Severity.NONE: marked("aucun"),
    Severity.LOW: marked("faible"),
    Severity.MEDIUM: marked("moyen"),
    Severity.HIGH: marked("élevé"),
}


class StepCard(QWidget):
    """The inspector's fields; several steps share what they have in common."""

    def __init__(self, planning: Planning) -> None:
        """Shows nothing until `show_steps`."""
        super().__init__()
        self._planning = planning
        self.bound = Bound(planning, self)
        self.faults = Label("", "note", tone="danger")
        self.starts, self.ends = HeldHour(_("Début fixé")), HeldHour(_("Fin fixée"))
        self.things = Things()
        self._lane = QLineEdit()
        self._lane_field = Field(_("Voie"), self._lane, _("Deux étapes de même voie se suivent."))
        self._day = Number(1, least=1, most=60)
        self._day_field = Field(_("Jour"), self._day)
        self._source = Label("", "note")
        self._alone: list[QWidget] = []
        self.setLayout(
            stack(self.faults, *self._times(), *self._words(), *self._rest(), self._source, gap="m")
        )

    def show_steps(self, rows: Sequence[Row]) -> None:
        """Show these steps."""
        steps = [row.step for row in rows]
        if not steps:
            return
        first, alone = rows[0], len(rows) == 1
        faults = "\n".join(fault.words for fault in first.faults) if alone else ""
        self.faults.setVisible(bool(faults))
        self.faults.setText(faults)
        self.faults.set_tone("danger" if any(fault.blocks for fault in first.faults) else "warn")
        for held, begins in ((self.starts, first.begins), (self.ends, first.begins + first.minutes)):
            held.set_usual(time(begins // 60 % 24, begins % 60))
        self.bound.show(steps)
        for part in self._alone:
            part.setVisible(alone)
        self._lane_field.setVisible(all(step.fork for step in steps))
        self._day_field.setVisible(all(step.zone is Zone.DAY for step in steps))
        source = first.step
        known = bool(alone and source.source_version)
        said = _("Copiée d’une méthode, version {version}.").format(version=source.source_version)
        reveal(self._source, known)
        self._source.setText(said if known else "")

    def focus(self, name: str = "title") -> None:
        """Go to a field."""
        editor = self.bound.editor(name)
        if editor is not None:
            editor.setFocus()
            bring_into_sight(editor)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.bound.keep()

    def offer_materials(self) -> None:
        """Propose what the workshop's own list or its protocol names."""
        workshop = self._planning.subject.workshop()
        library = self._planning.subject.desk.atelier.library
        own = [one.name for one in library.all(Supply, workshop_id=self._planning.subject.id)]
        taken = workshop.protocol.materials if workshop and workshop.protocol else ()
        self.things.offer((*own, *(one.name for one in taken)))

    def _times(self) -> tuple[QWidget, ...]:
        length, least = QLineEdit(), QLineEdit()
        title = QLineEdit()
        fields = {
            "title": Field(_("Titre"), title),
            "length": Field(_("Durée"), length),
            "minutes_min": Field(_("Au moins"), least),
        }
        length.setToolTip(_("45, 1h30, x30s par personne, x5m/groupe, 10+x30s"))
        self.bound.bind("title", title, fields["title"])
        self.bound.bind("length", length, fields["length"], read=_length, write=doing.set_length, late=True)
        self.bound.bind("minutes_min", least, fields["minutes_min"], read=_least, write=_set_least, late=True)
        form = Combo((one, _(KIND_WORDS[one.value])) for one in Form)
        weight = Combo((one, _(said)) for one, said in IMPORTANCE.items())
        zone = Combo((one, _(said)) for one, said in _ZONES.items())
        self.bound.bind("form", form, write=_one_of("form", Form))
        self.bound.bind("importance", weight, write=_one_of("importance", Importance))
        self.bound.bind("zone", zone, write=_send)
        self.bound.bind("day", self._day, self._day_field, write=_to_day)
        self.bound.bind("lane", self._lane, self._lane_field, write=_to_lane, late=True)
        self.bound.bind("starts_at", self.starts)
        self.bound.bind("ends_at", self.ends)
        held = _pair(self.starts, self.ends)
        self._alone.append(held)
        return (
            fields["title"],
            _pair(fields["length"], fields["minutes_min"]),
            Field(_("Forme"), form),
            Field(_("Importance"), weight),
            held,
            _pair(Field(_("Quand"), zone), self._day_field),
            self._lane_field,
        )

    def _words(self) -> tuple[QWidget, ...]:
        lead = Combo(_roles())
        return (
            Field(_("Qui mène"), self.bound.bind("lead", lead)),
            self._line("room", _("Salle ou coin")),
            self._text("instruction", _("Consigne à dire")),
            self._text("facilitator", _("Ce que fait l’animation")),
            self._text("participants", _("Ce que font les personnes")),
            Field(_("Matériel"), self.bound.bind("materials", self.things)),
            self._line("output", _("Ce qui en sort")),
        )

    def _rest(self) -> tuple[QWidget, ...]:
        otherwise = Otherwise()
        risk = Combo((one, _(said)) for one, said in _RISKS.items())
        plan_b = holding(stack(Label(_("Plan B"), "label", tone="text"), otherwise, gap="xs"))
        self.bound.bind("plan_b", otherwise)
        self._alone.append(plan_b)
        return (
            plan_b,
            self._lines("supports", _("Supports")),
            self._lines("tips", _("Conseils")),
            self._lines("traps", _("Pièges")),
            self._line("phase", _("Phase")),
            Field(_("Risque"), self.bound.bind("risk", risk, write=_one_of("risk", Severity))),
            self._text("safety_note", _("Sécurité")),
            self.bound.bind("power", Check(_("Demande du courant"))),
            self._text("notes", _("Notes internes"), _("Ne sont jamais publiées.")),
        )

    def _line(self, name: str, words: str) -> Field:
        editor = QLineEdit()
        field = Field(words, editor)
        self.bound.bind(name, editor, field)
        return field

    def _text(self, name: str, words: str, note: str = "") -> Field:
        editor = TextEdit(lines=2)
        field = Field(words, editor, note)
        self.bound.bind(name, editor, field)
        return field

    def _lines(self, name: str, words: str) -> Field:
        editor = TextEdit(lines=1)
        field = Field(words, editor, _("Une ligne chacun."))
        self.bound.bind(name, editor, field, read=_joined(name), write=_split(name))
        return field


def _pair(one: QWidget, other: QWidget) -> QWidget:
    line = row(one, other, gap="m")
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return holding(line)


def _roles() -> tuple[tuple[str, str], ...]:
    said = language()
    return (
        ("", _("personne en particulier")),
        *((one.code, one.label(said)) for one in ref_list("roles").entries),
    )


def _length(step: PlannedStep) -> str:
    return write_length(length_of(step))


def _least(step: PlannedStep) -> str:
    return str(step.minutes_min) if step.minutes_min else ""


def _set_least(plan: Plan, ids: Sequence[str], text: str) -> Change:
    return doing.edit(plan, ids, minutes_min=read_length(text).minutes if text.strip() else 0)


def _one_of(name: str, kind: type[StrEnum]) -> Callable[[Plan, Sequence[str], Any], Change]:
    """Qt gives an enumerated value back as its text."""

    def write(plan: Plan, ids: Sequence[str], value: Any) -> Change:
        return doing.edit(plan, ids, **{name: kind(value)})

    return write


def _send(plan: Plan, ids: Sequence[str], zone: str) -> Change:
    return doing.move(plan, ids, zone=Zone(zone))


def _to_day(plan: Plan, ids: Sequence[str], day: int) -> Change:
    return doing.move(plan, ids, zone=Zone.DAY, day=day)


def _to_lane(plan: Plan, ids: Sequence[str], lane: str) -> Change:
    """Into the lane of that name when there is one; otherwise their lane takes the name."""
    lane = " ".join(lane.split())
    chosen = plan.chosen(ids)
    fork = chosen[0].fork
    lanes = {step.lane for step in plan.steps if step.fork == fork}
    if lane in lanes:
        return doing.put_in_lane(plan, ids, fork, lane)
    renamed = {(step.fork, step.lane) for step in chosen}
    return doing.edit(plan, [step.id for step in plan.steps if (step.fork, step.lane) in renamed], lane=lane)


def _joined(name: str) -> Callable[[PlannedStep], str]:
    def read(step: PlannedStep) -> str:
        return "\n".join(getattr(step, name))

    return read


def _split(name: str) -> Callable[[Plan, Sequence[str], Any], Change]:
    def write(plan: Plan, ids: Sequence[str], text: str) -> Change:
        lines = tuple(line.strip() for line in text.splitlines() if line.strip())
        return doing.edit(plan, ids, **{name: lines})

    return write
