# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A step as this workshop plans it: the protocol's step, with its place in the days and what holds it there."""

import uuid
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import ORDER, PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.step import Form, Importance, PlanB

PLACE_GAP = 1 << 16
"""The distance between neighbours when places are given out: a step moved between two takes their middle."""

_ROOT = uuid.UUID("6f8c1f0e-7a54-5c0b-9a35-2f1d8e4b7c60")


class Zone(StrEnum):
    """Before the day (reading, a visit), the days themselves, after them (a call, a second visit)."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"


@entity("planned_step", marked("Étape prévue"))
@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStep(Entity):
    """Its length is `minutes` + `per_person_seconds` x people + `per_team_seconds` x teams, rounded up to a minute.

    `step_id` is what captures and real times are filed under, unique in its workshop. `day` counts from 1 and means
    something in `Zone.DAY` only. Steps with the same `fork` run side by side, one after another within a `lane`.
    `starts_at` and `ends_at` are locks (wall-clock time of the day). `source_*` say where an inserted step was copied
    from.
    """

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    step_id: Annotated[str, PUBLIC, UNSEARCHED] = ""
    place: Annotated[int, PUBLIC, ORDER] = 0
    zone: Annotated[Zone, PUBLIC, Label(marked("Quand"))] = Zone.DAY
    day: Annotated[int, PUBLIC, Label(marked("Jour"))] = 1
    fork: Annotated[str, PUBLIC, UNSEARCHED] = ""
    lane: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Voie"))] = ""
    phase: Annotated[str, PUBLIC, Label(marked("Phase"))] = ""
    title: Annotated[str, PUBLIC, Label(marked("Titre"))] = ""
    minutes: Annotated[int, PUBLIC, Label(marked("Durée"))] = 0
    per_person_seconds: Annotated[int, PUBLIC, Label(marked("Secondes par personne"))] = 0
    per_team_seconds: Annotated[int, PUBLIC, Label(marked("Secondes par groupe"))] = 0
    minutes_min: Annotated[int, PUBLIC, Label(marked("Durée la plus courte"))] = 0
    form: Annotated[Form, PUBLIC, Label(marked("Forme"))] = Form.PLENARY
    importance: Annotated[Importance, PUBLIC, Label(marked("Importance"))] = Importance.ESSENTIAL
    starts_at: Annotated[time | None, PUBLIC, Label(marked("Début fixé"))] = None
    ends_at: Annotated[time | None, PUBLIC, Label(marked("Fin fixée"))] = None
    lead: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Qui mène"))] = ""
    room: Annotated[str, TEAM, Label(marked("Salle ou coin"))] = ""
    instruction: Annotated[str, PUBLIC, TEXT, Label(marked("Consigne"))] = ""
    facilitator: Annotated[str, PUBLIC, TEXT, Label(marked("Ce que fait l’équipe"))] = ""
    participants: Annotated[str, PUBLIC, TEXT, Label(marked("Ce que font les participants"))] = ""
    supports: Annotated[tuple[str, ...], PUBLIC, Label(marked("Supports"))] = ()
    materials: Annotated[tuple[str, ...], PUBLIC, Label(marked("Matériel"))] = ()
    output: Annotated[str, PUBLIC, Label(marked("Ce qui en sort"))] = ""
    tips: Annotated[tuple[str, ...], PUBLIC, Label(marked("Conseils"))] = ()
    traps: Annotated[tuple[str, ...], PUBLIC, Label(marked("Pièges"))] = ()
    plan_b: Annotated[tuple[PlanB, ...], PUBLIC, Label(marked("Plan B"))] = ()
    power: Annotated[bool, PUBLIC, Label(marked("Demande du courant"))] = False
    risk: Annotated[Severity, PUBLIC, Label(marked("Risque"))] = Severity.NONE
    safety_note: Annotated[str, PUBLIC, TEXT, Label(marked("Sécurité"))] = ""
    source_id: Annotated[str, PUBLIC, UNSEARCHED] = ""
    source_version: Annotated[str, PUBLIC, UNSEARCHED] = ""
    source_step: Annotated[str, PUBLIC, UNSEARCHED] = ""
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


def derived_id(workshop_id: str, kind: str, name: str) -> str:
    """The id of what a workshop takes from its protocol: two laptops that do it apart make the same thing (UUIDv5)."""
    return str(uuid.uuid5(_ROOT, f"{workshop_id}/{kind}/{name}"))
