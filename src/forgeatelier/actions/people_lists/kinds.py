# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The few answers a list of people can give: columns, sexes, ages, marks, consents, doubts."""

from enum import StrEnum

from forgeatelier.ground.words import _, marked


class Meaning(StrEnum):
    """What a column is about."""

    NUMBER = "number"
    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    GIVEN_NAMES = "given_names"
    SEX = "sex"
    AGE = "age"
    BIRTH = "birth"
    ORGANISATION = "organisation"
    VILLAGE = "village"
    ROLE = "role"
    PHONE = "phone"
    EMAIL = "email"
    CONTACT = "contact"
    CONSENT = "consent"
    PRESENCE = "presence"
    SOURCE_ID = "source_id"
    TECHNICAL = "technical"

    @property
    def label(self) -> str:
        """The meaning in the person's language."""
        return _(_MEANINGS[self])


_MEANINGS = {
    Meaning.NUMBER: marked("Numéro de ligne"),
    Meaning.FULL_NAME: marked("Nom et prénoms"),
    Meaning.FAMILY_NAME: marked("Nom"),
    Meaning.GIVEN_NAMES: marked("Prénoms"),
    Meaning.SEX: marked("Sexe"),
    Meaning.AGE: marked("Âge"),
    Meaning.BIRTH: marked("Naissance"),
    Meaning.ORGANISATION: marked("Structure"),
    Meaning.VILLAGE: marked("Village ou ville"),
    Meaning.ROLE: marked("Fonction"),
    Meaning.PHONE: marked("Téléphone"),
    Meaning.EMAIL: marked("Courriel"),
    Meaning.CONTACT: marked("Contact"),
    Meaning.CONSENT: marked("Consentement"),
    Meaning.PRESENCE: marked("Présence"),
    Meaning.SOURCE_ID: marked("Identifiant d’origine"),
    Meaning.TECHNICAL: marked("Donnée technique du formulaire, laissée de côté"),
}


class Sex(StrEnum):
    """The sex a person stated; `UNSTATED` is an answer like the others."""

    F = "F"
    M = "M"
    OTHER = "other"
    UNSTATED = "unstated"


class AgeBand(StrEnum):
    """Age groups, in full years, both ends included."""

    UNDER_15 = "0-14"
    FROM_15 = "15-17"
    FROM_18 = "18-24"
    FROM_25 = "25-35"
    FROM_36 = "36-59"
    FROM_60 = "60+"


class Mark(StrEnum):
    """What a half-day cell says."""

    PRESENT = "present"
    ABSENT = "absent"
    UNSTATED = "unstated"


class Half(StrEnum):
    """Morning or afternoon."""

    MORNING = "morning"
    AFTERNOON = "afternoon"


class Subject(StrEnum):
    """What a consent is about."""

    IMAGE = "image"
    DATA = "data"
    VOICE = "voice"
    UNSAID = "unsaid"


class Use(StrEnum):
    """The uses a person may grant or refuse one by one."""

    INTERNE = "interne"
    PUBLICATION = "publication"
    PRESSE = "presse"
    RESEAUX = "reseaux"
    BAILLEUR = "bailleur"


class Consented(StrEnum):
    """What was said about one use; `LIMITED` means granted under a condition to be read in the raw text."""

    GRANTED = "granted"
    REFUSED = "refused"
    LIMITED = "limited"
    UNSTATED = "unstated"


class Because(StrEnum):
    """Why something is doubtful, for sorting the doubts."""

    DAMAGED = "damaged"
    FORMULA = "formula"
    NAME = "name"
    SEX = "sex"
    AGE = "age"
    PHONE = "phone"
    EMAIL = "email"
    CONSENT = "consent"
    PRESENCE = "presence"
    NUMBER = "number"
    SAME_PERSON = "same_person"
    COLUMN = "column"


class Kind(StrEnum):
    """Why a line is not a person."""

    TITLE = "title"
    BLANK = "blank"
    TOTAL = "total"
    HEADER = "header"
    NOTE = "note"
    DUPLICATE = "duplicate"
