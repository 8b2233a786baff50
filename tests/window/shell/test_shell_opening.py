# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening a library: once, the one last asked for, and in words when its tables have to be made again."""

import threading
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from PySide6.QtWidgets import QLabel

from forgeatelier.atelier import Atelier
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store import rebuild
from forgeatelier.store.library import Library
from forgeatelier.window import awakening
from forgeatelier.window.awakening import Opening
from forgeatelier.window.choices import Choices
from forgeatelier.window.main_window import MainWindow
from window.shell.conftest import MORNING


def outdate(folder: Path) -> None:
    """As after the installation of a release that declares other fields."""
    writer = sqlite.connect(str(folder / "library.sqlite"))
    writer.execute("UPDATE meta SET value='ancienne forme' WHERE key='shape'")
    writer.commit()
    writer.close()


def shape_of(folder: Path) -> str:
    reader = sqlite.connect(str(folder / "library.sqlite"))
    shape = reader.execute("SELECT value FROM meta WHERE key='shape'").fetchone()[0]
    reader.close()
    return shape


@pytest.fixture
def unpainted(qapp, qtbot):
    """A window that has not yet been painted for the first time."""
    windows = []

    def make(folder: Path | None) -> MainWindow:
        choices = Choices(qapp)
        choices.dress()
        window = MainWindow(folder, choices, lambda: MORNING)
        windows.append(window)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


def test_a_library_asked_for_before_the_window_woke_is_opened_once(
    monkeypatch, unpainted, settle, sample: Path
) -> None:
    opened, open_ = [], Atelier.open

    def counted(folder: Path, *given) -> Atelier:
        opened.append(folder)
        return open_(folder, *given)

    monkeypatch.setattr(Atelier, "open", counted)
    window = unpainted(sample)
    window.open_folder(sample)
    window.wake()
    settle(window)
    assert opened == [sample]
    assert type(window.frame.page()).__name__ == "HomePage"
    assert window.awake.atelier.library.count(Workshop) == 2


def test_a_library_that_opens_just_as_another_is_asked_for_is_closed_again(
    unpainted, settle, sample: Path, tmp_path: Path
) -> None:
    window = unpainted(sample)
    window.wake()
    for thread in threading.enumerate():
        if thread.name == "awakening":
            thread.join()
    # It is open, and the window has not heard of it yet.
    window.open_folder(tmp_path / "Une autre", make=True)
    settle(window)
    assert window.awake.atelier.library.folder.name == "Une autre"
    assert not (sample / "library.open").exists()
    again = Library(sample, MORNING)
    assert again.recovery is None
    again.close()


def said(window: MainWindow) -> str:
    """What the strip at the bottom of the window says of long work; nothing when it is not there."""
    strip = window.frame.progress
    if strip.isHidden():
        return ""
    return " · ".join(label.text() for label in strip.findChildren(QLabel))


class Gate:
    """Holds the update at its third step until it may go on, or nobody wants it any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached, self.may_go = threading.Event(), threading.Event()
        told = Opening.progress

        def progress(opening: Opening, done: int, total: int, label: str = "") -> None:
            told(opening, done, total, label)
            if done == 3:
                self.reached.set()
                while opening.wanted and not self.may_go.wait(0.01):
                    pass
                told(opening, done, total, label)

        monkeypatch.setattr(Opening, "progress", progress)
        monkeypatch.setattr(rebuild, "_AT_ONCE", 1)
        monkeypatch.setattr(awakening, "_SHOWN_AFTER", 0)


def test_an_update_that_takes_long_is_told_in_words_until_the_library_is_open(
    qtbot, monkeypatch, open_window, settle, sample: Path
) -> None:
    outdate(sample)
    gate = Gate(monkeypatch)
    window = open_window(sample, settle=False)
    qtbot.waitUntil(lambda: "3 sur" in said(window), timeout=20_000)
    assert said(window).startswith("Mise à jour de la bibliothèque…")
    # Another theme in the meantime: the new frame says it too.
    window.rebuild()
    qtbot.waitUntil(lambda: "3 sur" in said(window), timeout=20_000)
    gate.may_go.set()
    settle(window)
    assert window.frame.progress.isHidden()
    assert window.awake.atelier.library.count(Workshop) == 2


def test_a_window_closed_during_an_update_leaves_the_library_as_it_was(
    qtbot, monkeypatch, open_window, sample: Path
) -> None:
    outdate(sample)
    gate = Gate(monkeypatch)
    window = open_window(sample, settle=False)
    qtbot.waitUntil(gate.reached.is_set, timeout=20_000)
    window.close()
    assert shape_of(sample) == "ancienne forme"
    again = Library(sample, MORNING)
    assert again.recovery is None
    again.close()
