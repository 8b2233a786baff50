# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What participants thought: counts taken from paper, hands or faces, never a person's own answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import ORDER, PUBLIC, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class QuestionKind(StrEnum):
    """How a question is answered."""

    FACES = "faces"  # five faces, 1 (worst) to 5
    RATING = "rating"  # how well one feels able, 1 to 5, asked before and after
    CHOICE = "choice"
    YES_NO = "yes-no"
    TEXT = "text"


class Asked(StrEnum):
    """When it was asked."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCount:
    """So many people gave this answer."""

    answer: str
    count: int


@entity("evaluation_item", marked("Question d’évaluation"))
@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationItem(Entity):
    """One question asked once; `counts` by answer, `texts` what was said in words without names."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    place: Annotated[int, PUBLIC, ORDER] = 0
    kind: Annotated[QuestionKind, PUBLIC, Label(marked("Forme"))] = QuestionKind.FACES
    asked: Annotated[Asked, PUBLIC, Label(marked("Quand"))] = Asked.AFTER
    question: Annotated[str, PUBLIC, TEXT, Label(marked("Question"))] = ""
    counts: Annotated[tuple[AnswerCount, ...], PUBLIC, UNSEARCHED, Label(marked("Réponses"))] = ()
    texts: Annotated[tuple[str, ...], TEAM, Label(marked("Paroles"))] = ()

    @property
    def heading(self) -> str:
        """The question."""
        return self.question
