# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lessons of a workshop (retour d’expérience)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PUBLIC, TEXT, Label, Refers, entity
from forgeatelier.model.entity import Entity


class ObstacleKind(StrEnum):
    """The families of obstacles of the commons sheets."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    LEGAL = "legal"
    ECONOMIC = "economic"
    TECHNICAL = "technical"
    ACCULTURATION = "acculturation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """Something in the way, and how it was lifted when it was."""

    kind: ObstacleKind
    text: str
    lifted: str = ""


@entity("lessons", marked("Retour d’expérience"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons(Entity):
    """What one workshop taught."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    worked: Annotated[str, PUBLIC, TEXT, Label(marked("Ce qui a marché"))] = ""
    difficulties: Annotated[str, PUBLIC, TEXT, Label(marked("Difficultés"))] = ""
    obstacles: Annotated[tuple[Obstacle, ...], PUBLIC, Label(marked("Freins"))] = ()
    good_practices: Annotated[str, PUBLIC, TEXT, Label(marked("Bonnes pratiques"))] = ""
    recommendations: Annotated[str, PUBLIC, TEXT, Label(marked("Recommandations"))] = ""
    proposals: Annotated[str, PUBLIC, TEXT, Label(marked("Modifications proposées au protocole"))] = ""
