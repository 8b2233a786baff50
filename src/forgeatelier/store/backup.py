# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verified copies of the database, thinned as they age, and coming back to one of them."""

import contextlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.store.engine import quick_check, reading
from forgeatelier.store.trouble import Damaged, told_in_words

_SHAPE = "%Y-%m-%dT%H-%M-%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: its file, the moment it was made (aware), its size in bytes."""

    file: Path
    made: datetime
    size: int


def backups(folder: Path) -> tuple[Backup, ...]:
    """The copies of a library, newest first."""
    found = []
    for file in (folder / "backups").glob("*.sqlite"):
        try:
            made = datetime.strptime(file.stem[:19], _SHAPE).astimezone()
        except ValueError:
            continue
        found.append(Backup(file, made, file.stat().st_size))
    return tuple(sorted(found, key=lambda b: (b.made, b.file.name), reverse=True))


def back_up(folder: Path, now: datetime, why: str = "") -> Path:
    """Copy the database beside itself and check the copy; `why` ends its name. Raises AtelierError.

    May run beside the writer, in another thread: it reads through a connection of its own.
    """
    place = folder / "backups"
    name = f"{now.astimezone():{_SHAPE}}{'-' + why if why else ''}.sqlite"
    new = place / f"{name}.partial"
    with told_in_words():
        place.mkdir(exist_ok=True)
        try:
            _copy(folder / "library.sqlite", new)
            if not quick_check(new):
                raise Damaged(
                    _("La sauvegarde n’a pas pu être vérifiée : la base semble abîmée."),
                    _(
                        "Fermer et rouvrir : elle sera vérifiée, et réparée si elle peut l’être. "
                        "Les sauvegardes précédentes sont gardées."
                    ),
                )
            _settle(new, place / name)
        finally:
            with contextlib.suppress(OSError):
                new.unlink(missing_ok=True)
    return place / name


def _copy(source: Path, target: Path) -> None:
    origin, copy = reading(source), sqlite.connect(str(target), isolation_level=None)
    try:
        origin.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE").close()
    finally:
        copy.close()
        origin.close()


def _settle(new: Path, name: Path) -> None:
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(name)
    sync_folder(name.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename inside the folder survive a power cut (where the system lets one)."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def thin(folder: Path, now: datetime) -> None:
    """Keep every copy of two days, then one a day for two weeks, one a week for two months, one a month."""
    kept: set[str] = set()
    for copy in backups(folder):
        age = now - copy.made
        if age <= timedelta(days=2):
            continue
        if age <= timedelta(days=14):
            slot = f"{copy.made:%Y-%m-%d}"
        elif age <= timedelta(days=60):
            slot = f"{copy.made:%G-W%V}"
        else:
            slot = f"{copy.made:%Y-%m}"
        if slot in kept:
            copy.file.unlink(missing_ok=True)
        kept.add(slot)


def restore(folder: Path, backup: Path, now: datetime) -> Path:
    """Put a verified copy in the place of the database; returns where the replaced one was set aside.

    The write-ahead log of the old database is removed first: replayed into the copy it would corrupt it.
    The library must be closed and locked by the caller.
    """
    if not quick_check(backup):
        raise AtelierError(
            _("Cette sauvegarde est abîmée."),
            _("En choisir une autre : « forgeatelier restore --list » les montre."),
        )
    new = folder / "library.sqlite.partial"
    try:
        with told_in_words():
            shutil.copyfile(backup, new)
            return put_in_place(folder, new, now, "remplacee")
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def put_in_place(folder: Path, new: Path, now: datetime, why: str) -> Path:
    """Make `new` the database of a closed library; the one before, and its log, are set aside in `backups`."""
    database, place = folder / "library.sqlite", folder / "backups"
    aside = place / f"{now.astimezone():{_SHAPE}}-{why}.sqlite.old"
    place.mkdir(exist_ok=True)
    for tail in ("", "-wal"):
        if database.with_name(f"{database.name}{tail}").exists():
            _copy_through(
                database.with_name(f"{database.name}{tail}"), aside.with_name(f"{aside.name}{tail}")
            )
    sync_folder(place)
    _remove(folder / f"library.sqlite{tail}" for tail in ("-wal", "-shm", "-journal"))
    _settle(new, database)
    return aside


def _copy_through(source: Path, target: Path) -> None:
    """Copy a file and have the disk hold it, or leave nothing of the copy."""
    try:
        shutil.copyfile(source, target)
        with target.open("rb") as file:
            os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            target.unlink(missing_ok=True)
        raise


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)
