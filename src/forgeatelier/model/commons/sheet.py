# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conduct sheet (fiche de conduite): the editorial object that is published."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import NEVER, PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class SheetState(StrEnum):
    """How far the sheet is."""

    RAW = "raw"
    DRAFTING = "drafting"
    REVIEWING = "reviewing"
    VALIDATED = "validated"
    PUBLISHED = "published"
    REVISED = "revised"


@entity("sheet", marked("Fiche de conduite"))
@dataclass(frozen=True, slots=True, kw_only=True)
class ConductSheet(Entity):
    """What is said about one workshop beyond what its protocol and its captures already say."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    title: Annotated[str, PUBLIC, Label(marked("Titre"))] = ""
    subtitle: Annotated[str, PUBLIC, Label(marked("Sous-titre"))] = ""
    introduction: Annotated[str, PUBLIC, TEXT, Label(marked("Introduction"))] = ""
    advice: Annotated[str, PUBLIC, TEXT, Label(marked("Conseils pour refaire"))] = ""
    cover_id: Annotated[str, PUBLIC, Refers("capture"), Label(marked("Image de couverture"))] = ""
    collective: Annotated[str, PUBLIC, Label(marked("Nom du collectif"))] = ""
    version: Annotated[str, PUBLIC, Label(marked("Version"))] = "1.0.0"
    language: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Langue"))] = "fr"
    licence: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Licence"))] = "CC-BY-SA-4.0"
    state: Annotated[SheetState, PUBLIC, NEVER, Label(marked("État"))] = SheetState.RAW
    published_on: Annotated[date | None, PUBLIC, Label(marked("Publiée le"))] = None
    correction_note: Annotated[str, PUBLIC, Label(marked("Où signaler une correction"))] = ""
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


@entity("publication", marked("Dossier publié"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Entity):
    """What left, and whom it contained: the ledger that lets a withdrawal find earlier bundles.

    The id is that of the published version (its UUID); `manifest` is the SHA-256 of the bag's manifest,
    `content` that of what was gathered, by which an unchanged sheet is recognised.
    """

    sheet_id: Annotated[str, TEAM, Refers("sheet")] = ""
    workshop_id: Annotated[str, TEAM, Refers("workshop")] = ""
    version: Annotated[str, TEAM, Label(marked("Version"))] = ""
    made_on: Annotated[date | None, TEAM, Label(marked("Faite le"))] = None
    name: Annotated[str, TEAM, Label(marked("Nom du dossier"))] = ""
    manifest: Annotated[str, TEAM, UNSEARCHED] = ""
    content: Annotated[str, TEAM, UNSEARCHED] = ""
    formats: Annotated[tuple[str, ...], TEAM, UNSEARCHED, Label(marked("Formats"))] = ()
    capture_ids: Annotated[tuple[str, ...], TEAM, Refers("capture")] = ()
    person_ids: Annotated[tuple[str, ...], TEAM, Refers("person")] = ()

    @property
    def heading(self) -> str:
        """The name of the bundle."""
        return self.name
