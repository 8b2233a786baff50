# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands as a person types them: what they answer, what they say aside, how they end."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from forgeatelier.actions.sample import build
from forgeatelier.cli import main

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """`code` is the exit code, `out` the answer, `err` what was said aside; French firm spaces read as plain ones."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def command(*words: object) -> Said:
        capfd.readouterr()
        code = main([str(word) for word in words])
        found = capfd.readouterr()
        return Said(code, found.out.replace("\u00a0", " "), found.err.replace("\u00a0", " "))

    return command


@pytest.fixture(scope="session")
def sample_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exemple") / "bibliotheque"
    build(folder, NOW)
    return folder


@pytest.fixture
def sample(sample_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample library, named by the variable as a facilitator's is."""
    folder = tmp_path / "exemple"
    shutil.copytree(sample_once, folder)
    monkeypatch.setenv("FORGEATELIER_LIBRARY", str(folder))
    return folder


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "four.jpg"
    Image.effect_noise((320, 240), 60).convert("RGB").save(file)
    return file


@pytest.fixture
def people_list(tmp_path: Path) -> Path:
    file = tmp_path / "presents.csv"
    file.write_text(
        "Nom;Prénom;Sexe;Âge\nDIOMBÉRA;Awa;F;31 ans\nFALDOUMA;Issa;Homme;15-17\n", encoding="utf-8"
    )
    return file
