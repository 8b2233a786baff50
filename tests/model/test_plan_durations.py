# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A facilitator types a length the way she says it; what makes no sense is refused in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.ground import words
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.durations import (
    Length,
    minutes_of,
    read_length,
    resized,
    shortest,
    write_length,
)
from forgeatelier.model.workshop.planned_step import PlannedStep

ALWAYS = settings(deadline=None, derandomize=True)
"""A busy machine is no failure, and the same day gives the same cases."""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("45", Length(45)),
        (" 45 min ", Length(45)),
        ("90m", Length(90)),
        ("1h30", Length(90)),
        ("1 h 30", Length(90)),
        ("1\u00a0h\u00a030", Length(90)),
        ("1H", Length(60)),
        ("1:30", Length(90)),
        ("1,5h", Length(90)),
        ("0", Length(0)),
        ("x30s", Length(0, 30)),
        ("×30 s", Length(0, 30)),
        ("x2m", Length(0, 120)),
        ("x1m30s", Length(0, 90)),
        ("x30s/personne", Length(0, 30)),
        ("x5m/groupe", Length(0, 0, 300)),
        ("x5m/group", Length(0, 0, 300)),
        ("10+x30s", Length(10, 30)),
        ("10 + x30s + x5m/groupe", Length(10, 30, 300)),
        ("1h+15", Length(75)),
    ],
)
def test_a_length_is_read_as_it_is_said(typed, meant):
    assert read_length(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "-5", "−5", "x", "x30", "1h75", "abc", "45+", "+45", "1:2:3", "x-30s", "9" * 400, "٤x", "1e9"],
)
def test_what_is_no_length_is_refused_with_an_example(typed):
    with pytest.raises(AtelierError) as refusal:
        read_length(typed)
    assert refusal.value.what
    assert refusal.value.advice


@pytest.mark.parametrize(
    ("typed", "word"), [("25h", "journée"), ("1441", "journée"), ("x5h", ""), ("x300m", "heures")]
)
def test_an_absurd_length_is_refused(typed, word):
    with pytest.raises(AtelierError) as refusal:
        read_length(typed)
    assert word in refusal.value.what


def test_a_bare_number_per_person_is_not_guessed():
    with pytest.raises(AtelierError, match="secondes ou des minutes"):
        read_length("x30")


@pytest.mark.parametrize("language", ["fr", "en"])
@ALWAYS
@given(
    st.builds(Length, st.integers(0, 24 * 60), st.integers(0, 4 * 3600), st.integers(0, 4 * 3600)),
)
def test_what_is_written_is_read_back(language, length):
    with words.speaking(language):
        assert read_length(write_length(length)) == length


def test_a_round_of_names_grows_with_the_people_and_ends_on_a_whole_minute():
    rounds = PlannedStep(minutes=2, per_person_seconds=30, per_team_seconds=45)
    assert minutes_of(rounds, 0, 0) == 2
    assert minutes_of(rounds, 30, 0) == 17
    assert minutes_of(rounds, 31, 0) == 18, "half a minute is a minute on the clock"
    assert minutes_of(rounds, 31, 6) == 22
    assert minutes_of(PlannedStep(minutes=-40), 30, 6) == 0


def test_the_shortest_length_is_what_was_said_and_a_buffer_may_go():
    assert shortest(PlannedStep(minutes=45, minutes_min=30), 45) == 30
    assert shortest(PlannedStep(minutes=45), 45) == 45, "nobody said it could be shorter"
    assert shortest(PlannedStep(minutes=10, form=Form.BUFFER), 10) == 0
    assert shortest(PlannedStep(minutes=20, minutes_min=30), 20) == 20


@ALWAYS
@given(
    st.builds(Length, st.integers(0, 300), st.integers(0, 600), st.integers(0, 600)),
    st.integers(0, 60),
    st.integers(0, 12),
    st.integers(0, 400),
)
def test_a_length_made_another_makes_exactly_those_minutes(length, people, teams, minutes):
    made = resized(length, minutes, people, teams)
    step = PlannedStep(
        minutes=made.minutes,
        per_person_seconds=made.per_person_seconds,
        per_team_seconds=made.per_team_seconds,
    )
    assert minutes_of(step, people, teams) == minutes
    assert min(made.minutes, made.per_person_seconds, made.per_team_seconds) >= 0
    assert made.per_person_seconds <= length.per_person_seconds
