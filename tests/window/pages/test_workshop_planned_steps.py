# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Animer, Temps réels and Photos follow the plan: a step added, moved or held shows everywhere at once."""

from datetime import time

import pytest

from forgeatelier.actions import plan as planning
from forgeatelier.actions.plan import read_plan
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.window.pages.workshop import capture_card
from forgeatelier.window.pages.workshop.console import Console
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.times import Times


@pytest.fixture
def subject(qtbot, desk, workshop) -> Subject:
    return Subject(desk, workshop.id)


def shown(panel: Console) -> list[tuple[str, str]]:
    lines = [panel.list.model().line(n) for n in range(panel.list.model().rowCount())]
    return [(line.step.start, line.title) for line in lines if line.step is not None]


def test_the_pages_follow_the_plan_as_it_changes(qtbot, desk, subject):
    running, times = Console(subject), Times(subject)
    qtbot.addWidget(running)
    qtbot.addWidget(times)
    first = shown(running)[0]
    plan = subject.plan()
    desk.keep(planning.insert(plan, PlannedStep(title="Chant", minutes=10), ""))
    desk.keep(planning.lock(subject.plan(), [subject.plan().steps[1].id], time(9, 30), None))
    desk.keep(
        planning.insert(subject.plan(), PlannedStep(title="Lire la fiche", minutes=20, zone=Zone.BEFORE))
    )
    assert shown(running)[:3] == [("", "Lire la fiche"), ("09:00", "Chant"), ("09:30", first[1])]
    assert subject.agenda()[0].step.title == "Chant"
    assert [name for _key, name in capture_card.steps(subject)[:3]] == [
        "L’atelier en entier",
        "1. Lire la fiche",
        "2. Chant",
    ]


def test_steps_side_by_side_say_their_lane(qtbot, desk, subject):
    plan = subject.plan()
    first, second = plan.steps[1], plan.steps[2]
    desk.keep(planning.fork(plan, [first.id, second.id]))
    running, times = Console(subject), Times(subject)
    qtbot.addWidget(running)
    qtbot.addWidget(times)
    lines = [running.list.model().line(n).step for n in range(running.list.model().rowCount())]
    titles = [one.title for one in lines if one is not None]
    assert titles[1:3] == [f"Voie A · {first.title}", f"Voie B · {second.title}"]
    assert titles[0] == plan.steps[0].title
    told = [one.title() for one in times.table.model.rows()]
    assert told[1] == f"2. Voie A · {first.title}"


def test_what_the_page_remembers_is_what_the_library_holds(desk, subject, atelier):
    for gesture in (
        lambda: planning.duplicate(subject.plan(), [subject.plan().steps[2].id]),
        lambda: planning.move(subject.plan(), [subject.plan().steps[0].id], by=1),
        lambda: planning.remove(subject.plan(), [subject.plan().steps[1].id]),
    ):
        desk.keep(gesture())
        known = subject.plan()
        read = read_plan(atelier.library, known.workshop)
        assert known.steps == read.steps
        assert known.workshop == subject.workshop()
    while desk.history.canUndo():
        desk.history.undo()
        assert subject.plan().steps == read_plan(atelier.library, subject.workshop()).steps


def test_a_note_is_filed_under_a_step_that_only_this_workshop_has(qtbot, desk, subject):
    desk.keep(planning.insert(subject.plan(), PlannedStep(title="Chant", minutes=10), ""))
    running = Console(subject)
    qtbot.addWidget(running)
    running.look_at(subject.plan().steps[0].step_id)
    assert running.step_now() == subject.plan().steps[0].step_id
    running.adding.add_text("Très beau chant")
    assert [c.step_id for c in subject.captures()] == [subject.plan().steps[0].step_id]


def test_the_day_begins_with_its_first_step_and_ends_without_the_calls_that_follow(qtbot, desk, subject):
    plan = subject.plan()
    desk.keep(planning.remove(plan, [step.id for step in plan.steps[2:]]))
    desk.keep(
        planning.insert(subject.plan(), PlannedStep(title="Lire la fiche", minutes=20, zone=Zone.BEFORE))
    )
    desk.keep(planning.insert(subject.plan(), PlannedStep(title="Appel", minutes=20, zone=Zone.AFTER)))
    running = Console(subject)
    qtbot.addWidget(running)
    for step in subject.agenda():
        running.begin()
        assert running.step_now() == step.step.id
        running.end()
    assert running.primary().verb == "Terminer l’atelier"


def test_side_by_side_steps_count_once_in_their_phase(qtbot, desk, subject):
    running = Console(subject)
    qtbot.addWidget(running)
    before = running.list.model().line(0).note
    desk.keep(planning.fork(subject.plan(), [step.id for step in subject.plan().steps[2:4]]))
    assert (before.replace("\u00a0", " "), running.list.model().line(0).note.replace("\u00a0", " ")) == (
        "2 h 05",
        "1 h 50",
    )
