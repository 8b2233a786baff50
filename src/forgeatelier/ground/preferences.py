# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person prefers on this computer: one frozen value, kept as YAML."""

from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from forgeatelier.ground import places


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language, looks and the library last opened; unknown keys of a newer release are ignored.

    `live_keys` gives verbs of the console other keys (« pause: Ctrl+Space »; an empty one switches its key off).
    """

    language: str = ""
    theme: str = "day"
    text_scale: int = 100
    library: str = ""
    low_power: bool = False
    page: str = "home"
    live_keys: dict[str, str] = field(default_factory=dict)


def _file() -> Path:
    return places.config_folder() / "preferences.yaml"


def load() -> Preferences:
    """The preferences as last kept; a damaged or missing file means the usual ones."""
    import yaml

    try:
        said = yaml.safe_load(_file().read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return Preferences()
    if not isinstance(said, dict):
        return Preferences()
    usual = Preferences()
    known = {
        f.name: said[f.name]
        for f in fields(Preferences)
        if f.name in said and type(said[f.name]) is type(getattr(usual, f.name))
    }
    return Preferences(**known)


def keep(preferences: Preferences) -> None:
    """Write the preferences; a folder that cannot be written is not worth interrupting anyone for."""
    import yaml

    file = _file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.write_text(yaml.safe_dump(asdict(preferences), allow_unicode=True), encoding="utf-8")
        new.replace(file)
    except OSError:
        return
