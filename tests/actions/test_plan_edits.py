# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Aïssatou makes the protocol's running order her own: every gesture is one change, kept and taken back whole."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from forgeatelier.actions import plan as planning
from forgeatelier.actions.harvest import capture_note, check_step
from forgeatelier.actions.inserting import insert_method
from forgeatelier.actions.plan import Plan, read_plan
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.actions.supplies import read_supplies
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Group
from forgeatelier.model.method.step import Form, Importance, Step, Trouble
from forgeatelier.model.workshop.durations import length_of, minutes_of, write_length
from forgeatelier.model.workshop.plan import agenda_of, as_run, derived_steps
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.timetable import clock
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)


def step(name: str, minutes: int, **said: object) -> Step:
    return Step(
        id=name,
        phase=said.pop("phase", "Faire"),
        title=name.capitalize(),
        minutes=minutes,
        form=Form.GROUPS,
        **said,
    )


PROTOCOL = Protocol(
    id="3f1d1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11",
    title="Tresser un panier",
    version="1.2.0",
    group=Group(min=4, ideal=20, max=30, per_team=5),
    steps=(
        step("accueil", 12, per_person_seconds=30, minutes_min=8),
        step("tressage", 60, minutes_min=45, importance=Importance.USEFUL),
        step("bilan", 20),
        step("suite", 30, phase="Jour 2 — Vendre"),
    ),
)


@pytest.fixture
def workshop(library: Library) -> Workshop:
    change = new_workshop(PROTOCOL, title="Paniers à Thiès", people=30)
    library.apply(change, NOW)
    return change.after[-1]


def reread(library: Library, workshop: Workshop) -> Plan:
    now = library.get(Workshop, workshop.id)
    assert now is not None
    return read_plan(library, now)


def kept(library: Library, workshop: Workshop, change: Change) -> Plan:
    library.apply(change, NOW)
    return reread(library, workshop)


def titles(plan: Plan) -> list[str]:
    return [one.title for one in plan.steps]


def test_until_the_first_edit_the_plan_is_the_protocols_for_the_people_expected(library, workshop):
    plan = read_plan(library, workshop)
    assert titles(plan) == ["Accueil", "Tressage", "Bilan", "Suite"]
    first = plan.steps[0]
    assert (first.minutes, first.per_person_seconds) == (2, 30), "twelve minutes are those of twenty people"
    assert minutes_of(first, 30, 6) == 17
    assert [one.day for one in plan.steps] == [1, 1, 1, 2]
    assert library.all(PlannedStep) == ()


def test_the_first_edit_makes_the_plan_the_workshops_own_and_undo_gives_it_back(library, workshop):
    change = planning.set_length(read_plan(library, workshop), [derived_steps(workshop)[1].id], "1h30")
    plan = kept(library, workshop, change)
    assert plan.workshop.own_steps
    assert plan.steps[1].minutes == 90
    assert len(library.all(PlannedStep)) == 4
    back = kept(library, workshop, change.inverted())
    assert not back.workshop.own_steps
    assert library.all(PlannedStep) == ()
    assert back.steps == derived_steps(workshop)


def test_two_laptops_that_begin_apart_make_the_same_steps(workshop):
    one, other = (Plan(workshop, derived_steps(workshop)) for _laptop in range(2))
    ids = [derived_steps(workshop)[0].id]
    here, there = planning.edit(one, ids, title="Bonjour"), planning.edit(other, ids, minutes=5)
    assert {s.id for s in here.after} == {s.id for s in there.after}


def test_steps_another_laptop_had_already_made_are_given_back_by_undo(workshop):
    theirs = tuple(replace(one, room="Cour") for one in derived_steps(workshop))
    change = planning.edit(Plan(workshop, derived_steps(workshop), theirs), [theirs[0].id], title="Bonjour")
    assert set(change.inverted().after) == {workshop, *theirs}


def test_a_later_edit_writes_only_what_it_touches(library, workshop):
    plan = kept(
        library,
        workshop,
        planning.edit(reread(library, workshop), [derived_steps(workshop)[0].id], title="Bonjour"),
    )
    change = planning.edit(plan, [plan.steps[1].id], lead="Awa", room="Cour")
    assert len(change.after) == len(change.before) == 1
    plan = kept(library, workshop, change)
    assert (plan.steps[1].lead, plan.steps[1].room, plan.steps[0].title) == ("Awa", "Cour", "Bonjour")


@pytest.mark.parametrize(
    "said",
    [{"minutes": -1}, {"minutes": 1441}, {"per_person_seconds": -30}, {"minutes_min": -2}, {"title": "  "}],
)
def test_nonsense_is_refused_and_nothing_changes(library, workshop, said):
    plan = read_plan(library, workshop)
    with pytest.raises(AtelierError) as refusal:
        planning.edit(plan, [plan.steps[0].id], **said)
    assert refusal.value.advice


def test_a_step_that_is_gone_is_said_to_be_gone(library, workshop):
    with pytest.raises(AtelierError, match="n’est plus dans le déroulé"):
        planning.remove(read_plan(library, workshop), ["autre"])


def test_several_steps_change_together_in_one_change(library, workshop):
    plan = read_plan(library, workshop)
    change = planning.set_length(plan, [one.id for one in plan.steps[:2]], "x5m/groupe")
    assert change.title == "Modifier 2 étapes"
    plan = kept(library, workshop, change)
    assert [write_length(length_of(one)) for one in plan.steps[:2]] == ["x5m/groupe", "x5m/groupe"]
    assert plan.timetable().slots[0].minutes == 30, "six groups of five"


def test_a_new_step_joins_the_day_and_lane_of_the_one_before_it(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(
        library,
        workshop,
        planning.insert(plan, PlannedStep(title=" Un  chant ", minutes=5), plan.steps[3].id),
    )
    made = plan.steps[4]
    assert (made.title, made.day, made.workshop_id) == ("Un chant", 2, workshop.id)
    assert made.step_id.startswith("un-chant-")
    first = kept(library, workshop, planning.insert(plan, PlannedStep(title="Ouverture"), ""))
    assert titles(first)[0] == "Ouverture"
    with pytest.raises(AtelierError, match="pas de titre"):
        planning.insert(plan, PlannedStep(title=" \n"))


def test_a_step_added_at_the_end_ends_the_last_day_and_not_the_calls_that_follow(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.insert(plan, PlannedStep(title="Appel", zone=Zone.AFTER)))
    plan = kept(library, workshop, planning.insert(plan, PlannedStep(title="Chant")))
    assert [(one.title, one.zone, one.day) for one in plan.steps[-2:]] == [
        ("Chant", Zone.DAY, 2),
        ("Appel", Zone.AFTER, 2),
    ]


def test_names_without_latin_letters_still_get_a_step_id(library, workshop):
    plan = kept(library, workshop, planning.insert(read_plan(library, workshop), PlannedStep(title="ߒߞߏ ߟߊ߫")))
    assert plan.steps[-1].step_id.startswith("etape-")


def test_a_copy_has_a_step_id_of_its_own_and_no_lock(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.lock(plan, [plan.steps[1].id], time(10), None))
    assert clock(plan.timetable().slots[1].start) == "10:00"
    plan = kept(library, workshop, planning.duplicate(plan, [plan.steps[1].id, plan.steps[2].id]))
    assert titles(plan) == ["Accueil", "Tressage", "Bilan", "Tressage", "Bilan", "Suite"]
    assert len({one.step_id for one in plan.steps}) == 6
    assert plan.steps[3].starts_at is None


def test_a_removed_step_comes_back_with_what_was_caught_in_it(library, workshop):
    note = capture_note(workshop, "Beau fond", NOW, step_id="tressage")
    library.apply(note, NOW)
    plan = read_plan(library, workshop)
    change = planning.remove(plan, [plan.steps[1].id])
    assert titles(kept(library, workshop, change)) == ["Accueil", "Bilan", "Suite"]
    assert titles(kept(library, workshop, change.inverted())) == ["Accueil", "Tressage", "Bilan", "Suite"]


def test_side_by_side_then_one_after_another_again(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.fork(plan, [plan.steps[0].id, plan.steps[2].id]))
    assert [(one.title, one.lane) for one in plan.steps[:3]] == [
        ("Accueil", "A"),
        ("Bilan", "B"),
        ("Tressage", ""),
    ]
    starts = [clock(slot.start) for slot in plan.timetable().slots]
    assert starts[:3] == ["09:00", "09:00", "09:20"]
    name = plan.steps[0].fork
    plan = kept(library, workshop, planning.add_lane(plan, name))
    assert [one.lane for one in plan.steps[:3]] == ["A", "B", "C"]
    assert len({one.phase for one in plan.steps[:3]}) == 1, "what happens at once stands under one heading"
    plan = kept(library, workshop, planning.put_in_lane(plan, [plan.steps[3].id], name, "A"))
    assert [(one.title, one.lane) for one in plan.steps[:2]] == [("Accueil", "A"), ("Tressage", "A")]
    plan = kept(library, workshop, planning.join(plan, name))
    assert titles(plan) == ["Accueil", "Tressage", "Bilan", "Nouvelle étape", "Suite"]
    assert not any(one.fork or one.lane for one in plan.steps)


def test_one_step_alone_forks_with_a_blank_lane_beside_it(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.fork(plan, [plan.steps[1].id]))
    assert [(one.title, one.lane) for one in plan.steps[1:3]] == [("Tressage", "A"), ("Nouvelle étape", "B")]


def test_what_cannot_be_side_by_side_is_refused(library, workshop):
    plan = read_plan(library, workshop)
    with pytest.raises(AtelierError, match="même jour"):
        planning.fork(plan, [plan.steps[0].id, plan.steps[3].id])
    forked = kept(library, workshop, planning.fork(plan, [plan.steps[0].id, plan.steps[1].id]))
    with pytest.raises(AtelierError, match="déjà dans une voie"):
        planning.fork(forked, [forked.steps[0].id, forked.steps[2].id])
    with pytest.raises(AtelierError, match="n’existent plus"):
        planning.join(forked, "autre")


def test_reading_at_home_goes_before_the_day_and_a_call_after_it(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.move(plan, [plan.steps[2].id], zone=Zone.AFTER))
    plan = kept(library, workshop, planning.move(plan, [plan.steps[1].id], zone=Zone.BEFORE))
    assert titles(plan) == ["Tressage", "Accueil", "Suite", "Bilan"]
    run = as_run(plan.workshop, plan.kept)
    assert run is not None
    assert [one.phase for one in run.steps] == [
        "Avant l’atelier",
        "Faire",
        "Jour 2 — Vendre",
        "Après l’atelier",
    ]
    assert [slot.step.id for slot in agenda_of(plan.workshop, plan.kept)] == ["accueil", "suite"]
    with pytest.raises(AtelierError, match="à partir de 1"):
        planning.move(plan, [plan.steps[0].id], zone=Zone.DAY, day=0)


def test_a_protocol_inserted_remembers_where_it_comes_from(library, workshop):
    plan = read_plan(library, workshop)
    other = replace(PROTOCOL, id="autre", title="Vannerie", version="2.0.0", steps=PROTOCOL.steps[:2])
    plan = kept(library, workshop, planning.insert_protocol(plan, other, plan.steps[0].id))
    made = plan.steps[1:3]
    assert [(s.title, s.source_id, s.source_version, s.source_step) for s in made] == [
        ("Accueil", "autre", "2.0.0", "accueil"),
        ("Tressage", "autre", "2.0.0", "tressage"),
    ]
    assert len({s.step_id for s in plan.steps}) == 6
    assert made[0].minutes == 2, "counted again for the group of that protocol"
    one = planning.insert_protocol(plan, other, None, step_ids=["tressage"])
    assert titles(kept(library, workshop, one))[-1] == "Tressage"
    with pytest.raises(AtelierError, match="pas d’étape"):
        planning.insert_protocol(plan, other, None, step_ids=["autre"])


def test_a_protocol_of_two_days_keeps_its_days_counted_from_where_it_is_inserted(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.insert_protocol(plan, PROTOCOL, plan.steps[-1].id))
    assert [(s.title, s.day, s.phase) for s in plan.steps[3:]] == [
        ("Suite", 2, "Jour 2 — Vendre"),
        ("Accueil", 2, "Faire"),
        ("Tressage", 2, "Faire"),
        ("Bilan", 2, "Faire"),
        ("Suite", 3, "Jour 3 — Vendre"),
    ]
    only = planning.insert_protocol(plan, PROTOCOL, plan.steps[0].id, step_ids=["suite"])
    one = next(s for s in kept(library, workshop, only).steps if s.source_step == "suite" and s.day == 1)
    assert one.phase == "Jour 1 — Vendre", "a second day taken alone begins where it is put"


def test_what_is_inserted_before_the_days_has_no_days(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.move(plan, [plan.steps[0].id], zone=Zone.BEFORE))
    plan = kept(library, workshop, planning.insert_protocol(plan, PROTOCOL, plan.steps[0].id))
    made = [s for s in plan.steps if s.source_id]
    assert [(s.zone, s.title) for s in made] == [
        (Zone.BEFORE, title) for title in ("Accueil", "Tressage", "Bilan", "Suite")
    ]


def test_a_method_brings_its_materials_and_one_undo_takes_both_back(library, workshop):
    other = replace(
        PROTOCOL,
        id="autre",
        materials=(Material(name="Raphia", per_person=Decimal(2)), Material(name="Colle")),
        steps=(step("tressage", 60, materials=("raphia",)), step("collage", 20, materials=("Colle",))),
    )
    plan = read_plan(library, workshop)
    change = insert_method(library, plan, other, None, ["tressage"])
    library.apply(change, NOW)
    now = library.get(Workshop, workshop.id)
    assert now is not None
    assert (now.own_steps, now.own_supplies) == (True, True)
    assert [one.name for one in read_supplies(library, now).supplies] == ["Raphia"], "collage was left out"
    again = insert_method(library, read_plan(library, now), other, None, ["tressage"])
    assert not again.touches(Supply), "the list has it already"
    library.apply(change.inverted(), NOW)
    assert library.get(Workshop, workshop.id) == workshop
    assert library.all(Supply) == ()
    assert library.all(PlannedStep) == ()


def test_what_was_supposed_is_kept_with_one_change(library, workshop):
    plan = read_plan(library, workshop)
    then = replace(
        plan.conditions,
        people=42,
        teams=6,
        starts_at=time(9, 30),
        ends_at=time(16, 30),
        without=frozenset({Trouble.NO_POWER}),
    )
    change = planning.suppose(plan, then)
    plan = kept(library, workshop, change)
    assert plan.conditions == then
    assert plan.workshop.team_size == 7
    assert kept(library, workshop, change.inverted()).conditions == read_plan(library, workshop).conditions
    with pytest.raises(AtelierError, match="négatif"):
        planning.suppose(plan, replace(then, people=-3))


def test_shortening_keeps_rounds_fair_and_says_when_it_cannot(library, workshop):
    with pytest.raises(AtelierError, match="pas d’heure de fin"):
        planning.shorten_to_fit(read_plan(library, workshop))
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.suppose(plan, replace(plan.conditions, ends_at=time(10, 15))))
    change = planning.shorten_to_fit(plan)
    assert change.title.replace("\u00a0", " ") == "Raccourcir pour finir à 10:15"
    plan = kept(library, workshop, change)
    assert clock(plan.timetable().days[0].end) == "10:15"
    assert [slot.minutes for slot in plan.timetable().slots[:3]] == [10, 45, 20]
    assert plan.steps[0].per_person_seconds == 20, "everyone has the same time to speak, a little less"
    with pytest.raises(AtelierError, match="déjà à temps"):
        planning.shorten_to_fit(plan)
    late = replace(plan, workshop=replace(plan.workshop, ends_at=time(9, 10)))
    hopeless = kept(library, workshop, planning.shorten_to_fit(late))
    with pytest.raises(AtelierError, match="ne peut être raccourcie"):
        planning.shorten_to_fit(replace(hopeless, workshop=late.workshop))


def test_shortening_also_saves_a_locked_hour(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.lock(plan, [plan.steps[2].id], time(10, 10), None))
    plan = kept(library, workshop, planning.shorten_to_fit(plan))
    assert clock(plan.timetable().slots[2].start) == "10:10"
    assert not [c for c in plan.timetable().conflicts if c.blocks]


def test_what_is_caught_is_filed_under_the_steps_of_the_plan(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.insert(plan, PlannedStep(title="Un chant")))
    check_step(plan.workshop, plan.steps[-1].step_id, plan.kept)
    gone = kept(library, workshop, planning.remove(plan, [plan.steps[0].id]))
    with pytest.raises(AtelierError, match="accueil"):
        check_step(gone.workshop, "accueil", gone.kept)


def test_a_workshop_without_protocol_can_be_planned_from_nothing(library):
    change = new_workshop(None, title="Réunion de quartier")
    library.apply(change, NOW)
    workshop = change.after[-1]
    plan = read_plan(library, workshop)
    assert plan.steps == ()
    assert as_run(workshop, ()) is None
    plan = kept(library, workshop, planning.insert(plan, PlannedStep(title="Tour de table", minutes=20)))
    run = as_run(plan.workshop, plan.kept)
    assert run is not None
    assert [one.title for one in run.steps] == ["Tour de table"]


def test_the_plan_that_is_run_has_the_minutes_of_the_clock(library, workshop):
    plan = read_plan(library, workshop)
    plan = kept(library, workshop, planning.lock(plan, [plan.steps[1].id], None, time(11)))
    run = as_run(plan.workshop, plan.kept)
    assert run is not None
    assert (run.id, run.version) == (PROTOCOL.id, PROTOCOL.version)
    assert [one.minutes for one in run.steps] == [17, 103, 20, 30]
    assert [(s.day, f"{s.start:%H:%M}", f"{s.end:%H:%M}") for s in agenda_of(plan.workshop, plan.kept)][
        1
    ] == (
        1,
        "09:17",
        "11:00",
    )


def test_a_day_more_in_the_plan_makes_the_workshop_last_a_day_more(library, workshop):
    """Else the attendance and the sign-in sheet would stop the evening before."""
    dated = replace(workshop, starts_on=date(2026, 12, 8), ends_on=None)
    library.apply(Change("Dater", (workshop,), (dated,)), NOW)
    plan = reread(library, dated)
    days = max(step.day for step in plan.steps)
    change = planning.edit(plan, [plan.steps[0].id], day=days + 1)
    longer = kept(library, workshop, change)
    assert longer.workshop.ends_on == date(2026, 12, 8 + days)
    assert longer.workshop.own_steps
    again = kept(library, workshop, planning.move(longer, [plan.steps[1].id], zone=Zone.DAY, day=days + 2))
    assert again.workshop.ends_on == date(2026, 12, 9 + days)
    back = kept(library, workshop, planning.edit(again, [plan.steps[1].id], day=1))
    assert back.workshop.ends_on == date(2026, 12, 9 + days), "a day is never taken away behind one's back"


def test_a_day_more_is_taken_back_with_the_step(library, workshop):
    dated = replace(workshop, starts_on=date(2026, 12, 8), ends_on=date(2026, 12, 8))
    library.apply(Change("Dater", (workshop,), (dated,)), NOW)
    plan = reread(library, dated)
    change = planning.edit(plan, [plan.steps[0].id], day=max(step.day for step in plan.steps) + 1)
    library.apply(change, NOW)
    library.apply(change.inverted(), NOW)
    assert library.get(Workshop, workshop.id) == dated
