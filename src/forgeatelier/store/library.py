# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One library: read values out, apply changes in."""

import json
import threading
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite

from forgeatelier.model.change import Change
from forgeatelier.model.declare import kind_of
from forgeatelier.model.entity import Entity
from forgeatelier.model.plain import to_plain
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store import identity, opening
from forgeatelier.store.engine import connect, quick_check, transaction
from forgeatelier.store.erasing import forget_past
from forgeatelier.store.journal import Hand, write_change
from forgeatelier.store.lock import Lock
from forgeatelier.store.media import Media
from forgeatelier.store.passport import Passport, read_passport, write_passport
from forgeatelier.store.rebuild import altered_writes
from forgeatelier.store.rows import columns, stored, value
from forgeatelier.store.salvage import salvage
from forgeatelier.store.statements import statement
from forgeatelier.store.tables import projection
from forgeatelier.store.trouble import Damaged, in_words, told_in_words
from forgeatelier.store.whereabouts import whereabouts

_E = TypeVar("_E", bound=Entity)


class Library:
    """An open library, held by one program at a time; the world's failures are raised as AtelierError."""

    @classmethod
    def create(cls, folder: Path, now: datetime) -> "Library":
        """Make a new library in an empty or absent folder and open it."""
        with told_in_words():
            opening.empty_folder(folder)
        try:
            write_passport(folder, Passport(identity.fresh()))
            return cls(folder, now, fresh=True)
        except BaseException:
            opening.clear(folder)
            raise

    def __init__(
        self, folder: Path, now: datetime, *, fresh: bool = False, progress: Progress = silent
    ) -> None:
        """Open the library of this folder; `now` (aware) names the copy made before a migration.

        Only a `fresh` one may have no database yet: SQLite would make an empty one without a word. `progress` hears
        of tables that have to be made again; when it raises Cancelled the library is left closed and as it was.
        """
        self.folder = folder
        self.passport = read_passport(folder)
        # One connection, several threads (jobs read while the window writes): each waits its turn.
        self._turn = threading.RLock()
        if not fresh:
            opening.expect_database(folder)
        with told_in_words():
            self._lock = Lock(folder)
        try:
            with told_in_words():
                self._open(now, progress)
        except BaseException:
            self._lock.release()
            raise

    def _open(self, now: datetime, progress: Progress) -> None:
        self.where = whereabouts(self.folder)
        opened = opening.was_cut(self.folder)
        remade = opened is not None and opening.sound_after_cut(self.folder, now)
        try:
            self._begin(now, opened, progress, remade=remade)
        except sqlite.DatabaseError as error:
            if remade or not isinstance(in_words(error), Damaged):
                raise
            salvage(self.folder, now)
            self._begin(now, opened or time.time(), progress, remade=True)

    def _begin(self, now: datetime, opened: float | None, progress: Progress, *, remade: bool) -> None:
        self._connection = connect(self.folder / "library.sqlite", self.where)
        try:
            opening.prepare(self._connection, self.folder, now, progress)
            self._device, self._incarnation = opening.writer(self._connection, self.passport.id)
            self._lamport = opening.last_lamport(self._connection)
            self.media = Media(self.folder)
            self.recovery = None if opened is None else self._recover(opened, remade=remade)
            opening.mark_open(self.folder)
        except BaseException:
            self._connection.close()
            raise
        self._closed = self.in_doubt = False

    def _recover(self, opened: float, *, remade: bool) -> opening.Recovery:
        swept = self.media.sweep_since(opened, self._connection.execute)
        last = self._connection.execute("SELECT body FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        count = self._connection.execute("SELECT count(*) FROM journal").fetchone()[0]
        moment = json.loads(last[0])["wall_time"] if last else ""
        return opening.Recovery(moment, count, swept, remade)

    @property
    def file(self) -> Path:
        """The database file, for readers with a connection of their own."""
        return self.folder / "library.sqlite"

    def apply(self, change: Change, now: datetime) -> None:
        """Keep a change: journal, projection and search index in one durable transaction, or nothing at all."""
        hand = Hand(self._device, self._incarnation, now.astimezone(UTC).isoformat(timespec="milliseconds"))
        with self._turn, told_in_words(), transaction(self._connection) as run:
            reached = write_change(run, change, hand, self._lamport)
        self._lamport = reached

    def get(self, cls: type[_E], entity_id: str) -> _E | None:
        """The entity of this class with this id, or None."""
        found = self.all(cls, id=entity_id)
        return found[0] if found else None

    def all(self, cls: type[_E], **where: Any) -> tuple[_E, ...]:
        """The entities whose fields equal `where`, in the order in which they were made."""
        declared = kind_of(cls)
        table = projection()[declared.name]
        query = sa.select(*(table.c[name] for name in columns(declared.name))).order_by(table.c.id)
        for name, wanted in where.items():
            query = query.where(
                table.c[name] == (wanted if name == "id" else stored(declared.name, name, to_plain(wanted)))
            )
        names = columns(declared.name)
        return tuple(cast("_E", value(declared, names, found)) for found in self._read(query))

    def rows(
        self,
        cls: type[Entity],
        names: Sequence[str],
        *,
        order: str = "id",
        newest: bool = False,
        limit: int = -1,
        offset: int = 0,
    ) -> list[tuple[Any, ...]]:
        """Only these columns, as stored, for long lists."""
        table = projection()[kind_of(cls).name]
        by = table.c[order].desc() if newest else table.c[order]
        query = (
            sa.select(*(table.c[name] for name in names)).order_by(by, table.c.id).limit(limit).offset(offset)
        )
        return [tuple(found) for found in self._read(query)]

    def count(self, cls: type[Entity]) -> int:
        """How many entities of this class there are."""
        return int(self._read(sa.select(sa.func.count()).select_from(projection()[kind_of(cls).name]))[0][0])

    def entity_count(self) -> int:
        """How many things of every kind there are."""
        with self._turn, told_in_words():
            return int(self._connection.execute("SELECT count(*) FROM found").fetchone()[0])

    def disputed(self, entity_id: str) -> tuple[str, ...]:
        """The fields of an entity on which two edits disagree."""
        asked = "SELECT field FROM disputed WHERE entity_id=?"
        with self._turn, told_in_words():
            return tuple(r[0] for r in self._connection.execute(asked, (entity_id,)))

    def _read(self, query: Any) -> list[Any]:
        sql, arguments = statement(query)
        with self._turn, told_in_words():
            return list(self._connection.execute(sql, arguments))

    def forget_past(self, entity_ids: Iterable[str]) -> tuple[tuple[str, Any], ...]:
        """Erase for good what personal fields of these entities used to say; returns it, by field. No undo."""
        with self._turn, told_in_words():
            with transaction(self._connection) as run:
                gone = forget_past(run, entity_ids)
            # The write-ahead log held the values too.
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        return gone

    def rebuild(self, progress: Progress = silent) -> int:
        """Make the projection and the search index anew from the journal; returns how many entities there are."""
        with self._turn, told_in_words():
            return opening.remake(self._connection, progress)

    def check(self) -> tuple[str, ...]:
        """The ids of writes that no longer match their hash; empty when the journal is intact."""
        with self._turn, told_in_words():
            return tuple(altered_writes(self._connection.execute))

    def is_sound(self) -> bool:
        """Whether SQLite finds every page of the database in order."""
        return quick_check(self.file)

    def doubt(self) -> None:
        """Have everything looked at when it is opened next: pages mended from the journal, stray files swept."""
        self.in_doubt = True

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the database, after a bulk job, so that the next save is a fast one."""
        with self._turn, told_in_words():
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()

    def close(self) -> None:
        """Close the library properly; closing twice is harmless."""
        if self._closed:
            return
        self._closed = True
        try:
            self._connection.execute("PRAGMA optimize").close()
        except sqlite.Error:
            # Everything acknowledged is on the disk already: what fails here is tidying, and is looked at next time.
            self.doubt()
        self._connection.close()
        if not self.in_doubt:
            opening.mark_closed(self.folder)
        self._lock.release()
