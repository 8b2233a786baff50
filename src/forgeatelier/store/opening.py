# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens before a library can be used: make it, migrate it, check it after a cut, know who writes."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store import identity, trouble
from forgeatelier.store.backup import back_up
from forgeatelier.store.engine import APPLICATION_ID, quick_check
from forgeatelier.store.migrations.run import migrate
from forgeatelier.store.rebuild import rebuild
from forgeatelier.store.salvage import salvage
from forgeatelier.store.tables import shape

_MARK = "library.open"


@dataclass(frozen=True, slots=True)
class Recovery:
    """The program had not closed the library: `last_write` is the moment of the last entry kept (ISO, UTC).

    `swept` counts the files left by an import that was cut before it was kept; `remade` says that damaged tables were
    made again from the journal.
    """

    last_write: str
    writes: int
    swept: int = 0
    remade: bool = False

    @property
    def notice(self) -> str:
        """What people should know of it besides, in words; empty when there is nothing to know."""
        said = []
        if self.remade:
            said.append(
                _(
                    "Les tables étaient abîmées ; elles ont été refaites à partir du journal, où rien ne manque."
                )
            )
        if self.swept:
            said.append(_("Un ajout de fichiers a été coupé avant d’être gardé : l’ajouter de nouveau."))
        return " ".join(said)


def empty_folder(folder: Path) -> None:
    """Make the folder of a new library. Raises AtelierError when something is already there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise _not_empty(folder)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        # Whoever makes this one first has the folder: two programs never make one library.
        (folder / "media").mkdir()
    except FileExistsError as error:
        raise _not_empty(folder) from error
    for name in ("backups", "protocols", "exports"):
        (folder / name).mkdir()


def _not_empty(folder: Path) -> AtelierError:
    return AtelierError(
        _("Le dossier « {folder} » n’est pas vide.").format(folder=folder),
        _("Choisir un dossier vide ou un nouveau nom : rien n’a été modifié."),
    )


def clear(folder: Path) -> None:
    """Empty the folder of a library that could not be made, so that one may try again."""
    for path in folder.glob("*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


def expect_database(folder: Path) -> None:
    """Raise AtelierError when the database is gone or emptied, rather than begin an empty library in its place."""
    file, log = folder / "library.sqlite", folder / "library.sqlite-wal"
    with trouble.told_in_words():
        if (file.exists() and file.stat().st_size > 0) or (log.exists() and log.stat().st_size > 0):
            return
    raise trouble.Damaged(
        _("La base de cette bibliothèque, « library.sqlite », a disparu ou est vide."),
        _("Revenir à la dernière sauvegarde : « forgeatelier restore », ou Échanges › Sauvegardes."),
    )


def was_cut(folder: Path) -> float | None:
    """When the library was opened that was not closed, by the disk's clock; None when it was closed properly."""
    try:
        return (folder / _MARK).stat().st_mtime
    except FileNotFoundError:
        return None


def mark_open(folder: Path) -> None:
    """Note that the library is open; the note is taken away when it is closed properly."""
    with trouble.told_in_words():
        (folder / _MARK).write_text(str(os.getpid()), encoding="ascii")


def mark_closed(folder: Path) -> None:
    """Take the note away."""
    with contextlib.suppress(OSError):
        (folder / _MARK).unlink(missing_ok=True)


def sound_after_cut(folder: Path, now: datetime) -> bool:
    """Check the database of a library that was not closed; True when its tables have to be made again.

    Raises AtelierError when the journal itself is damaged.
    """
    if quick_check(folder / "library.sqlite"):
        return False
    salvage(folder, now)
    return True


def prepare(connection: Any, folder: Path, now: datetime, progress: Progress = silent) -> None:
    """Bring journal and projection to the present shape; `progress` hears of the projection being made again."""
    if migrate(connection, lambda: back_up(folder, now, "migration")):
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}").close()
    known = connection.execute("SELECT value FROM meta WHERE key='shape'").fetchone()
    if known is None or known[0] != shape():
        remake(connection, progress)


def remake(connection: Any, progress: Progress = silent) -> int:
    """Rebuild the projection in one transaction and note its shape; returns how many entities it holds."""
    with in_one(connection):
        count = rebuild(connection, progress)
        put(connection, "shape", shape())
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    return count


@contextlib.contextmanager
def in_one(connection: Any) -> Iterator[None]:
    """One transaction: all of it, or nothing; the trouble that ended it is what is told."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # On a full disk SQLite has already rolled back by itself, and complains when asked again.
        with contextlib.suppress(sqlite.Error):
            connection.execute("ROLLBACK")
        raise


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
        with in_one(connection):
            put(connection, "device", device)
            put(connection, "incarnation", incarnation)
        identity.remember(library_id, incarnation)
    return device, incarnation


def last_lamport(connection: Any) -> int:
    """The highest number of the journal, from which the next one follows."""
    return int(
        connection.execute(
            "SELECT coalesce(max(lamport), 0) FROM (SELECT lamport FROM journal ORDER BY number DESC LIMIT 1000)"
        ).fetchone()[0]
    )
