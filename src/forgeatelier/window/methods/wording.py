# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds, levels, powers and materials in words, and lengths as people say them."""

from decimal import Decimal

from forgeatelier.ground.words import _, language, marked, ngettext
from forgeatelier.model.method.material import Material, Sourcing
from forgeatelier.model.method.protocol import Protocol, ProtocolKind
from forgeatelier.model.method.setting import Group, Level, Power
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.standing import Stage

KINDS = {
    ProtocolKind.MAKING: marked("Fabrication"),
    ProtocolKind.METHOD: marked("Méthode"),
    ProtocolKind.REPAIR: marked("Réparation"),
    ProtocolKind.DOCUMENTATION: marked("Documentation"),
    ProtocolKind.DISCUSSION: marked("Discussion"),
}
LEVELS = {
    Level.BEGINNER: marked("sans prérequis"),
    Level.INTERMEDIATE: marked("quelques bases"),
    Level.ADVANCED: marked("niveau confirmé"),
}
POWERS = {
    Power.NONE: marked("sans électricité"),
    Power.USEFUL: marked("électricité utile"),
    Power.REQUIRED: marked("électricité nécessaire"),
}
SOURCES = {
    Sourcing.BUY: marked("à acheter"),
    Sourcing.RECOVER: marked("à récupérer"),
    Sourcing.BORROW: marked("à emprunter"),
    Sourcing.SUPPLIED: marked("fourni"),
}
TROUBLES = {
    Trouble.NO_POWER: marked("Sans électricité"),
    Trouble.NO_PROJECTOR: marked("Sans projecteur"),
    Trouble.RAIN: marked("S’il pleut"),
    Trouble.LATE: marked("En retard"),
    Trouble.FEWER_PEOPLE: marked("Moins de monde"),
    Trouble.MORE_PEOPLE: marked("Plus de monde"),
    Trouble.MISSING_MATERIAL: marked("Matériel manquant"),
    Trouble.NON_READERS: marked("Sans lire ni écrire"),
}

STAGE_ICONS = {
    Stage.DRAFT: "edit",
    Stage.REVIEWED: "show",
    Stage.TESTED: "check",
    Stage.PROVEN: "certificate",
}
STAGE_TONES = {Stage.DRAFT: "", Stage.REVIEWED: "info", Stage.TESTED: "ok", Stage.PROVEN: "ok"}


def duration(minutes: int) -> str:
    """« 45 min », « 7 h 30 »."""
    hours, left = divmod(minutes, 60)
    if not hours:
        return _("{n} min").format(n=left)
    return (
        _("{hours} h {minutes:02}").format(hours=hours, minutes=left) if left else _("{n} h").format(n=hours)
    )


def group(said: Group) -> str:
    """« 8 à 20 personnes »."""
    if said.min and said.max and said.min != said.max:
        return _("{least} à {most} personnes").format(least=said.min, most=said.max)
    count = said.ideal or said.max or said.min
    return ngettext("{n} personne", "{n} personnes", count).format(n=count) if count else ""


def in_short(protocol: Protocol) -> str:
    """Kind, length and group on one line."""
    parts = [
        _(KINDS[protocol.kind]),
        duration(protocol.minutes) if protocol.minutes else "",
        group(protocol.group),
    ]
    return " · ".join(part for part in parts if part)


def number(value: Decimal) -> str:
    """A quantity as people write it."""
    shown = format(value.normalize(), "f")
    return shown if language() == "en" else shown.replace(".", ",")


def quantity(material: Material) -> str:
    """« 2 feuilles par personne »."""
    parts = []
    if material.fixed:
        parts.append(_("{n} en tout").format(n=number(material.fixed)))
    if material.per_person:
        parts.append(_("{n} par personne").format(n=number(material.per_person)))
    if material.per_team:
        parts.append(_("{n} par équipe").format(n=number(material.per_team)))
    said = " + ".join(parts)
    return f"{said} ({material.unit})" if said and material.unit else said
