# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocol as a HowTo: steps, tools, supplies, how long and how much."""

from decimal import Decimal
from typing import Any

from forgeatelier.bundles.crate.graph import Ref
from forgeatelier.bundles.crate.making import Making
from forgeatelier.bundles.plain import one_line
from forgeatelier.model.method.material import Material, MaterialKind, teams_for, total_cost
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Origin
from forgeatelier.model.method.step import Step
from forgeatelier.model.reference import label

_TOOLS = (MaterialKind.TOOL, MaterialKind.PROTECTIVE, MaterialKind.DIGITAL)


def method_entity(making: Making) -> Ref:
    """The protocol that was followed."""
    protocol = making.document.method
    people = protocol.group.ideal or protocol.group.max or protocol.group.min
    said: dict[str, Any] = {
        "name": one_line(protocol.title),
        "description": one_line(protocol.pitch) or one_line(protocol.description),
        "version": one_line(protocol.version),
        "inLanguage": protocol.language,
        "creditText": ", ".join(filter(None, (one_line(author.name) for author in protocol.authors))),
        "license": making.licence(protocol.licence) if protocol.licence else "",
        "totalTime": iso_duration(protocol.duration.total or protocol.minutes),
        "prepTime": iso_duration(protocol.duration.preparation),
        "estimatedCost": _cost(making, people),
        "tool": [_supply(making, n, one, people) for n, one in _numbered(protocol, tools=True)],
        "supply": [_supply(making, n, one, people) for n, one in _numbered(protocol, tools=False)],
        "safetyConsideration": " ".join(_hazards(protocol)),
        "step": [_step(making, n, step) for n, step in enumerate(protocol.steps, 1)],
        "isBasedOn": [work_entity(making, origin) for origin in protocol.derived_from if origin.title],
        "translationOfWork": _translated(making),
    }
    return making.graph.add("#protocole", "HowTo", said)


def iso_duration(minutes: int) -> str:
    """Minutes as ISO 8601 says them (`PT5H35M`); empty for none."""
    hours, rest = divmod(minutes, 60)
    said = (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
    return f"PT{said}" if said else ""


def work_entity(making: Making, origin: Origin) -> Ref:
    """A work this one was made from."""
    return reused(making, origin.title, origin.author, origin.source, origin.licence)


def reused(making: Making, title: str, author: str, source: str, licence: str) -> Ref:
    """A work by its title, author, source and licence; its author stays plain text, she was asked nothing."""
    said = {
        "name": one_line(title),
        "creditText": one_line(author),
        "license": making.licence(licence) if licence else "",
        "url": source if source.startswith("https://") else "",
    }
    return making.graph.add(f"#oeuvre-{making.opaque(title + author)}", "CreativeWork", said)


def _translated(making: Making) -> Ref | None:
    source = making.document.protocol.translation_of
    if source is None:
        return None
    said = {
        "name": one_line(source.title),
        "inLanguage": source.language,
        "version": one_line(source.version),
    }
    return making.graph.add("#original", "CreativeWork", said)


def _numbered(protocol: Protocol, *, tools: bool) -> list[tuple[int, Material]]:
    kept = (one for one in protocol.materials if (one.kind in _TOOLS) is tools)
    return list(enumerate(kept, 1))


def _supply(making: Making, number: int, material: Material, people: int) -> Ref:
    teams = teams_for(people, making.document.protocol.group.per_team)
    amount = f"{_plain(material.quantity(people, teams))} {material.unit}" if material.has_quantity else ""
    kind, prefix = ("HowToTool", "outil") if material.kind in _TOOLS else ("HowToSupply", "fourniture")
    said = {"name": one_line(material.name), "requiredQuantity": one_line(amount)}
    return making.graph.add(f"#{prefix}-{number:02}", kind, said)


def _cost(making: Making, people: int) -> list[Ref]:
    protocol = making.document.protocol
    totals = total_cost(protocol.materials, people, teams_for(people, protocol.group.per_team))
    return [
        making.graph.add(f"#cout-{currency.lower()}", "MonetaryAmount", _amount(currency, total))
        for currency, total in sorted(totals.items())
        if total and label("devises", currency, "fr") != currency
    ]


def _amount(currency: str, total: Decimal) -> dict[str, str]:
    return {"name": f"{_plain(total)} {currency}", "currency": currency, "value": _plain(total)}


def _hazards(protocol: Protocol) -> list[str]:
    return [
        f"{one_line(one.hazard).rstrip('.')}. {one_line(one.prevention)}".strip()
        for one in protocol.safety
        if one.hazard
    ]


def _step(making: Making, number: int, step: Step) -> Ref:
    text = " ".join(
        filter(None, (one_line(part) for part in (step.instruction, step.facilitator, step.safety_note)))
    )
    shown = (picture.name for picture in making.document.harvest_of(step.id).pictures)
    said = {
        "position": number,
        "name": one_line(step.title),
        "text": text,
        "timeRequired": iso_duration(step.minutes),
        "image": [{"@id": name} for name in shown if name in making.payload],
    }
    return making.graph.add(f"#etape-{number:02}", "HowToStep", said)


def _plain(number: Decimal) -> str:
    return format(number.normalize(), "f") if number else "0"
