# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window is shown as it was left before it is made again, with the list as it is now."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.ground import preferences
from forgeatelier.window import first_face
from forgeatelier.window.first_face import FaceWindow, recall
from forgeatelier.window.turns import Steps


def one_step(inside: QWidget) -> Callable[[], Steps[QWidget]]:
    def make() -> Steps[QWidget]:
        yield
        return inside

    return make


def left_at(open_window, settle, sample: Path, address: str) -> None:
    window = open_window(sample, address)
    settle(window)
    window.close()


def test_the_face_of_the_list_is_kept_when_the_window_closes(open_window, settle, sample: Path) -> None:
    left_at(open_window, settle, sample, "workshops")
    face = recall(sample, "fr", "")
    assert face is not None
    assert (face.address, face.library) == ("workshops", str(sample))
    assert recall(None, "fr", "workshops") == face


def test_a_face_that_no_longer_fits_is_not_shown(open_window, settle, sample: Path, tmp_path: Path) -> None:
    left_at(open_window, settle, sample, "workshops")
    assert recall(sample, "en", "") is None
    assert recall(tmp_path / "autre", "fr", "") is None
    assert recall(sample, "fr", "people") is None
    preferences.keep(preferences.Preferences(theme="night"))
    assert recall(sample, "fr", "") is None


def test_a_damaged_face_is_forgotten(open_window, settle, sample: Path) -> None:
    left_at(open_window, settle, sample, "workshops")
    first_face.files()[0].write_text("{", encoding="utf-8")
    assert recall(sample, "fr", "") is None


def test_no_title_no_town_and_no_person_is_in_what_is_kept(open_window, settle, sample: Path) -> None:
    left_at(open_window, settle, sample, "workshops")
    facts, picture = first_face.files()
    said = facts.read_text(encoding="utf-8")
    assert not any(words in said for words in ("Kaolack", "Sibassor", "four solaire"))
    x, y, wide, high = json.loads(said)["lines"]["area"]
    kept = QImage(str(picture))
    inside = {
        kept.pixel(x + 5 + at, y + down) for at in range(0, wide - 10, 3) for down in range(5, high - 10, 3)
    }
    assert len(inside) == 1


def test_a_page_about_people_is_kept_blank(open_window, settle, sample: Path) -> None:
    left_at(open_window, settle, sample, "people")
    _facts, picture = first_face.files()
    kept = QImage(str(picture))
    below = {
        kept.pixel(kept.width() // 2 + at, 200 + down) for at in range(0, 300, 5) for down in range(0, 200, 5)
    }
    assert len(below) == 1


def test_the_face_shows_the_list_of_now_and_gives_way_to_the_window(
    qtbot, qapp, open_window, settle, sample: Path
) -> None:
    left_at(open_window, settle, sample, "workshops")
    face = recall(sample, "fr", "")
    given: list[str] = []
    inside = QWidget()
    window = FaceWindow(face, one_step(inside), given.append)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.loaded, timeout=20_000):
        assert [row.town for row in window.rows] == ["Sibassor", "Kaolack"]
        for letter in ("k", "a", "o", ""):
            pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier, letter)
            window.keyPressEvent(pressed)
        window.show()
    qtbot.waitUntil(inside.isVisible)
    assert given == ["kao"]
    assert inside.parent() is window
    window.resize(820, 500)
    assert inside.size() == window.size()
