# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the steps a library still needs: a copy first, one transaction, and a check after."""

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.store import migrations

Step = Callable[[Any], None]


def version_of(connection: Any) -> int:
    """How many steps this library has been through."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def newer() -> AtelierError:
    """The library was written by a later release."""
    return AtelierError(
        _("Cette bibliothèque a été écrite par une version plus récente de ForgeAtelier."),
        _("Installer la version récente sur cet ordinateur ; rien n’a été modifié."),
    )


def migrate(
    connection: Any, copy_first: Callable[[], Path | None], steps: Sequence[Step] | None = None
) -> bool:
    """Bring the library to the present shape; returns whether anything was done.

    `copy_first` makes the copy and is called only when an old library is about to change. Everything happens in
    one transaction with foreign keys off: a failure leaves the library exactly as it was.
    """
    steps = migrations.STEPS if steps is None else steps
    version = version_of(connection)
    if version > len(steps):
        raise newer()
    if version == len(steps):
        return False
    if version > 0:
        copy_first()
    before = _counts(connection)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version:]:
            step(connection)
        _gate(connection, before)
        connection.execute(f"PRAGMA user_version={len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(Exception):
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
    return True


_KEPT = ("journal", "sealed")


def _counts(connection: Any) -> dict[str, int]:
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in _KEPT
        if name in names
    }


def _gate(connection: Any, before: dict[str, int]) -> None:
    lost = [name for name, count in _counts(connection).items() if count < before.get(name, 0)]
    if lost or connection.execute("PRAGMA foreign_key_check").fetchone():
        message = f"a migration lost rows of {lost or 'a reference'}"
        raise RuntimeError(message)
