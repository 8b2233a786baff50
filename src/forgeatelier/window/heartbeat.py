# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sign of life beside the library while a workshop runs: after a cut it tells since when nothing was alive."""

import json
import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_LOG = logging.getLogger(__name__)
_NAME = "heartbeat.json"

EVERY_S = 5
"""How many seconds lie between two signs of life."""


@dataclass(frozen=True, slots=True)
class Beat:
    """Which workshop ran, and when (aware) the program was alive."""

    workshop_id: str
    moment: datetime


def last(folder: Path) -> Beat | None:
    """The last sign of life in the folder of a library; a torn file tells nothing."""
    try:
        said = json.loads((folder / _NAME).read_text(encoding="utf-8"))
        beat = Beat(str(said["workshop"]), datetime.fromisoformat(said["moment"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return beat if beat.moment.tzinfo is not None else None


def write(folder: Path, beat: Beat) -> None:
    """Write a sign of life; a disk that is full or gone is told elsewhere."""
    new = folder / f"{_NAME}.new"
    said = json.dumps({"workshop": beat.workshop_id, "moment": beat.moment.isoformat()})
    try:
        with new.open("w", encoding="utf-8") as file:
            file.write(said)
            file.flush()
            os.fsync(file.fileno())
        new.replace(folder / _NAME)
    except OSError:
        _LOG.info("the sign of life could not be written", exc_info=True)


def forget(folder: Path) -> None:
    """Nothing runs any more."""
    try:
        (folder / _NAME).unlink(missing_ok=True)
    except OSError:
        _LOG.info("the sign of life could not be removed", exc_info=True)
