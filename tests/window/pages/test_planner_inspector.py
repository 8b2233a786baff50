# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields at the right and the pointer: every field of one step or of several, steps dragged where they belong."""

from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from forgeatelier.actions.plan import read_plan
from forgeatelier.ground import words
from forgeatelier.model.method.step import Form, PlanB, Trouble
from forgeatelier.model.workshop.planned_step import Zone
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.planner import Planner

Key, Mod, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@pytest.fixture
def planner(dress, in_front, desk, workshop, request) -> Planner:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare")
    page.resize(1278, 900)
    in_front(page)
    panel = page.panel("prepare").panel("programme")
    assert isinstance(panel, Planner)
    panel.view.setFocus()
    panel.page = page
    return panel


def steps(desk, workshop):
    return read_plan(desk.atelier.library, desk.atelier.library.get(Workshop, workshop.id)).steps


def choose(planner, *places: int):
    planner.view.choose([planner.view.plan.rows[place].id for place in places])
    planner.look()
    return planner.side.card.bound


def typed(qtbot, editor, text: str) -> None:
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def test_the_words_of_a_step_are_kept_when_one_goes_on_to_another(planner, desk, workshop, qtbot):
    bound = choose(planner, 0)
    typed(qtbot, bound.editor("instruction"), "Dites votre nom et un plat")
    choose(planner, 1)
    assert steps(desk, workshop)[0].instruction == "Dites votre nom et un plat"
    assert steps(desk, workshop)[1].instruction == workshop.protocol.steps[1].instruction
    assert bound.editor("instruction").toPlainText() == workshop.protocol.steps[1].instruction


def test_a_length_that_is_none_is_said_under_its_field(planner, desk, qtbot):
    bound = choose(planner, 0)
    typed(qtbot, bound.editor("length"), "tard")
    qtbot.keyClick(bound.editor("length"), Key.Key_Return)
    assert "n’est pas une durée" in bound._bonds["length"].field.error()
    assert not desk.history.canUndo()
    typed(qtbot, bound.editor("length"), "35")
    qtbot.keyClick(bound.editor("length"), Key.Key_Return)
    assert bound._bonds["length"].field.error() == ""
    assert planner.view.plan.rows[1].start == "09:35"


def test_several_steps_show_what_they_share_and_take_a_value_together(planner, desk, workshop, qtbot):
    bound = choose(planner, 0, 1, 2)
    assert bound.editor("title").text() == ""
    assert bound.editor("title").placeholderText() == "plusieurs valeurs"
    room = bound.editor("room")
    typed(qtbot, room, "Cour")
    qtbot.keyClick(room, Key.Key_Return)
    assert [step.room for step in steps(desk, workshop)[:4]] == ["Cour", "Cour", "Cour", ""]
    form = bound.editor("form")
    form.setCurrentIndex(form.findData(Form.PAIRS))
    form.activated.emit(form.currentIndex())
    assert {step.form for step in steps(desk, workshop)[:3]} == {Form.PAIRS}
    assert len({step.title for step in steps(desk, workshop)[:3]}) == 3, "titles stay their own"
    assert desk.history.count() == 2


def test_a_start_is_held_from_the_fields_at_the_hour_it_now_has(planner, desk, workshop):
    choose(planner, 2)
    planner.side.card.starts.tick.click()
    assert steps(desk, workshop)[2].starts_at == time(9, 35)
    planner.side.card.starts.tick.click()
    assert steps(desk, workshop)[2].starts_at is None


def test_materials_and_plans_b_are_added_and_taken_off(planner, desk, workshop, qtbot):
    bound = choose(planner, 0)
    things = bound.editor("materials")
    before = things.value()
    things.line.setFocus()
    # Typed letters would open the list of proposals, which the offscreen platform cannot raise.
    things.line.setText("sifflet")
    qtbot.keyClick(things.line, Key.Key_Return)
    assert steps(desk, workshop)[0].materials == (*before, "sifflet")
    things._flow.itemAt(len(before)).widget().removed.emit()
    assert steps(desk, workshop)[0].materials == before
    otherwise = bound.editor("plan_b")
    otherwise._open(Trouble.LATE)
    qtbot.keyClicks(otherwise._texts[Trouble.LATE], "Sans le tour de table")
    planner.leaving()
    assert PlanB(trouble=Trouble.LATE, instead="Sans le tour de table") in steps(desk, workshop)[0].plan_b


def test_a_lane_takes_a_name_and_a_step_goes_into_another_lane(planner, desk, workshop, qtbot):
    planner.view.choose([planner.view.plan.rows[place].id for place in (3, 4)])
    planner.verbs.fork()
    bound = choose(planner, 3)
    typed(qtbot, bound.editor("lane"), "Bocaux")
    qtbot.keyClick(bound.editor("lane"), Key.Key_Return)
    assert {step.lane for step in steps(desk, workshop) if step.fork} == {"Bocaux", "B"}
    typed(qtbot, bound.editor("lane"), "B")
    qtbot.keyClick(bound.editor("lane"), Key.Key_Return)
    assert {step.lane for step in steps(desk, workshop) if step.fork} == {"B"}


def drag(planner, qtbot, start: int, to: QPoint) -> None:
    view = planner.view
    begin = view.area(start).topLeft() + QPoint(20, 20)
    qtbot.mousePress(view.viewport(), Button.LeftButton, pos=begin)
    qtbot.mouseMove(view.viewport(), begin + QPoint(0, 30))
    qtbot.mouseMove(view.viewport(), to + QPoint(0, 1))
    qtbot.mouseMove(view.viewport(), to)
    qtbot.mouseRelease(view.viewport(), Button.LeftButton, pos=to)


def test_a_step_is_dragged_by_its_bar_between_two_others(planner, qtbot, desk):
    before = [row.step.title for row in planner.view.plan.rows]
    drag(planner, qtbot, 0, planner.view.area(2).center() + QPoint(0, 8))
    after = [row.step.title for row in planner.view.plan.rows]
    assert after == [before[1], before[2], before[0], *before[3:]]
    assert desk.history.count() == 1
    assert planner.view.drop_mark.isNull()


def test_a_step_dropped_beside_another_runs_in_parallel(planner, qtbot):
    target = planner.view.area(4)
    drag(planner, qtbot, 3, QPoint(target.right() - 20, target.center().y()))
    first, second = [row for row in planner.view.plan.rows if row.step.fork]
    assert first.begins == second.begins
    areas = planner.view.arrangement.areas
    low = planner.view.area(3)
    drag(planner, qtbot, 5, low.center() + QPoint(0, 10))
    lanes = [row.step.lane for row in planner.view.plan.rows if row.step.fork]
    assert sorted(lanes) == ["A", "A", "B"]
    assert len(planner.view.arrangement.areas) == len(areas)


def test_esc_lets_go_of_what_is_dragged(planner, qtbot, desk):
    view = planner.view
    begin = view.area(0).topLeft() + QPoint(20, 20)
    qtbot.mousePress(view.viewport(), Button.LeftButton, pos=begin)
    qtbot.mouseMove(view.viewport(), begin + QPoint(0, 40))
    qtbot.mouseMove(view.viewport(), begin + QPoint(0, 60))
    assert planner.dragging.under_way
    assert [p.note for p in view.arrangement.pieces if p.kind == "zone"] == ["rien de prévu", "rien de prévu"]
    qtbot.keyClick(view, Key.Key_Escape)
    assert not planner.dragging.under_way
    assert not desk.history.canUndo()
    assert not [p for p in view.arrangement.pieces if p.kind == "zone"]


def test_a_step_is_dropped_after_the_workshop(planner, qtbot):
    view = planner.view
    begin = view.area(0).topLeft() + QPoint(20, 20)
    qtbot.mousePress(view.viewport(), Button.LeftButton, pos=begin)
    qtbot.mouseMove(view.viewport(), begin + QPoint(0, 40))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    zone = [piece for piece in view.arrangement.pieces if piece.kind == "zone"][-1]
    at = zone.area.center() - QPoint(0, view.verticalOffset())
    qtbot.mouseMove(view.viewport(), at + QPoint(0, 1))
    qtbot.mouseMove(view.viewport(), at)
    qtbot.mouseRelease(view.viewport(), Button.LeftButton, pos=at)
    assert planner.view.plan.rows[-1].step.zone is Zone.AFTER


def test_the_list_says_every_step_to_a_screen_reader(planner):
    model = planner.view.plan
    said = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("09:20, Prénoms et plats, 15 min, Plénière")


def test_in_large_text_the_fields_take_the_place_of_the_plan_and_esc_comes_back(
    dress, in_front, desk, workshop, qtbot
):
    dress("night", 2.0)
    page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare")
    page.resize(1192, 578)
    in_front(page)
    planner = page.panel("prepare").panel("programme")
    planner.view.setFocus()
    assert planner.beside.narrow
    qtbot.keyClick(planner.view, Key.Key_Down)
    qtbot.keyClick(planner.view, Key.Key_Return)
    assert not planner.view.isVisible()
    assert QApplication.focusWidget() is planner.side.card.bound.editor("title")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    QApplication.processEvents()
    assert planner.view.isVisible()
    planner.open_step()
    planner.strip.add.click()
    assert planner.inline.line.isVisible(), "a new step is named in the plan, not behind the fields"
    qtbot.keyClick(planner.inline.line, Key.Key_Escape)
    QApplication.processEvents()
    visible = [
        area
        for n, area in enumerate(planner.view.arrangement.areas)
        if planner.view.area(n).bottom() < planner.view.viewport().height()
    ]
    assert len(visible) >= 3, "some steps are in sight even so"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_both_views_are_drawn_in_both_languages(dress, in_front, desk, workshop, language):
    words.use(language)
    try:
        dress("high-contrast")
        page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare")
        page.resize(900, 500)
        in_front(page)
        planner = page.panel("prepare").panel("programme")
        one = planner.view.grab().toImage()
        planner.turn_view()
        other = planner.view.grab().toImage()
        assert one != other
    finally:
        words.use("fr")


def test_what_one_is_typing_is_not_tidied_under_the_hand(planner, desk, workshop, qtbot):
    bound = choose(planner, 0)
    typed(qtbot, bound.editor("room"), "Cour ")
    bound._in_time()
    planner.look()
    assert steps(desk, workshop)[0].room == "Cour"
    assert bound.editor("room").text() == "Cour "
    typed(qtbot, bound.editor("length"), "1h")
    bound._in_time()
    planner.look()
    assert steps(desk, workshop)[0].minutes == 20, "half a length is another length"
    assert bound.editor("length").text() == "1h"


def test_pressing_twice_writes_the_title_or_the_length(planner, desk, workshop, qtbot):
    area = planner.view.area(0)
    for at, text in ((area.x() + 150, "Bienvenue"), (area.right() - 120, "33")):
        qtbot.mouseClick(planner.view.viewport(), Button.LeftButton, pos=QPoint(at, area.center().y()))
        qtbot.mouseDClick(planner.view.viewport(), Button.LeftButton, pos=QPoint(at, area.center().y()))
        assert planner.inline.open
        qtbot.keyClicks(planner.inline.line, text)
        qtbot.keyClick(planner.inline.line, Key.Key_Return)
    first = steps(desk, workshop)[0]
    assert (first.title, first.minutes) == ("Bienvenue", 33)


def test_who_leads_is_said_in_words(planner, desk):
    bound = choose(planner, 0)
    lead = bound.editor("lead")
    lead.setCurrentIndex(lead.findData("animateur"))
    lead.activated.emit(lead.currentIndex())
    assert planner.view.plan.rows[0].note == "Animatrice ou animateur"


def test_undo_shows_the_fields_as_they_were(planner, desk, qtbot):
    bound = choose(planner, 0)
    before = bound.editor("title").text()
    typed(qtbot, bound.editor("title"), "Autre chose")
    qtbot.keyClick(bound.editor("title"), Key.Key_Return)
    assert planner.view.plan.rows[0].step.title == "Autre chose"
    planner.view.setFocus()
    desk.history.undo()
    planner.look()
    assert bound.editor("title").text() == before
    assert planner.inspector._title.text() == before
