# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A guide: an ordered outline that becomes a book."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import ORDER, PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class ChapterKind(StrEnum):
    """Where a chapter comes from."""

    PART = "part"
    SHEET = "sheet"
    TEXT = "text"
    PROTOCOL = "protocol"


@entity("guide", marked("Guide"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(Entity):
    """A collection under one title and one licence."""

    title: Annotated[str, PUBLIC, Label(marked("Titre"))] = ""
    subtitle: Annotated[str, PUBLIC, Label(marked("Sous-titre"))] = ""
    description: Annotated[str, PUBLIC, TEXT, Label(marked("Description"))] = ""
    version: Annotated[str, PUBLIC, Label(marked("Version"))] = "1.0.0"
    language: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Langue"))] = "fr"
    licence: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Licence"))] = "CC-BY-SA-4.0"
    collective: Annotated[str, PUBLIC, Label(marked("Nom du collectif"))] = ""
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


@entity("chapter", marked("Chapitre"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Entity):
    """One line of a guide's outline; `place` is a fractional key that sorts it among its siblings."""

    guide_id: Annotated[str, PUBLIC, Refers("guide")] = ""
    parent_id: Annotated[str, PUBLIC, Refers("chapter")] = ""
    place: Annotated[str, PUBLIC, ORDER, UNSEARCHED] = ""
    kind: Annotated[ChapterKind, PUBLIC, Label(marked("Sorte"))] = ChapterKind.TEXT
    target_id: Annotated[str, PUBLIC, UNSEARCHED] = ""
    title: Annotated[str, PUBLIC, Label(marked("Titre"))] = ""
    text: Annotated[str, PUBLIC, TEXT, Label(marked("Texte"))] = ""

    @property
    def heading(self) -> str:
        """The title."""
        return self.title
