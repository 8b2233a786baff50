# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A fresh world for every test: its own folders, its own library, a clock that stands still."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forgeatelier.ground import words
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_world(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("FORGEATELIER_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.delenv("FORGEATELIER_LIBRARY", raising=False)
    words.use("fr")
    yield
    words.use("fr")


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.create(tmp_path / "bibliotheque", NOW)
    yield opened
    opened.close()
