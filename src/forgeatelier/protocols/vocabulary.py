# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of a protocol file: French key, English key, and the field of the model they name.

Reading and writing both come from these two tables; the type of a value comes from the model.
A line of `KEYS` is

    french_key english_key [field=model_field] [as=how_it_is_read] [!]

where the model field is the English key unless said, and `!` means the file must say it.
"""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from forgeatelier.model.method.hazard import Hazard, Severity
from forgeatelier.model.method.material import Material, MaterialKind, Sourcing
from forgeatelier.model.method.objective import Family, Objective
from forgeatelier.model.method.protocol import PlannedOutput, PlannedOutputKind, Protocol, ProtocolKind
from forgeatelier.model.method.setting import (
    Adaptation,
    Aftermath,
    Assessment,
    Audience,
    Author,
    Challenge,
    Device,
    Duration,
    Group,
    Level,
    Origin,
    Place,
    Power,
    PreparationTask,
    Reading,
    Reference,
    RoleNeed,
    Shot,
    Translation,
)
from forgeatelier.model.method.step import Form, Importance, PlanB, Step, Trouble

FORMAT = "forge-atelier/protocole"
"""What the first key of every protocol file says."""

FORMAT_VERSION = 1
"""The version of the file format this release reads and writes."""

HEADER = ("format", "format_version")
"""The two keys that say what the file is: the same in both languages, and no part of the model."""

KEYS: Mapping[type, str] = {
    Protocol: """
        id id as=uuid !
        titre title !
        accroche pitch !
        description description
        version version as=version !
        langue language as=language !
        licence licence as=licence !
        auteurs authors !
        derive_de derived_from
        traduction_de translation_of
        note_de_modification change_note
        genre kind
        besoins needs as=need
        odd sdg
        defis challenges
        effets effects as=effect
        themes themes
        mots_cles tags
        public audience
        groupe group !
        duree duration !
        forme setting field=itinerant as=setting
        lieu place
        lecture reading
        appareils devices
        roles roles
        objectifs objectives !
        regles ground_rules
        materiel materials
        securite safety
        preparation preparation
        etapes steps !
        prises_de_vue shots
        productions outputs
        evaluation assessment
        apres after
        adaptations adaptations
        references references
        notes_internes internal_notes
    """,
    Author: "nom name !; role role",
    Origin: """
        titre title
        auteur author
        source source
        licence licence as=any_licence
        modifications changes
    """,
    Translation: "id id as=uuid !; titre title; langue language as=language; version version",
    Challenge: "liste list !; code code !",
    Audience: """
        description description
        age_min age_min
        age_max age_max
        niveau level
        prerequis prerequisites
        accessibilite accessibility
    """,
    Group: """
        min min
        ideal ideal
        max max
        par_equipe per_team
        animateurs facilitators
        participants_par_animateur participants_per_facilitator
    """,
    Duration: """
        total total as=minutes
        preparation preparation as=minutes
        rangement cleanup as=minutes
        attente waiting as=minutes
    """,
    Place: """
        surface_m2 surface_m2
        ombre shade
        eau water
        electricite power
        ventilation ventilation
        tables tables
        abri shelter
        notes notes
    """,
    RoleNeed: "role role !; nombre count; mission task",
    Objective: "enonce statement !; critere criterion",
    Material: """
        nom name !
        genre kind !
        fixe fixed
        par_personne per_person
        par_equipe per_team
        unite unit
        conditionnement pack
        cout_unitaire unit_cost
        devise currency as=currency
        source source field=sourcing
        delai_jours lead_days
        substitut substitute
        critique critical
    """,
    Hazard: """
        risque hazard !
        niveau severity
        prevention prevention
        protections protective_gear
        premiers_gestes first_aid
    """,
    PreparationTask: "tache task !; jours_avant days_before; role role; minutes minutes as=minutes",
    Step: """
        id id as=slug !
        phase phase !
        titre title !
        minutes minutes as=minutes
        minutes_min minutes_min as=minutes
        par_personne_secondes per_person_seconds
        par_equipe_secondes per_team_seconds
        forme form !
        importance importance
        consigne instruction
        animateur facilitator
        participants participants
        supports supports
        materiel materials
        sortie output
        conseils tips
        pieges traps
        plan_b plan_b
        energie power
        risque risk
        consigne_securite safety_note
    """,
    PlanB: "si if field=trouble !; alors then field=instead !",
    Shot: "etape step; sujet subject !; conseil advice",
    PlannedOutput: "type type field=kind !; titre title !; description description",
    Assessment: "avant before; apres after; observation observation; satisfaction satisfaction",
    Aftermath: "suivi_jours followup_days; entretien maintenance; suites next_steps",
    Adaptation: "contexte context !; adaptation adaptation !",
    Reference: "titre title !; auteur author; source source; licence licence",
}
"""The keys of every part of a protocol, in the order in which they are written."""

# French first; the English word is the value of the model, except for effects and needs, whose codes are French.
_ENUMS: Mapping[type[StrEnum], str] = {
    ProtocolKind: """
        fabrication/making methode/method reparation/repair documentation/documentation debat/discussion
    """,
    Level: "debutant/beginner intermediaire/intermediate confirme/advanced",
    Power: "aucune/none utile/useful indispensable/required",
    Reading: "aucune/none quelques_uns/some indispensable/required",
    Device: """
        aucun/none telephone/phone ordinateur/computer projecteur/projector appareil_photo/camera
        haut_parleur/speaker
    """,
    Family: "savoir_etre/soft_skills techniques/technical environnement/environment",
    MaterialKind: """
        outil/tool materiau/material consommable/consumable protection/protective support/printed
        numerique/digital
    """,
    Sourcing: "achat/buy recuperation/recover emprunt/borrow fourni/supplied",
    Severity: "aucun/none faible/low moyen/medium eleve/high",
    Form: """
        pleniere/plenary binomes/pairs groupes/groups individuel/individual demonstration/demonstration
        fabrication/making pause/break tampon/buffer
    """,
    Importance: "indispensable/essential utile/useful facultatif/optional",
    Trouble: """
        sans_electricite/no-power sans_projecteur/no-projector pluie/rain retard/late
        moins_de_monde/fewer-people plus_de_monde/more-people materiel_manquant/missing-material
        non_lecteurs/non-readers
    """,
    PlannedOutputKind: """
        objet/object prototype/prototype plan/plan texte/text decision/decision donnee/data
        engagement/commitment
    """,
}
_EFFECTS = (
    "deforestation/deforestation chaleur/heat secheresse/drought inondation/flood sols/soils dechets/waste "
    "eau/water energie/energy biodiversite/biodiversity"
)
_NEEDS = (
    "se_connaitre/get-acquainted energiser/energise cadrer/frame partager/share explorer/explore "
    "imaginer/imagine prioriser/prioritise decider/decide apaiser/disagreement organiser/organise "
    "fabriquer/make reparer/repair apprendre/learn evaluer/assess documenter/document conclure/close"
)
_SETTINGS = "presentiel/in-person itinerant/itinerant"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a closed list, in both languages, and the value of the model it stands for."""

    fr: str
    en: str
    value: Any

    def spelled(self, language: str) -> str:
        """The word in `fr` or `en`."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a section: its two spellings, the field it fills, its type and how it is read."""

    fr: str
    en: str
    field: str
    hint: Any
    reads: str
    required: bool
    default: Any

    def spelled(self, language: str) -> str:
        """The key in `fr` or `en`."""
        return self.fr if language == "fr" else self.en


@cache
def keys_of(section: type) -> tuple[Key, ...]:
    """The keys of a part of the protocol, in the order of the file."""
    hints = get_type_hints(section)
    defaults = {
        f.name: f.default_factory() if callable(f.default_factory) else f.default
        for f in fields(section)
        if f.name != "id" or f.default is not MISSING
    }
    lines = (line.split() for line in KEYS[section].replace(";", "\n").splitlines())
    return tuple(_key(line, hints, defaults) for line in lines if line)


def _key(line: list[str], hints: Mapping[str, Any], defaults: Mapping[str, Any]) -> Key:
    fr, en, *marks = line
    said = dict(mark.split("=") for mark in marks if mark != "!")
    name = said.get("field", en)
    hint = hints[name]
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    return Key(fr, en, name, hint, said.get("as", ""), "!" in marks, defaults.get(name, MISSING))


@cache
def by_spelling(section: type) -> Mapping[str, Key]:
    """Every spelling accepted in a section, French and English alike."""
    return {spelling: key for key in keys_of(section) for spelling in (key.en, key.fr)}


@cache
def words_of(closed: type[StrEnum]) -> tuple[Word, ...]:
    """The words of a closed list of the model."""
    return tuple(Word(fr, en, closed(en)) for fr, en in _pairs(_ENUMS[closed]))


@cache
def effect_words() -> tuple[Word, ...]:
    """The words for effects of the climate; the model holds the French code."""
    return tuple(Word(fr, en, fr) for fr, en in _pairs(_EFFECTS))


@cache
def need_words() -> tuple[Word, ...]:
    """The words for what a method is good for; the model holds the French code."""
    return tuple(Word(fr, en, fr) for fr, en in _pairs(_NEEDS))


@cache
def setting_words() -> tuple[Word, ...]:
    """The words for the setting; the model holds whether it is itinerant."""
    return tuple(Word(fr, en, fr == "itinerant") for fr, en in _pairs(_SETTINGS))


def _pairs(words: str) -> list[tuple[str, str]]:
    return [(fr, en) for fr, en in (pair.split("/") for pair in words.split())]
