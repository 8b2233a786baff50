# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The statements of the hot path, written once by SQLAlchemy from the tables and then only executed."""

from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from forgeatelier.store.tables import disputed, found, journal, projection, sealed, standing

_DIALECT = sqlite.dialect(paramstyle="qmark")


def _text(statement: Any) -> str:
    return str(statement.compile(dialect=_DIALECT))


def statement(query: Any) -> tuple[str, tuple[Any, ...]]:
    """A query as its text and its arguments, for a connection that is not SQLAlchemy's to manage."""
    compiled = query.compile(dialect=_DIALECT)
    return str(compiled), tuple(compiled.params[name] for name in compiled.positiontup)


def _insert(table: sa.Table, *, columns: tuple[str, ...]) -> str:
    return _text(sqlite.insert(table).values({name: sa.bindparam(name) for name in columns}))


def _upsert(table: sa.Table, key: str) -> str:
    names = [column.name for column in table.columns]
    statement = sqlite.insert(table).values({name: sa.bindparam(name) for name in names})
    return _text(
        statement.on_conflict_do_update(
            index_elements=[key], set_={name: statement.excluded[name] for name in names if name != key}
        )
    )


INSERT_WRITE = _insert(
    journal, columns=("id", "entity_type", "entity_id", "txn", "lamport", "partition", "body")
)
INSERT_SEALED = _insert(sealed, columns=("write_id", "field", "salt", "value"))
UPSERT_STANDING = _upsert(standing, "entity_id")
SELECT_STANDING = _text(sa.select(standing.c.heads).where(standing.c.entity_id == sa.bindparam("entity_id")))
DELETE_STANDING = _text(sa.delete(standing).where(standing.c.entity_id == sa.bindparam("entity_id")))
INSERT_STANDING = _insert(standing, columns=("entity_id", "entity_type", "heads"))
INSERT_DISPUTED = _insert(disputed, columns=("entity_id", "field"))
SELECT_FOUND = _text(
    sa.select(found.c.number, found.c.heading, found.c.text).where(
        found.c.entity_id == sa.bindparam("entity_id")
    )
)
INSERT_FOUND = _insert(found, columns=("entity_id", "kind", "within", "heading", "text"))
INSERT_FOUND_AS = _insert(found, columns=("number", "entity_id", "kind", "within", "heading", "text"))
UPDATE_FOUND = "UPDATE found SET within=?, heading=?, text=? WHERE number=?"
DELETE_FOUND = "DELETE FROM found WHERE number=?"
INSERT_WORDS = "INSERT INTO found_words(rowid, heading, text) VALUES (?, ?, ?)"
DELETE_WORDS = "INSERT INTO found_words(found_words, rowid, heading, text) VALUES ('delete', ?, ?, ?)"


@cache
def upsert_row(kind_name: str) -> str:
    """The statement that puts a row into a kind's table."""
    return _upsert(projection()[kind_name], "id")


@cache
def insert_row(kind_name: str) -> str:
    """The statement that puts a row into a kind's table where it is known not to be yet."""
    table = projection()[kind_name]
    return _insert(table, columns=tuple(column.name for column in table.columns))


@cache
def delete_row(kind_name: str) -> str:
    """The statement that takes a row out of a kind's table."""
    table = projection()[kind_name]
    return _text(sa.delete(table).where(table.c.id == sa.bindparam("id")))
