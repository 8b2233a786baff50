# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day at the window: find, make, take back, switch, leave and come back."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from forgeatelier.actions.prepare import edit_workshop
from forgeatelier.actions.sample import FINISHED, UPCOMING
from forgeatelier.ground import words
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.backup import backups
from forgeatelier.store.library import Library
from forgeatelier.store.whereabouts import Whereabouts
from forgeatelier.window import theme
from window.shell.conftest import MORNING


def bring_forward(qtbot, window) -> None:
    """Keys reach the window that is in front."""
    with qtbot.waitActive(window):
        window.activateWindow()


def test_typing_a_few_letters_and_enter_opens_the_workshop(qtbot, open_window, sample: Path) -> None:
    window = open_window(sample, "workshops")
    page = window.frame.page()
    assert page.model.rowCount() == 2
    qtbot.keyClicks(page.search, "senegal fevrier kaolack")
    assert [page.model.line(at).id for at in range(page.model.rowCount())] == [FINISHED]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert window.address.startswith(f"workshop/{FINISHED}/")


def test_a_filter_that_fits_nothing_says_so_and_can_be_emptied(qtbot, open_window, sample: Path) -> None:
    page = open_window(sample, "workshops").frame.page()
    qtbot.keyClicks(page.search, "zanzibar")
    assert page.model.rowCount() == 0
    assert page.count.text() == "0 sur 2 ateliers"
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 2


def test_a_workshop_is_made_with_five_answers_taken_back_and_made_again(
    qtbot, open_window, settle, sample: Path
) -> None:
    window = open_window(sample)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(window)
    panel = window.frame.page()._panel
    qtbot.keyClicks(panel.methods.search, "brasero")
    qtbot.keyClick(panel.methods.search, Qt.Key.Key_Return)
    panel.day.setDate(panel.day.date().fromString("2026-04-02", "yyyy-MM-dd"))
    panel.people.setValue(24)
    panel.town.setText("Parakou")
    qtbot.keyClick(panel.town, Qt.Key.Key_Return)

    library = window.awake.atelier.library
    (made,) = [one for one in library.all(Workshop) if one.town == "Parakou"]
    assert made.protocol is not None
    assert (made.people_planned, str(made.starts_on)) == (24, "2026-04-02")
    assert window.address == f"workshop/{made.id}/prepare"
    assert window.frame.status._saved.text().startswith("Enregistré ")

    settle(window)
    bring_forward(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert library.get(Workshop, made.id) is None
    assert "Nouvel atelier" in window.awake.toasted
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    assert library.get(Workshop, made.id) == made


def test_inside_a_text_field_undo_takes_back_the_typing_only(qtbot, open_window, sample: Path) -> None:
    window = open_window(sample, "workshops")
    before = window.awake.history.index()
    search = window.frame.page().search
    qtbot.keyClicks(search, "four")
    qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() != "four"
    assert window.awake.history.index() == before


def test_without_answers_the_panel_says_what_is_missing(qtbot, open_window, settle, sample: Path) -> None:
    window = open_window(sample, "workshops/new")
    settle(window)
    panel = window.frame.page()._panel
    panel.make_workshop()
    assert "titre" in panel._method_field.error()
    assert len(window.awake.atelier.library.all(Workshop)) == 2


@pytest.mark.parametrize("what", ["language", "theme", "size"])
def test_words_and_looks_change_at_once_and_keep_what_was_typed(
    qtbot, open_window, settle, sample: Path, what: str
) -> None:
    window = open_window(sample, "workshops")
    qtbot.keyClicks(window.frame.page().search, "kaolack")
    change = {
        "language": window.choices.next_language,
        "theme": window.choices.next_theme,
        "size": window.choices.larger,
    }[what]
    change()
    settle(window)
    page = window.frame.page()
    assert (page.search.text(), page.model.rowCount(), window.address) == ("kaolack", 1, "workshops")
    assert (words.language(), theme.worn().name, theme.worn().text_scale) == {
        "language": ("en", "day", 1.0),
        "theme": ("fr", "night", 1.0),
        "size": ("fr", "day", 1.25),
    }[what]


def test_every_editor_of_a_page_keeps_its_value_in_another_language(
    open_window, settle, sample: Path
) -> None:
    window = open_window(sample, "workshops/new")
    settle(window)
    panel = window.frame.page()._panel
    panel.town.setText("Ségou")
    panel.people.setValue(17)
    panel.country.choose("ML")
    window.choices.next_language()
    settle(window)
    panel = window.frame.page()._panel
    assert (panel.town.text(), panel.people.value(), panel.country.value()) == ("Ségou", 17, "ML")


def test_the_window_comes_back_where_one_was(open_window, sample: Path) -> None:
    first = open_window(sample)
    first.resize(800, 520)
    first.go("people")
    first.close()
    again = open_window(sample)
    assert (again.address, again.height()) == ("people", 520)


def test_another_library_begins_at_home(open_window, sample: Path, tmp_path: Path) -> None:
    Library.create(tmp_path / "Autre", MORNING).close()
    first = open_window(sample)
    first.go("people")
    first.close()
    assert open_window(tmp_path / "Autre").address == "home"


def test_area_keys_lead_everywhere(qtbot, open_window, settle, sample: Path) -> None:
    window = open_window(sample)
    for key, place in (
        (Qt.Key.Key_T, "workshops"),
        (Qt.Key.Key_P, "people"),
        (Qt.Key.Key_G, "guides"),
        (Qt.Key.Key_C, "commons"),
        (Qt.Key.Key_E, "exchange"),
        (Qt.Key.Key_A, "home"),
    ):
        bring_forward(qtbot, window)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda place=place: window.address == place)
    bring_forward(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.address == "help")


def test_home_says_what_comes_next_and_what_waits(open_window, settle, sample: Path) -> None:
    window = open_window(sample, "home")
    settle(window)
    overview, tasks = window.frame.page()._shown
    assert overview.coming[0].id == UPCOMING
    assert [task.address.split("/")[-1] for task in tasks] == ["publish", "harvest", "exchange"]


def test_an_address_of_nothing_is_refused_in_words(open_window, sample: Path) -> None:
    window = open_window(sample)
    window.go("nowhere/at/all")
    assert window.frame.notices() == ("trouble",)
    assert window.address == "home"
    window.go("people")
    assert window.frame.notices() == ()


def test_after_a_cut_the_window_says_when_the_last_entry_was_written(open_window, sample: Path) -> None:
    (sample / "library.open").write_text("1234", encoding="ascii")
    window = open_window(sample)
    assert "recovery" in window.frame.notices()
    assert "Dernière écriture" in window.frame._notices["recovery"].accessibleName()


def test_copies_are_made_by_themselves_only_when_something_changed(open_window, settle, sample: Path) -> None:
    window = open_window(sample)
    window.awake.backups.make_if_changed()
    settle(window)
    assert len(backups(sample)) == 1
    window.awake.backups.make_if_changed()
    settle(window)
    assert len(backups(sample)) == 1
    workshop = window.awake.atelier.library.get(Workshop, UPCOMING)
    window.awake.desk.keep(edit_workshop(workshop, replace(workshop, venue="École du marché")))
    assert window.awake.backups._changed


def test_coming_back_to_a_copy_keeps_the_present_state_aside(open_window, settle, sample: Path) -> None:
    window = open_window(sample, "exchange")
    page = window.frame.page()
    page.back_up()
    settle(window)
    assert len(backups(sample)) == 1
    library = window.awake.atelier.library
    workshop = library.get(Workshop, UPCOMING)
    window.awake.desk.keep(Change("Supprimer", (workshop,)))
    page.table.show_rows(backups(sample))
    page.table.view.selectRow(0)
    page._come_back()
    settle(window)
    assert window.awake.atelier.library.get(Workshop, UPCOMING) is not None
    assert any("avant-retour" in one.file.name for one in backups(sample))


def test_what_was_said_in_a_workshop_is_found_from_anywhere(qtbot, open_window, settle, sample: Path) -> None:
    window = open_window(sample)
    window.awake.find()
    finder = window.awake.finder
    qtbot.keyClicks(finder.search, "reflecteur")
    qtbot.waitUntil(lambda: finder.shown() != ())
    qtbot.keyClick(finder.search, Qt.Key.Key_Return)
    assert window.address.startswith(f"workshop/{FINISHED}/")


def test_english_words_find_french_commands(qtbot, open_window, sample: Path) -> None:
    window = open_window(sample)
    window.awake.find()
    finder = window.awake.finder
    expected = {
        "dark": "Thème de nuit",
        "backup": "Sauvegarder maintenant",
        "shortcuts": "Aide\u00a0: raccourcis clavier",
    }
    for typed, title in expected.items():
        finder.search.setText(typed)
        assert title in finder.shown()


def test_a_person_found_by_name_is_shown_in_the_directory(open_window, settle, sample: Path) -> None:
    window = open_window(sample, "people")
    page = window.frame.page()
    page.table.search.setText("zabrela")
    assert page.table.proxy.rowCount() == 1
    line = page.table.proxy.index(0, 0).data()
    assert "Zabréla" in line
    assert not window.findChildren(QLineEdit, "never")


def test_columns_give_way_in_a_narrow_list_and_come_back(qtbot, open_window, sample: Path) -> None:
    window = open_window(sample, "workshops")
    table = window.frame.page().table
    window.resize(800, 520)
    qtbot.waitUntil(lambda: table.isColumnHidden(4))
    window.resize(1180, 700)
    qtbot.waitUntil(lambda: not table.isColumnHidden(4))
    assert not table.isColumnHidden(2)


def test_on_a_stick_the_list_is_read_through_the_library(
    monkeypatch, open_window, settle, sample: Path
) -> None:
    for place in ("store.library", "window.main_window"):
        monkeypatch.setattr(f"forgeatelier.{place}.whereabouts", lambda _folder: Whereabouts("removable"))
    window = open_window(sample, "workshops")
    settle(window)
    page = window.frame.page()
    assert "place" in window.frame.notices()
    library = window.awake.atelier.library
    workshop = library.get(Workshop, UPCOMING)
    window.awake.desk.keep(edit_workshop(workshop, replace(workshop, town="Sédhiou")))
    page.search.setText("sedhiou")
    assert [page.model.line(at).id for at in range(page.model.rowCount())] == [UPCOMING]
