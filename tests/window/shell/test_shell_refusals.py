# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A library that does not open is said in a sentence with a way on; never a trace, never an empty window."""

import json
from pathlib import Path

from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.backup import back_up
from forgeatelier.store.library import Library
from window.shell.conftest import MORNING


def refusal(window):
    page = window.frame.page()
    assert type(page).__name__ == "RefusalPage"
    assert window.frame.rail.isHidden()
    return page


def test_without_any_library_one_is_welcomed_and_can_make_one(
    qtbot, open_window, settle, tmp_path: Path
) -> None:
    window = open_window(None)
    welcome = window.frame.page()
    assert type(welcome).__name__ == "WelcomePage"
    window.open_folder(tmp_path / "Ma bibliothèque", make=True)
    settle(window)
    assert window.awake.atelier.library.count(Workshop) == 0
    assert window.address == "home"


def test_the_sample_is_made_and_opened_from_the_welcome(open_window, settle) -> None:
    window = open_window(None)
    window.frame.page().sample.pressed.emit()
    settle(window)
    assert window.awake.atelier.library.count(Workshop) == 2


def test_a_missing_library_offers_to_make_one_there(qtbot, open_window, settle, tmp_path: Path) -> None:
    window = open_window(tmp_path / "absente")
    page = refusal(window)
    assert "n’est pas là" in page.what.text()
    page.buttons["make"].click()
    settle(window)
    assert window.awake is not None


def test_a_folder_that_holds_something_else_is_left_alone(open_window, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "vacances.txt").write_text("mer", encoding="utf-8")
    page = refusal(open_window(tmp_path / "photos"))
    assert "make" not in page.buttons
    assert [file.name for file in (tmp_path / "photos").iterdir()] == ["vacances.txt"]


def test_a_newer_library_is_not_touched(open_window, sample: Path) -> None:
    passport = sample / "library.json"
    said = json.loads(passport.read_text(encoding="utf-8"))
    passport.write_text(json.dumps({**said, "format_version": 99}), encoding="utf-8")
    page = refusal(open_window(sample))
    assert "plus récente" in page.what.text()
    assert "restore" not in page.buttons


def test_a_library_open_elsewhere_can_be_tried_again(open_window, settle, sample: Path) -> None:
    other = Library(sample, MORNING)
    window = open_window(sample)
    page = refusal(window)
    assert "déjà ouverte" in page.what.text()
    other.close()
    page.buttons["retry"].click()
    settle(window)
    assert window.awake is not None


def test_a_damaged_library_comes_back_from_its_newest_copy(open_window, settle, sample: Path) -> None:
    back_up(sample, MORNING)
    file = sample / "library.sqlite"
    whole = file.read_bytes()
    for tail in ("-wal", "-shm"):
        (sample / f"library.sqlite{tail}").unlink(missing_ok=True)
    file.write_bytes(whole[:4096] + b"\0" * (len(whole) - 4096))
    window = open_window(sample)
    page = refusal(window)
    page.buttons["restore"].click()
    settle(window)
    assert window.awake.atelier.library.count(Workshop) == 2


def test_a_file_that_is_no_database_is_said_to_be_damaged(open_window, sample: Path) -> None:
    for tail in ("-wal", "-shm"):
        (sample / f"library.sqlite{tail}").unlink(missing_ok=True)
    (sample / "library.sqlite").write_bytes(b"this is not a database at all" * 200)
    page = refusal(open_window(sample))
    assert "abîmée" in page.what.text()
    assert "restore" not in page.buttons
