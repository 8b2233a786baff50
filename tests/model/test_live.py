# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Awa runs a day of thirty people from her laptop: what it tells her at each moment."""

from datetime import date, time, timedelta

from forgeatelier.model.method.step import Form, PlanB, Trouble
from forgeatelier.model.workshop.live import Level, Standing, cut_of, now_view
from forgeatelier.model.workshop.live_event import LiveKind, NewLength
from forgeatelier.model.workshop.slots import clock
from model.live_room import (
    AT_NINE,
    BEGUN,
    BREAK,
    BUFFER,
    DAY,
    ENDED,
    SKIPPED,
    at,
    happened,
    live,
    plan,
)

LUNCH = {"form": Form.BREAK, "starts_at": time(12)}
MORNING = plan(
    ("Accueil", 20, 15),
    ("Carte", 60, 30),
    ("Pause", 15, 0, BREAK),
    ("Débat", 75, 45),
    ("Tampon", 10, 0, BUFFER),
    ("Repas", 60, 0, LUNCH),
    ("Vote", 30),
)
FORK = plan(
    ("Accueil", 20),
    ("Eau", 40, 20, {"fork": "g", "lane": "G1"}),
    ("Sols", 20, 10, {"fork": "g", "lane": "G2"}),
    ("Bois", 20, 10, {"fork": "g", "lane": "G2"}),
    ("Restitution", 30, 20),
)


def seen(steps, when, *said):
    return now_view(live(steps, *said), at(when))


def test_before_the_first_step_the_day_waits_at_its_hour_and_is_late_after_it():
    early, late = seen(MORNING, "08:30"), seen(MORNING, "09:08")
    assert (early.begun, early.lanes, early.late_words) == (False, (), "à l’heure")
    assert (early.next[0].step.title, early.next[0].time) == ("Accueil", "09:00")
    assert late.late_words == "8 min de retard"
    assert late.next[0].time == "09:08"


def test_a_step_under_way_shows_what_is_left_and_what_comes():
    view = seen(MORNING, "09:08:20", ("09:00", BEGUN, "Accueil"))
    lane = view.lanes[0]
    assert (lane.timer, lane.level, lane.level_words) == ("11:40", Level.OK, "En cours")
    assert [(one.step.title, one.time) for one in view.next[:2]] == [("Carte", "09:20"), ("Pause", "10:20")]
    assert view.headline == "à l’heure : Repas 12:00 tenu, fin prévue 13:30"


def test_colours_follow_the_time_left_and_a_short_step_has_its_red_minute():
    began = ("09:00", BEGUN, "Accueil")
    levels = [
        seen(MORNING, when, began).lanes[0].level for when in ("09:15:59", "09:16", "09:18:59", "09:19")
    ]
    assert levels == [Level.OK, Level.SOON, Level.SOON, Level.LAST]
    song = plan(("Chant", 5))
    levels = [seen(song, when, ("09:00", BEGUN, "Chant")).lanes[0].level for when in ("09:03:59", "09:04")]
    assert levels == [Level.OK, Level.LAST], "never less than a minute of red"
    long = (("09:00", BEGUN, "Carte"),)
    assert seen(MORNING, "09:56:59", *long).lanes[0].level is Level.SOON
    assert seen(MORNING, "09:57", *long).lanes[0].level is Level.LAST


def test_an_overrun_goes_on_and_nothing_moves_by_itself():
    view = seen(MORNING, "09:22:15", ("09:00", BEGUN, "Accueil"))
    lane = view.lanes[0]
    assert (lane.step.title, lane.timer, lane.level) == ("Accueil", "+02:15", Level.OVER)
    assert lane.level_words == "Dépassement"
    assert seen(MORNING, "10:30:05", ("09:00", BEGUN, "Accueil")).lanes[0].timer == "+1:10:05"


def test_eight_minutes_late_the_buffer_gives_and_lunch_is_held():
    view = seen(MORNING, "09:40", ("09:00", BEGUN, "Accueil"), ("09:28", BEGUN, "Carte"))
    assert view.late == 8
    assert view.headline == "8 min de retard : Tampon 10 → 2, Repas 12:00 tenu, fin prévue 13:30"


def test_when_the_buffer_is_not_enough_lunch_and_the_end_are_said_late():
    view = seen(MORNING, "09:40", ("09:00", BEGUN, "Accueil"), ("09:35", BEGUN, "Carte"))
    assert view.lock.late == 5
    assert view.headline.endswith(
        "Tampon 10 → 0, Repas 12:00 : 5 min de retard, fin prévue 13:35 au lieu de 13:30"
    )
    assert [one.step.title for one in view.next] == ["Pause", "Débat", "Repas", "Vote"]


def test_a_step_begun_before_its_hour_is_an_advance_until_a_lock_stops_it():
    view = seen(MORNING, "09:20", ("09:00", BEGUN, "Accueil"), ("09:16", BEGUN, "Carte"))
    assert (view.late_words, clock(view.end)) == ("4 min d’avance", "13:30")
    after_lunch = seen(MORNING, "13:00", ("12:00", BEGUN, "Repas"), ("12:56", BEGUN, "Vote"))
    assert (after_lunch.late_words, clock(after_lunch.end)) == ("4 min d’avance", "13:26")


def test_a_buffer_begun_late_is_only_what_is_left_of_it():
    view = seen(MORNING, "11:58", ("10:40", BEGUN, "Débat"), ("11:57", BEGUN, "Tampon"))
    assert view.lanes[0].timer == "02:00"


def test_a_pause_stops_the_clock_of_the_step_not_the_one_on_the_wall():
    said = (("09:00", BEGUN, "Accueil"), ("09:10", LiveKind.PAUSED))
    view = seen(MORNING, "09:30", *said)
    assert (view.lanes[0].timer, view.lanes[0].level_words, view.paused) == ("10:00", "En pause", True)
    assert view.late == 20
    view = seen(MORNING, "09:32", *said, ("09:30", LiveKind.RESUMED))
    assert (view.lanes[0].timer, view.paused, view.late) == ("08:00", False, 20)


def test_time_is_added_and_taken():
    said = (("09:00", BEGUN, "Accueil"), ("09:10", LiveKind.TIME_ADDED, "Accueil", {"minutes": 5}))
    view = seen(MORNING, "09:10", *said)
    assert (view.lanes[0].timer, view.late) == ("15:00", 5)
    view = seen(MORNING, "09:11", *said, ("09:11", LiveKind.TIME_ADDED, "", {"minutes": -9}))
    assert (view.lanes[0].timer, view.late) == ("05:00", -4)
    later = seen(
        MORNING, "12:10", ("12:00", BEGUN, "Repas"), ("12:01", LiveKind.TIME_ADDED, "Vote", {"minutes": 5})
    )
    assert (later.late, later.end_words) == (5, "fin prévue 13:35 au lieu de 13:30")


def test_a_skipped_step_is_gone_until_it_is_taken_back():
    said = (("09:00", BEGUN, "Accueil"), ("09:05", SKIPPED, "Carte"))
    assert seen(MORNING, "09:06", *said).next[0].step.title == "Pause"
    back = (*said, ("09:06", LiveKind.STEP_REOPENED, "Carte"))
    assert seen(MORNING, "09:07", *back).next[0].step.title == "Carte"


def test_a_step_reopened_goes_on_from_where_it_was():
    said = (
        ("09:00", BEGUN, "Accueil"),
        ("09:12", BEGUN, "Carte"),
        ("09:14", LiveKind.STEP_REOPENED, "Accueil"),
    )
    view = seen(MORNING, "09:15", *said)
    assert (view.lanes[0].step.title, view.lanes[0].timer) == ("Accueil", "07:00")
    state = live(MORNING, *said)
    assert state.find("carte").standing is Standing.DONE


def test_steps_jumped_over_are_not_counted_as_still_to_come():
    view = seen(MORNING, "10:40", ("10:35", BEGUN, "Débat"))
    assert [one.step.title for one in view.next] == ["Tampon", "Repas", "Vote"]


def test_plan_b_is_taken_for_one_step_or_for_the_whole_day():
    wall = PlanB(trouble=Trouble.NO_PROJECTOR, instead="Feuilles A1 au mur")
    steps = plan(("Accueil", 20, 0, {"plan_b": (wall,)}), ("Carte", 60, 0, {"plan_b": (wall,)}))
    began = ("09:00", BEGUN, "Accueil")
    assert seen(steps, "09:01", began).lanes[0].plan_b is None
    one = ("09:01", LiveKind.PLAN_B, "Accueil", {"trouble": Trouble.NO_PROJECTOR})
    assert seen(steps, "09:02", began, one).lanes[0].plan_b == wall
    assert seen(steps, "09:31", began, one, ("09:30", BEGUN, "Carte")).lanes[0].plan_b is None
    everywhere = ("09:01", LiveKind.PLAN_B, "", {"trouble": Trouble.NO_PROJECTOR})
    assert seen(steps, "09:31", began, everywhere, ("09:30", BEGUN, "Carte")).lanes[0].plan_b == wall


def test_lanes_are_timed_side_by_side_and_the_longest_decides():
    said = (
        ("09:00", BEGUN, "Accueil"),
        ("09:20", BEGUN, "Eau"),
        ("09:20", BEGUN, "Sols"),
        ("09:43", BEGUN, "Bois"),
    )
    view = seen(FORK, "09:50", *said)
    assert [(one.lane, one.step.title, one.timer) for one in view.lanes] == [
        ("G1", "Eau", "10:00"),
        ("G2", "Bois", "13:00"),
    ]
    assert [one.late_words for one in view.lanes] == ["à l’heure", "3 min de retard"]
    assert (view.late, clock(view.end)) == (3, "10:33")
    assert view.next[0].step.title == "Restitution"


def test_a_lane_that_is_over_waits_and_the_others_go_on():
    said = (("09:20", BEGUN, "Eau"), ("09:20", BEGUN, "Sols"), ("09:40", ENDED, "Sols"))
    view = seen(FORK, "09:42", *said)
    eau, waiting = view.lanes
    assert (eau.timer, waiting.step, waiting.next.step.title) == ("18:00", None, "Bois")
    assert view.late == 2, "Bois begins two minutes late and is the last to end"


def test_new_lengths_make_what_remains_due_where_they_put_it():
    cut = {"lengths": (NewLength(step_id="carte", minutes=50), NewLength(step_id="pause", minutes=0))}
    said = (("09:10", BEGUN, "Accueil"), ("09:20", LiveKind.REPLANNED, "", cut))
    view = seen(MORNING, "09:20", *said)
    assert view.late == 0
    assert [(one.step.title, one.time, one.minutes) for one in view.next[:2]] == [
        ("Carte", "09:30", 50),
        ("Débat", "10:20", 75),
    ]
    assert live(MORNING, *said).find("pause").standing is Standing.SKIPPED


def test_the_second_day_begins_at_its_own_hour():
    steps = plan(("Accueil", 20), ("Suite", 30, 0, {"day": 2}))
    said = (("09:00", BEGUN, "Accueil"), ("09:25", ENDED, "Accueil"))
    evening = seen(steps, "20:00", *said)
    assert (evening.day, evening.late_words, evening.next[0].time) == (2, "à l’heure", "09:00")
    morning = now_view(live(steps, *said), at("09:10", DAY + timedelta(days=1)))
    assert (morning.late, clock(morning.end)) == (10, "09:40")


def test_a_workshop_held_on_another_date_is_not_two_days_late():
    other = DAY + timedelta(days=2)
    state = live(MORNING, events=happened((at("09:05", other), BEGUN, "Accueil")))
    assert now_view(state, at("09:06", other)).late_words == "5 min de retard"


def test_an_evening_that_passes_midnight_goes_on_counting():
    evening = AT_NINE.__class__(30, 3, time(22))
    steps = plan(("Veillée", 150), ("Chant", 30))
    state = live(steps, ("22:10", BEGUN, "Veillée"), conditions=evening)
    view = now_view(state, at("00:30", date(2026, 3, 13)))
    assert (view.lanes[0].timer, view.late, clock(view.end), view.end) == ("10:00", 10, "01:10", 1510)


def test_the_day_over_says_when_it_ended():
    view = seen(plan(("Accueil", 20)), "10:00", ("09:00", BEGUN, "Accueil"), ("09:25", ENDED, "Accueil"))
    assert view.done
    assert view.headline == "5 min de retard : fini à 09:25 au lieu de 09:20"


def test_after_a_cut_one_is_told_since_when_and_it_is_no_time_of_the_step():
    said = (("10:35", BEGUN, "Débat"), ("10:42", LiveKind.TIME_ADDED, "Débat", {"minutes": 0}))
    state = live(MORNING, *said)
    cut = cut_of(state, at("10:56"))
    assert cut.words == "dernière action 10:42, coupure d’environ 14 min"
    back = (*said, ("10:56", LiveKind.RECOVERED, "", {"minutes": 14}))
    before, after = seen(MORNING, "10:42", *said), seen(MORNING, "10:56", *back)
    assert before.lanes[0].timer == after.lanes[0].timer == "1:08:00"
    assert (before.late, after.late) == (0, 14)


def test_the_beat_of_the_program_says_since_when_the_lid_was_closed():
    state = live(MORNING, ("10:35", BEGUN, "Débat"))
    cut = cut_of(state, at("11:10"), beat=at("10:50"))
    assert cut.minutes == 20
    assert cut_of(state, at("11:10"), beat=at("11:09:50")) is None
    assert cut_of(live(MORNING), at("11:10")) is None, "nothing had begun"
    between = live(MORNING, ("10:35", BEGUN, "Débat"), ("10:40", ENDED, "Débat"))
    assert cut_of(between, at("11:10")).minutes == 30, "the day was under way between two steps"
    evening = live(plan(("Accueil", 20)), ("09:00", BEGUN, "Accueil"), ("09:20", ENDED, "Accueil"))
    assert cut_of(evening, at("11:10")) is None, "the day was over"
    assert cut_of(live(MORNING, ("10:35", BEGUN, "Débat"), ("10:40", LiveKind.CLOSED)), at("11:10")) is None


def test_events_of_steps_that_left_the_plan_harm_nothing():
    view = seen(
        MORNING,
        "09:30",
        ("09:00", BEGUN, "Disparue"),
        ("09:20", BEGUN, "Carte"),
        ("09:21", ENDED, "Disparue"),
    )
    assert view.lanes[0].step.title == "Carte"
