# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What if forty-two people come, half an hour late, without power: told before anything is kept."""

from dataclasses import replace
from datetime import time
from decimal import Decimal

from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Group
from forgeatelier.model.method.step import PlanB, Trouble
from forgeatelier.model.workshop.conflicts import Clash
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import Conditions, conditions_of
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.timetable import clock
from forgeatelier.model.workshop.what_if import Consequences, Copies, consequences, started_later
from forgeatelier.model.workshop.what_if_words import sentences
from forgeatelier.model.workshop.workshop import Workshop

WORKSHOP = Workshop(
    title="Four solaire",
    protocol=Protocol(
        title="Four solaire",
        group=Group(min=6, ideal=30, max=36, per_team=5, facilitators=1, participants_per_facilitator=15),
    ),
    people_planned=30,
    own_steps=True,
)
STEPS = (
    PlannedStep(id="tour", step_id="tour", title="Tour des noms", place=1, minutes=3, per_person_seconds=30),
    PlannedStep(
        id="film",
        step_id="film",
        title="Film",
        place=2,
        minutes=30,
        power=True,
        supports=("Vidéo de deux minutes",),
        plan_b=(PlanB(trouble=Trouble.NO_POWER, instead="Raconter avec les affiches."),),
    ),
    PlannedStep(id="colle", step_id="colle", title="Collage", place=3, minutes=40, power=True),
)
SUPPLIES = (
    Supply(name="colle", per_team=Decimal(1), unit="pot", unit_cost=Decimal(500), currency="XOF"),
    Supply(name="miroir", fixed=Decimal(1)),
)
NOW = conditions_of(WORKSHOP)


def told(then: Conditions) -> Consequences:
    return consequences(WORKSHOP, STEPS, SUPPLIES, NOW, then)


def said(then: Conditions) -> str:
    return "\n".join(sentences(told(then))).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_same_conditions_change_nothing():
    assert told(NOW).nothing
    assert sentences(told(NOW)) == ("Rien ne change.",)


def test_more_people_make_rounds_longer_groups_materials_and_prints_more():
    found = told(replace(NOW, people=42, teams=9))
    assert [(m.after.step.id, m.after.minutes - m.before.minutes) for m in found.moved] == [
        ("tour", 6),
        ("film", 0),
        ("colle", 0),
    ]
    assert found.groups == (6, 9)
    assert [(c.after.supply.name, c.before.needed, c.after.needed) for c in found.needs] == [("colle", 6, 9)]
    assert found.costs == ({"XOF": 3000}, {"XOF": 4500})
    assert Copies("badges", 30, 42) in found.copies
    assert Copies("groups", 6, 9) in found.copies
    assert found.facilitators == (2, 3)
    words = said(replace(NOW, people=42, teams=9))
    assert "La journée finit à 10:34 au lieu de 10:28 (6 min plus tard)." in words
    assert "colle : 6 → 9 pots." in words
    assert "Le protocole est pensé pour 36 personnes au plus." in words
    assert "Coût prévu : 3 000 F CFA → 4 500 F CFA." in words


def test_a_late_start_moves_every_step_and_stays_in_its_day():
    found = told(started_later(NOW, 30))
    assert [clock(m.after.start) for m in found.moved] == ["09:30", "09:48", "10:18"]
    assert started_later(NOW, 10_000).starts_at == time(23, 59)
    assert started_later(NOW, -10_000).starts_at == time(0)


def test_a_locked_first_step_says_that_the_day_does_not_move():
    steps = (replace(STEPS[0], starts_at=time(9)), *STEPS[1:])
    found = consequences(WORKSHOP, steps, (), NOW, started_later(NOW, 30))
    assert not found.moved
    assert "« Tour des noms » reste fixé à 09:00" in sentences(found)[0].replace("\u00a0", " ")


def test_an_earlier_end_brings_its_conflict_and_a_later_one_its_margin():
    found = told(replace(NOW, ends_at=time(10)))
    assert [c.kind for c in found.arising] == [Clash.OVER_END]
    back = consequences(
        WORKSHOP, STEPS, SUPPLIES, replace(NOW, ends_at=time(10)), replace(NOW, ends_at=time(11))
    )
    assert [c.kind for c in back.solved] == [Clash.OVER_END]
    assert "Il reste 32 min entre la fin, à 10:28, et 11:00." in said(replace(NOW, ends_at=time(11)))


def test_a_conflict_that_grows_is_told_again():
    late = replace(NOW, ends_at=time(10))
    found = consequences(WORKSHOP, STEPS, SUPPLIES, late, replace(late, people=42))
    assert [(c.kind, c.minutes) for c in found.arising if c.kind is Clash.OVER_END] == [(Clash.OVER_END, 34)]
    assert not found.solved


def test_no_power_puts_plans_b_in_place_and_names_the_steps_that_have_none():
    found = told(replace(NOW, without=frozenset({Trouble.NO_POWER, Trouble.NO_PROJECTOR})))
    assert [(i.step.id, i.instead) for i in found.plan_b] == [("film", "Raconter avec les affiches.")]
    assert [(i.step.id, i.trouble) for i in found.no_plan_b] == [
        ("film", Trouble.NO_PROJECTOR),
        ("colle", Trouble.NO_POWER),
    ]
    assert "Sans électricité — « Collage » n’a pas de plan B." in said(
        replace(NOW, without=frozenset({Trouble.NO_POWER}))
    )


def test_nobody_at_all_is_a_question_that_has_an_answer():
    found = told(replace(NOW, people=0, teams=1))
    assert Clash.NOBODY in [c.kind for c in found.arising]
    assert "Le protocole est pensé pour 6 personnes au moins." in said(replace(NOW, people=0, teams=1))
