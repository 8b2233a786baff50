# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The board: everything caught is sorted into families, tagged, merged and set aside without a mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from forgeatelier.actions.harvest import capture_note
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import Capture, CaptureState
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.board import Board

from .conftest import MORNING

Key = Qt.Key
Mod = Qt.KeyboardModifier
TEXTS = (
    "Le puits est à sec",
    "Le PUITS est a sec",
    "Il manque une scie",
    "Le vent gêne",
    "les puits sont loin",
)


@pytest.fixture
def caught(atelier, workshop) -> tuple[str, ...]:
    """Five notes during the second step, in the order in which they were said."""
    step = workshop.protocol.steps[1].id
    made = []
    for text in TEXTS:
        change = capture_note(workshop, text, MORNING, step_id=step)
        atelier.keep(change)
        made.append(change.after[0].id)
    return tuple(sorted(made))


@pytest.fixture
def board(dress, in_front, desk, workshop, caught) -> Board:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/harvest/board")
    page.resize(1294, 700)
    in_front(page)
    panel = page.panel("harvest").panel("board")
    assert isinstance(panel, Board)
    panel.table.view.setFocus()
    panel.table.choose(caught[0])
    panel.page = page
    return panel


@pytest.fixture
def press(board, qtbot):
    def send(key, modifier=Mod.NoModifier):
        qtbot.keyClick(board.table.view, key, modifier)

    return send


def answer(board, qtbot, text: str) -> None:
    assert board.ask.line.hasFocus(), "one can write at once"
    qtbot.keyClicks(board.ask.line, text)
    qtbot.keyClick(board.ask.line, Key.Key_Return)


def now(board, key: str) -> Capture:
    found = board.subject.capture(key)
    assert found is not None
    return found


def test_number_keys_make_families_name_them_in_place_and_go_on(board, press, qtbot, caught, desk):
    press(Key.Key_1)
    answer(board, qtbot, "Eau")
    assert now(board, caught[0]).cluster == "Eau"
    assert board.table.current().id == caught[1], "sorting goes on to what followed"
    press(Key.Key_1)
    press(Key.Key_2)
    answer(board, qtbot, "Outils")
    assert [now(board, key).cluster for key in caught] == ["Eau", "Eau", "Outils", "", ""]
    press(Key.Key_Eacute)
    assert now(board, caught[3]).cluster == "Outils", "2 without Shift on a French keyboard"
    for _time in range(4):
        desk.history.undo()
    assert {now(board, key).cluster for key in caught} == {""}


def test_a_family_left_without_a_name_is_not_made(board, press, qtbot, caught, desk):
    press(Key.Key_1)
    qtbot.keyClick(board.ask.line, Key.Key_Escape)
    assert now(board, caught[0]).cluster == ""
    assert board.table.view.hasFocus()
    assert not board.ask.isVisible()


def test_zero_takes_out_of_a_family_and_f2_names_it_anew_everywhere(board, press, qtbot, caught):
    press(Key.Key_A, Mod.ControlModifier)
    press(Key.Key_1)
    answer(board, qtbot, "Eau")
    assert {now(board, key).cluster for key in caught} == {"Eau"}
    board.table.choose(caught[4])
    press(Key.Key_0)
    assert now(board, caught[4]).cluster == ""
    board.table.choose(caught[0])
    press(Key.Key_F2)
    board.ask.line.clear()
    answer(board, qtbot, "Eau du puits")
    assert [now(board, key).cluster for key in caught] == ["Eau du puits"] * 4 + [""]
    assert board.families.names == ("Eau du puits",)


def test_several_are_chosen_with_shift_and_tagged_at_once(board, press, qtbot, caught, desk):
    press(Key.Key_Down, Mod.ShiftModifier)
    press(Key.Key_T)
    answer(board, qtbot, "eau, urgent")
    assert [now(board, key).tags for key in caught[:3]] == [("eau", "urgent"), ("eau", "urgent"), ()]
    press(Key.Key_T)
    answer(board, qtbot, "-urgent")
    assert now(board, caught[0]).tags == ("eau",)
    desk.history.undo()
    assert now(board, caught[0]).tags == ("eau", "urgent")


def test_near_duplicates_are_shown_alone_merged_by_hand_and_come_apart(board, press, caught, desk, heard):
    press(Key.Key_D)
    assert board.near.isVisible()
    assert board.table.proxy.rowCount() == 2
    assert set(board.chosen()) == set(caught[:2])
    press(Key.Key_M)
    assert (now(board, caught[1]).same_as, now(board, caught[1]).state) == (caught[0], CaptureState.HIDDEN)
    assert not board.near.isVisible()
    assert heard.toasts[-1] == "Plus de doublon."
    assert board.table.model.rowCount() == 4
    assert "(+1)" in board.table.model.columns[1].text(now(board, caught[0]))
    desk.history.undo()
    assert now(board, caught[1]).same_as == ""
    desk.history.redo()
    board.table.choose(caught[0])
    press(Key.Key_S)
    assert now(board, caught[1]).same_as == ""
    assert board.table.model.rowCount() == 5


def test_leaving_the_near_duplicates_shows_everything_and_merges_nothing(board, press, caught, desk):
    press(Key.Key_D)
    press(Key.Key_Escape)
    assert board.table.proxy.rowCount() == 5
    assert all(not one.same_as for one in desk.atelier.library.all(Capture))


def test_one_card_alone_is_not_merged_and_says_so(board, press, heard):
    press(Key.Key_M)
    assert heard.told[-1].what == "Il n’y a qu’une prise choisie."


def test_what_is_set_aside_leaves_the_board_and_the_filter_brings_it_back(board, press, caught):
    press(Key.Key_X)
    assert now(board, caught[0]).state is CaptureState.DISCARDED
    assert board.table.model.rowCount() == 4
    press(Key.Key_R)
    assert now(board, caught[1]).state is CaptureState.RETAINED, "what followed took its place"
    board.states.choose("gone")
    board.states.chosen.emit("gone")
    assert [one.id for one in board.table.model.rows()] == [caught[0]]


def test_steps_stand_at_the_left_with_their_counts_and_arrows_go_there_and_back(board, press, qtbot):
    assert board.pane.isVisible()
    assert board.pane.item(0).text() == "Toutes les étapes (5)"
    assert board.pane.item(3).text().endswith("(5)")
    assert "5 sans famille" not in board.pane.item(2).text()
    press(Key.Key_Left)
    assert board.pane.hasFocus()
    for _time in range(2):
        qtbot.keyClick(board.pane, Key.Key_Down)
    assert board.table.model.rowCount() == 0, "nothing was caught during the first step"
    qtbot.keyClick(board.pane, Key.Key_Down)
    qtbot.keyClick(board.pane, Key.Key_Right)
    assert board.table.view.hasFocus()
    assert board.table.model.rowCount() == 5


def test_families_and_key_words_filter_the_other_tabs_too(board, press, qtbot, caught):
    press(Key.Key_1)
    answer(board, qtbot, "Eau")
    press(Key.Key_T)
    answer(board, qtbot, "urgent")
    board.page.arrive(f"workshop/{board.subject.id}/harvest/notes")
    notes = board.page.panel("harvest").panel("notes")
    shown = [notes.marks.itemText(place) for place in range(notes.marks.count())]
    assert shown == ["Familles et mots-clés", "Famille Eau", "#urgent"]
    notes.marks.setCurrentIndex(1)
    notes.marks.chosen.emit(notes.marks.value())
    assert [one.id for one in notes.table.model.rows()] == [caught[0]]
    notes.marks.setCurrentIndex(2)
    notes.marks.chosen.emit(notes.marks.value())
    assert [one.id for one in notes.table.model.rows()] == [caught[1]]


def test_a_key_on_a_thousand_captures_changes_one_row_only(board, press, desk, workshop, qtbot, caught):
    step = workshop.protocol.steps[1].id
    many = tuple(
        Capture(workshop_id=workshop.id, step_id=step, text=f"Note {n}", cluster="Eau") for n in range(1000)
    )
    desk.keep(Change("Beaucoup", after=many))
    board.table.choose(many[0].id)
    resets, rows = [], []
    board.table.model.modelReset.connect(lambda: resets.append(1))
    board.table.model.dataChanged.connect(
        lambda first, last, roles: rows.append(last.row() - first.row() + 1)
    )
    press(Key.Key_R)
    assert board.subject.capture(many[0].id).state is CaptureState.RETAINED
    assert (resets, rows) == ([], [1])


def test_family_and_key_words_are_written_at_the_right_as_well(board, desk, caught, qtbot):
    board.look()
    words = board.card.form.editor("tags")
    words.setFocus()
    qtbot.keyClicks(words, "eau, #bois")
    board.leaving()
    assert now(board, caught[0]).tags == ("eau", "bois")
    desk.keep(Change("Ailleurs", (now(board, caught[0]),), (replace(now(board, caught[0]), tags=("vent",)),)))
    qtbot.waitUntil(lambda: words.text() == "vent")
