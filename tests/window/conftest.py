# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Window tests run offscreen, dressed for the day."""

import gc
import itertools
import os
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from forgeatelier.window import theme

Dress = Callable[..., theme.Theme]
_TESTS = itertools.count(1)


def pytest_configure(config: pytest.Config) -> None:
    """The offscreen platform says that it ignores size hints; that is no fault of ours."""
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program, only the window's thread collects garbage: never a job, which would destroy parts of it."""
    gc.disable()
    yield
    gc.collect(2 if next(_TESTS) % 20 == 0 else 1)


@pytest.fixture
def in_front(qtbot) -> Callable[[QWidget], None]:
    """Show a widget and give its window the keyboard."""

    def bring(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return bring


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Dress]:
    """Wear a theme for one test, then the day again."""

    def wear(name: str = "day", scale: float = 1.0) -> theme.Theme:
        return theme.apply(qapp, theme.load(name), scale)

    wear()
    yield wear
    wear()
