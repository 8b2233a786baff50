# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample library, built once and copied for each story."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from forgeatelier.actions.sample import build
from forgeatelier.cli import main
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)


@pytest.fixture(scope="session")
def sample_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exemple") / "bibliotheque"
    build(folder, NOW)
    return folder


@pytest.fixture
def sample_folder(sample_once: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "exemple"
    shutil.copytree(sample_once, folder)
    return folder


@pytest.fixture
def sample(sample_folder: Path) -> Iterator[Library]:
    opened = Library(sample_folder, NOW)
    yield opened
    opened.close()


@pytest.fixture
def shared_data() -> Path:
    """Real photos and lists that stand beside the checkout and never enter it."""
    place = Path(__file__).resolve().parents[3] / "shared" / "data"
    if not place.is_dir():
        pytest.skip("the real photos and lists (../shared/data) are not on this machine")
    return place


@pytest.fixture
def says(capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """A command as a facilitator types it: how it ended and everything it said."""

    def command(*words: object) -> tuple[int, str]:
        capfd.readouterr()
        code = main([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, (out + err).replace("\u00a0", " ")

    return command


@pytest.fixture
def data(capfd: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """What a command answers a script that goes on whatever it says."""

    def command(*words: object) -> Any:
        capfd.readouterr()
        main([str(word) for word in words] + ["--json"])
        return json.loads(capfd.readouterr().out)

    return command
