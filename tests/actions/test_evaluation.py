# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets come back from the room: they are counted pile by pile, and nobody's own answers are kept."""

from datetime import UTC, datetime

import pytest

from forgeatelier.actions import evaluation as acts
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Assessment
from forgeatelier.model.workshop.evaluation import Asked, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.workshop import Workshop

TEN = datetime(2026, 3, 12, 10, tzinfo=UTC)
WORKSHOP = Workshop(
    id="w",
    protocol=Protocol(
        id="p",
        title="Jardin",
        assessment=Assessment(
            after=("Vrai ou faux : l’engrais va dans le pot. (faux)",),
            satisfaction=("Content ?", "Revenir ?"),
        ),
    ),
)


class Sheets:
    def __init__(self, library):
        self.library = library

    @property
    def now(self):
        return acts.read_evaluation(self.library, WORKSHOP)

    def keep(self, change):
        self.library.apply(change, TEN)
        return change

    def counts(self, item_id):
        return {one.answer: one.count for one in self.now.item(item_id).counts}


@pytest.fixture
def sheets(library):
    return Sheets(library)


def test_questions_are_there_before_anything_is_kept(sheets):
    assert [one.question for one in sheets.now.items][1:] == ["Content ?", "Revenir ?"]
    assert sheets.library.all(EvaluationItem) == ()
    assert sheets.now.answered == ()


def test_sheets_are_counted_pile_by_pile_and_a_slip_is_corrected(sheets):
    content = sheets.now.items[1].id
    sheets.keep(acts.tally(sheets.now, content, {"5": 6, "3": 2, "4": 0}, ["  Plus de pauses ", ""]))
    sheets.keep(acts.add_to_tally(sheets.now, content, {"5": 4, "1": 1}))
    assert sheets.counts(content) == {"1": 1, "3": 2, "5": 10}
    assert list(sheets.counts(content)) == ["1", "3", "5"], "in the order of the faces"
    assert sheets.now.item(content).texts == ("Plus de pauses",)
    sheets.keep(acts.tally(sheets.now, content, {"5": 9, "3": 2}))
    assert sheets.counts(content) == {"3": 2, "5": 9}
    assert sheets.now.item(content).texts == ("Plus de pauses",), "words stay when only counts are corrected"
    assert len(sheets.library.all(EvaluationItem)) == 1, "only what was counted is kept"
    assert acts.tally(sheets.now, content, {"5": 9, "3": 2}).after == ()


def test_right_answers_are_those_of_the_protocol(sheets):
    asked = sheets.now.items[0]
    sheets.keep(acts.tally(sheets.now, asked.id, {"no": 3, "yes": 1}))
    assert sheets.now.figure(sheets.now.item(asked.id)).right * 4 == 3


def test_what_cannot_be_is_refused(sheets):
    content = sheets.now.items[1].id
    for gesture in (
        lambda: acts.tally(sheets.now, content, {"6": 1}),
        lambda: acts.tally(sheets.now, content, {"5": -1}),
        lambda: acts.add_to_tally(sheets.now, content, {"5": -1}),
        lambda: acts.tally(sheets.now, "disparue", {"5": 1}),
        lambda: acts.add_question(sheets.now, "  ", QuestionKind.FACES),
    ):
        with pytest.raises(AtelierError) as told:
            gesture()
        assert told.value.advice


def test_a_question_asked_before_and_after_is_compared(sheets):
    both = (Asked.AFTER, Asked.BEFORE)
    sheets.keep(acts.add_question(sheets.now, "Je sais tailler un arbre", QuestionKind.RATING, both))
    assert [one.asked for one in sheets.now.items] == [Asked.BEFORE, *(Asked.AFTER,) * 4]
    pair = sheets.now.compared[0]
    sheets.keep(acts.tally(sheets.now, pair.before.id, {"1": 8}))
    sheets.keep(acts.tally(sheets.now, pair.after.id, {"4": 8}))
    pair = sheets.now.compared[0]
    assert (sheets.now.figure(pair.before).mean, sheets.now.figure(pair.after).mean) == (1, 4)


def test_a_question_is_reworded_but_its_answers_are_not_lost(sheets):
    content = sheets.now.items[1].id
    sheets.keep(acts.reword(sheets.now, content, "Content du repas ?", QuestionKind.RATING))
    sheets.keep(acts.tally(sheets.now, content, {"5": 3}))
    with pytest.raises(AtelierError, match="Effacer"):
        acts.reword(sheets.now, content, kind=QuestionKind.YES_NO)
    assert acts.reword(sheets.now, content).after == ()


def test_every_gesture_is_undone_exactly(sheets):
    content = sheets.now.items[1].id
    for gesture in (
        lambda: acts.tally(sheets.now, content, {"5": 3}),
        lambda: acts.add_question(sheets.now, "Autre ?", QuestionKind.TEXT),
        lambda: acts.reword(sheets.now, content, "Content ou contente ?"),
    ):
        before = sheets.now
        change = sheets.keep(gesture())
        assert change.title
        assert sheets.now != before
        sheets.keep(change.inverted())
        assert sheets.now == before


def test_a_question_removed_is_gone_or_asked_again_by_the_protocol(sheets):
    sheets.keep(acts.add_question(sheets.now, "Autre ?", QuestionKind.TEXT))
    own = sheets.now.items[-1]
    sheets.keep(acts.remove_question(sheets.now, own.id))
    assert own not in sheets.now.items
    content = sheets.now.items[1].id
    assert acts.remove_question(sheets.now, content).before == ()
    sheets.keep(acts.tally(sheets.now, content, {"5": 3}))
    sheets.keep(acts.remove_question(sheets.now, content))
    assert sheets.counts(content) == {}


def test_more_answers_than_people_is_told(sheets):
    content = sheets.now.items[1].id
    sheets.keep(acts.tally(sheets.now, content, {"5": 12}))
    item = sheets.now.item(content)
    assert "12 réponses pour 10 présents" in acts.warning(item, 10)
    assert acts.warning(item, 12) == acts.warning(item, 0) == ""


def test_two_laptops_that_count_the_same_question_apart_make_one(sheets):
    content = sheets.now.items[1].id
    one, other = (acts.tally(sheets.now, content, {"5": n}) for n in (3, 4))
    assert {change.after[0].id for change in (one, other)} == {content}
