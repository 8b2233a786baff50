# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever Awa does to the running order, no step is lost, the rest stays put, and undo brings back every one."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from forgeatelier.actions import plan as planning
from forgeatelier.actions.plan import Plan
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.blocks import in_order
from forgeatelier.model.workshop.plan import running_order
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep, Zone
from forgeatelier.model.workshop.workshop import Workshop

ALWAYS = settings(deadline=None, derandomize=True)
"""A busy machine is no failure, and the same day gives the same cases."""
WORKSHOP = Workshop(id="atelier", title="Tresser un panier", own_steps=True)


def after(change: Change, plan: Plan) -> Plan:
    """The plan once a change is kept."""
    kept = {step.id: step for step in plan.kept}
    workshop = plan.workshop
    for before, now in change.pairs():
        if isinstance(now, Workshop):
            workshop = now
        elif isinstance(now, PlannedStep):
            kept[now.id] = now
        elif isinstance(before, PlannedStep):
            del kept[before.id]
    steps = tuple(kept.values())
    return Plan(workshop, running_order(workshop, steps), steps)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Stored steps as two laptops may have left them: equal places, forks that straddle, days and zones mixed."""
    count = draw(st.integers(1, 12))
    steps = tuple(
        PlannedStep(
            id=f"e{n:02}",
            workshop_id="atelier",
            step_id=f"etape-{n:02}",
            title=f"Étape {n}",
            place=draw(st.integers(1, 6)) * draw(st.sampled_from((1, PLACE_GAP))),
            zone=draw(st.sampled_from((Zone.DAY, Zone.DAY, Zone.DAY, Zone.BEFORE, Zone.AFTER))),
            day=draw(st.integers(1, 2)),
            fork=draw(st.sampled_from(("", "", "f", "g"))),
            lane=draw(st.sampled_from(("A", "B"))),
            minutes=draw(st.integers(0, 60)),
        )
        for n in range(count)
    )
    return Plan(WORKSHOP, running_order(WORKSHOP, steps), steps)


def some(plan: Plan, draw: st.DrawFn) -> list[str]:
    return draw(
        st.lists(st.sampled_from([step.id for step in plan.steps]), min_size=1, max_size=4, unique=True)
    )


@st.composite
def edited(draw: st.DrawFn) -> tuple[Plan, Change]:
    """A plan and one gesture on it."""
    plan = draw(plans())
    ids = some(plan, draw)
    verb = draw(st.sampled_from(("to", "by", "sent", "remove", "duplicate", "insert", "lane", "edit")))
    if verb == "to":
        return plan, planning.move(plan, ids, to=draw(st.integers(0, len(plan.steps))))
    if verb == "by":
        return plan, planning.move(plan, ids, by=draw(st.sampled_from((-1, 1))))
    if verb == "sent":
        zone = draw(st.sampled_from(Zone))
        return plan, planning.move(plan, ids, zone=zone, day=draw(st.sampled_from((None, 1, 3))))
    if verb == "remove":
        return plan, planning.remove(plan, ids)
    if verb == "duplicate":
        return plan, planning.duplicate(plan, ids)
    if verb == "insert":
        where = draw(st.sampled_from((None, "", ids[0])))
        return plan, planning.insert(plan, PlannedStep(title="Un chant"), where)
    fork = next((step.fork for step in plan.steps if step.fork), "")
    if verb == "lane" and fork:
        return plan, planning.put_in_lane(plan, ids, fork, draw(st.sampled_from(("A", "B", "C"))))
    return plan, planning.edit(plan, ids, minutes=25)


@ALWAYS
@given(edited())
def test_every_gesture_is_taken_back_exactly(made):
    plan, change = made
    done = after(change, plan)
    undone = after(change.inverted(), done)
    assert {s.id: s for s in undone.kept} == {s.id: s for s in plan.kept}
    assert undone.steps == plan.steps


@ALWAYS
@given(edited())
def test_no_gesture_loses_a_step_or_shares_a_step_id(made):
    plan, change = made
    done = after(change, plan)
    gone = {step.id for step in plan.steps} - {step.id for step in done.steps}
    assert not gone or change.title.startswith("Retirer")
    assert len({step.step_id for step in done.steps}) == len(done.steps)


@ALWAYS
@given(plans(), st.data())
def test_steps_dropped_somewhere_stand_there_together_and_the_others_keep_their_order(plan, data):
    ids = set(some(plan, data.draw))
    to = data.draw(st.integers(0, len(plan.steps)))
    done = after(planning.move(plan, ids, to=to), plan)
    moved = [step.id for step in plan.steps if step.id in ids]
    others = [step.id for step in plan.steps if step.id not in ids]
    found = [step.id for step in done.steps]
    assert [key for key in found if key not in ids] == others
    assert [key for key in found if key in ids] == moved
    at = found.index(moved[0])
    assert found[at : at + len(moved)] == moved, "they arrive together"
    above = [step.id for step in plan.steps[:to] if step.id not in ids]
    assert found[:at] == above, "and where they were dropped"


@ALWAYS
@given(plans(), st.data())
def test_alt_down_then_alt_up_keeps_everything_in_sight(plan, data):
    one = data.draw(st.sampled_from([step.id for step in plan.steps]))
    done = after(planning.move(plan, [one], by=1), plan)
    others = [step.id for step in plan.steps if step.id != one]
    assert [step.id for step in done.steps if step.id != one] == others
    before, now = ([s.id for s in p.steps].index(one) for p in (plan, done))
    assert now >= before


@ALWAYS
@given(st.integers(2, 9), st.data())
def test_a_move_writes_only_the_moved_step_while_there_is_room(count, data):
    steps = tuple(
        PlannedStep(id=f"e{n}", step_id=f"e{n}", title=f"Étape {n}", place=(n + 1) * PLACE_GAP)
        for n in range(count)
    )
    plan = Plan(WORKSHOP, steps, steps)
    one = data.draw(st.sampled_from(steps))
    change = planning.move(plan, [one.id], to=data.draw(st.integers(0, count)))
    assert {step.id for step in change.after} <= {one.id}


def test_a_full_gap_renumbers_its_day_and_no_other():
    near = [PlannedStep(id=f"e{n}", step_id=f"e{n}", title=f"Étape {n}", place=n) for n in range(3)]
    other = PlannedStep(id="lendemain", step_id="lendemain", title="Le lendemain", place=1, day=2)
    plan = Plan(WORKSHOP, in_order([*near, other]), (*near, other))
    change = planning.move(plan, ["e2"], to=1)
    done = after(change, plan)
    assert [step.id for step in done.steps] == ["e0", "e2", "e1", "lendemain"]
    assert other not in change.before
    places = [step.place for step in done.steps[:3]]
    assert [b - a for a, b in pairwise(places)] == [PLACE_GAP, PLACE_GAP]


def test_a_step_goes_past_a_whole_fork_and_out_of_its_lane():
    def step(name: str, place: int, lane: str = "") -> PlannedStep:
        return PlannedStep(
            id=name, step_id=name, title=name, place=place * PLACE_GAP, fork="f" if lane else "", lane=lane
        )

    steps = (
        step("accueil", 1),
        step("coupe", 2, "A"),
        step("couture", 3, "A"),
        step("teinture", 4, "B"),
        step("fin", 5),
    )
    plan = Plan(WORKSHOP, in_order(steps), steps)
    down = after(planning.move(plan, ["accueil"], by=1), plan)
    assert [s.id for s in down.steps] == ["coupe", "couture", "teinture", "accueil", "fin"]
    assert down.step("accueil").fork == ""
    up = after(planning.move(plan, ["coupe"], by=-1), plan)
    assert [s.id for s in up.steps] == ["accueil", "coupe", "couture", "teinture", "fin"]
    assert (up.step("coupe").fork, up.step("couture").fork) == ("", "f")
    inside = after(planning.move(plan, ["coupe"], by=1), plan)
    assert [s.id for s in inside.steps] == ["accueil", "couture", "coupe", "teinture", "fin"]
    assert inside.step("coupe").lane == "A"


def test_from_the_end_of_a_day_alt_down_goes_to_the_next_morning():
    steps = tuple(
        PlannedStep(id=name, step_id=name, title=name, place=n * PLACE_GAP, day=day)
        for n, (name, day) in enumerate((("matin", 1), ("soir", 1), ("lendemain", 2)), 1)
    )
    plan = Plan(WORKSHOP, steps, steps)
    done = after(planning.move(plan, ["soir"], by=1), plan)
    assert [(s.id, s.day) for s in done.steps] == [("matin", 1), ("soir", 2), ("lendemain", 2)]
    again = after(planning.move(done, ["soir"], by=1), done)
    assert [(s.id, s.day) for s in again.steps] == [("matin", 1), ("lendemain", 2), ("soir", 2)]
    assert replace(again.step("matin"), id="") == replace(plan.step("matin"), id="")
