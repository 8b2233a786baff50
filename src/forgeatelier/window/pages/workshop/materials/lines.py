# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A line of the list of materials as the table shows it."""

from dataclasses import dataclass
from decimal import Decimal

from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.method.material import MaterialKind, Sourcing
from forgeatelier.model.method.units import counted
from forgeatelier.model.workshop.money import money
from forgeatelier.model.workshop.needs import Need
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.widgets import Column

KINDS = {
    MaterialKind.TOOL: marked("Outil"),
    MaterialKind.MATERIAL: marked("Matériau"),
    MaterialKind.CONSUMABLE: marked("Consommable"),
    MaterialKind.PROTECTIVE: marked("Protection"),
    MaterialKind.PRINTED: marked("À imprimer"),
    MaterialKind.DIGITAL: marked("Numérique"),
}
"""What sort of supply it is, in words."""

SOURCES = {
    Sourcing.BUY: marked("à acheter"),
    Sourcing.RECOVER: marked("à récupérer"),
    Sourcing.BORROW: marked("à emprunter"),
    Sourcing.SUPPLIED: marked("fourni"),
}
"""Where it comes from, in words."""


@dataclass(frozen=True)
class Line:
    """One need, and the quantity it had for the group first planned when another group is being tried."""

    need: Need
    before: Need | None = None

    @property
    def id(self) -> str:
        """The id of the supply."""
        return self.need.supply.id

    @property
    def changed(self) -> bool:
        """Whether the group being tried needs another quantity."""
        return self.before is not None and self.before.needed != self.need.needed

    def needed_words(self) -> str:
        """« 12 feuilles », « 12 → 17 feuilles »."""
        if not self.need.known:
            return _("à préciser")
        now = amount(self.need.needed, self.need.supply.unit)
        if self.before is None or not self.changed:
            return now
        return f"{saying.number(self.before.needed)} → {now}"

    def to_get_words(self) -> str:
        """« 2 × 50 pièces », « 12 feuilles »; a word when nothing is left to get."""
        supply = self.need.supply
        if supply.bought:
            return _("obtenu")
        if not self.need.known:
            return _("à préciser")
        if not self.need.to_get:
            return _("dans la caisse")
        packs = self.need.packs
        if packs is None:
            return amount(self.need.to_get, supply.unit)
        return f"{saying.number(packs)} × {amount(supply.pack, supply.unit)}"

    def cost_words(self) -> str:
        """« 2 500 F CFA »; nothing when nobody said the price."""
        cost = self.need.cost
        return "" if cost is None else money(cost, self.need.supply.currency, language())

    def steps_words(self) -> str:
        """The steps that use it, by their titles."""
        return ", ".join(step.title for step in self.need.steps)


def amount(quantity: Decimal, unit: str) -> str:
    """« 3 caisses », the unit agreed with its number."""
    return f"{saying.number(quantity)} {counted(unit, quantity, language())}".strip()


def columns() -> tuple[Column[Line], ...]:
    """What, how much, what is left to get, its price, from where, packed or not, for which steps, or else what."""
    return (
        Column[Line](_("Quoi"), _name, icon=_critical, wide=True),
        Column[Line](_("Combien"), Line.needed_words, sort=_needed, icon=_moved, tone=_moved_tone),
        Column[Line](_("À obtenir"), Line.to_get_words, sort=_to_get, icon=_got),
        Column[Line](_("Prix"), Line.cost_words, sort=_cost, figures=True),
        Column[Line](_("D’où"), _source),
        Column[Line](_("Caisse"), _packed_words, icon=_packed),
        Column[Line](_("Pour"), Line.steps_words),
        Column[Line](_("À défaut"), _substitute),
    )


def _name(line: Line) -> str:
    return line.need.supply.name


def _critical(line: Line) -> str:
    return "star" if line.need.supply.critical else ""


def _needed(line: Line) -> Decimal:
    return line.need.needed


def _moved(line: Line) -> str:
    return "warning" if line.changed else ""


def _moved_tone(line: Line) -> str:
    return "accent" if line.changed else ""


def _to_get(line: Line) -> Decimal:
    return line.need.to_get


def _got(line: Line) -> str:
    supply = line.need.supply
    return "check" if supply.bought or (line.need.known and not line.need.to_get) else ""


def _packed_words(line: Line) -> str:
    return _("emballé") if line.need.supply.packed else ""


def _packed(line: Line) -> str:
    return "check" if line.need.supply.packed else ""


def _cost(line: Line) -> Decimal:
    return line.need.cost or Decimal(0)


def _source(line: Line) -> str:
    supply = line.need.supply
    early = supply.lead_days
    delay = ngettext("{n} jour avant", "{n} jours avant", early).format(n=early) if early else ""
    said = _(SOURCES[supply.sourcing]) if supply.sourcing else ""
    return " · ".join(part for part in (said, delay) if part)


def _substitute(line: Line) -> str:
    return line.need.supply.substitute
