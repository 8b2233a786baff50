# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the workshop needs, merged over its steps: how much for this group, what is in the box, what is left to get."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import ROUND_CEILING, Decimal

from forgeatelier.model.method.material import Sourcing
from forgeatelier.model.method.units import is_measure
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep, derived_id
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.workshop import Workshop

_NONE = Decimal(0)
_OWN = ("id", "workshop_id", "place", "held", "bought", "packed", "notes")


@dataclass(frozen=True, slots=True)
class Need:
    """One line for this group: `needed` in all, `missing` beyond what is held, `to_get` in whole packs.

    All are in the supply's unit; things that are counted are whole. `steps` are those that use it, in order.
    """

    supply: Supply
    needed: Decimal
    missing: Decimal
    to_get: Decimal
    steps: tuple[PlannedStep, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anyone said how much is needed."""
        return self.supply.as_material().has_quantity

    @property
    def packs(self) -> Decimal | None:
        """How many packs to get; None when it is sold singly."""
        return self.to_get / self.supply.pack if self.supply.pack else None

    @property
    def cost(self) -> Decimal | None:
        """What getting it costs, in the supply's currency; None when nobody said the price."""
        if self.supply.unit_cost is None:
            return None
        return self.supply.unit_cost * self.to_get


def derived_supplies(workshop: Workshop) -> tuple[Supply, ...]:
    """The materials of the frozen protocol as supplies; doing it twice makes the same ones."""
    materials = workshop.protocol.materials if workshop.protocol else ()
    own = {field.name for field in fields(Supply)} - set(_OWN)
    return tuple(
        Supply(
            id=derived_id(workshop.id, "supply", f"{at}/{one.name}"),
            workshop_id=workshop.id,
            place=(at + 1) * PLACE_GAP,
            **{name: getattr(one, name) for name in own},
        )
        for at, one in enumerate(materials)
    )


def supply_list(workshop: Workshop, kept: Iterable[Supply]) -> tuple[Supply, ...]:
    """What the workshop plans to bring: its own list in its order once it has one, the protocol's before."""
    if not workshop.own_supplies:
        return derived_supplies(workshop)
    return tuple(sorted(kept, key=lambda one: (one.place, one.id)))


def need_of(supply: Supply, steps: Iterable[PlannedStep], people: int, teams: int) -> Need:
    """One line for these people in these teams; `steps` are all the steps of the plan."""
    needed = supply.fixed + supply.per_person * people + supply.per_team * teams
    if not is_measure(supply.unit):
        needed = needed.to_integral_value(ROUND_CEILING)
    missing = max(_NONE, needed - supply.held)
    to_get = missing
    if supply.pack > 0:
        to_get = (missing / supply.pack).to_integral_value(ROUND_CEILING) * supply.pack
    name = folded(supply.name)
    using = tuple(step for step in steps if any(folded(said) == name for said in step.materials))
    return Need(supply, needed, missing, to_get, using)


def needs_of(
    supplies: Iterable[Supply], steps: Iterable[PlannedStep], people: int, teams: int
) -> tuple[Need, ...]:
    """The whole list, in its order."""
    steps = tuple(steps)
    return tuple(need_of(one, steps, people, teams) for one in supplies)


def unlisted(supplies: Iterable[Supply], steps: Iterable[PlannedStep]) -> tuple[str, ...]:
    """What steps ask for by name and no line of the list answers, each name once."""
    known = {folded(one.name) for one in supplies}
    asked = {folded(name): name for step in steps for name in step.materials}
    return tuple(name for plain, name in asked.items() if plain not in known)


def shopping(needs: Iterable[Need]) -> tuple[Need, ...]:
    """What is left to get: short of something, or nobody said how much and nobody has it yet."""
    return tuple(
        one
        for one in needs
        if not one.supply.bought
        and (one.to_get > 0 or not one.known)
        and one.supply.sourcing is not Sourcing.SUPPLIED
    )


def packing(needs: Iterable[Need]) -> tuple[Need, ...]:
    """What goes into the box: everything that is needed, or that nobody counted."""
    return tuple(one for one in needs if one.needed > 0 or not one.known)


def total_cost(needs: Iterable[Need]) -> dict[str, Decimal]:
    """The cost of everything priced, by currency."""
    totals: dict[str, Decimal] = {}
    for one in needs:
        if one.cost:
            totals[one.supply.currency] = totals.get(one.supply.currency, _NONE) + one.cost
    return totals


def per_participant(totals: dict[str, Decimal], people: int) -> dict[str, Decimal]:
    """Each total shared between the people; empty for nobody."""
    return {currency: amount / people for currency, amount in totals.items()} if people > 0 else {}


@dataclass(frozen=True, slots=True)
class NeedChange:
    """A line whose quantity is another one for another group."""

    before: Need
    after: Need


def changed_needs(before: Iterable[Need], after: Iterable[Need]) -> tuple[NeedChange, ...]:
    """The lines that differ between two groups, in the order of the list."""
    was = {one.supply.id: one for one in before}
    return tuple(
        NeedChange(was[one.supply.id], one)
        for one in after
        if one.supply.id in was
        and (one.needed, one.to_get) != (was[one.supply.id].needed, was[one.supply.id].to_get)
    )
