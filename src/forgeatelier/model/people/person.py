# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person: the least one needs to know, and how she wants to be credited."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PERSONAL, TEXT, Label, Refers, entity
from forgeatelier.model.entity import Entity, new_person_id


class Sex(StrEnum):
    """As a person said it; `UNSTATED` when she did not."""

    WOMAN = "F"
    MAN = "M"
    OTHER = "other"
    UNSTATED = "unstated"


class CreditMode(StrEnum):
    """How a person wants to appear among the credits."""

    UNASKED = "unasked"
    NAME = "name"
    PSEUDONYM = "pseudonym"
    ANONYMOUS = "anonymous"
    NONE = "none"


@entity("person", marked("Personne"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """Everything here is personal: none of it leaves without a live consent."""

    id: str = field(default_factory=new_person_id)
    family_name: Annotated[str, PERSONAL, Label(marked("Nom"))] = ""
    given_names: Annotated[str, PERSONAL, Label(marked("Prénoms"))] = ""
    credit_name: Annotated[str, PERSONAL, Label(marked("Nom au générique"))] = ""
    credit_mode: Annotated[CreditMode, PERSONAL, Label(marked("Crédit"))] = CreditMode.UNASKED
    sex: Annotated[Sex, PERSONAL, Label(marked("Sexe"))] = Sex.UNSTATED
    birth_year: Annotated[int | None, PERSONAL, Label(marked("Année de naissance"))] = None
    age_band: Annotated[str, PERSONAL, Label(marked("Tranche d’âge"))] = ""
    organisation: Annotated[str, PERSONAL, Label(marked("Structure"))] = ""
    organisation_id: Annotated[str, PERSONAL, Refers("organisation")] = ""
    function: Annotated[str, PERSONAL, Label(marked("Fonction"))] = ""
    village: Annotated[str, PERSONAL, Label(marked("Village ou ville"))] = ""
    phone: Annotated[str, PERSONAL, Label(marked("Téléphone"))] = ""
    email: Annotated[str, PERSONAL, Label(marked("Courriel"))] = ""
    languages: Annotated[tuple[str, ...], PERSONAL, Label(marked("Langues"))] = ()
    disability: Annotated[str, PERSONAL, Label(marked("Situation de handicap"))] = ""
    anonymised_on: Annotated[date | None, PERSONAL, Label(marked("Anonymisée le"))] = None
    notes: Annotated[str, PERSONAL, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """Given names then family name, as people say it."""
        return f"{self.given_names} {self.family_name}".strip()


def band_of_age(years: int) -> str:
    """The code of the age band for this many years."""
    return next(code for code, last in AGE_BANDS if last is None or years <= last)


def age_band(person: Person, on: date) -> str:
    """The age band of a person, as said or from her year of birth; empty when neither is known."""
    if person.age_band or person.birth_year is None:
        return person.age_band
    return band_of_age(max(0, on.year - person.birth_year))


AGE_BANDS: tuple[tuple[str, int | None], ...] = (
    ("0-14", 14),
    ("15-17", 17),
    ("18-24", 24),
    ("25-35", 35),
    ("36-59", 59),
    ("60+", None),
)
"""The codes of the age-band list with the last age of each."""

MINOR_BANDS = ("0-14", "15-17")
"""The age bands whose consent needs a guardian (codes of the age-band list)."""


def is_minor(person: Person, on: date) -> bool:
    """Whether the person may be under 18 on that day, from what she said; unknown ages count as adult."""
    if person.birth_year is not None:
        return on.year - person.birth_year <= 18 and not (
            on.year - person.birth_year == 18 and person.age_band == "18-24"
        )
    return person.age_band in MINOR_BANDS
