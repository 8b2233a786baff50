# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A consent: one person, one matter, one answer per use, dated, provable and revocable."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PERSONAL, STRICTEST, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class Answer(StrEnum):
    """What was answered for one use, from the least to the most restrictive."""

    GRANTED = "granted"
    UNASKED = "unasked"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


STRICTNESS = (Answer.GRANTED, Answer.UNASKED, Answer.REFUSED, Answer.WITHDRAWN)
"""The order in which the strictest of several answers is chosen."""


class Matter(StrEnum):
    """What the consent is about."""

    DATA = "data"
    IMAGE = "image"
    VOICE = "voice"
    TESTIMONY = "testimony"
    CREDIT = "credit"


class ConsentMode(StrEnum):
    """How the answer was given; reading and writing are not needed."""

    WRITTEN = "written"
    ORAL = "oral"
    THUMBPRINT = "thumbprint"
    AUDIO = "audio"
    GUARDIAN = "guardian"
    UNSTATED = "unstated"


class Use(StrEnum):
    """Where something may be used, one box each."""

    INTERNAL = "internal"
    DONOR = "donor"
    OPEN = "open"
    PRESS = "press"
    NETWORKS = "networks"


@entity("consent", marked("Consentement"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Entity):
    """The answers of one person; merging keeps the most restrictive answer of each use.

    `proof` is the hash of a file among the library's originals, which never leave it.
    """

    person_id: Annotated[str, PERSONAL, Refers("person")] = ""
    workshop_id: Annotated[str, PERSONAL, Refers("workshop")] = ""
    matter: Annotated[Matter, PERSONAL, Label(marked("Objet"))] = Matter.IMAGE
    internal: Annotated[Answer, PERSONAL, STRICTEST, Label(marked("Usage interne"))] = Answer.UNASKED
    donor: Annotated[Answer, PERSONAL, STRICTEST, Label(marked("Rapport au bailleur"))] = Answer.UNASKED
    open: Annotated[Answer, PERSONAL, STRICTEST, Label(marked("Publication libre"))] = Answer.UNASKED
    press: Annotated[Answer, PERSONAL, STRICTEST, Label(marked("Presse"))] = Answer.UNASKED
    networks: Annotated[Answer, PERSONAL, STRICTEST, Label(marked("Réseaux sociaux"))] = Answer.UNASKED
    mode: Annotated[ConsentMode, PERSONAL, Label(marked("Mode"))] = ConsentMode.UNSTATED
    informed_in: Annotated[str, PERSONAL, UNSEARCHED, Label(marked("Langue de l’information"))] = ""
    witness: Annotated[str, PERSONAL, Label(marked("Témoin"))] = ""
    guardian: Annotated[str, PERSONAL, Label(marked("Parent ou tuteur"))] = ""
    given_on: Annotated[date | None, PERSONAL, Label(marked("Donné le"))] = None
    until: Annotated[date | None, PERSONAL, Label(marked("Valable jusqu’au"))] = None
    withdrawn_on: Annotated[date | None, PERSONAL, Label(marked("Retiré le"))] = None
    proof: Annotated[str, PERSONAL, UNSEARCHED, Label(marked("Preuve"))] = ""
    as_said: Annotated[str, PERSONAL, TEXT, Label(marked("Réponse telle que notée"))] = ""

    def answer(self, use: Use) -> Answer:
        """The answer for one use."""
        said: Answer = getattr(self, use.value)
        return said

    def answering(self, said: Mapping[Use, Answer]) -> "Consent":
        """The same consent with these answers; uses that nobody spoke of keep theirs."""
        return replace(
            self,
            internal=said.get(Use.INTERNAL, self.internal),
            donor=said.get(Use.DONOR, self.donor),
            open=said.get(Use.OPEN, self.open),
            press=said.get(Use.PRESS, self.press),
            networks=said.get(Use.NETWORKS, self.networks),
        )

    def is_live(self, use: Use, on: date, *, minor: bool) -> bool:
        """Whether this consent covers `use` on that day; a minor's needs a guardian."""
        if self.answer(use) is not Answer.GRANTED or (self.until is not None and on > self.until):
            return False
        return not minor or bool(self.guardian)
