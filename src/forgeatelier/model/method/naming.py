# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every part of a protocol is called, and its values in words, for people who compare two of them."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from forgeatelier.ground.words import _, language, marked
from forgeatelier.model import reference
from forgeatelier.model.declare import kind_of
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.material import MaterialKind, Sourcing
from forgeatelier.model.method.objective import Family
from forgeatelier.model.method.protocol import PlannedOutputKind, Protocol, ProtocolKind
from forgeatelier.model.method.setting import Challenge, Device, Level, Power, Reading
from forgeatelier.model.method.step import Form, Importance, PlanB, Trouble
from forgeatelier.model.plain import default_of

_FIELDS: Mapping[str, str] = {
    "accessibility": marked("Accessibilité"),
    "adaptation": marked("Adaptation"),
    "advice": marked("Conseil"),
    "after": marked("Après"),
    "age_max": marked("Âge le plus haut"),
    "age_min": marked("Âge le plus bas"),
    "author": marked("Auteur ou autrice"),
    "before": marked("Avant"),
    "changes": marked("Modifications"),
    "cleanup": marked("Rangement"),
    "code": marked("Code"),
    "context": marked("Contexte"),
    "count": marked("Nombre"),
    "criterion": marked("Critère"),
    "critical": marked("Indispensable"),
    "currency": marked("Devise"),
    "days_before": marked("Jours avant"),
    "description": marked("Description"),
    "facilitator": marked("Ce que fait l’équipe"),
    "facilitators": marked("Personnes qui animent"),
    "family": marked("Famille"),
    "first_aid": marked("Premiers gestes"),
    "fixed": marked("Quantité en tout"),
    "followup_days": marked("Jours avant de revenir"),
    "form": marked("Forme"),
    "hazard": marked("Risque"),
    "ideal": marked("Idéal"),
    "importance": marked("Importance"),
    "instead": marked("À la place"),
    "instruction": marked("Consigne"),
    "kind": marked("Genre"),
    "language": marked("Langue"),
    "lead_days": marked("Délai en jours"),
    "level": marked("Niveau"),
    "licence": marked("Licence"),
    "list": marked("Liste"),
    "maintenance": marked("Entretien"),
    "materials": marked("Matériel"),
    "max": marked("Maximum"),
    "min": marked("Minimum"),
    "minutes": marked("Durée"),
    "minutes_min": marked("Durée la plus courte"),
    "name": marked("Nom"),
    "next_steps": marked("Suites"),
    "notes": marked("Notes"),
    "observation": marked("À observer"),
    "output": marked("Ce qui en sort"),
    "pack": marked("Vendu par"),
    "participants": marked("Ce que font les participants"),
    "participants_per_facilitator": marked("Participants par personne qui anime"),
    "per_person": marked("Quantité par personne"),
    "per_person_seconds": marked("Secondes par personne"),
    "per_team": marked("Par équipe"),
    "per_team_seconds": marked("Secondes par groupe"),
    "phase": marked("Phase"),
    "plan_b": marked("Plan B"),
    "power": marked("Courant"),
    "preparation": marked("Préparation"),
    "prerequisites": marked("Prérequis"),
    "prevention": marked("Prévention"),
    "protective_gear": marked("Protections"),
    "risk": marked("Risque"),
    "role": marked("Rôle"),
    "safety_note": marked("Sécurité"),
    "satisfaction": marked("Satisfaction"),
    "severity": marked("Gravité"),
    "shade": marked("Ombre"),
    "shelter": marked("Abri"),
    "source": marked("Source"),
    "sourcing": marked("Provenance"),
    "statement": marked("Énoncé"),
    "step": marked("Étape"),
    "subject": marked("Sujet"),
    "substitute": marked("À défaut"),
    "supports": marked("Supports"),
    "surface_m2": marked("Surface en m²"),
    "tables": marked("Tables"),
    "task": marked("Tâche"),
    "tips": marked("Conseils"),
    "title": marked("Titre"),
    "total": marked("Durée totale"),
    "traps": marked("Pièges"),
    "trouble": marked("Si"),
    "unit": marked("Unité"),
    "unit_cost": marked("Prix de l’unité"),
    "ventilation": marked("Lieu aéré"),
    "version": marked("Version"),
    "waiting": marked("Attente"),
    "water": marked("Eau"),
}

_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    ProtocolKind: {
        ProtocolKind.MAKING: marked("Fabrication"),
        ProtocolKind.METHOD: marked("Méthode"),
        ProtocolKind.REPAIR: marked("Réparation"),
        ProtocolKind.DOCUMENTATION: marked("Documentation"),
        ProtocolKind.DISCUSSION: marked("Discussion"),
    },
    Level: {
        Level.BEGINNER: marked("sans prérequis"),
        Level.INTERMEDIATE: marked("quelques bases"),
        Level.ADVANCED: marked("niveau confirmé"),
    },
    Power: {
        Power.NONE: marked("sans électricité"),
        Power.USEFUL: marked("électricité utile"),
        Power.REQUIRED: marked("électricité nécessaire"),
    },
    Reading: {
        Reading.NONE: marked("sans lire ni écrire"),
        Reading.SOME: marked("une ou deux personnes qui lisent par équipe"),
        Reading.REQUIRED: marked("tout le monde lit et écrit"),
    },
    Device: {
        Device.NONE: marked("aucun appareil"),
        Device.PHONE: marked("téléphone"),
        Device.COMPUTER: marked("ordinateur"),
        Device.PROJECTOR: marked("projecteur"),
        Device.CAMERA: marked("appareil photo"),
        Device.SPEAKER: marked("haut-parleur"),
    },
    Family: {
        Family.SOFT_SKILLS: marked("Savoir-être"),
        Family.TECHNICAL: marked("Savoir-faire"),
        Family.ENVIRONMENT: marked("Milieu et climat"),
    },
    Form: {
        Form.PLENARY: marked("Plénière"),
        Form.PAIRS: marked("Binômes"),
        Form.GROUPS: marked("Groupes"),
        Form.INDIVIDUAL: marked("Individuel"),
        Form.DEMONSTRATION: marked("Démonstration"),
        Form.MAKING: marked("Fabrication"),
        Form.BREAK: marked("Pause"),
        Form.BUFFER: marked("Tampon"),
    },
    Importance: {
        Importance.ESSENTIAL: marked("indispensable"),
        Importance.USEFUL: marked("utile"),
        Importance.OPTIONAL: marked("facultatif"),
    },
    Severity: {
        Severity.NONE: marked("aucun"),
        Severity.LOW: marked("faible"),
        Severity.MEDIUM: marked("moyen"),
        Severity.HIGH: marked("élevé"),
    },
    MaterialKind: {
        MaterialKind.TOOL: marked("outil"),
        MaterialKind.MATERIAL: marked("matériau"),
        MaterialKind.CONSUMABLE: marked("consommable"),
        MaterialKind.PROTECTIVE: marked("protection"),
        MaterialKind.PRINTED: marked("support imprimé"),
        MaterialKind.DIGITAL: marked("numérique"),
    },
    Sourcing: {
        Sourcing.BUY: marked("à acheter"),
        Sourcing.RECOVER: marked("à récupérer"),
        Sourcing.BORROW: marked("à emprunter"),
        Sourcing.SUPPLIED: marked("fourni"),
    },
    PlannedOutputKind: {
        PlannedOutputKind.OBJECT: marked("objet"),
        PlannedOutputKind.PROTOTYPE: marked("prototype"),
        PlannedOutputKind.PLAN: marked("plan"),
        PlannedOutputKind.TEXT: marked("texte"),
        PlannedOutputKind.DECISION: marked("décision"),
        PlannedOutputKind.DATA: marked("donnée"),
        PlannedOutputKind.COMMITMENT: marked("engagement"),
    },
    Trouble: {
        Trouble.NO_POWER: marked("Sans électricité"),
        Trouble.NO_PROJECTOR: marked("Sans projecteur"),
        Trouble.RAIN: marked("S’il pleut"),
        Trouble.LATE: marked("En retard"),
        Trouble.FEWER_PEOPLE: marked("Moins de monde"),
        Trouble.MORE_PEOPLE: marked("Plus de monde"),
        Trouble.MISSING_MATERIAL: marked("Matériel manquant"),
        Trouble.NON_READERS: marked("Sans lire ni écrire"),
    },
}

_MINUTES = frozenset({"minutes", "minutes_min", "total", "cleanup", "waiting"})
_LISTS = {
    "needs": "besoins",
    "effects": "effets-climat",
    "language": "langues",
    "sdg": "odd",
    "role": "roles",
}


def label_of(owner: type, name: str) -> str:
    """What a field of the protocol or of one of its parts is called."""
    rule = kind_of(Protocol).fields.get(name) if owner is Protocol else None
    return _(rule.label) if rule else _(_FIELDS.get(name, name))


def word_of(value: StrEnum) -> str:
    """The word for a value of a closed list."""
    return _(_WORDS.get(type(value), {}).get(value, value.value))


def in_words(value: Any, name: str = "") -> str:
    """A value as one reads it, several lines for several things; empty when there is nothing."""
    if value is None or value in ("", ()):
        return ""
    if isinstance(value, tuple):
        return "\n".join(in_words(item, name) for item in value)
    if isinstance(value, StrEnum):
        return word_of(value)
    if isinstance(value, int | Decimal):
        return _quantity(value, name)
    if is_dataclass(value):
        return _part(value)
    return reference.label(_LISTS[name], value, language()) if name in _LISTS else str(value)


def _quantity(value: int | Decimal, name: str) -> str:
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    if name in _MINUTES:
        return _("{n} min").format(n=value)
    if name in _LISTS:
        return f"{value}. {reference.label(_LISTS[name], str(value), language())}"
    shown = format(Decimal(value).normalize(), "f")
    return shown if language() == "en" else shown.replace(".", ",")


def _part(value: Any) -> str:
    """A part of the protocol, field by field, without what nobody said."""
    if isinstance(value, PlanB):
        return _("{label} : {value}").format(label=word_of(value.trouble), value=value.instead)
    if isinstance(value, Challenge):
        return reference.label(f"defis-{value.list}", value.code, language())
    lines = []
    for field in fields(value):
        found = getattr(value, field.name)
        said = in_words(found, field.name)
        if said and field.name != "id" and found != default_of(field):
            head = label_of(type(value), field.name)
            lines.append(_("{label} : {value}").format(label=head, value=said.replace("\n", " · ")))
    return "\n".join(lines)
