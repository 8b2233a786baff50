# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Laws that every timetable keeps, whatever was typed, locked, merged or forked."""

from datetime import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.blocks import in_order
from forgeatelier.model.workshop.conflicts import Clash
from forgeatelier.model.workshop.durations import minutes_of, shortest
from forgeatelier.model.workshop.fitting import fit
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import DAY, Conditions, minute_of, wished_end
from forgeatelier.model.workshop.timetable import timetable

ALWAYS = settings(deadline=None, derandomize=True)
"""A busy machine is no failure, and the same day gives the same cases."""
HOURS = st.one_of(st.none(), st.none(), st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30))))


@st.composite
def steps(draw: st.DrawFn, *, locks: bool = True) -> tuple[PlannedStep, ...]:
    hours = HOURS if locks else st.none()
    return tuple(
        PlannedStep(
            id=f"e{n}",
            step_id=f"etape-{n}",
            title=f"Étape {n}",
            place=draw(st.integers(0, 5)),
            zone=draw(st.sampled_from((Zone.DAY, Zone.DAY, Zone.DAY, Zone.BEFORE, Zone.AFTER))),
            day=draw(st.integers(0, 3)),
            fork=draw(st.sampled_from(("", "", "f"))),
            lane=draw(st.sampled_from(("A", "B", "C"))),
            minutes=draw(st.integers(-5, 120)),
            minutes_min=draw(st.integers(0, 60)),
            per_person_seconds=draw(st.sampled_from((0, 0, 30, 61))),
            per_team_seconds=draw(st.sampled_from((0, 0, 300))),
            form=draw(st.sampled_from(Form)),
            importance=draw(st.sampled_from(Importance)),
            starts_at=draw(hours),
            ends_at=draw(hours),
        )
        for n in range(draw(st.integers(0, 10)))
    )


CONDITIONS = st.builds(
    Conditions,
    people=st.integers(0, 60),
    teams=st.integers(1, 12),
    starts_at=st.builds(time, st.integers(0, 23), st.sampled_from((0, 30))),
    ends_at=st.one_of(st.none(), st.builds(time, st.integers(1, 23))),
)


@ALWAYS
@given(steps(), CONDITIONS)
def test_every_step_stands_somewhere_once(plan, conditions):
    found = timetable(plan, conditions)
    shown = [s.id for s in (*found.before, *(slot.step for slot in found.slots), *found.after)]
    assert sorted(shown) == sorted(step.id for step in plan)
    assert [slot.step.id for slot in found.slots] == [
        step.id for step in in_order(plan) if step.zone is Zone.DAY
    ], "the clock and the list read in the same order"


@ALWAYS
@given(steps(), CONDITIONS)
def test_steps_of_a_lane_never_overlap_and_lanes_begin_together(plan, conditions):
    for day in timetable(plan, conditions).days:
        lanes: dict[tuple[str, str], list] = {}
        for slot in day.slots:
            assert slot.end >= slot.start >= day.start
            key = (slot.step.fork, slot.step.lane) if slot.step.fork else ("", "")
            lanes.setdefault(key, []).append(slot)
        for key, lane in lanes.items():
            for before, after in pairwise(lane):
                assert after.start >= before.end
                if key[0]:
                    assert after.start - before.end == after.gap
        forks: dict[str, set[int]] = {}
        for (fork, _lane), lane in lanes.items():
            if fork:
                forks.setdefault(fork, set()).add(lane[0].start)
        assert all(len(starts) == 1 for starts in forks.values())


@ALWAYS
@given(steps(), CONDITIONS)
def test_the_minutes_of_a_day_add_up(plan, conditions):
    for day in timetable(plan, conditions).days:
        assert day.work + day.breaks + day.buffers + day.gaps == day.end - day.start
        assert day.end == max(slot.end for slot in day.slots)
        assert 0 <= day.stretch <= day.end - day.start


@ALWAYS
@given(steps(), CONDITIONS)
def test_a_lock_holds_or_its_conflict_is_told(plan, conditions):
    found = timetable(plan, conditions)
    told = {(c.step_id, c.kind) for c in found.conflicts}
    starts = {Clash.START_LATE, Clash.LANES_START}
    ends = {Clash.END_SHORT, Clash.CONTRADICTION}
    for slot in found.slots:
        step = slot.step
        if step.starts_at and slot.start % DAY != minute_of(step.starts_at):
            assert any((step.id, kind) in told for kind in starts)
        if step.ends_at and slot.end % DAY != minute_of(step.ends_at):
            assert any((step.id, kind) in told for kind in ends)
        if not step.ends_at:
            assert slot.minutes == minutes_of(step, conditions.people, conditions.teams)


@ALWAYS
@given(steps(), CONDITIONS)
def test_every_conflict_says_what_happens_and_what_to_do(plan, conditions):
    for conflict in timetable(plan, conditions).conflicts:
        assert conflict.what.endswith(".")
        assert conflict.advice.endswith(".")
        assert "{" not in conflict.what + conflict.advice


@ALWAYS
@given(steps(), CONDITIONS, st.randoms())
def test_two_laptops_that_store_steps_in_another_order_see_the_same_day(plan, conditions, chance):
    shuffled = list(plan)
    chance.shuffle(shuffled)
    assert timetable(shuffled, conditions) == timetable(plan, conditions)
    assert fit(shuffled, conditions) == fit(plan, conditions)


@ALWAYS
@given(steps(), CONDITIONS)
def test_fitting_gives_whole_minutes_and_never_goes_below_a_minimum(plan, conditions):
    found = fit(plan, conditions)
    by_id = {step.id: step for step in plan}
    for key, minutes in found.minutes.items():
        full = minutes_of(by_id[key], conditions.people, conditions.teams)
        assert shortest(by_id[key], full) <= minutes < full
    before, after = timetable(plan, conditions), timetable(plan, conditions, lengths=found.minutes)
    for was, now in zip(before.days, after.days, strict=True):
        assert now.end <= was.end
    late = {(c.kind, c.step_id, c.day): c.minutes for c in before.conflicts if c.blocks}
    for conflict in after.conflicts:
        if conflict.kind in (Clash.START_LATE, Clash.END_SHORT, Clash.OVER_END):
            assert conflict.minutes <= late[conflict.kind, conflict.step_id, conflict.day]
    assert found.won >= 0 <= found.missing


@ALWAYS
@given(steps(locks=False), CONDITIONS)
def test_without_locks_fitting_wins_exactly_what_minimums_allow_and_not_a_minute_more(plan, conditions):
    found = fit(plan, conditions)
    tight = {step.id: shortest(step, minutes_of(step, conditions.people, conditions.teams)) for step in plan}
    before, tightest, after = (
        timetable(plan, conditions, lengths=lengths) for lengths in (None, tight, found.minutes)
    )
    for was, least, now in zip(before.days, tightest.days, after.days, strict=True):
        wished = wished_end(conditions, was.start) or was.end
        assert now.end == was.end if was.end <= wished else now.end == max(wished, least.end)


@ALWAYS
@given(steps(locks=False), CONDITIONS)
def test_what_is_essential_gives_only_once_the_rest_has_given_all(plan, conditions):
    plan = tuple(step for step in plan if not step.fork)
    found = fit(plan, conditions)

    def full(step: PlannedStep) -> int:
        return minutes_of(step, conditions.people, conditions.teams)

    for day in {max(1, step.day) for step in plan}:
        group = [s for s in plan if s.zone is Zone.DAY and max(1, s.day) == day]
        essential = [s for s in group if s.importance is Importance.ESSENTIAL and s.form is Form.PLENARY]
        if not any(s.id in found.minutes for s in essential):
            continue
        for step in group:
            if step.form is Form.BUFFER or (
                step.importance is Importance.OPTIONAL and step.form is not Form.BREAK
            ):
                assert found.minutes.get(step.id, full(step)) == shortest(step, full(step))
