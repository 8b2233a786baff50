# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window on the sample library, in any language, theme and size; `--screens` saves what it looks like."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import copytree

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication

from forgeatelier.actions.sample import build
from forgeatelier.actions.sample_dossier import forgo
from forgeatelier.ground import preferences, words
from forgeatelier.window import theme
from forgeatelier.window.choices import Choices
from forgeatelier.window.main_window import MainWindow

DOCS = Path(__file__).resolve().parents[2] / "docs" / "screens"
MORNING = datetime.fromisoformat("2026-03-12T10:42:07+00:00")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--screens", action="store_true", help="save a picture of every page under docs/screens/"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", "propagateSizeHints")


@dataclass(frozen=True)
class Look:
    """One way of seeing a page."""

    language: str
    theme: str
    width: int
    height: int
    percent: int

    @property
    def name(self) -> str:
        return f"{self.language}-{self.theme}-{self.width}x{self.height}-{self.percent}"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("screens")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORGEATELIER_HOME", str(place))
        build(place / "Exemple", MORNING)
        # These windows show what waits before anything is published.
        forgo(place / "Exemple")
    return place / "Exemple"


@pytest.fixture
def show(qtbot, qapp: QApplication, sample: Path, tmp_path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Open a window in a look, on a copy of the sample library or on any other folder."""
    opened: list[MainWindow] = []

    def open_(look: Look, page: str = "home", folder: Path | None = sample) -> MainWindow:
        words.use(look.language)
        kept = preferences.Preferences(theme=look.theme, text_scale=look.percent, language=look.language)
        preferences.keep(kept)
        if folder == sample:
            folder = tmp_path / "Exemple"
            copytree(sample, folder)
        choices = Choices(qapp)
        choices.dress()
        window = MainWindow(folder, choices, lambda: MORNING, page=page)
        opened.append(window)
        window.resize(look.width, look.height)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.folder is None or window.settled, timeout=20_000)
        return window

    yield open_
    for window in opened:
        window.close()
        window.deleteLater()
    theme.apply(qapp, theme.load("day"), 1.0)


@pytest.fixture
def save(request: pytest.FixtureRequest) -> Callable[[MainWindow, Look, str], None]:
    """Keep what the window looks like, when it was asked for."""

    def keep(window: MainWindow, look: Look, name: str) -> None:
        if request.config.getoption("--screens", default=False):
            folder = DOCS / look.name
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / f"{name}.png"
            window.grab().save(str(file))
            # 256 colours are enough to judge a page, and a quarter of the size.
            with Image.open(file) as picture:
                small = picture.convert("RGB").quantize(
                    256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
                )
            small.save(file, optimize=True)

    return keep
