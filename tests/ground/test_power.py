# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The battery of the laptop, as three systems tell it; silence is not a full battery."""

import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from forgeatelier.ground import power

PMSET = """Now drawing from 'Battery Power'
 -InternalBattery-0 (id=1234567)	67%; discharging; 3:45 remaining present: true
"""


def supply(folder: Path, name: str, **said: str) -> None:
    (folder / name).mkdir(parents=True)
    for file, text in said.items():
        (folder / name / file).write_text(f"{text}\n", encoding="ascii")


def test_a_laptop_says_its_per_cent(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", capacity="83")
    assert power.linux(tmp_path) == 83


def test_two_batteries_count_by_what_they_hold(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", energy_now="10000000", energy_full="20000000", capacity="50")
    supply(tmp_path, "BAT1", type="Battery", energy_now="60000000", energy_full="60000000", capacity="100")
    assert power.linux(tmp_path) == 88


def test_the_battery_of_a_mouse_is_not_that_of_the_laptop(tmp_path: Path) -> None:
    supply(tmp_path, "hidpp_battery_0", type="Battery", scope="Device", capacity="100")
    assert power.linux(tmp_path) is None


def test_a_worn_gauge_never_says_more_than_full(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", charge_now="5300", charge_full="5000")
    assert power.linux(tmp_path) == 100


@pytest.mark.parametrize("said", ["", "bientôt"], ids=["empty", "words"])
def test_what_is_no_number_is_not_known(tmp_path: Path, said: str) -> None:
    (tmp_path / "BAT0").mkdir()
    (tmp_path / "BAT0" / "type").write_text("Battery", encoding="ascii")
    (tmp_path / "BAT0" / "capacity").write_text(said, encoding="utf-8")
    assert power.linux(tmp_path) is None


def test_a_machine_without_that_folder_is_not_known(tmp_path: Path) -> None:
    assert power.linux(tmp_path / "nothing") is None


def test_what_pmset_says_is_read() -> None:
    assert power.read_pmset(PMSET) == 67
    assert power.read_pmset("Now drawing from 'AC Power'\n") is None


def test_a_system_that_refuses_does_not_stop_anyone(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_options: object) -> None:
        raise subprocess.TimeoutExpired("pmset", 3)

    monkeypatch.setattr(power.platform, "system", lambda: "Darwin")
    monkeypatch.setattr(power.subprocess, "run", refuse)
    assert power.battery() is None
    monkeypatch.setattr(power.platform, "system", lambda: "Plan 9")
    assert power.battery() is None


def test_windows_answers_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    level = 42

    def answer(status: Any) -> int:
        status._obj[2] = level
        return 1

    system = SimpleNamespace(kernel32=SimpleNamespace(GetSystemPowerStatus=answer))
    monkeypatch.setattr(power.ctypes, "windll", system, raising=False)
    monkeypatch.setattr(power.platform, "system", lambda: "Windows")
    assert power.battery() == 42
    level = 255
    assert power.battery() is None
