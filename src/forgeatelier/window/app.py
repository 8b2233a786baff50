# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the window: the first painting before anything heavy, then the library."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from forgeatelier.ground import words
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.places import usual_library
from forgeatelier.window.first_face import FaceWindow, recall
from forgeatelier.window.garbage import Collector

if TYPE_CHECKING:
    from forgeatelier.window.choices import Choices
    from forgeatelier.window.main_window import MainWindow
    from forgeatelier.window.turns import Steps


def run(folder: Path | None, *, page: str = "", sample: bool = False) -> int:
    """Open the window on a library and stay until it is closed; returns the program's exit code.

    Without `folder` it opens the library last used, or welcomes who has none; `sample` makes the sample
    library in `folder` first; `page` is an address such as `workshop/<id>/harvest`.
    """
    app = application()
    told = _Told()
    before, sys.excepthook = sys.excepthook, told.caught

    def make() -> "Steps[MainWindow]":
        told.window = yield from make_window(app, folder, page=page)
        return told.window

    def typed(text: str) -> None:
        if told.window is not None:
            told.window.take_typed(text)

    face = None if sample else recall(folder, words.language(), page)
    window: QWidget = FaceWindow(face, make, typed) if face is not None else _made(make())
    window.show()
    if sample and folder is not None and told.window is not None:
        told.window.open_folder(folder, sample=True)
    try:
        return app.exec()
    finally:
        # Once the window is gone a dialog would wait for ever behind a closed screen.
        sys.excepthook = before


def application() -> QApplication:
    """The one QApplication; Qt 6 is sharp on every screen by itself."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication([sys.argv[0] if sys.argv else "forgeatelier"])
    app.setApplicationName("ForgeAtelier")
    app.setDesktopFileName("forgeatelier")
    Collector(app).begin()
    return app


def make_window(app: QApplication, folder: Path | None, *, page: str = "") -> "Steps[MainWindow]":
    """Build the window in the words and looks a person chose, not shown yet."""
    from PySide6.QtGui import QIcon

    from forgeatelier.ground.shipped import UI
    from forgeatelier.window import fonts
    from forgeatelier.window.choices import Choices
    from forgeatelier.window.glimpse import local_now
    from forgeatelier.window.main_window import MainWindow

    app.setWindowIcon(QIcon(str(UI / "forgeatelier.svg")))
    choices = Choices(app)
    yield
    fonts.register()
    yield
    choices.dress()
    yield
    window = MainWindow(folder or _known_library(choices), choices, local_now, page=page, in_steps=True)
    yield from window.building()
    return window


def _made(steps: "Steps[MainWindow]") -> "MainWindow":
    from forgeatelier.window.turns import at_once

    return at_once(steps)


def _known_library(choices: "Choices") -> Path | None:
    """The library last opened, else the usual one; None when neither exists."""
    for known in (Path(choices.now.library) if choices.now.library else None, usual_library()):
        if known is not None and (known / "library.json").is_file():
            return known
    return None


class _Told:
    """The exception hook of the window: refusals are shown as sentences, bugs once in a dialog that can be copied."""

    def __init__(self) -> None:
        self.window: MainWindow | None = None
        self._last_resort: Callable[..., None] | None = None

    def caught(self, cls: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Say what happened; the trace goes to the log."""
        if isinstance(error, AtelierError) and self.window is not None:
            import logging

            logging.getLogger(__name__).warning("refused", exc_info=(cls, error, trace))
            self.window.tell(error)
            return
        if self._last_resort is None:
            from forgeatelier.window.trouble import LastResort

            self._last_resort = LastResort().caught
        self._last_resort(cls, error, trace)
