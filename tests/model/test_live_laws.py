# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws of a running workshop, whatever happens in it, in whatever order two laptops tell it."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from forgeatelier.model.method.step import Form, Importance, Trouble
from forgeatelier.model.workshop.durations import shortest
from forgeatelier.model.workshop.late import Way, options
from forgeatelier.model.workshop.late_cutting import SHORTEST_BREAK, least_left
from forgeatelier.model.workshop.live import Level, Standing, live_state, now_view
from forgeatelier.model.workshop.live_ahead import lay_rest, rest_of
from forgeatelier.model.workshop.live_clock import steady
from forgeatelier.model.workshop.live_event import LiveEvent, LiveKind, NewLength
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import Conditions
from model.live_room import DAY

NINE = datetime.combine(DAY, time(9), UTC)
HOURS = st.one_of(
    st.none(), st.none(), st.none(), st.builds(time, st.integers(8, 18), st.sampled_from((0, 20)))
)


@st.composite
def plans(draw: st.DrawFn, *, locks: bool = True, forks: bool = True) -> tuple[PlannedStep, ...]:
    hours = HOURS if locks else st.none()
    return tuple(
        PlannedStep(
            id=f"e{n}",
            step_id=f"s{n}",
            title=f"Étape {n}",
            place=n if not draw(st.booleans()) else draw(st.integers(0, 9)),
            zone=draw(st.sampled_from((Zone.DAY,) * 6 + (Zone.AFTER,))),
            day=draw(st.sampled_from((1, 1, 1, 2))),
            fork=draw(st.sampled_from(("", "", "f"))) if forks else "",
            lane=draw(st.sampled_from("AB")),
            minutes=draw(st.integers(0, 60)),
            minutes_min=draw(st.integers(0, 40)),
            form=draw(st.sampled_from(Form)),
            importance=draw(st.sampled_from(Importance)),
            starts_at=draw(hours),
            ends_at=draw(hours),
        )
        for n in range(draw(st.integers(1, 8)))
    )


@st.composite
def events(draw: st.DrawFn, wild: bool = True) -> tuple[LiveEvent, ...]:
    made = []
    for n in range(draw(st.integers(0, 12))):
        minute = draw(st.integers(-60, 600)) if wild else draw(st.integers(0, 300))
        far = draw(st.sampled_from((0,) * 9 + (-56 * 365, 1))) if wild else 0
        made.append(
            LiveEvent(
                id=f"v{n:02}",
                kind=draw(st.sampled_from(LiveKind)),
                moment=NINE + timedelta(minutes=minute, days=far, seconds=draw(st.integers(0, 59))),
                step_id=draw(st.sampled_from(("s0", "s1", "s2", "s3", "s4", "s7", "", "gone"))),
                minutes=draw(st.integers(-30, 30)),
                trouble=draw(st.sampled_from((None, *Trouble))),
                lengths=tuple(
                    NewLength(step_id=f"s{draw(st.integers(0, 7))}", minutes=draw(st.integers(0, 50)))
                    for _ in range(draw(st.integers(0, 2)))
                ),
                ends_at_shift=draw(st.sampled_from((0, 0, 15))),
            )
        )
    return tuple(made)


CONDITIONS = st.builds(
    Conditions,
    people=st.just(20),
    teams=st.just(4),
    starts_at=st.sampled_from((time(9), time(7, 30), time(21))),
    ends_at=st.sampled_from((None, time(17))),
)
NOWS = st.builds(
    lambda minute, far: NINE + timedelta(minutes=minute, days=far),
    st.integers(-100, 900),
    st.sampled_from((0, 0, 0, 1, 400, -56 * 365)),
)


@given(plans(), CONDITIONS, events(), NOWS, st.randoms())
def test_two_laptops_that_merged_either_way_see_the_same(plan, conditions, told, now, chance):
    shuffled = [*told, *told[:3]]
    chance.shuffle(shuffled)
    state = live_state(plan, conditions, told, DAY, UTC)
    assert live_state(plan[::-1], conditions, shuffled, DAY, UTC) == state
    assert now_view(state, now) == now_view(live_state(plan, conditions, shuffled, DAY, UTC), now)


@given(plans(), CONDITIONS, events(), NOWS)
def test_whatever_happened_the_view_makes_sense(plan, conditions, told, now):
    state = live_state(plan, conditions, told, DAY, UTC)
    view = now_view(state, now)
    lanes = [lane for lane in view.lanes if lane.step]
    assert len({(one.step.fork, one.step.lane) for one in lanes}) == len(lanes), "one step runs in a lane"
    assert len({one.step.fork for one in lanes}) <= 1
    for lane in lanes:
        assert lane.elapsed >= 0
        assert lane.seconds_left == lane.allotted - lane.elapsed
        assert (lane.level is Level.PAUSED) == state.find(lane.step.step_id).paused
    assert not {one.step.id for one in lanes} & {one.step.id for one in view.next}
    assert all(state.find(one.step.step_id).standing is Standing.TO_DO for one in view.next)
    for words in (view.headline, view.late_words, *view.trouble, *(one.level_words for one in lanes)):
        assert words
        assert "{" not in words


@given(plans(), CONDITIONS, events(), NOWS, st.data())
def test_an_event_taken_away_leaves_what_was_there_before_it(plan, conditions, told, now, data):
    if not told:
        return
    gone = data.draw(st.sampled_from(told))
    kept = [one for one in told if one is not gone]
    again = live_state(plan, conditions, [*kept, gone], DAY, UTC)
    assert again == live_state(plan, conditions, told, DAY, UTC)
    assert live_state(plan, conditions, kept, DAY, UTC) == live_state(plan, conditions, kept[::-1], DAY, UTC)


@given(plans(), CONDITIONS, events(), NOWS)
def test_every_option_keeps_minimums_and_locks_and_says_what_is_missing(plan, conditions, told, now):
    state = live_state(plan, conditions, told, DAY, UTC)
    at, _jump = steady(state, now)
    rest = rest_of(state, at)
    found = options(state, now)
    assert [one.letter for one in found] == list("ABCD"[: len(found)])
    for option in found:
        assert option.words
        assert "{" not in option.words
        lengths = dict(rest.lengths)
        for change in option.changes:
            live = state.find(change.step.step_id)
            assert change.before == live.minutes
            assert not (change.step.ends_at and live.standing is Standing.TO_DO), (
                "locked hours are left alone"
            )
            lengths[change.step.id] += change.minutes
            optional = change.after == 0 and (change.carried or live.step.importance is Importance.OPTIONAL)
            if change.minutes < 0 and not optional:
                rested = live.step.form is Form.BREAK and not live.step.minutes_min
                least = SHORTEST_BREAK if rested else shortest(live.step, live.minutes)
                assert change.after >= least
                assert lengths[change.step.id] >= 0, "what has gone by is not taken back"
        ahead = lay_rest(rest, lengths)
        assert (ahead.end, ahead.missed) == (option.end, option.missed)
        missing = max([0, ahead.end - option.agreed_end, *(one.minutes for one in ahead.missed)])
        if option.way not in (Way.FINISH, Way.LONGER_BREAK, Way.LONGER_DEBATE, Way.RESTORE):
            assert option.shortfall == missing
            if option.way is not Way.ASSUME:
                assert option.recovered - option.gained + option.shortfall == option.asked


def droppable(one) -> bool:
    idle = one.step.form in (Form.BREAK, Form.BUFFER)
    return one.standing is Standing.TO_DO and one.step.importance is Importance.OPTIONAL and not idle


@given(plans(locks=False, forks=False), st.integers(1, 90))
def test_without_locks_every_minute_cut_is_won_and_only_minimums_leave_some_missing(plan, late):
    conditions = Conditions(20, 4, time(9))
    began = NINE + timedelta(minutes=late)
    first = next(
        (one for one in sorted(plan, key=lambda s: (s.day, s.place, s.step_id)) if one.zone is Zone.DAY), None
    )
    if first is None:
        return
    event = LiveEvent(id="v", kind=LiveKind.STEP_BEGUN, moment=began, step_id=first.step_id)
    state = live_state(plan, conditions, (event,), DAY, UTC)
    rest = rest_of(state, began)
    tight = {one.step.id: 0 if droppable(one) else least_left(rest, one) for one in rest.steps}
    best = max(0, lay_rest(rest, tight).end - state.ends[rest.day])
    found = options(state, began)
    assert not found or found[0].way in (Way.CARRY, Way.ASSUME) or found[0].shortfall == best
    for option in found:
        if first.form is not Form.BUFFER:
            assert option.asked == late
        cut = -sum(one.minutes for one in option.changes)
        assert cut == option.recovered
        assert option.asked + option.gained == cut + option.moved + option.shortfall


@given(plans(), CONDITIONS, events(wild=False), st.integers(0, 400), st.integers(0, 3))
def test_once_applied_the_day_is_as_the_option_said(plan, conditions, told, minute, number):
    now = NINE + timedelta(minutes=max(minute, 301))
    state = live_state(plan, conditions, told, DAY, UTC)
    found = options(state, now)
    if number >= len(found) or any(one.carried for one in found[number].changes):
        return
    option = found[number]
    event = LiveEvent(
        id="zz",
        kind=LiveKind.REPLANNED,
        moment=steady(state, now)[0],
        lengths=tuple(NewLength(step_id=one.step.step_id, minutes=one.after) for one in option.changes),
        ends_at_shift=option.agreed_end - state.ends.get(option.day, option.agreed_end),
    )
    then = live_state(plan, conditions, (*told, event), DAY, UTC)
    view = now_view(then, now)
    if not view.done:
        assert view.end == option.end
        assert view.late == max(0, option.end - option.agreed_end)
