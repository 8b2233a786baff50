# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop: one event, with the exact protocol version it runs."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Trouble


class WorkshopState(StrEnum):
    """Where the workshop stands."""

    IDEA = "idea"
    PLANNED = "planned"
    CONFIRMED = "confirmed"
    RUNNING = "running"
    HELD = "held"
    DOCUMENTED = "documented"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Phase(StrEnum):
    """The four phases that are always in sight."""

    PREPARE = "prepare"
    RUN = "run"
    HARVEST = "harvest"
    PUBLISH = "publish"


_PHASE_OF = {
    WorkshopState.RUNNING: Phase.RUN,
    WorkshopState.HELD: Phase.HARVEST,
    WorkshopState.DOCUMENTED: Phase.PUBLISH,
    WorkshopState.CLOSED: Phase.PUBLISH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine:
    """One line of the budget, planned and real, in minor-unit-free text of the currency (ISO 4217)."""

    label: str
    planned: int = 0
    real: int = 0
    currency: str = "XOF"


@entity("workshop", marked("Atelier"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Entity):
    """`protocol` is a frozen copy: the workshop keeps the version it was run with, whatever happens to the shelf.

    Its steps, materials and preparation are what the workshop plans until the first edit makes them its own (`own_*`):
    from then on PlannedStep, Supply and Task hold them. `team_size` 0 means as the protocol says; `without` are the
    troubles one plans for, whose plan B is then the plan.
    """

    title: Annotated[str, PUBLIC, Label(marked("Titre"))] = ""
    protocol: Annotated[Protocol | None, PUBLIC, UNSEARCHED, Label(marked("Protocole"))] = None
    state: Annotated[WorkshopState, PUBLIC, Label(marked("État"))] = WorkshopState.PLANNED
    host_id: Annotated[str, PUBLIC, Refers("organisation"), Label(marked("Structure d’accueil"))] = ""
    partner_ids: Annotated[tuple[str, ...], PUBLIC, Refers("organisation"), Label(marked("Partenaires"))] = ()
    country: Annotated[str, PUBLIC, Label(marked("Pays"))] = ""
    town: Annotated[str, PUBLIC, Label(marked("Ville"))] = ""
    venue: Annotated[str, TEAM, Label(marked("Lieu précis"))] = ""
    starts_on: Annotated[date | None, PUBLIC, Label(marked("Début"))] = None
    ends_on: Annotated[date | None, PUBLIC, Label(marked("Fin"))] = None
    starts_at: Annotated[time, PUBLIC, Label(marked("Heure de début"))] = time(9, 0)
    ends_at: Annotated[time | None, PUBLIC, Label(marked("Heure de fin"))] = None
    languages: Annotated[tuple[str, ...], PUBLIC, UNSEARCHED, Label(marked("Langues parlées"))] = ("fr",)
    people_planned: Annotated[int, PUBLIC, Label(marked("Personnes prévues"))] = 0
    team_size: Annotated[int, PUBLIC, Label(marked("Personnes par groupe"))] = 0
    without: Annotated[tuple[Trouble, ...], PUBLIC, Label(marked("À faire sans"))] = ()
    own_steps: Annotated[bool, PUBLIC] = False
    own_supplies: Annotated[bool, PUBLIC] = False
    own_tasks: Annotated[bool, TEAM] = False
    free: Annotated[bool, PUBLIC, Label(marked("Gratuit"))] = True
    aim: Annotated[str, PUBLIC, TEXT, Label(marked("Objectif visé"))] = ""
    summary: Annotated[str, PUBLIC, TEXT, Label(marked("Résumé"))] = ""
    context: Annotated[str, PUBLIC, TEXT, Label(marked("Contexte local"))] = ""
    licence: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Licence"))] = "CC-BY-SA-4.0"
    budget: Annotated[tuple[BudgetLine, ...], TEAM, Label(marked("Budget"))] = ()
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The title, with the town when there is one."""
        return f"{self.title} — {self.town}" if self.town and self.town not in self.title else self.title

    @property
    def phase(self) -> Phase:
        """The phase that this workshop is in."""
        return _PHASE_OF.get(self.state, Phase.PREPARE)
