# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting what participants answered on paper, by hands or by faces: counts only, never who said what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy, tidy_line
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.evaluating import (
    Compared,
    Figure,
    answers_of,
    compared,
    expected_answer,
    figure,
    gathered,
    items_from,
    refusals,
)
from forgeatelier.model.workshop.evaluation import AnswerCount, Asked, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.planned_step import PLACE_GAP
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The questions of a workshop, those before it first; `kept` are the ids of those the library holds already."""

    workshop: Workshop
    items: tuple[EvaluationItem, ...]
    kept: frozenset[str] = frozenset()

    def item(self, item_id: str) -> EvaluationItem:
        """A question by its id. Raises AtelierError when it is not there any more."""
        found = next((one for one in self.items if one.id == item_id), None)
        if found is None:
            raise AtelierError(_("Cette question n’est plus là."), _("En choisir une autre dans la liste."))
        return found

    def figure(self, item: EvaluationItem) -> Figure:
        """What the answers to a question come to, the protocol's right answer known."""
        return figure(item, expected_answer(self.workshop, item))

    @property
    def compared(self) -> tuple[Compared, ...]:
        """The questions asked before and after."""
        return compared(self.items)

    @property
    def answered(self) -> tuple[EvaluationItem, ...]:
        """The questions somebody answered."""
        return tuple(one for one in self.items if one.counts or one.texts)


def read_evaluation(library: Library, workshop: Workshop) -> Evaluation:
    """The questions kept for a workshop, and those of its protocol that nobody has counted yet."""
    kept = {one.id: one for one in library.all(EvaluationItem, workshop_id=workshop.id)}
    merged = {one.id: one for one in items_from(workshop)} | kept
    order = (Asked.BEFORE, Asked.AFTER)
    items = sorted(merged.values(), key=lambda one: (order.index(one.asked), one.place, one.id))
    return Evaluation(workshop, tuple(items), frozenset(kept))


def tally(
    evaluation: Evaluation, item_id: str, counts: Mapping[str, int], texts: Iterable[str] | None = None
) -> Change:
    """How many gave each answer, in place of what was counted before; what was said in words stays unless given.

    Raises AtelierError for an answer the question does not have, or fewer than none.
    """
    was = evaluation.item(item_id)
    said = tuple(AnswerCount(answer=tidy_line(answer), count=count) for answer, count in counts.items())
    wrong = refusals(was.kind, said)
    if wrong:
        raise AtelierError(" ".join(wrong), _("Recompter, puis corriger."))
    now = replace(was, counts=_in_order(was.kind, gathered(said)))
    if texts is not None:
        now = replace(now, texts=tuple(word for word in (tidy(text) for text in texts) if word))
    return _changed(evaluation, _("Compter des réponses"), was, now)


def add_to_tally(evaluation: Evaluation, item_id: str, counts: Mapping[str, int]) -> Change:
    """The same with one more pile of sheets: these counts on top of those there."""
    total = {one.answer: one.count for one in evaluation.item(item_id).counts}
    for answer, count in counts.items():
        if count < 0:
            raise AtelierError(_("On ne compte pas moins de zéro réponse."), _("Recompter, puis corriger."))
        total[tidy_line(answer)] = total.get(tidy_line(answer), 0) + count
    return tally(evaluation, item_id, total)


def _in_order(kind: QuestionKind, counts: tuple[AnswerCount, ...]) -> tuple[AnswerCount, ...]:
    """The answers in the order of the question; typed ones as they came."""
    places = {code: n for n, (code, _word) in enumerate(answers_of(kind))}
    return tuple(sorted(counts, key=lambda one: places.get(one.answer, 0)))


def add_question(
    evaluation: Evaluation, question: str, kind: QuestionKind, asked: Iterable[Asked] = (Asked.AFTER,)
) -> Change:
    """One more question; asked before and after, its answers are compared. Raises AtelierError without words."""
    words = tidy_line(question)
    if not words:
        raise AtelierError(_("Cette question n’a pas de mots."), _("Écrire ce que l’on demande."))
    last = max((one.place for one in evaluation.items), default=0)
    made = tuple(
        EvaluationItem(
            workshop_id=evaluation.workshop.id,
            place=last + PLACE_GAP,
            kind=kind,
            asked=when,
            question=words,
        )
        for when in dict.fromkeys(asked)
    )
    return Change(_("Ajouter une question"), after=made)


def reword(
    evaluation: Evaluation, item_id: str, question: str = "", kind: QuestionKind | None = None
) -> Change:
    """Other words or another form; answers that the new form does not have must be taken back first."""
    was = evaluation.item(item_id)
    now = replace(was, question=tidy_line(question) or was.question, kind=kind or was.kind)
    wrong = refusals(now.kind, now.counts)
    if wrong:
        raise AtelierError(" ".join(wrong), _("Effacer d’abord les réponses comptées."))
    return _changed(evaluation, _("Modifier une question"), was, now)


def remove_question(evaluation: Evaluation, item_id: str) -> Change:
    """Take a question away with its answers; one of the protocol is asked again, unanswered."""
    was = evaluation.item(item_id)
    return Change(_("Retirer une question"), (was,) if was.id in evaluation.kept else ())


def warning(item: EvaluationItem, present: int) -> str:
    """What is odd about the counts of a question for so many people present; empty when nothing is."""
    answered = figure(item).answered
    if not present or answered <= present:
        return ""
    return _("{answered} réponses pour {present} présents : recompter.").format(
        answered=answered, present=present
    )


def _changed(evaluation: Evaluation, title: str, was: EvaluationItem, now: EvaluationItem) -> Change:
    if was == now:
        return Change(title)
    return Change(title, (was,) if was.id in evaluation.kept else (), (now,))
