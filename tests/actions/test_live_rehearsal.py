# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Awa rehearses a six-hour day with late people, an overrun and a cut; nothing is written anywhere."""

from datetime import time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.actions.live import Recovery
from forgeatelier.actions.rehearsal import USUAL_DAY, Happening, Incident, rehearse
from forgeatelier.model.method.step import Form, Trouble
from forgeatelier.model.workshop.live import Level
from model.live_room import AT_NINE, BREAK, BUFFER, OPTIONAL, plan
from model.test_live_laws import plans

SIX_HOURS = plan(
    ("Accueil", 20, 15),
    ("Tour de table", 30, 20),
    ("Carte", 45, 30),
    ("Pause", 15, 0, BREAK),
    ("Eau", 45, 30, {"fork": "g", "lane": "G1"}),
    ("Sols", 40, 30, {"fork": "g", "lane": "G2"}),
    ("Restitution", 30, 20),
    ("Tampon", 10, 0, BUFFER),
    ("Repas", 60, 0, {"form": Form.BREAK, "starts_at": time(12, 15)}),
    ("Jeu", 10, 0, OPTIONAL),
    ("Débat", 75, 40),
    ("Vote", 20),
)


def test_a_six_hour_day_is_shown_in_well_under_three_minutes():
    shown = list(rehearse(SIX_HOURS, AT_NINE))
    assert len(shown) < 150, "one a second"
    assert shown[-1].view.closed
    assert shown[-1].at - shown[0].at >= timedelta(hours=6)
    assert all(after.at >= before.at for before, after in pairwise(shown))
    assert all(after.at - before.at <= timedelta(minutes=15) for before, after in pairwise(shown))


def test_every_step_is_seen_and_lanes_together():
    shown = list(rehearse(SIX_HOURS, AT_NINE, script=()))
    seen = {lane.step.title for one in shown for lane in one.view.lanes if lane.step}
    assert seen == {one.title for one in SIX_HOURS}
    assert any(len(one.view.lanes) == 2 for one in shown)
    assert {one.view.late for one in shown} == {0}
    assert shown[-1].view.time == "15:00"


def test_the_cut_and_the_late_assistant_are_part_of_it():
    shown = list(rehearse(SIX_HOURS, AT_NINE, USUAL_DAY))
    told = [one.told for one in shown if one.told]
    assert told[0] == "On attend 15 min des personnes en retard."
    cut = next(one.cut for one in shown if one.cut)
    assert cut.words.endswith("coupure d’environ 14 min")
    late = next(one for one in shown if one.options and one.told.startswith("A. "))
    assert late.view.late_words == "à l’heure"
    assert any(lane.level is Level.OVER for one in shown for lane in one.view.lanes)
    assert any(lane.level is Level.PAUSED for one in shown for lane in one.view.lanes)
    assert told[-1] == "La répétition est finie ; rien n’en est gardé."


def test_an_incident_may_be_answered_otherwise():
    script = (
        Incident(30, Happening.CUT, 10, how=Recovery.STAY_PAUSED),
        Incident(60, Happening.PLAN_B, trouble=Trouble.NO_POWER),
        Incident(70, Happening.CATCH_UP, letter="C"),
    )
    told = [one.told for one in rehearse(SIX_HOURS, AT_NINE, script) if one.told]
    assert "On reprend." in told
    assert "On passe au plan B." in told
    assert any(one.startswith("C. ") for one in told)


def test_several_days_follow_each_other():
    steps = plan(("Accueil", 30), ("Suite", 30, 0, {"day": 2}))
    shown = list(rehearse(steps, AT_NINE, script=()))
    assert {one.view.day for one in shown} == {1, 2}
    assert shown[-1].at.date() - shown[0].at.date() == timedelta(days=1)


def test_one_waits_for_a_locked_hour():
    steps = plan(("Accueil", 30), ("Repas", 30, 0, {"starts_at": time(10)}))
    shown = list(rehearse(steps, AT_NINE, script=()))
    began = next(one for one in shown if one.view.lanes and one.view.lanes[0].step.title == "Repas")
    assert (began.view.time, began.view.late_words) == ("10:00", "à l’heure")


def test_a_plan_without_steps_is_rehearsed_in_no_time():
    assert list(rehearse((), AT_NINE)) == []


@settings(max_examples=20, deadline=None)
@given(plans(), st.integers(300, 900))
def test_any_plan_can_be_rehearsed_to_its_end(steps, speed):
    shown = list(rehearse(steps, AT_NINE, USUAL_DAY, speed))
    assert not shown or shown[-1].view.closed
