# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a library holds, to tell whether trouble changed it; and whether what it holds is whole."""

from hashlib import sha256
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

_HABITS = {"incarnation", "device", "shape"}


def everything(folder: Path) -> dict[str, str]:
    """A digest of every table, and the name and digest of every media file."""
    reader = sqlite.connect(f"file:{folder / 'library.sqlite'}?mode=ro", uri=True)
    try:
        names = [
            name
            for (name,) in reader.execute("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")
            if not name.startswith(("found_words", "sqlite_"))
        ]
        held = {name: digest(reader, name) for name in names}
    finally:
        reader.close()
    for file in sorted(path for root in ("media", "originals") for path in (folder / root).rglob("*")):
        if file.is_file():
            held[str(file.relative_to(folder))] = sha256(file.read_bytes()).hexdigest()
    return held


def digest(reader: sqlite.Connection, name: str) -> str:
    rows = [row for row in reader.execute(f"SELECT * FROM {name}") if name != "meta" or row[0] not in _HABITS]
    return sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()
