# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Matériel: the group grows, the list follows; what is got and packed is ticked from the keyboard."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forgeatelier.atelier import Atelier
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.workshop.materials import Materials
from forgeatelier.window.pages.workshop.materials.lines import Line
from forgeatelier.window.pages.workshop.subject import Subject


@pytest.fixture
def tab(qtbot, desk: Desk, workshop: Workshop) -> Materials:
    made = Materials(Subject(desk, workshop.id))
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    return made


def lines(tab: Materials) -> list[Line]:
    return [tab.table.model.value(row) for row in range(tab.table.model.rowCount())]


def now(atelier: Atelier, workshop: Workshop) -> Workshop:
    found = atelier.library.get(Workshop, workshop.id)
    assert found is not None
    return found


def supply(atelier: Atelier, name: str) -> Supply:
    return next(one for one in atelier.library.all(Supply) if one.name == name)


def test_another_number_is_tried_before_it_is_kept(
    qtbot, tab: Materials, atelier: Atelier, workshop: Workshop
) -> None:
    assert not any(line.changed for line in lines(tab))
    tab.head.people.setValue(24)
    changed = [line for line in lines(tab) if line.changed]
    assert changed
    assert "→" in changed[0].needed_words()
    assert now(atelier, workshop).people_planned == 12
    qtbot.mouseClick(tab.head.retain, Qt.MouseButton.LeftButton)
    assert now(atelier, workshop).people_planned == 24
    assert not any(line.changed for line in lines(tab))


def test_space_ticks_what_was_got_and_undo_unticks_it(
    qtbot, tab: Materials, atelier: Atelier, desk: Desk, workshop: Workshop
) -> None:
    tab.visit("to-get")
    before = len(lines(tab))
    tab.table.view.selectRow(0)
    name = tab.table.current().need.supply.name
    tab.table.view.setFocus()
    qtbot.keyClick(tab.table.view, Qt.Key.Key_Space)
    assert supply(atelier, name).bought
    assert len(lines(tab)) == before - 1
    desk.history.undo()
    assert not now(atelier, workshop).own_supplies
    assert len(lines(tab)) == before


def test_in_the_box_space_ticks_what_is_packed(qtbot, tab: Materials, atelier: Atelier) -> None:
    tab.visit("box")
    tab.table.view.selectRow(0)
    name = tab.table.current().need.supply.name
    tab.table.view.setFocus()
    qtbot.keyClick(tab.table.view, Qt.Key.Key_Space)
    assert supply(atelier, name).packed
    assert not supply(atelier, name).bought


def test_a_supply_is_added_by_its_name_and_enter(qtbot, tab: Materials, atelier: Atelier) -> None:
    qtbot.keyClicks(tab.name, "Tissu noir")
    qtbot.keyClick(tab.name, Qt.Key.Key_Return)
    assert supply(atelier, "Tissu noir")
    assert tab.name.text() == ""
    assert tab.table.current().need.supply.name == "Tissu noir"


def test_the_same_supply_twice_is_refused_and_stays_typed(qtbot, tab: Materials, heard) -> None:
    name = lines(tab)[0].need.supply.name
    qtbot.keyClicks(tab.name, name.upper())
    qtbot.keyClick(tab.name, Qt.Key.Key_Return)
    assert [error for error in heard.told if "déjà" in error.what]
    assert tab.name.text() == name.upper()


def test_renaming_a_supply_keeps_the_steps_that_need_it(
    qtbot, tab: Materials, atelier: Atelier, desk: Desk, workshop: Workshop
) -> None:
    used = next(line for line in lines(tab) if line.need.steps)
    steps = {step.step_id for step in used.need.steps}
    tab.table.choose(used.id)
    editor = tab.card.form.editor("name")
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Carton double")
    tab.leaving()
    renamed = next(line for line in lines(tab) if line.need.supply.name == "Carton double")
    assert {step.step_id for step in renamed.need.steps} == steps
    desk.history.undo()
    assert not atelier.library.all(PlannedStep)
    assert not now(atelier, workshop).own_steps
    assert used.need.supply.name in [line.need.supply.name for line in lines(tab)]


def test_an_amount_is_typed_with_a_comma_and_letters_cannot_be(
    qtbot, tab: Materials, atelier: Atelier
) -> None:
    tab.table.view.selectRow(0)
    name = tab.table.current().need.supply.name
    editor = tab.card.form.editor("per_person")
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "-2x,5")
    tab.leaving()
    assert supply(atelier, name).per_person == Decimal("2.5")


def test_what_steps_ask_for_and_nobody_listed_is_offered(
    qtbot, tab: Materials, atelier: Atelier, desk: Desk, workshop: Workshop, removed: Callable[[str], str]
) -> None:
    name = removed(next(line for line in lines(tab) if line.need.steps).id)
    assert tab.head.lacking.isVisible()
    qtbot.mouseClick(tab.head.lacking.button("add"), Qt.MouseButton.LeftButton)
    assert supply(atelier, name)
    assert not tab.head.lacking.isVisible()


@pytest.fixture
def removed(qtbot, tab: Materials) -> Callable[[str], str]:
    """Takes a line off the list from the keyboard, and says what it was called."""

    def take_off(supply_id: str) -> str:
        tab.table.choose(supply_id)
        name: str = tab.table.current().need.supply.name
        tab.table.view.setFocus()
        qtbot.keyClick(tab.table.view, Qt.Key.Key_Delete)
        return name

    return take_off
