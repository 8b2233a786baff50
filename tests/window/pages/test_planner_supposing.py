# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""« Et si… » and the number of people: consequences are told before anything is kept; one input changes everything."""

from datetime import time

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication

from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.planner import Planner

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(dress, in_front, desk, workshop) -> WorkshopPage:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare")
    page.resize(1278, 700)
    in_front(page)
    return page


@pytest.fixture
def planner(page) -> Planner:
    panel = page.panel("prepare").panel("programme")
    assert isinstance(panel, Planner)
    panel.view.setFocus()
    return panel


def now(desk, workshop) -> Workshop:
    return desk.atelier.library.get(Workshop, workshop.id)


def told(planner) -> str:
    return "\n".join(column.text() for column in planner.supposing.told._columns)


def test_another_number_of_people_is_one_input_and_what_changed_is_told(planner, desk, workshop, qtbot):
    qtbot.keyClick(planner.view, Key.Key_G, Mod.ControlModifier)
    people = planner.strip.people
    assert QApplication.focusWidget() is people
    qtbot.keyClicks(people, "24")
    assert now(desk, workshop).people_planned == 12, "nothing is kept while one types"
    qtbot.keyClick(people, Key.Key_Return)
    assert now(desk, workshop).people_planned == 24
    assert desk.history.count() == 1
    assert "12 → 24" in planner.supposing._title.text()
    assert "Groupes\N{NO-BREAK SPACE}: 3 → 6." in told(planner)
    assert "Badges 12 → 24" in told(planner)
    assert "grand carton rigide" in told(planner)
    planner.supposing.undo.click()
    assert now(desk, workshop).people_planned == 12
    assert people.value() == 12
    assert not planner.supposing.isVisible()


def test_while_one_types_the_number_the_starts_already_show_it(planner, desk, qtbot):
    people = planner.strip.people
    people.setFocus()
    people.selectAll()
    qtbot.keyClicks(people, "40")
    row = planner.view.plan.rows[2]
    assert row.instead == "09:35"
    assert row.start > "09:35"
    qtbot.keyClick(people, Key.Key_Escape)
    assert planner.view.plan.rows[2].start == "09:35"
    assert not desk.history.canUndo()


def test_what_if_shows_everything_before_anything_is_kept_and_esc_drops_it(planner, desk, workshop, qtbot):
    qtbot.keyClick(planner.view, Key.Key_T, Mod.ControlModifier)
    bar = planner.supposing
    assert bar.isVisible()
    assert not bar.apply.isEnabled()
    bar.start.setFocus()
    bar.start.setTime(QTime(9, 30))
    assert planner.view.plan.rows[0].start == "09:30"
    assert planner.view.plan.rows[0].instead == "09:00"
    assert "30 min plus tard" in told(planner)
    assert now(desk, workshop) == workshop
    qtbot.keyClick(bar.start, Key.Key_Escape)
    assert not bar.isVisible()
    assert planner.view.plan.rows[0].start == "09:00"
    assert planner.view.hasFocus()
    assert not desk.history.canUndo()


def test_what_if_is_applied_as_one_change(planner, desk, workshop, qtbot):
    planner.suppose()
    bar = planner.supposing
    qtbot.keyClicks(bar.people, "20")
    bar.without[Trouble.NON_READERS].click()
    assert "plan B" in told(planner)
    qtbot.keyClick(bar.people, Key.Key_Return)
    kept = now(desk, workshop)
    assert (kept.people_planned, kept.without) == (20, (Trouble.NON_READERS,))
    assert desk.history.count() == 1
    desk.history.undo()
    assert now(desk, workshop) == workshop


def test_an_earlier_end_is_said_and_the_steps_are_shortened_with_it(planner, desk, workshop, qtbot):
    planner.suppose()
    bar = planner.supposing
    bar.end.tick.click()
    bar.end.hour.setFocus()
    bar.end.hour.setTime(QTime(16, 30))
    assert "16:30" in told(planner)
    assert bar.shorten.isVisible()
    bar.shorten.click()
    assert now(desk, workshop).ends_at == time(16, 30)
    assert planner.planning.table.end <= 16 * 60 + 30
    assert desk.history.count() == 1
    assert desk.atelier.library.count(PlannedStep) == len(workshop.protocol.steps)
    desk.history.undo()
    assert now(desk, workshop) == workshop
    assert desk.atelier.library.count(PlannedStep) == 0


def test_the_totals_say_how_the_day_breathes(planner):
    assert planner.strip.end.isVisible()
    assert "pauses 1 h 15" in planner.strip.total.text()
    assert planner.strip.stretch.isVisible()
    assert "sans pause" in planner.strip.stretch.text()
    for row in planner.view.plan.rows:
        planner.view.choose((row.id,))
        planner.verbs.remove()
    assert not planner.strip.stretch.isVisible()


def test_groups_follow_the_people_until_one_says_how_many(planner, desk, workshop, qtbot):
    planner.suppose()
    bar = planner.supposing
    assert bar.groups.value() == 3
    qtbot.keyClicks(bar.people, "24")
    assert bar.groups.value() == 6
    bar.groups.setFocus()
    bar.groups.selectAll()
    qtbot.keyClicks(bar.groups, "4")
    assert "3 → 4" in told(planner)
    qtbot.keyClick(bar.groups, Key.Key_Return)
    assert planner.planning.conditions.teams == 4
    assert now(desk, workshop).team_size == 6
