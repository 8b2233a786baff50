# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The day on the clock: locks that hold or are told, lanes, several days, and every plan that cannot be."""

import time as clocks
from collections.abc import Iterator
from datetime import date, time

import pytest

from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.conflicts import Clash
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep, Zone
from forgeatelier.model.workshop.timetable import Conditions, Timetable, clock, timetable


def step(title: str, minutes: int, **said: object) -> PlannedStep:
    return PlannedStep(id=title, step_id=title, title=title, minutes=minutes, **said)


def day(*steps: PlannedStep, end: time | None = None, people: int = 20, on: date | None = None) -> Timetable:
    """The steps one after another from nine o'clock; those without a place take the next one."""
    placed = [one if one.place else _at(one, number * PLACE_GAP) for number, one in enumerate(steps, 1)]
    return timetable(placed, Conditions(people, 4, time(9), end), on)


def _at(one: PlannedStep, place: int) -> PlannedStep:
    from dataclasses import replace

    return replace(one, place=place)


def hours(found: Timetable) -> list[tuple[str, str, str]]:
    return [(slot.step.title, clock(slot.start), clock(slot.end)) for slot in found.slots]


def kinds(found: Timetable) -> list[Clash]:
    return [conflict.kind for conflict in found.conflicts]


def only(found: Timetable) -> tuple[str, str]:
    (conflict,) = found.conflicts
    return conflict.what.replace("\u00a0", " "), conflict.advice.replace("\u00a0", " ")


def test_steps_follow_one_another():
    found = day(step("Accueil", 15), step("Coupe", 45))
    assert hours(found) == [("Accueil", "09:00", "09:15"), ("Coupe", "09:15", "10:00")]
    assert not found.conflicts


def test_an_empty_plan_is_a_plan():
    found = day()
    assert (found.days, found.slots, found.end, found.breathing) == ((), (), 0, 0)


def test_a_locked_lunch_leaves_a_gap_before_it():
    found = day(step("Coupe", 45), step("Repas", 60, starts_at=time(12, 30), form=Form.BREAK))
    assert hours(found)[1] == ("Repas", "12:30", "13:30")
    assert found.slots[1].gap == 165
    assert found.days[0].gaps == 165
    assert not found.conflicts


def test_a_late_lunch_says_who_could_give_the_minutes():
    found = day(
        step("Coupe", 120, minutes_min=100),
        step("Débat", 110, minutes_min=80, form=Form.GROUPS),
        step("Repas", 60, starts_at=time(12, 30), form=Form.BREAK),
    )
    assert hours(found)[2] == ("Repas", "12:50", "13:50"), "it is not pretended that it holds"
    conflict = next(c for c in found.conflicts if c.kind is Clash.START_LATE)
    assert conflict.minutes == 20
    assert conflict.what.replace("\u00a0", " ") == (
        "« Repas » est fixé à 12:30, mais ce qui précède finit à 12:50 : 20 min de trop."
    )
    assert conflict.advice.replace("\u00a0", " ") == (
        "Aux durées minimales de « Débat » (−30 min), « Coupe » (−20 min), on gagne 50 min : c’est assez."
    )


def test_a_late_lunch_that_minimums_cannot_save_says_so():
    found = day(
        step("Coupe", 240, minutes_min=235), step("Repas", 60, starts_at=time(12, 30), form=Form.BREAK)
    )
    advice = found.conflicts[0].advice.replace("\u00a0", " ")
    assert "on ne gagne que 5 min" in advice
    assert "fixer « Repas » à 13:00" in advice
    nothing = day(step("Coupe", 240), step("Repas", 60, starts_at=time(12, 30), form=Form.BREAK))
    assert "rien ne peut être raccourci" in nothing.conflicts[0].advice


def test_only_what_comes_after_the_last_lock_can_save_the_next_one():
    found = day(
        step("Matin", 60, minutes_min=10),
        step("Repas", 60, starts_at=time(12), form=Form.BREAK),
        step("Couture", 90, minutes_min=80),
        step("Bus", 10, starts_at=time(14)),
    )
    advice = next(c.advice for c in found.conflicts if c.kind is Clash.START_LATE)
    assert "Couture" in advice
    assert "Matin" not in advice


def late_bus(*steps: PlannedStep) -> str:
    found = day(*steps, step("Bus", 10, starts_at=time(11)))
    return next(c.advice for c in found.conflicts if c.step_id == "Bus")


def test_what_is_before_a_locked_end_cannot_save_what_comes_after_it():
    advice = late_bus(
        step("Coupe", 60, minutes_min=30),
        step("Débat", 45, ends_at=time(10, 30)),
        step("Couture", 40, minutes_min=30),
    )
    assert "Couture" in advice
    assert "Coupe" not in advice


def test_a_lane_that_nothing_holds_lets_the_morning_save_the_bus():
    advice = late_bus(
        step("Coupe", 60, minutes_min=30),
        step("Photo", 10, fork="f", lane="A"),
        step("Film", 10, fork="f", lane="A", starts_at=time(10, 20)),
        step("Teinture", 65, fork="f", lane="B"),
    )
    assert "Coupe" in advice


def test_a_lock_on_the_first_step_of_a_lane_holds_every_lane():
    advice = late_bus(
        step("Coupe", 50, minutes_min=30),
        step("Photo", 10, fork="f", lane="A", starts_at=time(10)),
        step("Teinture", 65, minutes_min=62, fork="f", lane="B"),
    )
    assert "Teinture" in advice
    assert "Coupe" not in advice


def test_a_lock_in_one_lane_does_not_hold_the_other():
    found = day(
        step("Coupe", 60, minutes_min=30),
        step("Photo", 10, fork="f", lane="A"),
        step("Film", 10, fork="f", lane="A", starts_at=time(10, 20)),
        step("Teinture", 30, minutes_min=25, fork="f", lane="B", ends_at=time(10, 20)),
    )
    assert "Coupe" in next(c.advice for c in found.conflicts if c.step_id == "Teinture")


def test_a_locked_end_makes_the_step_as_long_as_it_takes():
    short = day(step("Coupe", 60), step("Débat", 45, minutes_min=20, ends_at=time(10, 30)))
    assert hours(short)[1] == ("Débat", "10:00", "10:30")
    assert not short.conflicts
    long = day(step("Coupe", 60), step("Débat", 45, ends_at=time(11, 30)))
    assert hours(long)[1] == ("Débat", "10:00", "11:30")


def test_a_locked_end_below_the_minimum_is_told():
    found = day(step("Coupe", 60, minutes_min=45), step("Débat", 45, minutes_min=30, ends_at=time(10, 20)))
    what, advice = only(found)
    assert hours(found)[1] == ("Débat", "10:00", "10:30")
    assert what == "« Débat » doit finir à 10:20 et ne peut pas finir avant 10:30 : il manque 10 min."
    assert "« Coupe » (−15 min)" in advice


def test_a_locked_end_that_cuts_a_step_with_no_minimum_warns():
    found = day(step("Coupe", 60), step("Débat", 45, ends_at=time(10, 20)))
    what, _advice = only(found)
    assert hours(found)[1] == ("Débat", "10:00", "10:20")
    assert what == "Pour finir à 10:20, « Débat » n’a que 20 min au lieu de 45 min."
    assert not found.conflicts[0].blocks


def test_both_ends_locked_fix_the_step():
    found = day(step("Coupe", 20), step("Prière", 5, starts_at=time(13), ends_at=time(13, 30)))
    assert hours(found)[1] == ("Prière", "13:00", "13:30")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [(time(14), time(13), "la fin vient avant le début"), (time(14), time(14), "pas une minute")],
)
def test_an_end_before_its_start_is_a_contradiction(start, end, said):
    found = day(step("Visite", 30, starts_at=start, ends_at=end))
    assert kinds(found) == [Clash.CONTRADICTION]
    assert said in found.conflicts[0].what
    assert hours(found) == [("Visite", "14:00", "14:30")]


def test_two_locks_in_the_wrong_order_are_told_and_nothing_overlaps():
    found = day(
        step("Repas", 60, starts_at=time(13), form=Form.BREAK), step("Visite", 30, starts_at=time(11))
    )
    assert hours(found) == [("Repas", "13:00", "14:00"), ("Visite", "14:00", "14:30")]
    assert found.conflicts[0].minutes == 180


def test_the_first_lock_moves_its_day_and_only_that_one():
    found = day(
        step("Accueil", 15, starts_at=time(8)),
        step("Lendemain", 30, day=2),
        step("Surlendemain", 30, day=3, starts_at=time(10, 30)),
        on=date(2026, 3, 12),
    )
    assert [(d.day, clock(d.start), clock(d.end)) for d in found.days] == [
        (1, "08:00", "08:15"),
        (2, "09:00", "09:30"),
        (3, "10:30", "11:00"),
    ]
    assert [d.on for d in found.days] == [date(2026, 3, n) for n in (12, 13, 14)]
    assert found.days[0].gaps == 0


def test_a_vigil_goes_past_midnight_and_its_locks_follow():
    found = timetable(
        [
            step("Conte", 120, place=1),
            step("Minuit", 10, place=2, starts_at=time(0)),
            step("Aube", 30, place=3, ends_at=time(1)),
        ],
        Conditions(20, 4, time(20)),
    )
    assert [(slot.start, slot.end) for slot in found.slots] == [(1200, 1320), (1440, 1450), (1450, 1500)]
    assert kinds(found) == [Clash.MIDNIGHT, Clash.STRETCH]
    assert "le lendemain" in found.conflicts[0].what


def test_an_end_at_midnight_is_the_end_of_the_day():
    found = day(step("Veillée", 60, starts_at=time(22), ends_at=time(0)))
    assert [(slot.start, slot.end) for slot in found.slots] == [(1320, 1440)]
    assert Clash.MIDNIGHT not in kinds(found)


def test_an_evening_may_be_wished_to_end_after_midnight():
    party = [
        step("Conte", 80, place=1),
        step("Pause", 10, place=2, form=Form.BREAK),
        step("Danse", 80, place=3),
    ]
    assert not [c for c in timetable(party, Conditions(20, 4, time(21), time(0))).conflicts if c.blocks]
    found = timetable(party, Conditions(20, 4, time(22), time(0, 30)))
    assert [(c.kind, c.minutes) for c in found.conflicts if c.blocks] == [(Clash.OVER_END, 20)]
    wrong = timetable(party, Conditions(20, 4, time(9), time(8)))
    assert [(c.kind, c.minutes) for c in wrong.conflicts if c.blocks] == [(Clash.OVER_END, 230)]


def test_midnight_ends_a_day_that_began_before_dawn_too():
    found = timetable([step("Garde", 60, ends_at=time(0))], Conditions(20, 4, time(5)))
    assert found.slots[0].end == 1440


def test_a_day_that_runs_into_the_next_one_is_told():
    found = day(step("Nuit", 1000), step("Encore", 600), step("Lendemain", 30, day=2))
    assert Clash.NEXT_DAY in kinds(found)
    assert Clash.MIDNIGHT in kinds(found)


def test_a_day_too_long_says_what_minimums_win():
    found = day(step("Coupe", 60, minutes_min=40), step("Débat", 60), end=time(10, 45))
    over = next(c for c in found.conflicts if c.kind is Clash.OVER_END)
    assert over.minutes == 15
    assert over.what.replace("\u00a0", " ") == "La journée finit à 11:00 au lieu de 10:45 : 15 min de trop."
    assert "on gagne 20 min : c’est assez" in over.advice.replace("\u00a0", " ")
    hopeless = day(step("Coupe", 60, minutes_min=50), step("Débat", 60), end=time(10))
    assert "Même aux durées minimales" in next(
        c.advice for c in hopeless.conflicts if c.kind is Clash.OVER_END
    )


def test_lanes_begin_together_and_the_longest_closes_the_fork():
    found = day(
        step("Accueil", 10),
        step("Coupe", 30, fork="f", lane="A"),
        step("Couture", 30, fork="f", lane="A"),
        step("Teinture", 45, fork="f", lane="B"),
        step("Bilan", 10),
    )
    assert hours(found) == [
        ("Accueil", "09:00", "09:10"),
        ("Coupe", "09:10", "09:40"),
        ("Couture", "09:40", "10:10"),
        ("Teinture", "09:10", "09:55"),
        ("Bilan", "10:10", "10:20"),
    ]
    assert found.days[0].work == 80, "an hour of lanes is one hour of the day"
    assert not found.conflicts


def test_a_step_longer_than_the_other_lanes_is_told():
    found = day(step("Cuisson", 80, fork="f", lane="A"), step("Quiz", 20, fork="f", lane="B"))
    what, advice = only(found)
    assert what == "« Cuisson » dure à lui seul plus que les autres voies : elles attendent 1 h."
    assert "10:20" in advice


def test_a_locked_lane_makes_the_others_wait_and_two_locks_cannot_both_hold():
    found = day(
        step("Accueil", 10),
        step("Visite", 30, fork="f", lane="A", starts_at=time(10)),
        step("Quiz", 30, fork="f", lane="B"),
    )
    assert [clock(slot.start) for slot in found.slots] == ["09:00", "10:00", "10:00"]
    torn = day(
        step("Visite", 30, fork="f", lane="A", starts_at=time(10)),
        step("Quiz", 30, fork="f", lane="B", starts_at=time(10, 15)),
    )
    assert [clock(slot.start) for slot in torn.slots] == ["10:15", "10:15"]
    assert kinds(torn) == [Clash.LANES_START]
    assert "Visite" in torn.conflicts[0].what


def test_a_lock_inside_a_lane_holds_only_that_lane():
    found = day(
        step("Coupe", 30, fork="f", lane="A"),
        step("Photo", 10, fork="f", lane="A", starts_at=time(10)),
        step("Quiz", 45, fork="f", lane="B"),
        step("Bilan", 10),
    )
    assert [clock(slot.start) for slot in found.slots] == ["09:00", "10:00", "09:00", "10:10"]
    assert found.slots[1].gap == 30


def test_a_fork_that_a_merge_tore_apart_stands_where_its_first_step_does():
    found = day(
        step("Coupe", 30, fork="f", lane="A", place=1),
        step("Bilan", 10, place=2),
        step("Teinture", 20, fork="f", lane="B", place=3),
        step("Ailleurs", 20, fork="f", lane="B", place=1, day=2),
    )
    assert [slot.step.title for slot in found.slots] == ["Coupe", "Teinture", "Bilan", "Ailleurs"]


def test_what_comes_before_and_after_is_off_the_clock():
    found = day(
        step("Lire le guide", 500, zone=Zone.BEFORE),
        step("Accueil", 10),
        step("Appel", 15, zone=Zone.AFTER, starts_at=time(18)),
    )
    assert [s.title for s in found.before] == ["Lire le guide"]
    assert [s.title for s in found.after] == ["Appel"]
    assert clock(found.end) == "09:10"


def test_the_longest_stretch_is_broken_by_a_break_or_by_ten_free_minutes():
    found = day(
        step("Un", 60),
        step("Pause", 15, form=Form.BREAK),
        step("Deux", 50),
        step("Trois", 50, starts_at=time(11, 15)),
        step("Quatre", 35),
    )
    (only_day,) = found.days
    assert (only_day.stretch, clock(only_day.stretch_from)) == (85, "11:15")
    assert not found.conflicts
    long = day(step("Un", 60), step("Deux", 31))
    what, advice = only(long)
    assert what == "1 h 31 sans pause, de 09:00 à 10:31."
    assert advice == "Prévoir une pause avant 10:30."
    short_gap = day(step("Un", 60), step("Deux", 40, starts_at=time(10, 9)))
    assert short_gap.days[0].stretch == 109, "nine minutes are no break"


def test_the_stretch_is_that_of_whoever_sits_in_the_lane_without_a_break():
    found = day(
        step("Un", 40),
        step("Coupe", 40, fork="f", lane="A"),
        step("Jeu", 40, fork="f", lane="B", form=Form.BREAK),
        step("Bilan", 30),
    )
    assert found.days[0].stretch == 110


def test_a_break_in_one_lane_rests_nobody_in_the_other():
    found = day(
        step("Un", 40),
        step("Jeu", 20, fork="f", lane="A", form=Form.BREAK),
        step("Coupe", 20, fork="f", lane="A"),
        step("Couture", 40, fork="f", lane="B"),
        step("Bilan", 30),
    )
    assert (found.days[0].stretch, clock(found.days[0].stretch_from)) == (110, "09:00")


def test_breathing_space_is_breaks_buffers_and_gaps():
    found = day(
        step("Un", 60),
        step("Pause", 15, form=Form.BREAK),
        step("Réserve", 10, form=Form.BUFFER),
        step("Deux", 30, starts_at=time(10, 30)),
    )
    (only_day,) = found.days
    assert (only_day.work, only_day.breaks, only_day.buffers, only_day.gaps) == (90, 15, 10, 5)
    assert found.breathing == 30


def test_nobody_expected_is_told_when_lengths_depend_on_it():
    found = day(step("Tour", 2, per_person_seconds=30), people=0)
    assert kinds(found) == [Clash.NOBODY]
    assert hours(found) == [("Tour", "09:00", "09:02")]
    assert not day(step("Coupe", 20), people=0).conflicts


def test_lengths_that_only_damage_makes_are_told_and_break_nothing():
    found = day(step("Moins", -30), step("Trop", 3000))
    assert kinds(found).count(Clash.ABSURD) == 2
    assert hours(found)[0] == ("Moins", "09:00", "09:00")
    assert Clash.MIDNIGHT in kinds(found)
    assert "2 jours plus tard" in next(c.what for c in found.conflicts if c.kind is Clash.MIDNIGHT)
    assert day(step("Hier", 10, day=-4)).days[0].day == 1
    assert day(step("Un", 10, day=9_999_999), on=date(2026, 1, 1)).days[0].on is None


@pytest.fixture
def paris(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A place that still changes its clocks."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    clocks.tzset()
    yield
    monkeypatch.undo()
    clocks.tzset()


@pytest.mark.usefixtures("paris")
def test_the_day_clocks_change_is_told():
    spring = day(step("Accueil", 10), on=date(2026, 3, 29))
    assert kinds(spring) == [Clash.CLOCK_CHANGE]
    assert "avance les montres de 1 h" in spring.conflicts[0].what.replace("\u00a0", " ")
    autumn = day(step("Accueil", 10), on=date(2026, 10, 25))
    assert "recule les montres de 1 h" in autumn.conflicts[0].what.replace("\u00a0", " ")
    assert not day(step("Accueil", 10), on=date(2026, 3, 30)).conflicts
    second = day(step("Accueil", 10), step("Suite", 10, day=2), on=date(2026, 3, 28))
    assert [(c.kind, c.day) for c in second.conflicts] == [(Clash.CLOCK_CHANGE, 2)]


@pytest.mark.usefixtures("paris")
def test_a_night_that_clocks_cut_short_is_told():
    found = timetable([step("Veillée", 300)], Conditions(20, 4, time(22)), date(2026, 3, 28))
    what = next(c.what for c in found.conflicts if c.kind is Clash.CLOCK_CHANGE)
    assert "1 h de moins" in what.replace("\u00a0", " ")


def test_five_hundred_steps_are_a_plan_like_any_other():
    found = day(*(step(f"Étape {n}", 1, importance=Importance.USEFUL) for n in range(500)), end=time(17))
    assert len(found.slots) == 500
    assert clock(found.end) == "17:20"
