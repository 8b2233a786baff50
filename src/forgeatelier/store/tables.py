# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of the database: the journal's tables, and the projection derived from the declarations.

Everything is TEXT or INTEGER (STRICT tables take nothing else that we need), so that what is stored is exactly
what is hashed. Columns that hold JSON come last: a list of workshops never reads their frozen protocols.
"""

import types
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from hashlib import sha256
from typing import Any, Union, get_args, get_origin

import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from forgeatelier.model import kinds
from forgeatelier.model.declare import FieldRule, Kind, kind, kind_names

DECLARED = kinds.KINDS

journal_data = sa.MetaData()
projection_data = sa.MetaData()

meta = sa.Table(
    "meta", journal_data, sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False),
    sqlite_strict=True,
)  # fmt: skip

journal = sa.Table(
    "journal",
    journal_data,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("entity_type", sa.Text, nullable=False),
    sa.Column("entity_id", sa.Text, nullable=False),
    sa.Column("txn", sa.Text, nullable=False),
    sa.Column("lamport", sa.Integer, nullable=False),
    sa.Column("partition", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Index("journal_entity", "entity_id"),
    sqlite_strict=True,
)

sealed = sa.Table(
    "sealed",
    journal_data,
    sa.Column("write_id", sa.Text, primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    sa.Column("salt", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

standing = sa.Table(
    "standing",
    projection_data,
    sa.Column("entity_id", sa.Text, primary_key=True),
    sa.Column("entity_type", sa.Text, nullable=False),
    sa.Column("heads", sa.Text, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

disputed = sa.Table(
    "disputed",
    projection_data,
    sa.Column("entity_id", sa.Text, primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

found = sa.Table(
    "found",
    projection_data,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("entity_id", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("within", sa.Text, nullable=False),
    sa.Column("heading", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sqlite_strict=True,
)

# The text comes first: a position in the first column is written without naming its column, and nearly all are there.
_WORDS = """
CREATE VIRTUAL TABLE found_words USING fts5(
  text, heading, content='found', content_rowid='number',
  tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4'
)
"""
# Without this, a name taken out of the index would stay readable in its pages.
_FORGETS_FOR_GOOD = "INSERT INTO found_words(found_words, rank) VALUES ('secure-delete', 1)"

SEARCH_DDL = (_WORDS, _FORGETS_FOR_GOOD)


def _sorts_as_column(hint: Any) -> bool:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(a for a in get_args(hint) if a is not types.NoneType)
    return hint in (str, int, bool, Decimal, date, datetime, time) or (
        isinstance(hint, type) and issubclass(hint, StrEnum)
    )


def is_scalar(rule: FieldRule) -> bool:
    """Whether the field is a plain column rather than JSON."""
    return _sorts_as_column(rule.type)


def _column(rule: FieldRule) -> sa.Column[Any]:
    integer = rule.type in (int, bool, int | None)
    return sa.Column(rule.name, sa.Integer if integer else sa.Text, nullable=True)


_LISTED = {"workshop": ("starts_on", "id", "title", "town", "country", "state", "people_planned")}
"""What the first page of a long list shows: covered by an index, it never touches the large rows behind."""


def _projected(declared: Kind) -> sa.Table:
    rules = sorted(declared.fields.values(), key=lambda rule: not is_scalar(rule))
    indexes = [sa.Index(f"{declared.name}_{r.name}", r.name) for r in rules if r.refers and is_scalar(r)]
    if declared.name in _LISTED:
        indexes.append(sa.Index(f"{declared.name}_listed", *_LISTED[declared.name]))
    return sa.Table(
        declared.name,
        projection_data,
        sa.Column("id", sa.Text, primary_key=True),
        *(_column(rule) for rule in rules),
        *indexes,
        sqlite_strict=True,
    )


@cache
def projection() -> dict[str, sa.Table]:
    """The table of every declared kind, by the kind's name."""
    return {name: _projected(kind(name)) for name in kind_names()}


def _ddl(metadata: sa.MetaData) -> tuple[str, ...]:
    dialect = sqlite.dialect()
    lines: list[str] = []
    for table in metadata.sorted_tables:
        lines.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        lines += sorted(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)
    return tuple(lines)


def projection_ddl() -> tuple[str, ...]:
    """The statements that make the projection from nothing."""
    projection()
    return (*_ddl(projection_data), *SEARCH_DDL)


def projection_names() -> tuple[str, ...]:
    """The tables to drop before the projection is made again."""
    projection()
    return ("found_words", *(table.name for table in projection_data.sorted_tables))


@cache
def shape() -> str:
    """A digest of the projection's shape, defaults and searched fields: when it differs, everything is rebuilt."""
    searched = [
        (name, r.name, r.searched, repr(r.default))
        for name in kind_names()
        for r in kind(name).fields.values()
    ]
    return sha256(repr((projection_ddl(), searched)).encode()).hexdigest()
