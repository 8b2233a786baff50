# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Awa's gestures while the workshop runs: each is one change in the library, and undo takes it back whole."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from forgeatelier.actions import live as acts
from forgeatelier.actions.live import Recovery, read_live
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.late import Way, options
from forgeatelier.model.workshop.live_event import LiveKind
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.store.library import Library
from model.live_room import AFTERNOON, BEGUN, DAY, at, happened, plan

MORNING = plan(("Accueil", 20, 15), ("Carte", 60, 30), ("Vote", 30))
FORK = plan(
    ("Accueil", 20),
    ("Eau", 40, 20, {"fork": "g", "lane": "G1"}),
    ("Sols", 20, 10, {"fork": "g", "lane": "G2"}),
    ("Bois", 20, 10, {"fork": "g", "lane": "G2"}),
    ("Restitution", 30, 20),
)


class Room:
    """A workshop in a real library, changed and undone."""

    def __init__(self, library, steps):
        self.library, self.kept = library, []
        workshop = Workshop(id="atelier", title="Tresser", own_steps=True, starts_on=DAY, people_planned=30)
        owned = tuple(replace(one, workshop_id="atelier") for one in steps)
        library.apply(Change("Préparer", (), (workshop, *owned)), at("08:00"))

    @property
    def live(self):
        return read_live(self.library, self.library.get(Workshop, "atelier"), UTC)

    def do(self, gesture, when, *said, **more):
        change = gesture(self.live, *said, at(when) if isinstance(when, str) else when, **more)
        self.library.apply(change, at("12:00"))
        self.kept.append(change)
        return change

    def undo(self):
        self.library.apply(self.kept.pop().inverted(), at("12:00"))

    def run(self, title):
        return next((one for one in self.library.all(StepRun) if one.step_id == title.casefold()), None)

    def lane(self, when):
        return self.live.view(at(when)).lanes[0]


@pytest.fixture
def room(tmp_path, now, request):
    library = Library.create(tmp_path / "b", now)
    yield Room(library, getattr(request, "param", MORNING))
    library.close()


def test_beginning_a_step_keeps_its_event_its_real_time_and_the_workshop_running(room):
    room.do(acts.begin_step, "09:00", "accueil")
    assert room.library.get(Workshop, "atelier").state is WorkshopState.RUNNING
    assert (room.run("Accueil").began, room.run("Accueil").ended) == (at("09:00"), None)
    room.do(acts.begin_next, "09:22")
    assert room.run("Accueil").ended == room.run("Carte").began == at("09:22")
    assert room.lane("09:30").late_words == "2 min de retard"


def test_undo_takes_the_event_away_and_the_step_before_goes_on(room):
    before = room.live
    room.do(acts.begin_step, "09:00", "accueil")
    room.do(acts.begin_next, "09:10")
    room.undo()
    assert (room.lane("09:12").step.title, room.lane("09:12").timer) == ("Accueil", "08:00")
    assert room.run("Accueil").ended is None
    room.undo()
    assert room.live == before


def test_every_gesture_is_undone_exactly(room):
    room.do(acts.begin_step, "09:00", "accueil")
    for gesture, *said in (
        (acts.begin_next,),
        (acts.begin_step, "vote"),
        (acts.end_step, "accueil"),
        (acts.skip, "carte"),
        (acts.add_time, 5),
        (acts.pause,),
        (acts.resume,),
        (acts.plan_b, Trouble.NO_POWER),
        (acts.recover, Recovery.RESUME),
        (acts.recover, Recovery.CATCH_UP),
        (acts.recover, Recovery.STAY_PAUSED),
        (acts.close,),
    ):
        before = room.live
        change = room.do(gesture, "09:15", *said)
        assert change.title
        assert room.live.events != before.events
        room.undo()
        assert room.live == before


def test_a_skipped_step_leaves_no_trace_once_taken_back(room):
    room.do(acts.begin_step, "09:00", "accueil")
    room.do(acts.skip, "09:05", "carte")
    assert room.run("Carte").outcome is StepOutcome.SKIPPED
    room.do(acts.skip, "09:06", "carte")
    assert room.run("Carte") is None
    assert room.live.view(at("09:07")).next[0].step.title == "Carte"


def test_a_step_reopened_keeps_when_it_first_began(room):
    room.do(acts.begin_step, "09:00", "accueil")
    room.do(acts.begin_next, "09:12")
    room.do(acts.reopen, "09:15", "accueil")
    assert (room.run("Accueil").began, room.run("Accueil").ended) == (at("09:00"), None)
    assert room.lane("09:15").timer == "08:00"
    room.do(acts.begin_next, "09:20")
    assert room.lane("09:20").step.title == "Vote", "Carte was ended when Accueil was reopened"


def test_a_plan_b_makes_the_step_a_changed_one(room):
    room.do(acts.begin_step, "09:00", "accueil")
    room.do(acts.plan_b, "09:05", Trouble.NO_POWER, step_id="accueil")
    assert room.run("Accueil").outcome is StepOutcome.CHANGED


def test_closing_ends_what_runs_and_the_workshop_is_held(room):
    room.do(acts.begin_step, "09:00", "accueil")
    room.do(acts.close, "09:30")
    assert room.run("Accueil").ended == at("09:30")
    assert room.library.get(Workshop, "atelier").state is WorkshopState.HELD
    room.do(acts.begin_step, "09:35", "carte")
    assert room.library.get(Workshop, "atelier").state is WorkshopState.RUNNING


@pytest.mark.parametrize("room", [FORK], indirect=True)
def test_going_on_opens_every_lane_then_each_goes_at_its_pace(room):
    def running():
        return [one.step.title for one in room.live.state.running]

    room.do(acts.begin_step, "09:00", "accueil")
    room.do(acts.begin_next, "09:20")
    assert running() == ["Eau", "Sols"]
    room.do(acts.begin_next, "09:42", lane="G2")
    assert running() == ["Eau", "Bois"]
    room.do(acts.begin_next, "10:00", lane="G1")
    assert running() == ["Bois"], "nothing comes after Eau in its lane: it waits"
    room.do(acts.begin_next, "10:03")
    assert running() == ["Restitution"]
    assert room.run("Bois").ended == at("10:03")
    room.do(acts.begin_next, "10:30")
    assert running() == []


@pytest.mark.parametrize("room", [plan(*AFTERNOON)], indirect=True)
def test_an_option_is_applied_in_one_change_and_undone_in_one(room):
    room.do(acts.begin_step, "09:00", "accueil")
    before = room.live
    found = options(before.state, at("14:18"))
    room.do(lambda live, now: acts.apply_option(live, found[1], now), "14:18")
    view = room.live.view(at("14:18"))
    assert (view.end_words, room.run("Jeu").outcome) == (
        "fin prévue 16:28 au lieu de 16:30",
        StepOutcome.SKIPPED,
    )
    assert [one.step.title for one in view.next] == [
        "Tour de la carte",
        "Pause",
        "Sous-groupes",
        "Restitution",
        "Vote",
    ]
    room.undo()
    assert room.live == before


@pytest.mark.parametrize("room", [plan(*AFTERNOON)], indirect=True)
def test_assuming_it_moves_the_end_and_one_is_on_time_again(room):
    room.do(acts.begin_step, "09:00", "accueil")
    room.do(lambda live, now: acts.apply_option(live, options(live.state, now)[3], now), "14:18")
    view = room.live.view(at("14:18"))
    assert (view.late_words, view.end_words) == ("à l’heure", "fin prévue 16:48")
    assert options(room.live.state, at("14:18")) == ()
    kept = [one for one in room.live.events if one.kind is LiveKind.REPLANNED]
    assert kept[0].ends_at_shift == 18


CARRYING = (("Carte", 60), ("Débat", 30), ("Bilan", 20))


@pytest.mark.parametrize(
    ("room", "where"),
    [
        (plan(*CARRYING, ("Demain", 10, 0, {"day": 2})), (Zone.DAY, 2)),
        (plan(*CARRYING), (Zone.AFTER, 1)),
    ],
    indirect=["room"],
)
def test_what_is_carried_over_is_planned_for_another_time(room, where):
    room.do(acts.begin_step, "09:00", "carte")
    before = room.live
    found = next(one for one in options(before.state, at("10:15")) if one.way is Way.CARRY)
    room.do(lambda live, now: acts.apply_option(live, found, now), "10:15")
    moved = next(one for one in room.library.all(PlannedStep) if one.title == "Bilan")
    assert (moved.zone, moved.day) == where
    view = room.live.view(at("10:15"))
    assert [one.step.title for one in view.next] == ["Débat"]
    assert (view.end, view.agreed_end) == (found.end, found.agreed_end)
    room.undo()
    assert room.live == before


def test_after_a_cut_one_goes_on_with_the_time_that_was_left(room):
    room.do(acts.begin_step, "10:35", "carte")
    room.do(acts.add_time, "10:42", 0)
    cut = acts.cut_now(room.live, at("10:56"))
    assert cut.words == "dernière action 10:42, coupure d’environ 14 min"
    before = room.lane("10:42")
    room.do(acts.recover, "10:56", Recovery.RESUME)
    after = room.lane("10:56")
    assert after.timer == before.timer == "53:00"
    assert after.late == before.late + 14
    told = room.live.events[-1]
    assert (told.kind, told.minutes, told.note) == (LiveKind.RECOVERED, 14, cut.words)


def test_after_a_cut_one_may_stay_paused(room):
    room.do(acts.begin_step, "10:35", "carte")
    room.do(acts.recover, "10:56", Recovery.STAY_PAUSED, beat=at("10:45"))
    assert room.lane("11:10").timer == "50:00"
    assert room.live.state.paused
    room.do(acts.resume, "11:10")
    assert room.lane("11:11").timer == "49:00"


def test_a_cut_between_two_steps_may_be_waited_out_too(room):
    room.do(acts.begin_step, "09:00", "accueil")
    room.do(acts.end_step, "09:20", "accueil")
    room.do(acts.recover, "09:40", Recovery.STAY_PAUSED)
    assert room.live.state.paused
    room.do(acts.resume, "09:50")
    assert not room.live.state.paused


def test_a_clock_that_went_back_is_noted_with_the_next_gesture_and_order_is_kept(room):
    room.do(acts.begin_step, "10:35", "accueil")
    room.do(acts.begin_next, "10:40")
    back = at("08:00", DAY.replace(year=1970))
    assert "a reculé" in room.live.view(back).trouble[0]
    room.do(acts.begin_next, back)
    assert room.lane("10:40").step.title == "Vote"
    view = room.live.view(back + timedelta(minutes=10))
    assert view.lanes[0].elapsed == pytest.approx(600, abs=61)
    room.undo()
    assert [one.kind for one in room.live.events] == [LiveKind.STEP_BEGUN] * 2
    room.do(acts.mend_clock, back)
    assert room.live.view(back + timedelta(minutes=5)).lanes[0].elapsed == pytest.approx(300, abs=61)


def test_mending_a_sound_clock_changes_nothing(room):
    room.do(acts.begin_step, "09:00", "accueil")
    change = acts.mend_clock(room.live, at("09:05"))
    assert (change.before, change.after) == ((), ())


def test_what_cannot_be_done_is_said(room):
    for gesture, *said in (
        (acts.pause,),
        (acts.add_time, 5),
        (acts.end_step, "carte"),
        (acts.begin_step, "disparue"),
    ):
        with pytest.raises(AtelierError) as told:
            gesture(room.live, *said, at("09:00"))
        assert told.value.advice


def test_two_laptops_that_began_the_same_step_apart_make_one_real_time(room):
    one = acts.begin_step(room.live, "accueil", at("09:00"))
    other = acts.begin_step(room.live, "accueil", at("09:01"))
    runs = {value.id for change in (one, other) for value in change.after if isinstance(value, StepRun)}
    assert len(runs) == 1


def test_events_made_by_hand_are_read_with_the_others(room):
    room.do(acts.begin_step, "09:00", "accueil")
    live = replace(room.live, events=(*happened(("09:05", BEGUN, "Carte")), *room.live.events))
    assert live.view(at("09:06")).lanes[0].step.title == "Carte"
