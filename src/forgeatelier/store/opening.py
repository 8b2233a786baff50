# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens before a library can be used: make it, migrate it, check it after a cut, know who writes."""

import contextlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.store import identity, trouble
from forgeatelier.store.backup import back_up
from forgeatelier.store.engine import APPLICATION_ID, quick_check
from forgeatelier.store.migrations.run import migrate
from forgeatelier.store.rebuild import rebuild
from forgeatelier.store.tables import shape

_MARK = "library.open"


@dataclass(frozen=True, slots=True)
class Recovery:
    """The program had not closed the library: `last_write` is the moment of the last entry kept (ISO, UTC)."""

    last_write: str
    writes: int


def empty_folder(folder: Path) -> None:
    """Make the folder of a new library. Raises AtelierError when something is already there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AtelierError(
            _("Le dossier « {folder} » n’est pas vide.").format(folder=folder),
            _("Choisir un dossier vide ou un nouveau nom : rien n’a été modifié."),
        )
    with trouble.told_in_words():
        for name in ("", "media", "backups", "protocols", "exports"):
            (folder / name).mkdir(parents=True, exist_ok=True)


def was_cut(folder: Path) -> bool:
    """Whether the library was not closed the last time."""
    return (folder / _MARK).exists()


def mark_open(folder: Path) -> None:
    """Note that the library is open; the note is taken away when it is closed properly."""
    with trouble.told_in_words():
        (folder / _MARK).write_text(str(os.getpid()), encoding="ascii")


def mark_closed(folder: Path) -> None:
    """Take the note away."""
    with contextlib.suppress(OSError):
        (folder / _MARK).unlink(missing_ok=True)


def sound_after_cut(folder: Path) -> None:
    """Check the database of a library that was not closed. Raises AtelierError when it is damaged."""
    if not quick_check(folder / "library.sqlite"):
        raise trouble.damaged()


def prepare(connection: Any, folder: Path, now: datetime) -> None:
    """Bring journal and projection to the present shape."""
    if migrate(connection, lambda: back_up(folder, now, "migration")):
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}").close()
    known = connection.execute("SELECT value FROM meta WHERE key='shape'").fetchone()
    if known is None or known[0] != shape():
        remake(connection)


def remake(connection: Any) -> int:
    """Rebuild the projection in one transaction and note its shape; returns how many entities it holds."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        count = rebuild(connection.execute)
        put(connection, "shape", shape())
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    return count


def get(connection: Any, key: str) -> str:
    """One of the library's own notes, or empty."""
    found = connection.execute("SELECT value FROM meta WHERE key=?", (key,)).fetchone()
    return str(found[0]) if found else ""


def put(connection: Any, key: str, value: str) -> None:
    """Keep one of the library's own notes."""
    connection.execute(
        "INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
        (key, value),
    )


def writer(connection: Any, library_id: str) -> tuple[str, str]:
    """Who writes here: device and incarnation; a cloned or restored library begins a new incarnation."""
    device = get(connection, "device") or identity.fresh()
    incarnation = get(connection, "incarnation")
    if not incarnation or identity.remembered(library_id) != incarnation:
        incarnation = identity.fresh()
        connection.execute("BEGIN IMMEDIATE")
        put(connection, "device", device)
        put(connection, "incarnation", incarnation)
        connection.execute("COMMIT")
        identity.remember(library_id, incarnation)
    return device, incarnation


def last_lamport(connection: Any) -> int:
    """The highest number of the journal, from which the next one follows."""
    return int(
        connection.execute(
            "SELECT coalesce(max(lamport), 0) FROM (SELECT lamport FROM journal ORDER BY number DESC LIMIT 1000)"
        ).fetchone()[0]
    )
