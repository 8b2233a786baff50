# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop protocol: how to lead people through making or deciding something together."""

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PUBLIC, TEAM, TEXT, UNSEARCHED, Label, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.hazard import Hazard
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.objective import Family, Objective
from forgeatelier.model.method.setting import (
    Adaptation,
    Aftermath,
    Assessment,
    Audience,
    Author,
    Challenge,
    Device,
    Duration,
    Group,
    Origin,
    Place,
    PreparationTask,
    Reading,
    Reference,
    RoleNeed,
    Shot,
    Translation,
)
from forgeatelier.model.method.step import Step


class ProtocolKind(StrEnum):
    """What the workshop is for."""

    MAKING = "making"
    METHOD = "method"
    REPAIR = "repair"
    DOCUMENTATION = "documentation"
    DISCUSSION = "discussion"


class PlannedOutputKind(StrEnum):
    """What sort of thing comes out of a workshop."""

    OBJECT = "object"
    PROTOTYPE = "prototype"
    PLAN = "plan"
    TEXT = "text"
    DECISION = "decision"
    DATA = "data"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedOutput:
    """Something the workshop should produce."""

    kind: PlannedOutputKind
    title: str
    description: str = ""


@entity("protocol", marked("Protocole"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Protocol(Entity):
    """Everything a facilitator needs to run it again elsewhere."""

    title: Annotated[str, PUBLIC, Label(marked("Titre"))] = ""
    pitch: Annotated[str, PUBLIC, Label(marked("Accroche"))] = ""
    description: Annotated[str, PUBLIC, TEXT, Label(marked("Description"))] = ""
    version: Annotated[str, PUBLIC, Label(marked("Version"))] = "1.0.0"
    language: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Langue"))] = "fr"
    licence: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Licence"))] = ""
    authors: Annotated[tuple[Author, ...], PUBLIC, Label(marked("Auteurs et autrices"))] = ()
    derived_from: Annotated[tuple[Origin, ...], PUBLIC, Label(marked("Dérivé de"))] = ()
    translation_of: Annotated[Translation | None, PUBLIC, UNSEARCHED, Label(marked("Traduction de"))] = None
    change_note: Annotated[str, PUBLIC, Label(marked("Note de modification"))] = ""
    kind: Annotated[ProtocolKind, PUBLIC, Label(marked("Genre"))] = ProtocolKind.METHOD
    needs: Annotated[tuple[str, ...], PUBLIC, UNSEARCHED, Label(marked("Besoins"))] = ()
    sdg: Annotated[tuple[int, ...], PUBLIC, Label(marked("ODD"))] = ()
    challenges: Annotated[tuple[Challenge, ...], PUBLIC, UNSEARCHED, Label(marked("Défis"))] = ()
    effects: Annotated[tuple[str, ...], PUBLIC, Label(marked("Effets climatiques"))] = ()
    themes: Annotated[tuple[str, ...], PUBLIC, Label(marked("Thèmes"))] = ()
    tags: Annotated[tuple[str, ...], PUBLIC, Label(marked("Mots-clés"))] = ()
    audience: Annotated[Audience, PUBLIC, Label(marked("Public"))] = field(default_factory=Audience)
    group: Annotated[Group, PUBLIC, Label(marked("Groupe"))] = field(default_factory=Group)
    duration: Annotated[Duration, PUBLIC, Label(marked("Durée"))] = field(default_factory=Duration)
    itinerant: Annotated[bool, PUBLIC, Label(marked("Itinérant"))] = False
    place: Annotated[Place, PUBLIC, Label(marked("Lieu"))] = field(default_factory=Place)
    reading: Annotated[Reading | None, PUBLIC, Label(marked("Lecture"))] = None
    devices: Annotated[tuple[Device, ...], PUBLIC, Label(marked("Appareils"))] = ()
    roles: Annotated[tuple[RoleNeed, ...], PUBLIC, Label(marked("Rôles"))] = ()
    objectives: Annotated[tuple[Objective, ...], PUBLIC, Label(marked("Objectifs"))] = ()
    ground_rules: Annotated[tuple[str, ...], PUBLIC, Label(marked("Règles du groupe"))] = ()
    materials: Annotated[tuple[Material, ...], PUBLIC, Label(marked("Matériel"))] = ()
    safety: Annotated[tuple[Hazard, ...], PUBLIC, Label(marked("Sécurité"))] = ()
    preparation: Annotated[tuple[PreparationTask, ...], PUBLIC, Label(marked("Préparation"))] = ()
    steps: Annotated[tuple[Step, ...], PUBLIC, Label(marked("Étapes"))] = ()
    shots: Annotated[tuple[Shot, ...], PUBLIC, Label(marked("Prises de vue"))] = ()
    outputs: Annotated[tuple[PlannedOutput, ...], PUBLIC, Label(marked("Productions attendues"))] = ()
    assessment: Annotated[Assessment, PUBLIC, Label(marked("Évaluation"))] = field(default_factory=Assessment)
    after: Annotated[Aftermath, PUBLIC, Label(marked("Après l’atelier"))] = field(default_factory=Aftermath)
    adaptations: Annotated[tuple[Adaptation, ...], PUBLIC, Label(marked("Adaptations"))] = ()
    references: Annotated[tuple[Reference, ...], PUBLIC, Label(marked("Références"))] = ()
    internal_notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The title."""
        return self.title

    @property
    def minutes(self) -> int:
        """The length of the running order in minutes, breaks included."""
        return sum(step.minutes for step in self.steps)

    @property
    def phases(self) -> tuple[tuple[str, tuple[Step, ...]], ...]:
        """The steps grouped by phase, in order."""
        return tuple(
            (phase, tuple(steps)) for phase, steps in groupby(self.steps, key=lambda step: step.phase)
        )

    def objectives_of(self, family: Family) -> tuple[Objective, ...]:
        """The objectives of one family."""
        return tuple(o for o in self.objectives if o.family is family)

    def step(self, step_id: str) -> Step | None:
        """The step with this id, if there is one."""
        return next((step for step in self.steps if step.id == step_id), None)
