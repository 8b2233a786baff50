# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the choices of the model are called in a document."""

from enum import StrEnum

from forgeatelier.ground.words import _, language, marked
from forgeatelier.model.commons.licence import LICENCES
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.material import MaterialKind, Sourcing
from forgeatelier.model.method.objective import Family
from forgeatelier.model.method.protocol import PlannedOutputKind
from forgeatelier.model.method.setting import Level, Power
from forgeatelier.model.method.step import Form, Importance, Trouble
from forgeatelier.model.people.person import Sex
from forgeatelier.model.reference import label
from forgeatelier.model.workshop.lessons import ObstacleKind
from forgeatelier.model.workshop.running import StepOutcome

# Two choices of different kinds may share a code (« technical »), so each kind has its own words.
_CALLED: dict[type[StrEnum], dict[StrEnum, str]] = {
    Form: {
        Form.PLENARY: marked("tous ensemble"),
        Form.PAIRS: marked("par deux"),
        Form.GROUPS: marked("en équipes"),
        Form.INDIVIDUAL: marked("chacune et chacun pour soi"),
        Form.DEMONSTRATION: marked("démonstration"),
        Form.MAKING: marked("fabrication"),
        Form.BREAK: marked("pause"),
        Form.BUFFER: marked("temps de réserve"),
    },
    Importance: {
        Importance.ESSENTIAL: marked("indispensable"),
        Importance.USEFUL: marked("utile"),
        Importance.OPTIONAL: marked("facultative"),
    },
    Severity: {
        Severity.NONE: marked("sans danger"),
        Severity.LOW: marked("danger faible"),
        Severity.MEDIUM: marked("danger moyen"),
        Severity.HIGH: marked("danger élevé"),
    },
    Level: {
        Level.BEGINNER: marked("débutant"),
        Level.INTERMEDIATE: marked("intermédiaire"),
        Level.ADVANCED: marked("avancé"),
    },
    Power: {
        Power.NONE: marked("sans électricité"),
        Power.USEFUL: marked("électricité utile"),
        Power.REQUIRED: marked("électricité nécessaire"),
    },
    Family: {
        Family.SOFT_SKILLS: marked("Savoir-être et travail en groupe"),
        Family.TECHNICAL: marked("Savoir-faire techniques"),
        Family.ENVIRONMENT: marked("Environnement et climat"),
    },
    MaterialKind: {
        MaterialKind.TOOL: marked("Outils"),
        MaterialKind.MATERIAL: marked("Matériaux"),
        MaterialKind.CONSUMABLE: marked("Consommables"),
        MaterialKind.PROTECTIVE: marked("Protection"),
        MaterialKind.PRINTED: marked("Supports imprimés"),
        MaterialKind.DIGITAL: marked("Numérique"),
    },
    Sourcing: {
        Sourcing.BUY: marked("à acheter"),
        Sourcing.RECOVER: marked("à récupérer"),
        Sourcing.BORROW: marked("à emprunter"),
        Sourcing.SUPPLIED: marked("fourni"),
    },
    Trouble: {
        Trouble.NO_POWER: marked("Pas d’électricité"),
        Trouble.NO_PROJECTOR: marked("Pas de vidéoprojecteur"),
        Trouble.RAIN: marked("Pluie"),
        Trouble.LATE: marked("Retard"),
        Trouble.FEWER_PEOPLE: marked("Moins de monde"),
        Trouble.MORE_PEOPLE: marked("Plus de monde"),
        Trouble.MISSING_MATERIAL: marked("Matériel manquant"),
        Trouble.NON_READERS: marked("Personnes qui ne lisent pas"),
    },
    PlannedOutputKind: {
        PlannedOutputKind.OBJECT: marked("objet"),
        PlannedOutputKind.PROTOTYPE: marked("prototype"),
        PlannedOutputKind.PLAN: marked("plan"),
        PlannedOutputKind.TEXT: marked("texte"),
        PlannedOutputKind.DECISION: marked("décision"),
        PlannedOutputKind.DATA: marked("données"),
        PlannedOutputKind.COMMITMENT: marked("engagement"),
    },
    ObstacleKind: {
        ObstacleKind.INTERNAL: marked("interne"),
        ObstacleKind.EXTERNAL: marked("externe"),
        ObstacleKind.LEGAL: marked("juridique"),
        ObstacleKind.ECONOMIC: marked("économique"),
        ObstacleKind.TECHNICAL: marked("technique"),
        ObstacleKind.ACCULTURATION: marked("culturel"),
    },
    StepOutcome: {
        StepOutcome.CHANGED: marked("modifiée ce jour-là"),
        StepOutcome.SKIPPED: marked("sautée ce jour-là"),
    },
    Sex: {
        Sex.WOMAN: marked("femmes"),
        Sex.MAN: marked("hommes"),
        Sex.OTHER: marked("autres"),
        Sex.UNSTATED: marked("non précisé"),
    },
}


def called(choice: StrEnum) -> str:
    """The word for a choice, in the language being spoken."""
    return _(_CALLED[type(choice)][choice])


def listed(slug: str, code: str) -> str:
    """The label of a code of a reference list, or the code itself when the list does not know it."""
    if not code:
        return ""
    try:
        return label(slug, code, language()) or code
    except (KeyError, FileNotFoundError):
        return code


def licence_name(spdx: str) -> str:
    """What a licence is called; one the program does not know keeps its id."""
    return LICENCES[spdx].name if spdx in LICENCES else spdx
