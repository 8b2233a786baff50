# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a protocol lives: its earlier versions, who read it over, and what workshops propose to change."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import NEVER, ONCE, PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.protocol import Protocol


class Verdict(StrEnum):
    """What became of a proposal; it waits for a person."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@entity("edition", marked("Version d’un protocole"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Edition(Entity):
    """An earlier version of a protocol as it was when a newer one took its place; for the team, notes and all."""

    protocol_id: Annotated[str, PUBLIC, UNSEARCHED, ONCE] = ""
    version: Annotated[str, PUBLIC, UNSEARCHED, ONCE, Label(marked("Version"))] = ""
    kept_on: Annotated[date | None, PUBLIC, ONCE, Label(marked("Remplacée le"))] = None
    protocol: Annotated[Protocol, TEAM, UNSEARCHED, ONCE, Label(marked("Protocole"))] = field(
        default_factory=lambda: Protocol(id="")
    )

    @property
    def heading(self) -> str:
        """The title with its version."""
        return f"{self.protocol.title} {self.version}"


@entity("review", marked("Relecture"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Entity):
    """Someone read this version over; who stays in the team."""

    protocol_id: Annotated[str, PUBLIC, UNSEARCHED, ONCE] = ""
    version: Annotated[str, PUBLIC, UNSEARCHED, ONCE, Label(marked("Version"))] = ""
    on: Annotated[date | None, PUBLIC, ONCE, Label(marked("Relu le"))] = None
    note: Annotated[str, TEAM, TEXT, Label(marked("Remarques"))] = ""


@entity("proposal", marked("Proposition au protocole"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Entity):
    """One change a workshop proposes: at `path` of the protocol (`steps/tour-des-noms/minutes`), `before` to `after`.

    Both are the canonical plain JSON of the value, empty for a value that was not there or goes away.
    """

    protocol_id: Annotated[str, TEAM, UNSEARCHED, ONCE] = ""
    version: Annotated[str, TEAM, UNSEARCHED, ONCE, Label(marked("Version"))] = ""
    workshop_id: Annotated[str, TEAM, Refers("workshop")] = ""
    path: Annotated[str, TEAM, UNSEARCHED, ONCE] = ""
    before: Annotated[str, TEAM, UNSEARCHED, ONCE] = ""
    after: Annotated[str, TEAM, UNSEARCHED, ONCE] = ""
    reason: Annotated[str, TEAM, TEXT, Label(marked("Pourquoi"))] = ""
    verdict: Annotated[Verdict, TEAM, NEVER, Label(marked("Réponse"))] = Verdict.WAITING
