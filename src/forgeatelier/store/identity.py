# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who writes: the device, and the incarnation that changes when a laptop is cloned or a backup restored."""

import json
import secrets
from pathlib import Path

from forgeatelier.ground import places


def fresh() -> str:
    """A random name for a device or an incarnation: 128 bits in hex."""
    return secrets.token_hex(16)


def _file() -> Path:
    return places.config_folder() / "incarnations.json"


def remembered(library_id: str) -> str:
    """The incarnation that this computer remembers for a library, or empty."""
    try:
        said = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ""
    found = said.get(library_id, "") if isinstance(said, dict) else ""
    return found if isinstance(found, str) else ""


def remember(library_id: str, incarnation: str) -> None:
    """Note on this computer which incarnation of the library is ours; failing to is harmless."""
    try:
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            said = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            said = {}
        new = file.with_suffix(".new")
        new.write_text(json.dumps({**said, library_id: incarnation}), encoding="utf-8")
        new.replace(file)
    except OSError:
        return
