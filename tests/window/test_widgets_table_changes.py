# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A table whose rows change one by one: the others, the filter and the order stay right."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from forgeatelier.window.widgets import Column, DataTable


@dataclass(frozen=True)
class Row:
    id: str
    name: str


@pytest.fixture
def table(dress, in_front):
    dress()
    made = DataTable((Column("Nom", lambda one: one.name),), filter_stays=True)
    in_front(made)
    return made


def shown(table):
    return [table.proxy.index(place, 0).data() for place in range(table.proxy.rowCount())]


def test_one_row_changes_its_place_and_what_finds_it(table):
    table.show_rows([Row("a", "Awa"), Row("b", "Boubacar"), Row("c", "Coumba")])
    assert table.put([Row("a", "Zeynabou")])
    assert shown(table) == ["Boubacar", "Coumba", "Zeynabou"]
    table.search.setText("zey")
    assert shown(table) == ["Zeynabou"]
    table.search.setText("awa")
    assert shown(table) == []
    assert not table.put([Row("x", "Nouvelle")]), "someone new makes a new table"


def test_other_columns_are_sorted_and_filtered_by_what_they_say(table):
    table.show_rows([Row("a", "Awa"), Row("b", "Boubacar")])
    table.set_columns((Column("Envers", lambda one: one.name[::-1]),))
    assert shown(table) == ["awA", "racabuoB"]
    table.search.setText("rac")
    assert shown(table) == ["racabuoB"]


def test_one_can_write_before_there_is_any_row(table, qtbot):
    assert table.search.isVisible()
    table.show_rows([])
    qtbot.keyClicks(table.search, "Awa")
    assert table.search.text() == "Awa"


def test_choosing_a_row_while_shift_is_held_chooses_only_that_one(table, qtbot):
    table.show_rows([Row("a", "Awa"), Row("b", "Boubacar"), Row("c", "Coumba")])
    table.choose("a")
    qtbot.keyPress(table.search, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    table.choose("c")
    qtbot.keyRelease(table.search, Qt.Key.Key_Shift)
    assert table.chosen_values() == (Row("c", "Coumba"),)
