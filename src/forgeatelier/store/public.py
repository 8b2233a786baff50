# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The only way out for a publication: a connection that SQLite itself keeps away from everything not public.

The authorizer is asked by SQLite for every column that a statement would read, views and sub-selects included.
It allows the columns declared PUBLIC and nothing else, so that a mistake further up cannot let a name out.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlite

from forgeatelier.model.declare import Privacy, kind, kind_names, kind_of
from forgeatelier.model.entity import Entity
from forgeatelier.store.engine import reading
from forgeatelier.store.rows import value
from forgeatelier.store.statements import statement
from forgeatelier.store.tables import projection
from forgeatelier.store.trouble import told_in_words

_E = TypeVar("_E", bound=Entity)
_PLAIN_WORK = {sqlite.SQLITE_SELECT, sqlite.SQLITE_FUNCTION}
_OK, _DENY = int(sqlite.SQLITE_OK), int(sqlite.SQLITE_DENY)


@cache
def public_columns(kind_name: str) -> tuple[str, ...]:
    """The columns of a kind that the world may see, the id first; none for kinds that are wholly private."""
    names = kind(kind_name).named(Privacy.PUBLIC)
    return ("id", *names) if names else ()


@cache
def _allowed() -> frozenset[tuple[str, str]]:
    return frozenset((name, column) for name in kind_names() for column in public_columns(name))


def _authorize(
    action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None
) -> int:
    if action in _PLAIN_WORK:
        return _OK
    if action == sqlite.SQLITE_READ and (first, second) in _allowed():
        return _OK
    return _DENY


class PublicReader:
    """Reads a library as the world may see it."""

    def __init__(self, file: Path) -> None:
        """Open a reading connection on a library's database file and close its eyes to the rest."""
        with told_in_words():
            self._connection = reading(file)
        self._connection.set_authorizer(_authorize)

    def all(self, cls: type[_E], *, order: str = "id", **where: str) -> tuple[_E, ...]:
        """The entities whose public fields equal `where`, with every other field at its default."""
        declared = kind_of(cls)
        names = public_columns(declared.name)
        table = projection()[declared.name]
        query = sa.select(*(table.c[name] for name in names)).order_by(table.c[order], table.c.id)
        for name, wanted in where.items():
            query = query.where(table.c[name] == wanted)
        sql, arguments = statement(query)
        return tuple(cast("_E", value(declared, names, row)) for row in self.execute(sql, arguments))

    def execute(self, sql: str, arguments: Sequence[Any] = ()) -> list[Any]:
        """Run one reading statement. Raises sqlcipher3.DatabaseError when it asks for what is not public."""
        with told_in_words():
            return list(self._connection.execute(sql, tuple(arguments)))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
