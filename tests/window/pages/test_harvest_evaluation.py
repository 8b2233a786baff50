# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluation at the window: counts typed from paper, before beside after, and what real times propose."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from forgeatelier.actions.evaluation import add_question, read_evaluation
from forgeatelier.model.change import Change
from forgeatelier.model.method.edition import Proposal
from forgeatelier.model.workshop.evaluation import Asked, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.evaluation import EvaluationTab

Key = Qt.Key


@pytest.fixture
def page(dress, in_front, desk, workshop, awa) -> WorkshopPage:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/harvest/evaluation")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def tab(page) -> EvaluationTab:
    panel = page.panel("harvest").panel("evaluation")
    assert isinstance(panel, EvaluationTab)
    return panel


def card_of(tab: EvaluationTab, kind: QuestionKind, sides: int = 1):
    return next(one for one in tab.cards if one.sides[0].kind is kind and len(one.sides) == sides)


def items(desk) -> tuple[EvaluationItem, ...]:
    return tuple(desk.atelier.library.all(EvaluationItem))


def count(qtbot, number, typed: str) -> None:
    number.setFocus()
    number.selectAll()
    qtbot.keyClicks(number, typed)


def test_the_questions_of_the_protocol_wait_and_nothing_is_kept_by_looking(tab, desk, workshop):
    asked = read_evaluation(desk.atelier.library, workshop).items
    assert asked
    assert sum(len(card.sides) for card in tab.cards) == len(asked)
    assert items(desk) == ()


def test_five_faces_are_typed_one_after_another_and_undo_takes_them_back(tab, desk, qtbot):
    side = card_of(tab, QuestionKind.FACES).sides[0]
    assert list(side.numbers) == ["1", "2", "3", "4", "5"]
    count(qtbot, side.numbers["4"], "6")
    qtbot.keyClick(side.numbers["4"], Key.Key_Tab)
    assert side.numbers["5"].hasFocus()
    count(qtbot, side.numbers["5"], "14")
    qtbot.keyClick(side.numbers["5"], Key.Key_Return)
    kept = {one.answer: one.count for item in items(desk) for one in item.counts}
    assert kept == {"4": 6, "5": 14}
    assert side.figure.text() == "20 réponses, moyenne 4,7 sur 5"
    assert "recompter" in side.warning.text(), "one person was there"
    desk.history.undo()
    desk.history.undo()
    assert items(desk) == ()
    assert side.numbers["5"].value() == 0


def test_before_and_after_stand_beside_each_other_and_say_what_changed(tab, desk, qtbot, workshop):
    now = read_evaluation(desk.atelier.library, workshop)
    both = (Asked.BEFORE, Asked.AFTER)
    desk.keep(add_question(now, "Je sais orienter un four", QuestionKind.RATING, both))
    card = card_of(tab, QuestionKind.RATING, 2)
    before, after = card.sides
    for side, answer in ((before, "2"), (after, "4")):
        count(qtbot, side.numbers[answer], "10")
        side.keep()
    assert card.change.text() == "De 2,0 à 4,0 sur 5"
    qtbot.waitUntil(lambda: card.change.isVisibleTo(tab))


def test_a_question_of_ones_own_is_added_and_its_answers_are_typed(tab, desk, qtbot):
    tab.form.choose(QuestionKind.CHOICE)
    tab.question.setFocus()
    qtbot.keyClicks(tab.question, "Quel repas avez-vous cuit")
    qtbot.keyClick(tab.question, Key.Key_Return)
    side = next(c for c in tab.cards if c.heading.text() == "Quel repas avez-vous cuit").sides[0]
    side.more.setFocus()
    qtbot.keyClicks(side.more, "riz")
    qtbot.keyClick(side.more, Key.Key_Return)
    count(qtbot, side.numbers["riz"], "7")
    tab.leaving()
    (kept,) = items(desk)
    assert [(one.answer, one.count) for one in kept.counts] == [("riz", 7)]


def test_words_are_kept_without_names_or_the_name_is_told(tab, desk, qtbot):
    tab.form.choose(QuestionKind.TEXT)
    tab.question.setText("Un mot de plus")
    tab.add()
    side = next(c for c in tab.cards if c.heading.text() == "Un mot de plus").sides[0]
    side.texts.setFocus()
    qtbot.keyClicks(side.texts, "On a bien mange")
    qtbot.keyClick(side.texts, Key.Key_Return)
    qtbot.keyClicks(side.texts, "Awa explique bien")
    tab.leaving()
    assert items(desk)[0].texts == ("On a bien mange", "Awa explique bien")
    assert tab.names.isVisible()
    assert "Awa" in tab.names.text()


def test_a_form_that_has_not_the_answers_counted_is_refused(tab, desk, qtbot, heard):
    side = card_of(tab, QuestionKind.FACES).sides[0]
    count(qtbot, side.numbers["5"], "3")
    tab.leaving()
    card = card_of(tab, QuestionKind.FACES)
    card.form.chosen.emit(QuestionKind.YES_NO)
    assert heard.told[-1].advice.startswith("Effacer")
    assert card_of(tab, QuestionKind.FACES).sides[0].numbers["5"].value() == 3


def late(desk, workshop: Workshop, step_id: str, planned: int) -> None:
    """Two earlier workshops of the same protocol and this one took ten minutes more for a step."""
    began = datetime(2026, 3, 12, 9, tzinfo=UTC)
    for n in range(3):
        one = workshop
        if n:
            one = replace(workshop, id=f"{n}", state=WorkshopState.HELD)
            desk.keep(Change("Avant", after=(one,)))
        run = StepRun(
            workshop_id=one.id, step_id=step_id, began=began, ended=began + timedelta(minutes=planned + 10)
        )
        desk.keep(Change("Temps", after=(run,)))


def test_what_three_workshops_took_longer_for_is_proposed_with_one_key(page, desk, workshop, qtbot, heard):
    step = next(s for s in workshop.protocol.steps if not s.per_person_seconds and not s.per_team_seconds)
    page.arrive(f"workshop/{workshop.id}/harvest/lessons")
    lessons = page.panel("harvest").panel("lessons")
    assert not lessons.times.isVisible()
    late(desk, workshop, step.id, step.minutes)
    lessons.times.refresh()
    (hint,) = lessons.times.hints
    assert hint.words.endswith("min (plus long 3 fois sur 3)")
    lessons.worked.setFocus()
    qtbot.keyClick(lessons.worked, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (made,) = desk.atelier.library.all(Proposal)
    assert (made.path, made.before, made.after) == (
        f"steps/{step.id}/minutes",
        str(hint.planned),
        str(hint.real),
    )
    assert made.reason == hint.words
    assert not lessons.times.all.isEnabled(), "nothing is proposed twice"
    lessons.times.see.click()
    assert heard.went[-1] == f"library/{workshop.protocol.id}/proposals"
    desk.history.undo()
    assert desk.atelier.library.all(Proposal) == ()
    assert lessons.times.all.isEnabled()
