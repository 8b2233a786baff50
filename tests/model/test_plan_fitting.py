# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shortening a day: what may go goes first, each step its share, and nobody loses minutes that win nothing."""

from datetime import time

from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.fitting import Fit, fit
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.slots import Conditions


def step(title: str, minutes: int, least: int = 0, **said: object) -> PlannedStep:
    return PlannedStep(id=title, step_id=title, title=title, minutes=minutes, minutes_min=least, **said)


def fitted(*steps: PlannedStep, end: time | None) -> Fit:
    placed = [
        PlannedStep(
            **{name: getattr(one, name) for name in one.__dataclass_fields__ if name != "place"},
            place=n * PLACE_GAP,
        )
        for n, one in enumerate(steps, 1)
    ]
    return fit(placed, Conditions(20, 4, time(9), end))


def test_a_day_that_ends_in_time_is_left_alone():
    assert fitted(step("Coupe", 60, 30), end=time(10)) == Fit()
    assert fitted(step("Coupe", 60, 30), end=None) == Fit()


def test_buffers_go_first_then_what_is_optional_then_useful_then_essential_then_breaks():
    day = (
        step("Essentiel", 60, 50),
        step("Utile", 30, 20, importance=Importance.USEFUL),
        step("Pause", 20, 10, form=Form.BREAK),
        step("Jeu", 20, 10, importance=Importance.OPTIONAL),
        step("Réserve", 10, form=Form.BUFFER),
    )
    wins = [
        fitted(*day, end=end).minutes
        for end in (time(11, 12), time(11, 2), time(10, 52), time(10, 42), time(10, 32))
    ]
    assert wins == [
        {"Réserve": 2},
        {"Réserve": 0, "Jeu": 12},
        {"Réserve": 0, "Jeu": 10, "Utile": 22},
        {"Réserve": 0, "Jeu": 10, "Utile": 20, "Essentiel": 52},
        {"Réserve": 0, "Jeu": 10, "Utile": 20, "Essentiel": 50, "Pause": 12},
    ]


def test_steps_of_the_same_importance_give_their_share_in_whole_minutes():
    found = fitted(step("Tour", 20, 10), step("Groupes", 45, 30), step("Retours", 30, 20), end=time(10, 27))
    assert found == Fit({"Tour": 18, "Groupes": 41, "Retours": 28}, 8, 0)


def test_one_minute_too_many_takes_one_minute():
    found = fitted(step("Un", 20, 10), step("Deux", 20, 10), step("Trois", 20, 10), end=time(9, 59))
    assert found == Fit({"Un": 19}, 1, 0)


def test_what_cannot_be_won_is_said():
    found = fitted(step("Coupe", 60, 55), step("Débat", 60), end=time(10, 30))
    assert found == Fit({"Coupe": 55}, 5, 25)


def test_minutes_before_a_lunch_that_is_on_time_win_nothing_and_stay():
    found = fitted(
        step("Matin", 60, 10),
        step("Repas", 60, 30, starts_at=time(12), form=Form.BREAK),
        step("Couture", 120, 60),
        end=time(14, 40),
    )
    assert found.minutes == {"Couture": 100}


def test_a_late_lunch_is_recovered_before_it_and_the_evening_after_it():
    found = fitted(
        step("Matin", 200, 150),
        step("Repas", 60, starts_at=time(12), form=Form.BREAK),
        step("Couture", 120, 60),
        end=time(14, 50),
    )
    assert found == Fit({"Matin": 180, "Couture": 110}, 30, 0)


def test_a_lane_that_waits_anyway_gives_nothing():
    found = fitted(
        step("Coupe", 60, 30, fork="f", lane="A"),
        step("Teinture", 50, 20, fork="f", lane="B"),
        step("Quiz", 20, 5, fork="f", lane="C"),
        end=time(9, 45),
    )
    assert found == Fit({"Coupe": 45, "Teinture": 45}, 15, 0)


def test_a_day_in_time_gives_nothing_to_the_one_that_is_late():
    found = fitted(step("Court", 60, 30), step("Long", 120, 60, day=2), end=time(10, 30))
    assert found.minutes == {"Long": 90}
