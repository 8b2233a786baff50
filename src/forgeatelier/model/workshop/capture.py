# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A capture: anything caught in the room, filed under its step."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PERSONAL, PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class CaptureKind(StrEnum):
    """What was caught."""

    NOTE = "note"
    PHOTO = "photo"
    FILE = "file"
    AUDIO = "audio"
    LINK = "link"
    DECISION = "decision"


class CaptureState(StrEnum):
    """How far it was sorted; only what is retained can reach a publication."""

    IMPORTED = "imported"
    SORTED = "sorted"
    CHECKED = "checked"
    RETAINED = "retained"
    PUBLISHED = "published"
    DISCARDED = "discarded"
    HIDDEN = "hidden"


PUBLISHABLE_STATES = (CaptureState.RETAINED, CaptureState.PUBLISHED)


class Recognisable(StrEnum):
    """Whether someone can be recognised; unknown never leaves."""

    UNKNOWN = "unknown"
    NOBODY = "nobody"
    PEOPLE = "people"


class Followed(StrEnum):
    """What became of a decision since."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What makes a decision: how it was taken (by which vote), until when, what was objected and how that was met.

    Its owner is a person and stays apart.
    """

    method: str = ""
    due: date | None = None
    objections: str = ""
    integrated: str = ""
    vote_id: str = ""
    followed: Followed = Followed.OPEN


@entity("capture", marked("Prise"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(Entity):
    """`moment` is aware UTC when it was filed; `taken` the camera's own local time; `media` a SHA-256 in the store."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    step_id: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Étape"))] = ""
    group: Annotated[str, TEAM, Label(marked("Groupe"))] = ""
    kind: Annotated[CaptureKind, PUBLIC, Label(marked("Sorte"))] = CaptureKind.NOTE
    state: Annotated[CaptureState, PUBLIC, Label(marked("Tri"))] = CaptureState.IMPORTED
    moment: Annotated[datetime | None, PUBLIC, Label(marked("Moment"))] = None
    taken: Annotated[datetime | None, PUBLIC, Label(marked("Pris le"))] = None
    text: Annotated[str, PUBLIC, TEXT, Label(marked("Texte"))] = ""
    caption: Annotated[str, PUBLIC, Label(marked("Légende"))] = ""
    alt: Annotated[str, PUBLIC, Label(marked("Description de l’image"))] = ""
    media: Annotated[str, PUBLIC, UNSEARCHED] = ""
    suffix: Annotated[str, PUBLIC, UNSEARCHED] = ""
    width: Annotated[int, PUBLIC] = 0
    height: Annotated[int, PUBLIC] = 0
    link: Annotated[str, PUBLIC, Label(marked("Adresse"))] = ""
    tags: Annotated[tuple[str, ...], PUBLIC, Label(marked("Mots-clés"))] = ()
    cluster: Annotated[str, PUBLIC, Label(marked("Famille"))] = ""
    same_as: Annotated[str, PUBLIC, Refers("capture")] = ""
    licence: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Licence"))] = "CC-BY-SA-4.0"
    credit_line: Annotated[str, PUBLIC, Label(marked("Crédit d’une œuvre reprise"))] = ""
    source: Annotated[str, PUBLIC, Label(marked("Source d’une œuvre reprise"))] = ""
    decided: Annotated[Decided | None, PUBLIC, Label(marked("Décision"))] = None
    recognisable: Annotated[Recognisable, PUBLIC, Label(marked("Qui est reconnaissable ?"))] = (
        Recognisable.UNKNOWN
    )
    people: Annotated[
        tuple[str, ...], PERSONAL, Refers("person"), Label(marked("Personnes reconnaissables"))
    ] = ()
    author_id: Annotated[str, PERSONAL, Refers("person"), Label(marked("Auteur ou autrice"))] = ""
    owner_id: Annotated[str, PERSONAL, Refers("person"), Label(marked("Responsable"))] = ""
    file_name: Annotated[str, PERSONAL, Label(marked("Nom du fichier"))] = ""
    original: Annotated[str, PERSONAL, UNSEARCHED] = ""
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The caption, or the first words of the text, or the address."""
        words = self.caption or self.text or self.link
        first = words.strip().splitlines()[0] if words.strip() else ""
        return first if len(first) <= 80 else first[:79].rsplit(" ", 1)[0] + "…"
