# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools, materials and printed supports: how much for how many people."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum


class MaterialKind(StrEnum):
    """What sort of supply it is."""

    TOOL = "tool"
    MATERIAL = "material"
    CONSUMABLE = "consumable"
    PROTECTIVE = "protective"
    PRINTED = "printed"
    DIGITAL = "digital"


class Sourcing(StrEnum):
    """Where it comes from."""

    BUY = "buy"
    RECOVER = "recover"
    BORROW = "borrow"
    SUPPLIED = "supplied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One line of the list; quantity = `fixed` + `per_person` x people + `per_team` x teams, in `unit`.

    `pack` is how many units are sold together (0: sold singly); `unit_cost` is in `currency` (ISO 4217).
    """

    name: str
    kind: MaterialKind = MaterialKind.MATERIAL
    fixed: Decimal = Decimal(0)
    per_person: Decimal = Decimal(0)
    per_team: Decimal = Decimal(0)
    unit: str = ""
    pack: Decimal = Decimal(0)
    unit_cost: Decimal | None = None
    currency: str = ""
    sourcing: Sourcing | None = None
    lead_days: int = 0
    substitute: str = ""
    critical: bool = False

    @property
    def has_quantity(self) -> bool:
        """Whether anyone said how much is needed."""
        return bool(self.fixed or self.per_person or self.per_team)

    def quantity(self, people: int, teams: int) -> Decimal:
        """How many units are needed for these people in these teams, packs rounded up."""
        needed = self.fixed + self.per_person * people + self.per_team * teams
        if self.pack:
            return (needed / self.pack).to_integral_value(ROUND_CEILING) * self.pack
        return needed

    def cost(self, people: int, teams: int) -> Decimal | None:
        """What that quantity costs in `currency`, or None when nobody said the price."""
        return None if self.unit_cost is None else self.unit_cost * self.quantity(people, teams)


def teams_for(people: int, per_team: int) -> int:
    """How many teams of at most `per_team` people there are (one team when nobody said how many)."""
    return max(1, -(-people // per_team)) if per_team > 0 else 1


def total_cost(materials: Iterable[Material], people: int, teams: int) -> dict[str, Decimal]:
    """The cost of all priced materials, by currency."""
    totals: dict[str, Decimal] = {}
    for material in materials:
        cost = material.cost(people, teams)
        if cost is not None:
            totals[material.currency] = totals.get(material.currency, Decimal(0)) + cost
    return totals
