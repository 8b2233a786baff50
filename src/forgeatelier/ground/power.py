# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How full the battery is, on the three systems; a machine that does not say is simply not known."""

import ctypes
import logging
import platform
import re
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_LOG = logging.getLogger(__name__)

SUPPLIES = Path("/sys/class/power_supply")
"""Where Linux tells of batteries, one folder each."""

_FULL = 100
_NOT_SAID = 255
"""What Windows answers when it does not know."""
_PATIENCE = 3.0
"""Seconds after which a command that should answer at once is left alone."""
_PER_CENT = re.compile(r"(\d{1,3})%")


def battery() -> int | None:
    """Per cent left, or None on a machine without battery or one that does not say. Never raises."""
    ask: dict[str, Callable[[], int | None]] = {"Linux": linux, "Windows": windows, "Darwin": mac}
    try:
        return ask.get(platform.system(), _nobody)()
    except Exception:
        _LOG.warning("the battery could not be read", exc_info=True)
        return None


def linux(supplies: Path = SUPPLIES) -> int | None:
    """The batteries of the computer together, by what each can hold; those of mice and headsets do not count."""
    try:
        folders = sorted(supplies.iterdir())
    except OSError:
        return None
    found = [level for folder in folders if (level := _level(folder)) is not None]
    whole = sum(full for _now, full in found)
    return _bounded(_FULL * sum(now for now, _full in found) / whole) if whole else None


def windows() -> int | None:
    """What GetSystemPowerStatus says."""
    system = getattr(ctypes, "windll", None)
    if system is None:
        return None
    # Three bytes in a row: on mains or not, flags, per cent; then one byte and two whole numbers.
    status = (ctypes.c_ubyte * 12)()
    if not system.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    return None if status[2] == _NOT_SAID else _bounded(status[2])


def mac() -> int | None:
    """What `pmset` says."""
    said = subprocess.run(
        ["/usr/bin/pmset", "-g", "batt"], capture_output=True, text=True, timeout=_PATIENCE, check=False
    )
    return read_pmset(said.stdout)


def read_pmset(said: str) -> int | None:
    """The per cent in what `pmset -g batt` answers; None when no battery is named."""
    match = _PER_CENT.search(said)
    return _bounded(int(match[1])) if match else None


def _nobody() -> int | None:
    return None


def _level(folder: Path) -> tuple[float, float] | None:
    """How much a battery holds now and when full."""
    if _word(folder / "type") != "Battery" or _word(folder / "scope") == "Device":
        return None
    for now, full in (("energy_now", "energy_full"), ("charge_now", "charge_full")):
        held, most = _number(folder / now), _number(folder / full)
        if held is not None and most:
            return held, most
    level = _number(folder / "capacity")
    # Without what it can hold, a battery counts like any other of this kind.
    return None if level is None else (level, _FULL)


def _number(file: Path) -> float | None:
    with suppress(ValueError):
        return float(_word(file))
    return None


def _word(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _bounded(level: float) -> int:
    return max(0, min(_FULL, round(level)))
