# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A structure: fablab, association, school, town hall."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PUBLIC, TEAM, TEXT, Label, entity
from forgeatelier.model.entity import Entity


class OrganisationKind(StrEnum):
    """What sort of structure it is."""

    FABLAB = "fablab"
    ASSOCIATION = "association"
    NGO = "ngo"
    SCHOOL = "school"
    UNIVERSITY = "university"
    AUTHORITY = "authority"
    COMPANY = "company"
    NETWORK = "network"
    AGENCY = "agency"
    FOUNDATION = "foundation"
    OTHER = "other"


@entity("organisation", marked("Structure"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Entity):
    """A host, carrier, partner or employer."""

    name: Annotated[str, PUBLIC, Label(marked("Nom"))] = ""
    acronym: Annotated[str, PUBLIC, Label(marked("Sigle"))] = ""
    nature: Annotated[OrganisationKind, PUBLIC, Label(marked("Type"))] = OrganisationKind.OTHER
    country: Annotated[str, PUBLIC, Label(marked("Pays"))] = ""
    town: Annotated[str, PUBLIC, Label(marked("Ville"))] = ""
    site: Annotated[str, PUBLIC, Label(marked("Site"))] = ""
    contact: Annotated[str, TEAM, Label(marked("Contact"))] = ""
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The name, with the acronym when there is one."""
        return f"{self.name} ({self.acronym})" if self.acronym else self.name
