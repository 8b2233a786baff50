# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who tries the sample finds in it the dossier that its finished workshop published."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from forgeatelier.actions import sample_dossier
from forgeatelier.actions.sample import FINISHED
from forgeatelier.bundles.checking import check_bundle
from forgeatelier.cli import main
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.commons.sheet import Publication
from forgeatelier.store.library import Library
from window.shell.conftest import MORNING


def ledger(window) -> tuple[Publication, ...]:
    return window.awake.atelier.library.all(Publication, workshop_id=FINISHED)


def test_the_sample_of_the_welcome_page_opens_at_once_and_then_gets_its_dossier(
    qtbot, open_window, settle, tmp_path: Path, monkeypatch
) -> None:
    window = open_window(None)
    qtbot.waitUntil(lambda: window.painted)
    with qtbot.waitCallback() as awake:
        QTimer.singleShot(0, awake)
    monkeypatch.setattr(
        "forgeatelier.window.pages.welcome.page.usual_library", lambda: tmp_path / "ForgeAtelier"
    )
    window.frame.page().sample.pressed.emit()
    qtbot.waitUntil(lambda: window.awake is not None, timeout=60_000)
    # The library is open, the page can be used: the dossier is made beside it.
    assert ledger(window) == ()
    # Other words meanwhile: the work goes on, and is not begun a second time.
    window.choices.next_language()
    qtbot.waitUntil(lambda: len(ledger(window)) == 1, timeout=60_000)
    settle(window)
    (made,) = ledger(window)
    dossier = window.folder / sample_dossier.DOSSIERS / made.name
    assert check_bundle(dossier).ok
    assert dossier.name in window.awake.toasted
    assert not window.awake.history.canUndo()
    assert window.frame.notices() == ()
    assert len(list(dossier.parent.iterdir())) == 1
    assert not sample_dossier.is_due(window.folder)


def test_a_dossier_that_was_interrupted_is_made_at_the_next_opening(qtbot, open_window, sample: Path) -> None:
    sample_dossier.owe(sample)
    (sample / sample_dossier.DOSSIERS / "un-four.partial").mkdir()
    window = open_window(sample, "home", settle=False)
    qtbot.waitUntil(lambda: window.awake is not None and len(ledger(window)) == 1, timeout=60_000)
    assert not sample_dossier.is_due(sample)


def test_a_dossier_that_cannot_be_made_is_said_once_and_not_tried_again(
    qtbot, open_window, settle, sample: Path, monkeypatch
) -> None:
    def refuse(*_said: object) -> None:
        raise AtelierError("Le disque est plein.", "Faites de la place.")

    monkeypatch.setattr(sample_dossier, "publish_finished", refuse)
    sample_dossier.owe(sample)
    window = open_window(sample, "home")
    qtbot.waitUntil(lambda: window.frame.notices() == ("trouble",), timeout=20_000)
    assert not sample_dossier.is_due(sample)


def test_a_folder_of_ones_own_with_that_name_is_left_alone(open_window, settle, tmp_path: Path) -> None:
    Library.create(tmp_path / "Mienne", MORNING).close()
    mine = tmp_path / "Mienne" / sample_dossier.DOSSIERS
    mine.mkdir()
    window = open_window(tmp_path / "Mienne", "home")
    settle(window)
    assert window.frame.notices() == ()
    assert mine.is_dir()


def test_make_run_opens_the_window_on_a_sample_that_is_due_its_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("forgeatelier.window.app.run", lambda folder: opened.append(folder) or 0)
    assert main(["demo-or-window"]) == 0
    assert [folder.resolve() for folder in opened] == [tmp_path / "library"]
    assert sample_dossier.is_due(tmp_path / "library")
