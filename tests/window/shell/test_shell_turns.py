# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is built in steps leaves the window its turn between them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from forgeatelier.window import app
from forgeatelier.window.first_face import FaceWindow, recall
from forgeatelier.window.main_window import MainWindow
from forgeatelier.window.turns import Steps, Turns, at_once


class Someone(QObject):
    """Presses a key while something is built."""

    pressed = Signal(str)


def building(someone: Someone, heard: list[str]) -> Steps[str]:
    for stone in ("floor", "wall", "roof"):
        heard.append(stone)
        someone.pressed.emit(f"key during {stone}")
        yield
    return "house"


def test_a_key_pressed_during_a_step_is_heard_before_the_next(qtbot, qapp: QApplication) -> None:
    heard: list[str] = []
    someone = Someone()
    someone.pressed.connect(heard.append, Qt.ConnectionType.QueuedConnection)
    turns = Turns(building(someone, heard), heard.append, someone)
    assert heard == []
    qtbot.waitUntil(lambda: "house" in heard)
    assert heard == [
        "floor",
        "key during floor",
        "wall",
        "key during wall",
        "roof",
        "key during roof",
        "house",
    ]
    turns.stop()


def test_what_is_built_at_once_is_the_same() -> None:
    heard: list[str] = []
    assert at_once(building(Someone(), heard)) == "house"
    assert heard == ["floor", "wall", "roof"]


def test_a_step_that_fails_is_said_and_not_tried_again(qtbot, qapp: QApplication) -> None:
    tried, built, owner = [], [], QObject()

    def falling() -> Steps[str]:
        tried.append("wall")
        raise RuntimeError("the wall fell")
        yield

    with qtbot.captureExceptions() as said:
        turns = Turns(falling(), built.append, owner)
        qtbot.waitUntil(lambda: said != [])
        for _turn in range(5):
            qapp.processEvents()
    assert (tried, built) == (["wall"], [])
    assert "the wall fell" in str(said[0][1])
    turns.stop()


def test_the_real_window_takes_the_place_of_its_face_with_what_was_typed(
    qtbot, qapp: QApplication, open_window, settle, sample: Path
) -> None:
    before = open_window(sample, "workshops")
    settle(before)
    before.close()
    face = recall(sample, "fr", "")
    assert face is not None
    made: list[MainWindow] = []

    def make() -> Steps[QWidget]:
        made.append((yield from app.make_window(qapp, sample, page="workshops")))
        return made[0]

    def typed(text: str) -> None:
        made[0].take_typed(text)

    window = FaceWindow(face, make, typed)
    qtbot.addWidget(window)
    window.show()
    qtbot.keyClicks(window, "kaolack")
    qtbot.waitUntil(lambda: made != [] and made[0].settled, timeout=20_000)
    assert made[0].frame.page().model.rowCount() == 1
    assert made[0].size() == window.size()
    window.close()
    assert made[0].awake is None


@pytest.mark.parametrize("at", ["floor", "roof"])
def test_a_window_closed_while_it_is_built_is_not_built_further(
    qtbot, qapp: QApplication, open_window, settle, sample: Path, at: str
) -> None:
    before = open_window(sample, "workshops")
    settle(before)
    before.close()
    face = recall(sample, "fr", "")
    assert face is not None
    heard: list[str] = []
    inside = QWidget()

    def make() -> Steps[QWidget]:
        for stone in ("floor", "wall", "roof"):
            heard.append(stone)
            if stone == at:
                window.close()
            yield
        return inside

    window = FaceWindow(face, make, heard.append)
    qtbot.addWidget(window)
    qtbot.addWidget(inside)
    window.show()
    qtbot.waitUntil(lambda: at in heard, timeout=20_000)
    for _turn in range(10):
        qapp.processEvents()
    assert heard[-1] == at
    assert inside.parent() is None
