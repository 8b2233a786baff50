# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the database file is opened: one SQLite, durable settings, explicit transactions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.store.whereabouts import Whereabouts

APPLICATION_ID = 0x464F5247  # "FORG"

# WAL with FULL lost no acknowledged commit in simulated power cuts; NORMAL lost up to five. On sticks and shared
# folders WAL's shared memory cannot be trusted, so the old journal with EXTRA takes its place. Not the exclusive
# locking mode: the library's own lock keeps other programs out, and our readers must still be let in.
_INTERNAL = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL")
_CARRIED = ("PRAGMA journal_mode=DELETE", "PRAGMA synchronous=EXTRA")
_ALWAYS = (
    "PRAGMA cipher_log_level=NONE",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA busy_timeout=2000",
    "PRAGMA cache_size=-16384",
)


def connect(file: Path, where: Whereabouts) -> Any:
    """A writing connection with explicit transactions and the settings this place can honour.

    Raises sqlcipher3.Error when the file cannot be opened; `trouble.told_in_words` says it to people.
    """
    connection = sqlite.connect(str(file), isolation_level=None, check_same_thread=False)
    try:
        for line in (*_ALWAYS, *(_INTERNAL if where.is_internal else _CARRIED)):
            connection.execute(line).close()
        connection.execute("PRAGMA foreign_keys=ON").close()
    except BaseException:
        connection.close()
        raise
    return connection


def reading(file: Path) -> Any:
    """A second connection that can only read; for searches and lists beside the writer."""
    connection = sqlite.connect(
        f"file:{_as_uri(file)}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        for line in (
            "PRAGMA cipher_log_level=NONE",
            "PRAGMA trusted_schema=OFF",
            "PRAGMA query_only=ON",
            "PRAGMA busy_timeout=2000",
            "PRAGMA cache_size=-65536",
            "PRAGMA mmap_size=268435456",
        ):
            connection.execute(line).close()
    except BaseException:
        connection.close()
        raise
    return connection


def _as_uri(file: Path) -> str:
    return file.absolute().as_uri().removeprefix("file://")


@contextmanager
def transaction(connection: Any) -> Iterator[Callable[..., Any]]:
    """Everything run inside is durable when this ends, or has not happened; gives the function that runs it.

    The transaction is said aloud: pysqlite's own idea of one lets CREATE TABLE and user_version survive a rollback.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection.execute
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite.Error):
            connection.execute("ROLLBACK")
        raise


def quick_check(file: Path) -> bool:
    """Whether SQLite finds the file sound."""
    try:
        connection = reading(file)
    except sqlite.Error:
        return False
    try:
        return [row[0] for row in connection.execute("PRAGMA quick_check(1)")] == ["ok"]
    except sqlite.Error:
        return False
    finally:
        connection.close()
