# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Something the workshop produced."""

from dataclasses import dataclass
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PUBLIC, TEAM, TEXT, Label, Refers, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.protocol import PlannedOutputKind


@entity("output", marked("Production"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Entity):
    """An object, a plan, a decision… in `quantity`, and what becomes of it."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    kind: Annotated[PlannedOutputKind, PUBLIC, Label(marked("Type"))] = PlannedOutputKind.OBJECT
    title: Annotated[str, PUBLIC, Label(marked("Titre"))] = ""
    description: Annotated[str, PUBLIC, TEXT, Label(marked("Description"))] = ""
    quantity: Annotated[int, PUBLIC, Label(marked("Quantité"))] = 1
    condition: Annotated[str, PUBLIC, Label(marked("État"))] = ""
    fate: Annotated[str, TEAM, Label(marked("Devenir"))] = ""
    licence: Annotated[str, PUBLIC, Label(marked("Licence"))] = "CC-BY-SA-4.0"

    @property
    def heading(self) -> str:
        """The title."""
        return self.title
