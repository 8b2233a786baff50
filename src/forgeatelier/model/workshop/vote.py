# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One model for every way a room chooses: hands, stones, dots, cards, ballots, budget, stars, ranking, agreement."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import ORDER, PERSONAL, PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class VoteKind(StrEnum):
    """What one voice is."""

    POINTS = "points"  # a budget of points shared over options: hands (1), dots, stones, money
    SCALE = "scale"  # one level of an agreement scale for each option
    RANKING = "ranking"  # options in order
    CONSENT = "consent"  # agree, reserve or object to one proposal


class EntryWay(StrEnum):
    """How voices were gathered; several ways add up in one result."""

    HANDS = "hands"
    OBJECTS = "objects"
    DOTS = "dots"
    CARDS = "cards"
    BALLOTS = "ballots"
    PHONES = "phones"


class Reveal(StrEnum):
    """When the room sees the counts."""

    AFTER = "after"
    DURING = "during"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to choose: a short code unique in its vote, words, and if need be a pictogram's name."""

    code: str
    label: str
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one voter may give: `budget` points, at most `most_per_option`, also against when `negative`.

    `scale` names a shipped agreement scale (`accord-3`, `accord-5`, `accord-8`).
    """

    kind: VoteKind = VoteKind.POINTS
    budget: int = 1
    most_per_option: int = 1
    negative: bool = False
    scale: str = ""


@entity("vote", marked("Vote"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Entity):
    """A question put to the room; `eligible` and `present` are head counts when it was opened (aware UTC moments)."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    step_id: Annotated[str, PUBLIC, UNSEARCHED, Label(marked("Étape"))] = ""
    place: Annotated[int, PUBLIC, ORDER] = 0
    question: Annotated[str, PUBLIC, TEXT, Label(marked("Question"))] = ""
    options: Annotated[tuple[Option, ...], PUBLIC, Label(marked("Choix"))] = ()
    rule: Annotated[Rule, PUBLIC, UNSEARCHED, Label(marked("Règle"))] = Rule()
    anonymous: Annotated[bool, PUBLIC, Label(marked("Anonyme"))] = True
    reveal: Annotated[Reveal, PUBLIC, Label(marked("Dévoilement"))] = Reveal.AFTER
    eligible: Annotated[int, PUBLIC, Label(marked("Peuvent voter"))] = 0
    present: Annotated[int, PUBLIC, Label(marked("Présents"))] = 0
    opened: Annotated[datetime | None, PUBLIC, Label(marked("Ouvert à"))] = None
    closed: Annotated[datetime | None, PUBLIC, Label(marked("Clos à"))] = None
    outcome: Annotated[str, PUBLIC, TEXT, Label(marked("Issue"))] = ""
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """The question."""
        return self.question


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """`count` voices (or points) for an option; `level` is the step of a scale, or the rank, from 1."""

    option: str
    count: int
    level: int = 0


@entity("vote_entry", marked("Voix recueillies"))
@dataclass(frozen=True, slots=True, kw_only=True)
class VoteEntry(Entity):
    """Voices gathered in one way: `voters` people gave these tallies, `blank` of them nothing.

    `ballot` is the code of one paper or phone ballot, so that it counts once however often it arrives; `person_id`
    names who gave it, in a vote that is not anonymous.
    """

    vote_id: Annotated[str, PUBLIC, Refers("vote")] = ""
    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    way: Annotated[EntryWay, PUBLIC, Label(marked("Recueil"))] = EntryWay.HANDS
    voters: Annotated[int, PUBLIC, Label(marked("Votants"))] = 0
    blank: Annotated[int, PUBLIC, Label(marked("Blancs ou abstentions"))] = 0
    tallies: Annotated[tuple[Tally, ...], PUBLIC, UNSEARCHED, Label(marked("Compte"))] = ()
    ballot: Annotated[str, TEAM, UNSEARCHED] = ""
    person_id: Annotated[str, PERSONAL, Refers("person")] = ""
    moment: Annotated[datetime | None, PUBLIC, Label(marked("Moment"))] = None
    reasons: Annotated[tuple[str, ...], TEAM, Label(marked("Raisons données"))] = ()
