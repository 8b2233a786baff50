# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole window on a library of its own, closed properly after each test."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication

from forgeatelier.actions.sample import build
from forgeatelier.actions.sample_dossier import forgo
from forgeatelier.window import theme
from forgeatelier.window.choices import Choices
from forgeatelier.window.main_window import MainWindow

MORNING = datetime.fromisoformat("2026-03-12T10:42:07+00:00")

Open = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def finished_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORGEATELIER_HOME", str(place))
        build(place / "Exemple", MORNING)
        # These windows show what waits before anything is published.
        forgo(place / "Exemple")
    return place / "Exemple"


@pytest.fixture
def sample(finished_sample: Path, tmp_path: Path) -> Path:
    copytree(finished_sample, tmp_path / "Exemple")
    return tmp_path / "Exemple"


@pytest.fixture
def open_window(qtbot, qapp: QApplication) -> Iterator[Open]:
    """Open the window on a folder and wait until the library is open, or said why not."""
    opened: list[MainWindow] = []

    def open_(folder: Path | None, page: str = "", *, settle: bool = True) -> MainWindow:
        choices = Choices(qapp)
        choices.dress()
        window = MainWindow(folder, choices, lambda: MORNING, page=page)
        opened.append(window)
        with qtbot.waitExposed(window):
            window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        if settle:
            qtbot.waitUntil(lambda: window.settled, timeout=20_000)
        return window

    yield open_
    for window in opened:
        window.close()
        window.deleteLater()
    theme.apply(qapp, theme.load("day"), 1.0)


@pytest.fixture
def settle(qtbot) -> Callable[[MainWindow], None]:
    """Wait until nothing is under way."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: window.settled, timeout=20_000)

    return wait
