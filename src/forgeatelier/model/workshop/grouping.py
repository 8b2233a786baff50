# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The groups people were put in, round by round."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PERSONAL, TEAM, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamOf:
    """One group: its name (« Caïman », « 3 ») and the ids of its people."""

    name: str
    people: tuple[str, ...] = ()


@entity("grouping", marked("Groupes"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping(Entity):
    """One round of groups at one step; later rounds avoid the pairs of earlier ones."""

    workshop_id: Annotated[str, TEAM, Refers("workshop")] = ""
    step_id: Annotated[str, TEAM, UNSEARCHED, Label(marked("Étape"))] = ""
    round: Annotated[int, TEAM, Label(marked("Tour"))] = 1
    moment: Annotated[datetime | None, TEAM, Label(marked("Moment"))] = None
    seed: Annotated[int, TEAM] = 0
    balanced_on: Annotated[tuple[str, ...], TEAM, UNSEARCHED] = ()
    teams: Annotated[tuple[TeamOf, ...], PERSONAL, UNSEARCHED, Label(marked("Groupes"))] = ()
