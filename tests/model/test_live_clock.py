# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The battery of the old laptop is dead, or the hour changes: times stay sound and the trouble is said."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from forgeatelier.model.workshop.live import Level, live_state, now_view
from forgeatelier.model.workshop.live_event import LiveKind
from forgeatelier.model.workshop.slots import Conditions
from model.live_room import AT_NINE, BEGUN, at, happened, live, plan

STEPS = plan(("Accueil", 20, 15), ("Carte", 60, 30), ("Vote", 30))
LONG_AGO = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)


def test_a_clock_back_in_1970_stops_the_timer_and_says_so():
    state = live(STEPS, ("09:00", BEGUN, "Accueil"), ("09:20", BEGUN, "Carte"))
    view = now_view(state, LONG_AGO)
    assert (view.lanes[0].step.title, view.lanes[0].timer) == ("Carte", "1:00:00")
    assert (
        "a reculé : elle dit 01/01/1970 00:05, la dernière action est du 12/03/2026 à 09:20"
        in view.trouble[0]
    )


def test_going_back_by_less_than_a_minute_is_nothing():
    view = now_view(live(STEPS, ("09:00:40", BEGUN, "Accueil")), at("09:00"))
    assert (view.trouble, view.lanes[0].timer) == ((), "20:00")


def test_a_jump_that_was_noted_lets_the_timer_go_on():
    said = ("09:20:00.001", LiveKind.RECOVERED, "", {"minutes": -120})
    state = live(STEPS, ("09:20", BEGUN, "Carte"), said)
    view = now_view(state, at("07:30"))
    assert (view.time, view.lanes[0].timer) == ("09:30", "50:00")
    assert view.trouble == (
        "L’horloge a reculé de 2 h après 09:20 ; les durées continuent comme si de rien n’était.",
    )


def test_a_clock_put_right_after_1970_is_believed_again():
    years = int((at("09:20") - LONG_AGO) / timedelta(minutes=1)) + 1
    state = live(
        STEPS, ("09:20", BEGUN, "Carte"), ("09:20:00.001", LiveKind.RECOVERED, "", {"minutes": -years})
    )
    lane = now_view(state, LONG_AGO + timedelta(minutes=10)).lanes[0]
    assert lane.timer.startswith("49:")
    assert now_view(state, at("09:40")).lanes[0].timer == "40:00"


def test_a_day_begun_in_1970_and_put_right_is_neither_late_by_years_nor_overrun():
    state = live(STEPS, events=happened((LONG_AGO, BEGUN, "Accueil"), ("09:20", BEGUN, "Carte")))
    view = now_view(state, at("09:30"))
    assert (view.late_words, view.lanes[0].timer) == ("à l’heure", "50:00")
    waiting = live(STEPS, events=happened((LONG_AGO, BEGUN, "Accueil")))
    view = now_view(waiting, at("09:10"))
    assert view.lanes[0].level is Level.OK
    assert "a sauté en avant" in view.trouble[0]


def test_elapsed_time_is_never_negative_whatever_the_clock_says():
    state = live(STEPS, ("09:00", BEGUN, "Accueil"), ("09:10", LiveKind.PAUSED))
    for moment in (LONG_AGO, at("08:59"), at("09:05"), at("09:10"), datetime(2100, 1, 1, tzinfo=UTC)):
        assert now_view(state, moment).lanes[0].elapsed >= 0


def test_the_night_the_hour_changes_a_step_still_lasts_its_minutes():
    paris = ZoneInfo("Europe/Paris")
    night = Conditions(30, 3, time(1, 30))
    steps = plan(("Veillée", 60), ("Chant", 30))
    # At 02:00 on that night the watches go to 03:00; in UTC nothing happens at 01:00.
    began = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    state = live_state(steps, night, happened((began, BEGUN, "Veillée")), date(2026, 3, 29), paris)
    view = now_view(state, began + timedelta(minutes=45))
    assert (view.time, view.lanes[0].timer) == ("03:15", "15:00")


def test_a_moment_without_a_zone_is_read_as_utc():
    naive = at("09:00").replace(tzinfo=None)
    view = now_view(live(STEPS, events=happened((naive, BEGUN, "Accueil")), conditions=AT_NINE), at("09:05"))
    assert view.lanes[0].timer == "15:00"
