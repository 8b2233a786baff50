# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window remembers of itself on this computer: its size and the place one was in."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from forgeatelier.ground import places


@dataclass(frozen=True, slots=True)
class Remembered:
    """`geometry` is Qt's own writing in base 64; `address` the page, `library` the folder it belongs to."""

    geometry: str = ""
    address: str = ""
    library: str = ""


def _file() -> Path:
    return places.config_folder() / "window.json"


def load() -> Remembered:
    """What was last kept; a damaged or missing file means nothing is remembered."""
    try:
        said = json.loads(_file().read_text(encoding="utf-8"))
        known = {
            name: said[name] for name in ("geometry", "address", "library") if isinstance(said.get(name), str)
        }
    except (OSError, ValueError, AttributeError):
        return Remembered()
    return Remembered(**known)


def keep(remembered: Remembered) -> None:
    """Write it down; a folder that cannot be written is not worth interrupting anyone for."""
    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.write_text(json.dumps(asdict(remembered)), encoding="utf-8")
        new.replace(file)
    except OSError:
        return
