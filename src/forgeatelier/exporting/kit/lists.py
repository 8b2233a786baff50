# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets 11 and 12: what goes into the box, and what is still to be bought, found or borrowed."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from forgeatelier.exporting.choices import called
from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.wording import amount
from forgeatelier.ground.words import _, language
from forgeatelier.model.method.material import MaterialKind, Sourcing
from forgeatelier.model.method.units import counted
from forgeatelier.model.workshop.money import money, total_words
from forgeatelier.model.workshop.needs import Need, packing, per_participant, shopping, total_cost


def packing_values(content: KitContent) -> dict[str, Any]:
    """Everything that leaves for the workshop, by kind, with the steps that need it."""
    lines = packing(content.needs)
    return {
        "parts": [
            {"title": called(kind), "lines": [_packed(one) for one in lines if one.supply.kind is kind]}
            for kind in MaterialKind
            if any(one.supply.kind is kind for one in lines)
        ],
        "unlisted": content.unlisted,
        "group": _group(content),
        "words": {
            "title": _("Liste de la caisse"),
            "gone": _("parti"),
            "back": _("revenu"),
            "quantity": _("Quantité"),
            "thing": _("Matériel"),
            "steps": _("Pour"),
            "substitute": _("À défaut"),
            "critical": _("indispensable"),
            "unlisted": _("Demandé par une étape, sans ligne dans la liste"),
            "also": _("Et aussi"),
            "checked": _("Vérifié par"),
        },
    }


def shopping_values(content: KitContent) -> dict[str, Any]:
    """What is missing, by where it comes from, with what it costs."""
    lines = shopping(content.needs)
    totals = total_cost(lines)
    each = per_participant(totals, content.timetable.conditions.people)
    order = (Sourcing.BUY, None, Sourcing.RECOVER, Sourcing.BORROW)
    return {
        "parts": [
            {
                "title": called(sourcing) if sourcing else _("à trouver"),
                "lines": [_bought(one) for one in lines if one.supply.sourcing is sourcing],
            }
            for sourcing in order
            if any(one.supply.sourcing is sourcing for one in lines)
        ],
        "total": total_words(totals, language()),
        "each": total_words(each, language()),
        "unpriced": sum(one.supply.unit_cost is None for one in lines),
        "group": _group(content),
        "words": {
            "title": _("Liste d’achats"),
            "quantity": _("À prendre"),
            "thing": _("Quoi"),
            "price": _("Prix de l’unité"),
            "cost": _("Prévu"),
            "paid": _("Payé"),
            "total": _("Total prévu"),
            "each": _("Par personne"),
            "unpriced": _("lignes sans prix"),
            "lead": _("à commander {n} jours avant"),
            "substitute": _("À défaut"),
            "packs": _("vendu par {n}"),
            "receipt": _("Garder les reçus. Avance reçue : ____________   Rendu : ____________"),
        },
    }


def has_shopping(content: KitContent) -> bool:
    """Whether anything is left to get."""
    return bool(shopping(content.needs))


def _group(content: KitContent) -> str:
    conditions = content.timetable.conditions
    return _("Pour {people} personnes en {teams} groupes").format(
        people=conditions.people, teams=conditions.teams
    )


def _packed(need: Need) -> dict[str, Any]:
    return {
        "quantity": _quantity(need.needed, need),
        "name": need.supply.name,
        "critical": need.supply.critical,
        "substitute": need.supply.substitute,
        "steps": _short_list(step.title for step in need.steps),
        "held": need.supply.packed,
    }


def _bought(need: Need) -> dict[str, Any]:
    supply = need.supply
    cost = need.cost
    return {
        "quantity": _quantity(need.to_get, need),
        "packs": amount(supply.pack) if supply.pack > 1 else "",
        "name": supply.name,
        "critical": supply.critical,
        "substitute": supply.substitute,
        "lead": supply.lead_days if supply.lead_days > 1 else 0,
        "price": "" if supply.unit_cost is None else money(supply.unit_cost, supply.currency, language()),
        "cost": "" if cost is None else money(cost, supply.currency, language()),
    }


def _quantity(value: Decimal, need: Need) -> str:
    if not need.known:
        return _("à préciser")
    unit = counted(need.supply.unit, value, language())
    return f"{amount(value)} {unit}".strip()


def _short_list(titles: Iterable[str]) -> str:
    """The first three; a list of twenty says nothing on paper."""
    every = tuple(dict.fromkeys(titles))
    said = ", ".join(every[:3])
    return said if len(every) <= 3 else _("{steps} et {n} autres").format(steps=said, n=len(every) - 3)
