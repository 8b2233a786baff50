# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is being written and cannot be kept yet, on this computer: a power cut takes two seconds of it at most."""

from pathlib import Path

from forgeatelier.actions.compose import slug
from forgeatelier.ground import places


def file_of(name: str) -> Path:
    """Where the draft of a protocol lies (its id or its file name)."""
    safe = (
        "".join(letter for letter in name if letter.isalnum() or letter in "-_") or slug(name) or "protocole"
    )
    return places.config_folder() / "drafts" / f"{safe[:80]}.yaml"


def load(name: str) -> str:
    """The draft, empty when there is none."""
    try:
        return file_of(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def keep(name: str, text: str) -> bool:
    """Write the draft, whole or not at all; tells whether it could be written."""
    file = file_of(name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.write_text(text, encoding="utf-8")
        new.replace(file)
    except OSError:
        return False
    return True


def forget(name: str) -> None:
    """The draft is kept elsewhere now."""
    file_of(name).unlink(missing_ok=True)
