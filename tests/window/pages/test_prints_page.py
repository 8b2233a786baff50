# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing at the window: from the workshop to the folder of PDFs in three inputs, watched and stopped at will."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from forgeatelier.actions.kit import usual_prints
from forgeatelier.actions.prepare import edit_workshop
from forgeatelier.exporting.kit.catalogue import USUAL, Sheet
from forgeatelier.model.workshop.readiness import Readiness, ReadyMark
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.prints import Prints

SHORT = (Sheet.BALLOTS, Sheet.PACKING)


@pytest.fixture
def page(dress, in_front, desk, workshop) -> WorkshopPage:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/prepare/people")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def prints(page: WorkshopPage, desk, rest) -> Iterator[Prints]:
    page.panel("prepare").visit("prints")
    panel = page.panel("prepare").panel("prints")
    assert isinstance(panel, Prints)
    panel.pick = lambda _parent, _start: pytest.fail("nobody should be asked for a folder")
    panel.sheets.choose(SHORT)
    rest()
    press = panel._press
    yield panel
    desk.jobs.stop_all()
    press.close()


def key(widget, qtbot, *keys) -> None:
    for one in keys:
        qtbot.keyClick(widget, one)


def words(panel: Prints) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def test_from_the_workshop_to_the_folder_of_pdfs_in_three_inputs(page, desk, qtbot, rest, heard, workshop):
    opened: list[Path] = []
    tabs = page.panel("prepare")
    tabs.panel("prints").open_folder = opened.append
    tabs.open_tab("people")
    tabs.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    panel = tabs.panel("prints")
    assert tabs.tabs.current() == "prints"
    key(QApplication.focusWidget(), qtbot, Qt.Key.Key_Return)
    assert panel.line.busy
    assert not page.primary.isEnabled(), "one printing at a time"
    rest()
    made = panel.card.made
    assert made is not None
    assert made.path.parent == usual_prints()
    assert {one.sheet for one in (*made.sheets, *made.left_out)} == set(USUAL)
    key(QApplication.focusWidget(), qtbot, Qt.Key.Key_Space)
    assert opened == [made.path]
    assert heard.told == []
    (mark,) = desk.atelier.library.all(ReadyMark, workshop_id=workshop.id)
    assert (mark.check, mark.said) == ("printed", Readiness.TO_DO)
    panel._pause.stop()
    rest()
    panel.leaving()


def test_arrows_show_the_sheet_and_space_ticks_it(prints, qtbot, rest):
    prints.sheets.lines[Sheet.ORDER].check.setFocus()
    rest()
    qtbot.waitUntil(lambda: not prints._pause.isActive())
    rest()
    assert prints.pages.sheets.count() == 1, "the running order is one page"
    key(QApplication.focusWidget(), qtbot, Qt.Key.Key_Down)
    assert prints.sheets.current is Sheet.SIGN_IN
    key(QApplication.focusWidget(), qtbot, Qt.Key.Key_Space)
    assert prints.sheets.chosen() == (Sheet.SIGN_IN, *SHORT)
    assert "3 feuilles cochées, 1 porte des noms" in words(prints)
    qtbot.waitUntil(lambda: not prints._pause.isActive())
    rest()
    assert "Feuille d’émargement" in prints._state.text()


def test_what_was_ticked_and_where_it_went_is_remembered(prints, desk, workshop, tmp_path, qtbot, rest):
    out = tmp_path / "clef"
    out.mkdir()
    prints.pick = lambda _parent, _start: str(out)
    prints.change.click()
    prints.print_kit()
    rest()
    assert prints.card.made is not None
    assert prints.card.made.path.parent == out
    later = Prints(prints.subject)
    qtbot.addWidget(later)
    assert later.sheets.chosen() == SHORT
    assert str(out) in words(later)
    later.usual.click()
    assert later.sheets.chosen() == USUAL


def test_badges_without_the_ring_are_remembered_too(prints, qtbot, rest):
    assert prints.sheets.mark.isChecked()
    prints.sheets.mark.click()
    later = Prints(prints.subject)
    qtbot.addWidget(later)
    assert not later.sheets.mark.isChecked()
    assert later.sheets.chosen() == SHORT, "nothing else was forgotten"


def test_a_printing_that_is_stopped_leaves_nothing_and_says_so(prints, page, desk, rest, qtbot):
    prints.print_kit()
    qtbot.waitUntil(lambda: prints.line.job.done > 0, timeout=20_000)
    prints.line.job.cancel()
    rest()
    assert list(usual_prints().iterdir()) == []
    assert "rien n’a été gardé" in words(prints)
    assert page.primary.isEnabled()
    assert desk.atelier.library.all(ReadyMark) == ()


def test_nothing_ticked_cannot_be_printed(prints, page, rest):
    prints.sheets.choose(())
    assert not page.primary.isEnabled()
    prints.print_kit()
    assert not prints.line.busy


def test_undo_takes_the_mark_back_and_leaves_the_paper(prints, desk, rest):
    prints.print_kit()
    rest()
    assert len(desk.atelier.library.all(ReadyMark)) == 1
    desk.history.undo()
    assert desk.atelier.library.all(ReadyMark) == ()
    assert prints.card.made.path.is_dir()


def test_a_sheet_with_nothing_to_show_says_why(prints, rest, qtbot, desk, workshop):
    prints.visit("groups")
    qtbot.waitUntil(lambda: not prints._pause.isActive())
    rest()
    assert prints.pages.sheets.count() > 0
    desk.keep(edit_workshop(workshop, replace(workshop, team_size=100)))
    prints._pause.stop()
    prints._look()
    rest()
    assert "Il n’y a qu’un groupe" in prints._state.text()
