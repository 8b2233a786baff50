# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One line of what this workshop needs: the protocol's material, and what became of it here."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import ORDER, PUBLIC, TEAM, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.material import Material, MaterialKind, Sourcing


@entity("supply", marked("Fourniture"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Supply(Entity):
    """Quantity as in `Material`; `held` is what the box already holds, `bought` and `packed` are ticks."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    place: Annotated[int, PUBLIC, ORDER] = 0
    name: Annotated[str, PUBLIC, Label(marked("Nom"))] = ""
    kind: Annotated[MaterialKind, PUBLIC, Label(marked("Genre"))] = MaterialKind.MATERIAL
    fixed: Annotated[Decimal, PUBLIC, Label(marked("Pour l’atelier"))] = Decimal(0)
    per_person: Annotated[Decimal, PUBLIC, Label(marked("Par personne"))] = Decimal(0)
    per_team: Annotated[Decimal, PUBLIC, Label(marked("Par groupe"))] = Decimal(0)
    unit: Annotated[str, PUBLIC, Label(marked("Unité"))] = ""
    pack: Annotated[Decimal, PUBLIC, Label(marked("Vendu par"))] = Decimal(0)
    unit_cost: Annotated[Decimal | None, TEAM, Label(marked("Prix local de l’unité"))] = None
    currency: Annotated[str, TEAM, UNSEARCHED, Label(marked("Devise"))] = ""
    sourcing: Annotated[Sourcing | None, PUBLIC, Label(marked("Provenance"))] = None
    lead_days: Annotated[int, PUBLIC, Label(marked("Délai en jours"))] = 0
    substitute: Annotated[str, PUBLIC, Label(marked("À défaut"))] = ""
    critical: Annotated[bool, PUBLIC, Label(marked("Indispensable"))] = False
    held: Annotated[Decimal, TEAM, Label(marked("Dans la caisse"))] = Decimal(0)
    bought: Annotated[bool, TEAM, Label(marked("Obtenu"))] = False
    packed: Annotated[bool, TEAM, Label(marked("Emballé"))] = False
    notes: Annotated[str, TEAM, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The name."""
        return self.name

    def as_material(self) -> Material:
        """The line as a protocol would write it."""
        return Material(
            name=self.name,
            kind=self.kind,
            fixed=self.fixed,
            per_person=self.per_person,
            per_team=self.per_team,
            unit=self.unit,
            pack=self.pack,
            unit_cost=self.unit_cost,
            currency=self.currency,
            sourcing=self.sourcing,
            lead_days=self.lead_days,
            substitute=self.substitute,
            critical=self.critical,
        )
