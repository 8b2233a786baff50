# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is asked of participants, taken from the protocol, and what their answers come to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from forgeatelier.ground.words import _
from forgeatelier.model.people.figures import SMALL_CELL
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.evaluation import AnswerCount, Asked, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.planned_step import PLACE_GAP, derived_id
from forgeatelier.model.workshop.workshop import Workshop

YES, NO = "yes", "no"
SCALED = (QuestionKind.FACES, QuestionKind.RATING)
"""Kinds answered from 1 (worst) to 5."""

_ANSWER = re.compile(r"\s*\((vrai|faux|oui|non|true|false|yes|no)\b[^)]*\)\s*$", re.IGNORECASE)
_IS_YES = ("vrai", "oui", "true", "yes")
_THUMB = re.compile(r"\b(pouces?|thumbs?|vrai|true)\b", re.IGNORECASE)
_FINGERS = re.compile(r"\b(doigts?|fingers?)\b", re.IGNORECASE)


def items_from(workshop: Workshop) -> tuple[EvaluationItem, ...]:
    """The questions of the workshop's protocol, not answered yet; two laptops make the same ones."""
    if workshop.protocol is None:
        return ()
    said = workshop.protocol.assessment
    parts = (
        ("before", Asked.BEFORE, said.before),
        ("after", Asked.AFTER, said.after),
        ("satisfaction", Asked.AFTER, said.satisfaction),
    )
    asked = [
        (f"{part}/{n}", when, question, part)
        for part, when, all_of in parts
        for n, question in enumerate(all_of)
    ]
    return tuple(
        EvaluationItem(
            id=derived_id(workshop.id, "evaluation", name),
            workshop_id=workshop.id,
            place=place * PLACE_GAP,
            kind=QuestionKind.FACES if part == "satisfaction" else _kind(question),
            asked=when,
            question=_ANSWER.sub("", question),
        )
        for place, (name, when, question, part) in enumerate(asked, 1)
    )


def _kind(question: str) -> QuestionKind:
    """How a question of the protocol is answered, from how it is put; anyone may say otherwise."""
    if _FINGERS.search(question):
        return QuestionKind.CHOICE
    return QuestionKind.YES_NO if _ANSWER.search(question) or _THUMB.search(question) else QuestionKind.TEXT


def expected_answer(workshop: Workshop, item: EvaluationItem) -> str:
    """The right answer (`yes` or `no`) that the protocol gives to a question; empty when it gives none."""
    if workshop.protocol is None:
        return ""
    said = workshop.protocol.assessment
    for question in (*said.before, *said.after):
        found = _ANSWER.search(question)
        if found and folded(_ANSWER.sub("", question)) == folded(item.question):
            return YES if found[1].casefold() in _IS_YES else NO
    return ""


def answers_of(kind: QuestionKind) -> tuple[tuple[str, str], ...]:
    """The answers a question can have, with their words; none when they are typed."""
    if kind is QuestionKind.FACES:
        words = (
            _("pas du tout content"),
            _("peu content"),
            _("entre les deux"),
            _("content"),
            _("très content"),
        )
        return tuple((str(n), word) for n, word in enumerate(words, 1))
    if kind is QuestionKind.RATING:
        return tuple((str(n), str(n)) for n in range(1, 6))
    return ((YES, _("oui")), (NO, _("non"))) if kind is QuestionKind.YES_NO else ()


def refusals(kind: QuestionKind, counts: Iterable[AnswerCount]) -> tuple[str, ...]:
    """Why these counts cannot be, in words; empty when they can."""
    said = tuple(counts)
    known = {code for code, _word in answers_of(kind)}
    found = [
        _("« {answer} » n’est pas une réponse possible.").format(answer=one.answer)
        for one in said
        if known and one.answer not in known
    ]
    if any(one.count < 0 for one in said):
        found.append(_("On ne compte pas moins de zéro réponse."))
    if any(not one.answer.strip() for one in said):
        found.append(_("Une réponse comptée n’a pas de mots."))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What the answers to one question come to; `mean` only for those from 1 to 5, `right` only when known."""

    answered: int = 0
    mean: Fraction | None = None
    yes: Fraction | None = None
    right: Fraction | None = None


def figure(item: EvaluationItem, expected: str = "") -> Figure:
    """The figures of one question."""
    counts = {one.answer: one.count for one in gathered(item.counts)}
    total = sum(counts.values())
    if not total:
        return Figure()
    if item.kind in SCALED:
        points = sum(int(answer) * count for answer, count in counts.items() if answer.isdecimal())
        return Figure(answered=total, mean=Fraction(points, total))
    if item.kind is QuestionKind.YES_NO:
        right = Fraction(counts.get(expected, 0), total) if expected else None
        return Figure(answered=total, yes=Fraction(counts.get(YES, 0), total), right=right)
    return Figure(answered=total)


def gathered(counts: Iterable[AnswerCount]) -> tuple[AnswerCount, ...]:
    """The same answers with one count for each, in their order, without those nobody gave."""
    numbers: dict[str, int] = {}
    for one in counts:
        numbers[one.answer] = numbers.get(one.answer, 0) + one.count
    return tuple(AnswerCount(answer=answer, count=count) for answer, count in numbers.items() if count)


@dataclass(frozen=True, slots=True)
class Compared:
    """One question asked before and after."""

    before: EvaluationItem
    after: EvaluationItem


def compared(items: Sequence[EvaluationItem]) -> tuple[Compared, ...]:
    """The questions that were asked in the same words and the same form before and after."""
    later = {(folded(one.question), one.kind): one for one in reversed(items) if one.asked is Asked.AFTER}
    pairs = ((one, later.get((folded(one.question), one.kind))) for one in items if one.asked is Asked.BEFORE)
    return tuple(Compared(before, after) for before, after in pairs if after is not None)


def public_counts(item: EvaluationItem) -> tuple[tuple[str, str], ...]:
    """Answers and how many gave them, as they may be published: a small cell is « <5 ».

    When a single cell is hidden the smallest of the others is hidden too, as « – », or the total would tell it;
    nothing at all is told when fewer than that answered.
    """
    counts = gathered(item.counts)
    if sum(one.count for one in counts) < SMALL_CELL:
        return ()
    small = [one for one in counts if one.count < SMALL_CELL]
    others = sorted((one.count, n) for n, one in enumerate(counts) if one.count >= SMALL_CELL)
    also = others[0][1] if len(small) == 1 and others else -1
    return tuple(
        (one.answer, f"<{SMALL_CELL}" if one.count < SMALL_CELL else "–" if n == also else str(one.count))
        for n, one in enumerate(counts)
    )
