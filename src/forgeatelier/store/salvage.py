# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When tables or index are damaged and the journal is whole: a new database is made from the journal alone."""

import contextlib
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.store.backup import put_in_place
from forgeatelier.store.engine import reading
from forgeatelier.store.rebuild import altered_writes
from forgeatelier.store.trouble import beyond_repair, told_in_words

_TRUTH = ("meta", "journal", "sealed")
_SHAPES = "SELECT sql FROM sqlite_master WHERE tbl_name IN ('meta', 'journal', 'sealed') AND sql IS NOT NULL"


def salvage(folder: Path, now: datetime) -> None:
    """Put a database made from the journal in the place of a damaged one, which is set aside in `backups`.

    The tables and the index are rebuilt when it is opened. Raises AtelierError when the journal itself is damaged;
    then nothing has changed. The library must be closed and locked by the caller.
    """
    new = folder / "library.sqlite.partial"
    try:
        with told_in_words():
            new.unlink(missing_ok=True)
            _copy_truth(folder / "library.sqlite", new)
            put_in_place(folder, new, now, "abimee")
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def _copy_truth(old: Path, new: Path) -> None:
    try:
        source = reading(old)
    except sqlite.DatabaseError as error:
        raise beyond_repair() from error
    try:
        if not _is_whole(source):
            raise beyond_repair()
        target = sqlite.connect(str(new), isolation_level=None)
        try:
            _copy(source, target)
        finally:
            target.close()
    finally:
        source.close()


def _is_whole(source: Any) -> bool:
    """Whether every page of the journal can be read and every write still has its hash."""
    try:
        sound = all(
            [row[0] for row in source.execute(f"PRAGMA quick_check({name})")] == ["ok"] for name in _TRUTH
        )
        return sound and not altered_writes(source.execute)
    except (sqlite.Error, ValueError, KeyError):
        return False


def _copy(source: Any, target: Any) -> None:
    target.execute("PRAGMA secure_delete=ON").close()
    target.execute("BEGIN IMMEDIATE")
    for (shape,) in source.execute(_SHAPES).fetchall():
        target.execute(shape)
    for name in _TRUTH:
        rows = source.execute(f"SELECT * FROM {name}")
        marks = ",".join("?" * len(rows.description))
        target.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
    target.execute("DELETE FROM meta WHERE key='shape'")
    for note in ("user_version", "application_id"):
        target.execute(f"PRAGMA {note}={source.execute(f'PRAGMA {note}').fetchone()[0]}")
    target.execute("COMMIT")
