# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A facilitator plans a day with the keyboard alone: every gesture is one change, and undo takes it back."""

from datetime import time
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from forgeatelier.actions.plan import read_plan
from forgeatelier.actions.prepare import new_workshop
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Form, Importance, Step
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.methods.chooser import MethodChooser
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.planner import Planner

Key, Mod = Qt.Key, Qt.KeyboardModifier
WITH_ROPE = Protocol(
    title="Nouer ensemble",
    materials=(Material(name="corde de rônier", per_team=Decimal(1)),),
    steps=(
        Step(
            id="nouer",
            phase="Faire",
            title="Nouer",
            minutes=30,
            form=Form.GROUPS,
            materials=("corde de rônier",),
        ),
    ),
)


@pytest.fixture
def planner(dress, in_front, desk, workshop) -> Planner:
    dress()
    return open_planner(desk, workshop, in_front)


def open_planner(desk, workshop, in_front) -> Planner:
    page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare")
    page.resize(1278, 700)
    in_front(page)
    panel = page.panel("prepare").panel("programme")
    assert isinstance(panel, Planner)
    panel.view.setFocus()
    # The page is its parent: it must outlive this function.
    panel.page = page
    return panel


@pytest.fixture
def press(qtbot):
    """Press a key, or type words, wherever the keyboard now is."""

    def do(key: Qt.Key | str, held: Qt.KeyboardModifier = Mod.NoModifier, times: int = 1) -> None:
        for _time in range(times):
            if isinstance(key, str):
                for letter in key:
                    qtbot.keyClicks(QApplication.focusWidget(), letter)
            else:
                qtbot.keyClick(QApplication.focusWidget(), key, held)

    return do


def starts(planner: Planner) -> list[str]:
    return [row.start for row in planner.view.plan.rows]


def titles(planner: Planner) -> list[str]:
    return [row.step.title for row in planner.view.plan.rows]


def kept(desk, workshop) -> tuple[PlannedStep, ...]:
    return read_plan(desk.atelier.library, desk.atelier.library.get(Workshop, workshop.id)).steps


def test_the_plan_of_the_protocol_is_there_before_anything_is_edited(planner, desk, workshop):
    assert starts(planner)[:3] == ["09:00", "09:20", "09:35"]
    assert planner.strip.end.text() == "fin 16:55"
    assert desk.atelier.library.all(PlannedStep) == ()


def test_typing_a_length_on_a_step_moves_everything_after_it(planner, press, desk, workshop):
    press(Key.Key_Down)
    press("45")
    assert planner.inline.open
    assert starts(planner)[1] == "09:45", "the day follows while one types"
    assert kept(desk, workshop)[0].minutes == 20, "and nothing is kept yet"
    press(Key.Key_Return)
    assert kept(desk, workshop)[0].minutes == 45
    assert starts(planner)[1] == "09:45"
    desk.history.undo()
    assert starts(planner)[1] == "09:20"
    assert kept(desk, workshop)[0].minutes == 20


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("1h30", 90), ("1:30", 90), ("90m", 90), ("x30s", 6), ("x5m/groupe", 15), ("10+x30s", 16)],
)
def test_a_length_is_written_as_people_say_it(planner, press, typed, minutes):
    press(Key.Key_Down)
    press(typed)
    press(Key.Key_Return)
    assert planner.view.plan.rows[0].minutes == minutes
    assert not planner.inline.open


def test_what_is_no_length_is_said_in_place_and_esc_goes_back(planner, press, desk, heard):
    press(Key.Key_Down)
    press(Key.Key_F2)
    press("-20")
    press(Key.Key_Return)
    assert planner.inline.fault.isVisible()
    assert "négative" in planner.inline.fault.text()
    assert heard.told == [], "no dialog, no banner: the words stand under the field"
    press(Key.Key_Escape)
    assert not planner.inline.line.isVisible()
    assert planner.view.hasFocus()
    assert starts(planner)[1] == "09:20"
    assert not desk.history.canUndo()


def test_a_new_step_is_named_and_timed_without_leaving_the_keyboard(planner, press, desk, workshop):
    press(Key.Key_Down)
    press(Key.Key_Insert)
    press("Cercle de parole")
    press(Key.Key_Return)
    press("x30s")
    press(Key.Key_Return)
    assert titles(planner)[:2] == ["Accueil et cuisson lancée", "Cercle de parole"]
    step = kept(desk, workshop)[1]
    assert (step.title, step.per_person_seconds, step.minutes) == ("Cercle de parole", 30, 0)
    assert planner.view.hasFocus()
    assert planner.view.plan.rows[1].sum == "30 s × 12 ="


def test_a_pause_keeps_what_is_being_written_and_esc_takes_it_back(planner, press, desk, workshop):
    press(Key.Key_Down)
    press(Key.Key_Insert)
    press("Cercle de pa")
    assert planner.inline.pause.isActive()
    planner.inline.pause.timeout.emit()
    assert "Cercle de pa" in [step.title for step in kept(desk, workshop)], "a power cut now loses nothing"
    assert planner.inline.open
    press("role")
    planner.inline.pause.timeout.emit()
    assert "Cercle de parole" in [step.title for step in kept(desk, workshop)]
    press(Key.Key_Escape)
    assert not [step for step in kept(desk, workshop) if step.title.startswith("Cercle")]
    assert not planner.inline.open


def test_arrows_walk_down_the_lengths_like_a_sheet(planner, press, desk, workshop):
    press(Key.Key_Down)
    press("25")
    press(Key.Key_Down)
    press("10")
    press(Key.Key_Down)
    press(Key.Key_Escape)
    assert [step.minutes for step in kept(desk, workshop)[:2]] == [25, 10]


def test_steps_move_with_alt_and_arrows_and_come_back_with_undo(planner, press, desk):
    before = titles(planner)
    press(Key.Key_Down)
    press(Key.Key_Down, Mod.AltModifier, times=2)
    assert titles(planner)[:3] == [before[1], before[2], before[0]]
    assert planner.view.chosen_ids() == (planner.view.plan.rows[2].id,), "one stays on the step that moved"
    press(Key.Key_Up, Mod.AltModifier)
    assert titles(planner)[:3] == [before[1], before[0], before[2]]
    for _time in range(3):
        desk.history.undo()
    assert titles(planner) == before


def test_several_steps_are_chosen_moved_duplicated_and_removed_together(planner, press, desk, heard):
    before = titles(planner)
    press(Key.Key_Down)
    press(Key.Key_Down, Mod.ShiftModifier)
    assert len(planner.view.chosen_ids()) == 2
    press(Key.Key_D, Mod.ControlModifier)
    assert titles(planner)[:4] == [before[0], before[1], before[0], before[1]]
    assert len(planner.view.chosen_ids()) == 2, "the copies are chosen"
    press(Key.Key_Delete)
    assert titles(planner) == before
    assert heard.toasts == ["2 étapes retirées"]
    desk.history.undo()
    assert len(titles(planner)) == len(before) + 2


def test_steps_are_cut_and_pasted_elsewhere(planner, press):
    before = titles(planner)
    press(Key.Key_Down)
    press(Key.Key_X, Mod.ControlModifier)
    assert titles(planner) == before[1:]
    press(Key.Key_End)
    press(Key.Key_V, Mod.ControlModifier)
    assert titles(planner) == [*before[1:], before[0]]
    assert QApplication.clipboard().text() == f"20\t{before[0]}", "any other program gets words"


def test_lanes_are_opened_timed_together_walked_and_joined_again(planner, press, desk, workshop):
    press(Key.Key_Down, times=4)
    press(Key.Key_Down, Mod.ShiftModifier)
    press(Key.Key_L, Mod.ControlModifier)
    rows = planner.view.plan.rows
    (first, second) = [row for row in rows if row.step.fork]
    assert first.begins == second.begins
    longest = max(first.minutes, second.minutes)
    assert rows[5].begins == first.begins + longest, "everyone waits for the longer lane"
    areas = planner.view.arrangement.areas
    assert areas[3].top() == areas[4].top(), "lanes stand side by side"
    assert areas[3].right() < areas[4].left()
    planner.view.choose((first.id,))
    press(Key.Key_Right)
    assert planner.view.current_id() == second.id
    press(Key.Key_Down)
    assert planner.view.current_id() == rows[5].id
    press(Key.Key_Up)
    assert planner.view.current_id() in {first.id, second.id}
    press(Key.Key_L, Mod.ControlModifier)
    assert len({row.step.lane for row in planner.view.plan.rows if row.step.fork}) == 3
    press(Key.Key_L, Mod.ControlModifier | Mod.ShiftModifier)
    assert not any(step.fork for step in kept(desk, workshop))


def test_a_start_is_held_and_what_cannot_be_is_said_in_place(planner, press, desk):
    press(Key.Key_Down, times=3)
    press(Key.Key_B, Mod.ControlModifier)
    row = planner.view.plan.rows[2]
    assert row.step.starts_at == time(9, 35)
    planner.view.choose((planner.view.plan.rows[0].id,))
    press("60")
    press(Key.Key_Return)
    assert planner.strip.faults.isVisible()
    assert planner.strip.faults.text() == "1 conflit"
    said = [piece.title for piece in planner.view.arrangement.pieces if piece.kind == "fault"]
    assert any("09:35" in words for words in said), said
    planner.strip.faults.click()
    assert any(fault.blocks for fault in planner.view.plan.rows[planner.view.currentIndex().row()].faults)


def test_a_gap_before_a_held_start_is_shown(planner, press):
    press(Key.Key_Down, times=3)
    press(Key.Key_B, Mod.ControlModifier)
    planner.view.choose((planner.view.plan.rows[0].id,))
    press("10")
    press(Key.Key_Return)
    assert [p.title for p in planner.view.arrangement.pieces if p.kind == "gap"] == ["10 min libres"]


def test_a_step_is_sent_before_or_after_the_workshop_and_to_another_day(planner, press, desk, workshop):
    first = planner.view.plan.rows[0].step.title
    press(Key.Key_Down)
    planner.verbs.send(Zone.BEFORE)
    assert (kept(desk, workshop)[0].zone, titles(planner)[0], starts(planner)[0]) == (Zone.BEFORE, first, "")
    planner.verbs.send(Zone.AFTER)
    assert titles(planner)[-1] == first
    assert "zone" in {piece.kind for piece in planner.view.arrangement.pieces}
    planner.verbs.send(Zone.DAY)
    press(Key.Key_PageDown, Mod.AltModifier)
    assert kept(desk, workshop)[-1].day == 2
    assert [piece.title for piece in planner.view.arrangement.pieces if piece.kind == "day"] == [
        "Jour 1 · jeudi 12 mars",
        "Jour 2 · vendredi 13 mars",
    ]


def test_importance_and_form_of_several_steps_change_at_once(planner, press, desk, workshop):
    press(Key.Key_Down)
    press(Key.Key_Down, Mod.ShiftModifier)
    press(Key.Key_I, Mod.ControlModifier)
    assert len({step.importance for step in kept(desk, workshop)[:2]}) == 1
    planner.verbs.take_form(Form.PAIRS)
    assert {step.form for step in kept(desk, workshop)[:2]} == {Form.PAIRS}
    assert desk.history.count() == 2, "one change for each gesture"


def test_an_empty_plan_says_how_to_begin(dress, in_front, desk, press, atelier):
    dress()
    change = new_workshop(None, title="Journée portes ouvertes")
    atelier.keep(change)
    planner = open_planner(desk, change.after[-1], in_front)
    assert planner.sheet.empty.isVisible()
    planner.setFocus()
    press(Key.Key_Space)
    press("Accueil")
    press(Key.Key_Return)
    press("30")
    press(Key.Key_Return)
    assert planner.view.isVisible()
    assert [(row.step.title, row.minutes, row.start) for row in planner.view.plan.rows] == [
        ("Accueil", 30, "09:00")
    ]
    desk.history.undo()
    desk.history.undo()
    desk.history.undo()
    assert planner.sheet.empty.isVisible()


def test_the_day_at_true_height_has_the_same_steps_and_the_same_keys(planner, press):
    press(Key.Key_Down, times=2)
    chosen = planner.view.chosen_ids()
    press(Key.Key_H, Mod.ControlModifier)
    assert planner.view.to_scale
    assert planner.view.chosen_ids() == chosen
    areas, rows = planner.view.arrangement.areas, planner.view.plan.rows
    twice = next(n for n, row in enumerate(rows) if row.minutes == 40)
    single = next(n for n, row in enumerate(rows) if row.minutes == 20)
    assert areas[twice].height() == pytest.approx(2 * areas[single].height(), abs=4)
    press(Key.Key_Down)
    press(Key.Key_Down, Mod.AltModifier)
    assert planner.view.chosen_ids() == (planner.view.plan.rows[3].id,)
    press(Key.Key_H, Mod.ControlModifier)
    assert not planner.view.to_scale


def test_the_day_at_its_true_height_has_an_address(planner, workshop):
    for _time in range(2):
        planner.page.arrive(f"workshop/{workshop.id}/prepare/programme:hours")
        assert planner.view.to_scale
        assert planner.strip.hours.wide.isChecked()


def test_a_method_is_inserted_and_remembered(planner, press, qtbot, desk, workshop):
    press(Key.Key_Down)
    press(Key.Key_M, Mod.ControlModifier)
    chooser = next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, MethodChooser) and w.isVisible()
    )
    qtbot.waitUntil(lambda: chooser.protocol is not None)
    qtbot.keyClicks(chooser.shelf.filters.search, "monde")
    assert chooser.protocol is not None
    protocol = chooser.protocol
    chooser.steps.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.keyClick(chooser.shelf.filters.search, Key.Key_Return)
    made = [step for step in kept(desk, workshop) if step.source_id == protocol.id]
    assert [step.title for step in made] == [step.title for step in protocol.steps[1:]]
    assert {step.source_version for step in made} == {protocol.version}
    assert len(planner.view.chosen_ids()) == len(made)


def test_a_method_brings_what_it_needs_unless_one_says_no(planner, desk, workshop):
    planner.verbs.insert_protocol(WITH_ROPE, materials=False)
    assert desk.atelier.library.all(Supply) == ()
    planner.verbs.insert_protocol(WITH_ROPE)
    assert "corde de rônier" in {one.name for one in desk.atelier.library.all(Supply)}
    desk.history.undo()
    assert desk.atelier.library.all(Supply) == (), "steps and materials were one gesture"
    assert len([step for step in kept(desk, workshop) if step.source_id == WITH_ROPE.id]) == 1


def test_what_the_workshop_changed_is_proposed_to_its_protocol(planner, press, desk, workshop, heard):
    def offered() -> list:
        return [one for one in planner.commands() if one.title == "Proposer au protocole"]

    assert not offered(), "the workshop follows its protocol"
    assert not planner.side.propose.isVisible()
    press(Key.Key_Down)
    press("45")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    planner.look()
    assert planner.side.propose.isVisible()
    planner.side.propose.click()
    offered()[0].run()
    assert heard.went == [f"library/{workshop.protocol.id}/propose/{workshop.id}"] * 2
    desk.history.undo()
    planner.look()
    assert not offered()
    assert not planner.side.propose.isVisible()


def test_everything_is_in_the_palette(planner, press):
    without = {command.title for command in planner.commands()}
    assert "Insérer une méthode" in without
    press(Key.Key_Down)
    told = {command.title for command in planner.commands()}
    assert {
        "Mettre en parallèle",
        "Dupliquer",
        "Fixer ou libérer le début",
        "Et si… (tester un imprévu)",
    } <= told
    next(command for command in planner.commands() if command.title == "Dupliquer").run()
    assert titles(planner)[0] == titles(planner)[1]


def test_escape_goes_from_the_step_to_the_workshop(planner, press):
    press(Key.Key_Down)
    planner.look()
    assert planner.side.card.isVisible()
    press(Key.Key_Escape)
    assert not planner.side.card.isVisible()
    assert planner._facts.isVisible()


def test_enter_opens_the_fields_and_what_is_typed_there_is_kept(planner, press, desk, workshop):
    press(Key.Key_Down)
    press(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(" !")
    planner.leaving()
    assert kept(desk, workshop)[0].title.endswith(" !")
    assert kept(desk, workshop)[0].importance is Importance.ESSENTIAL


def test_what_comes_into_sight_is_drawn_in_both_views(planner, qtbot):
    """Scrolling must draw the plan anew: it stayed as it was but for the step one was on."""
    view = planner.view
    view.setFixedHeight(160)
    for to_scale in (False, True):
        view.set_to_scale(to_scale)
        view.verticalScrollBar().setValue(0)
        QApplication.processEvents()
        drawn = []
        view.draw = lambda painter, clip, drawn=drawn: drawn.append(clip)
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        QApplication.processEvents()
        del view.draw
        assert view.verticalOffset() > 0
        assert max(clip.bottom() for clip in drawn) >= view.verticalOffset() + view.viewport().height() - 1
