# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one printed the last time on this computer: which sheets, and into which folder."""

import json
from dataclasses import dataclass
from pathlib import Path

from forgeatelier.actions.kit import usual_prints
from forgeatelier.exporting.kit.catalogue import USUAL, Sheet
from forgeatelier.ground import places


@dataclass(frozen=True, slots=True)
class Printing:
    """The sheets that are ticked, where the kit goes, and whether badges have a ring for the « no photo » sticker."""

    sheets: tuple[Sheet, ...]
    folder: Path
    photo_mark: bool = True


def _file() -> Path:
    return places.config_folder() / "prints.json"


def load() -> Printing:
    """What was last chosen; the usual kit and folder when nothing is remembered or the stick is gone."""
    try:
        said = json.loads(_file().read_text(encoding="utf-8"))
        sheets = tuple(Sheet(name) for name in said["sheets"] if name in set(Sheet))
        folder = Path(said["folder"])
        mark = bool(said.get("photo_mark", True))
    except (OSError, ValueError, TypeError, KeyError):
        return Printing(USUAL, usual_prints())
    return Printing(sheets or USUAL, folder if folder.is_dir() else usual_prints(), mark)


def keep(printing: Printing) -> None:
    """Write it down; a folder that cannot be written is not worth interrupting anyone for."""
    file = _file()
    said = {
        "sheets": [sheet.value for sheet in printing.sheets],
        "folder": str(printing.folder),
        "photo_mark": printing.photo_mark,
    }
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.write_text(json.dumps(said), encoding="utf-8")
        new.replace(file)
    except OSError:
        return
