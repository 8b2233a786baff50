# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far the slow look at a library's media has come on this computer: it goes round and round by name.

It is kept beside the preferences and not in the journal: it speaks of this disk, not of the library.
"""

import json
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from forgeatelier.ground import places
from forgeatelier.store.engine import reading
from forgeatelier.store.scrubbing import all_files
from forgeatelier.store.trouble import told_in_words

_OWNERS = (
    "SELECT 'consent', id, proof FROM consent WHERE proof <> '' UNION ALL "
    "SELECT 'capture', id, original FROM capture WHERE original <> '' UNION ALL "
    "SELECT 'capture', id, media FROM capture WHERE media <> ''"
)
_BETWEEN_ROUNDS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Round:
    """`reached` is the last file looked at, `ended` when the last whole round was over, `damaged` hashes in trouble.

    Hashes are as good as random: going by name, a file is looked at again when all others have been.
    """

    reached: str = ""
    ended: str = ""
    damaged: tuple[str, ...] = ()


def owners(file: Path) -> dict[str, tuple[str, str]]:
    """The kind and id of what names each hash, read beside the writer. Raises AtelierError."""
    with told_in_words(), closing(reading(file)) as connection:
        return {sha256: (kind, entity_id) for kind, entity_id, sha256 in connection.execute(_OWNERS)}


def stretch(folder: Path, before: Round, now: datetime, budget: int) -> tuple[tuple[Path, ...], Round]:
    """The files to look at next, about `budget` bytes of them, and where the round stands after them.

    No files when a whole round ended less than a week ago.
    """
    if before.reached == "" and before.ended and now - datetime.fromisoformat(before.ended) < _BETWEEN_ROUNDS:
        return (), before
    chosen: list[Path] = []
    left = budget
    for path in all_files(folder):
        name = path.relative_to(folder).as_posix()
        if name <= before.reached:
            continue
        if left <= 0:
            return tuple(chosen), Round(chosen[-1].relative_to(folder).as_posix(), before.ended)
        chosen.append(path)
        left -= _size(path)
    return tuple(chosen), Round("", now.isoformat())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _file() -> Path:
    return places.config_folder() / "media-rounds.json"


def _all() -> dict[str, object]:
    try:
        said = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


def remembered(folder: Path) -> Round:
    """Where the round through this folder stands; a lost or damaged note begins a new one."""
    said = _all().get(str(folder.absolute()))
    try:
        found = Round(**{**said, "damaged": tuple(said["damaged"])}) if isinstance(said, dict) else Round()
        if found.ended and datetime.fromisoformat(found.ended).tzinfo is None:
            return Round()
        str.join("", (found.reached, *found.damaged))
    except (TypeError, KeyError, ValueError):
        return Round()
    return found


def remember(folder: Path, reached: Round) -> None:
    """Note where it stands; failing to is harmless: the same files are looked at again."""
    try:
        file = _file()
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.write_text(json.dumps({**_all(), str(folder.absolute()): asdict(reached)}), encoding="utf-8")
        new.replace(file)
    except OSError:
        return
