# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A task is written on one line, with its day at the end of it, as people say it."""

from datetime import date

import pytest

from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.workshop.task_line import When, counted_words, read_task_line, read_when

FIRST = date(2026, 3, 12)
TODAY = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("line", "words", "when"),
    [
        ("Réserver la salle J-14", "Réserver la salle", When(14)),
        ("Réserver la salle j−14", "Réserver la salle", When(14)),
        ("Réserver la salle, J - 14", "Réserver la salle", When(14)),
        ("Réserver la salle (J-14)", "Réserver la salle", When(14)),
        ("Book the room D-14", "Book the room", When(14)),
        ("Envoyer la fiche J+3", "Envoyer la fiche", When(-3)),
        ("Accueillir J0", "Accueillir", When(0)),
        ("Acheter le riz 2 mars", "Acheter le riz", When(due=date(2026, 3, 2))),
        ("Acheter le riz pour le lundi 2 mars", "Acheter le riz", When(due=date(2026, 3, 2))),
        ("Acheter le riz : lun. 2 mars 2027", "Acheter le riz", When(due=date(2027, 3, 2))),
        ("Appeler Kaolack 1er février", "Appeler Kaolack", When(due=date(2026, 2, 1))),
        ("Acheter le riz 02/03", "Acheter le riz", When(due=date(2026, 3, 2))),
        ("Acheter le riz 2/3/26", "Acheter le riz", When(due=date(2026, 3, 2))),
        ("Acheter le riz 2026-03-02", "Acheter le riz", When(due=date(2026, 3, 2))),
        ("Buy rice by March 2nd, 2026", "Buy rice", When(due=date(2026, 3, 2))),
        ("Commander en août", "Commander en août", None),
        ("Préparer le jour J", "Préparer le jour J", None),
        ("Photocopier la fiche 1/2", "Photocopier la fiche 1/2", None),
        ("Appeler le 24/76", "Appeler le 24/76", None),
        ("Trouver 30 chaises", "Trouver 30 chaises", None),
    ],
)
def test_the_day_at_the_end_of_a_line_is_understood(line: str, words: str, when: When | None) -> None:
    assert read_task_line(line, FIRST, TODAY) == (words, when)


def test_a_day_without_a_year_is_the_one_near_the_workshop() -> None:
    january = date(2027, 1, 9)
    assert read_task_line("Louer le car 20 décembre", january, TODAY)[1] == When(due=date(2026, 12, 20))
    assert read_task_line("Louer le car 20 janvier", None, TODAY)[1] == When(due=date(2027, 1, 20))


def test_a_day_that_no_calendar_has_is_refused_in_words() -> None:
    with pytest.raises(AtelierError) as refused:
        read_task_line("Acheter le riz 31/02", FIRST, TODAY)
    assert "31/02" in refused.value.what
    assert "J-10" in refused.value.advice


def test_when_alone_must_be_a_day() -> None:
    assert read_when(" J-3 ", FIRST, TODAY) == When(3)
    for said in ("", "bientôt", "salle J-3"):
        with pytest.raises(AtelierError):
            read_when(said, FIRST, TODAY)


def test_a_count_is_read_back_as_it_is_written() -> None:
    assert [counted_words(n) for n in (10, 0, -3)] == ["J−10", "J", "J+3"]
    assert read_when(counted_words(10), FIRST, TODAY) == When(10)
    assert read_when(counted_words(-3), FIRST, TODAY) == When(-3)
