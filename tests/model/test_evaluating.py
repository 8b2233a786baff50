# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What participants answered, in figures and words; what few answered is not told in public."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.ground import words
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Assessment
from forgeatelier.model.workshop.evaluating import (
    Compared,
    answers_of,
    compared,
    expected_answer,
    figure,
    gathered,
    items_from,
    public_counts,
    refusals,
)
from forgeatelier.model.workshop.evaluation import AnswerCount, Asked, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.evaluation_words import compared_words, figure_words, tenths
from forgeatelier.model.workshop.workshop import Workshop

POT = Workshop(
    id="w",
    protocol=Protocol(
        id="pot",
        title="Jardin",
        assessment=Assessment(
            before=(
                "Avec les doigts : combien d’arrosages par jour ?",
                "Pouce : un pot vernissé arrose-t-il ?",
            ),
            after=(
                "Vrai ou faux : je mets de l’engrais dans le pot. (faux, les pores se bouchent)",
                "Pouce : un pot vernissé arrose-t-il ?",
                "Qu’allez-vous essayer ?",
            ),
            satisfaction=("Avez-vous été écouté ou écoutée ?",),
        ),
    ),
)


def counted(kind, asked=Asked.AFTER, question="Q", **counts):
    made = tuple(AnswerCount(answer=answer.lstrip("_"), count=count) for answer, count in counts.items())
    return EvaluationItem(kind=kind, asked=asked, question=question, counts=made)


def faces(asked=Asked.AFTER, kind=QuestionKind.FACES, **counts):
    return counted(kind, asked, **counts)


def test_questions_come_from_the_protocol_each_in_its_form():
    found = items_from(POT)
    assert [(one.asked, one.kind) for one in found] == [
        (Asked.BEFORE, QuestionKind.CHOICE),
        (Asked.BEFORE, QuestionKind.YES_NO),
        (Asked.AFTER, QuestionKind.YES_NO),
        (Asked.AFTER, QuestionKind.YES_NO),
        (Asked.AFTER, QuestionKind.TEXT),
        (Asked.AFTER, QuestionKind.FACES),
    ]
    assert found[2].question == "Vrai ou faux : je mets de l’engrais dans le pot.", "the answer is not asked"
    assert [expected_answer(POT, one) for one in found] == ["", "", "no", "", "", ""]
    assert len({one.id for one in found}) == 6
    assert items_from(POT) == found, "two laptops make the same questions"
    assert items_from(Workshop()) == ()


def test_faces_have_a_mean_and_true_or_false_has_right_answers():
    assert figure_words(figure(faces(_5=10, _4=10, _1=5))).replace("\u00a0", " ") == (
        "3,8 sur 5 en moyenne (25 réponses)"
    )
    known = counted(QuestionKind.YES_NO, yes=5, no=20)
    assert figure(known, "no").right == Fraction(4, 5)
    assert "80 % de bonnes réponses (25 réponses)" in figure_words(figure(known, "no")).replace("\u00a0", " ")
    assert "20 % de oui" in figure_words(figure(known)).replace("\u00a0", " ")
    assert figure_words(figure(faces())) == "aucune réponse"
    assert figure_words(figure(counted(QuestionKind.CHOICE, trois=2))) == "2 réponses"


def test_before_and_after_are_compared_when_the_question_is_the_same():
    pairs = compared(items_from(POT))
    assert [one.before.question for one in pairs] == ["Pouce : un pot vernissé arrose-t-il ?"]
    rating = QuestionKind.RATING
    pair = Compared(faces(Asked.BEFORE, rating, _2=9, _3=1), faces(Asked.AFTER, rating, _4=6, _3=2))
    assert compared_words(pair) == "de 2,1 à 3,8 sur 5\u00a0: +1,7 (10 réponses avant, 8 après)"
    less = Compared(pair.after, pair.before)
    assert "de 3,8 à 2,1 sur 5\u00a0: −1,7" in compared_words(less)
    same = Compared(pair.before, pair.before)
    assert "\u00a0: 0,0" in compared_words(same)
    missing = Compared(pair.before, faces(Asked.AFTER, rating))
    assert "pas encore de comparaison" in compared_words(missing)
    yes = Compared(counted(QuestionKind.YES_NO, yes=5, no=5), counted(QuestionKind.YES_NO, yes=9, no=1))
    assert "de 50 % à 90 % de oui" in compared_words(yes).replace("\u00a0", " ")
    assert "de 50 % à 10 % de bonnes réponses" in compared_words(yes, "no").replace("\u00a0", " ")


def test_what_fewer_than_five_answered_is_not_told_in_public():
    few = faces(_5=4)
    assert "n’est pas publié" in figure_words(figure(few), public=True)
    assert "5,0 sur 5" in figure_words(figure(few))
    assert "5,0 sur 5" in figure_words(figure(faces(_5=5)), public=True)
    pair = Compared(faces(Asked.BEFORE, _3=20), few)
    assert "n’est pas publié" in compared_words(pair, public=True)
    assert public_counts(few) == ()


def test_a_small_cell_cannot_be_worked_out_from_the_total():
    assert public_counts(faces(_5=12, _4=7, _1=2)) == (("5", "12"), ("4", "–"), ("1", "<5"))
    assert public_counts(faces(_5=12, _2=3, _1=2)) == (("5", "12"), ("2", "<5"), ("1", "<5"))
    assert public_counts(faces(_5=12, _4=7)) == (("5", "12"), ("4", "7"))
    assert public_counts(faces(_5=3, _4=3)) == (("5", "<5"), ("4", "<5"))


@settings(derandomize=True, deadline=None)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_no_small_count_is_ever_published_nor_left_alone_hidden(numbers):
    told = public_counts(
        EvaluationItem(counts=tuple(AnswerCount(answer=str(n), count=c) for n, c in enumerate(numbers)))
    )
    shown = [int(cell) for _answer, cell in told if cell.isdecimal()]
    assert all(cell >= 5 for cell in shown)
    hidden = len(told) - len(shown)
    assert hidden != 1
    assert len(told) in (0, sum(map(bool, numbers)))


@pytest.mark.parametrize(
    ("kind", "answer", "count", "said"),
    [
        (QuestionKind.FACES, "6", 1, "n’est pas une réponse possible"),
        (QuestionKind.YES_NO, "peut-être", 1, "n’est pas une réponse possible"),
        (QuestionKind.RATING, "3", -1, "moins de zéro"),
        (QuestionKind.CHOICE, " ", 2, "n’a pas de mots"),
    ],
)
def test_counts_that_cannot_be_are_refused_in_words(kind, answer, count, said):
    assert said in refusals(kind, [AnswerCount(answer=answer, count=count)])[0]


def test_answers_are_gathered_and_those_nobody_gave_left_out():
    said = [
        AnswerCount(answer="a", count=2),
        AnswerCount(answer="b", count=0),
        AnswerCount(answer="a", count=3),
    ]
    assert gathered(said) == (AnswerCount(answer="a", count=5),)
    assert [code for code, _word in answers_of(QuestionKind.FACES)] == ["1", "2", "3", "4", "5"]
    assert answers_of(QuestionKind.TEXT) == ()


def test_tenths_are_rounded_and_written_as_people_write_them():
    assert [tenths(Fraction(n, 100)) for n in (0, 4, 5, 384, 385, 495)] == [
        "0,0",
        "0,0",
        "0,1",
        "3,8",
        "3,9",
        "5,0",
    ]
    words.use("en")
    assert tenths(Fraction(7, 2)) == "3.5"
