# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plus and delta: lines are added to the lessons and taken back, what was written before stays."""

from dataclasses import replace

import pytest

from forgeatelier.actions.round_of_words import lines_of, say, unsay
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.workshop.lessons import Lessons


def test_the_first_word_makes_the_lessons_and_further_ones_follow():
    (first,) = say(None, "w", "worked", " Le riz cuit vite ").after
    (second,) = say(first, "w", "worked", "On a ri").after
    assert second.worked == "- Le riz cuit vite\n- On a ri"
    assert lines_of(second, "worked") == ("Le riz cuit vite", "On a ri")
    assert lines_of(second, "difficulties") == ()


def test_what_was_written_as_a_text_stays_and_one_line_is_taken_back():
    written = Lessons(workshop_id="w", difficulties="Le vent gêne.\n\nLa vitre a cassé.")
    (now,) = say(written, "w", "difficulties", "Trop court").after
    assert lines_of(now, "difficulties") == ("Le vent gêne.", "La vitre a cassé.", "Trop court")
    (back,) = unsay(now, "difficulties", 1).after
    assert lines_of(back, "difficulties") == ("Le vent gêne.", "Trop court")
    assert back == replace(now, difficulties=back.difficulties)


def test_nothing_written_is_refused():
    with pytest.raises(AtelierError, match="rien d’écrit"):
        say(None, "w", "worked", "   ")
