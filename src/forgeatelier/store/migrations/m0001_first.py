# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first shape: the journal, the sealed personal values, and the library's own notes."""

from typing import Any

_META = "CREATE TABLE meta (key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (key)) STRICT"
_JOURNAL = """
CREATE TABLE journal (
  number INTEGER NOT NULL, id TEXT NOT NULL, entity_type TEXT NOT NULL, entity_id TEXT NOT NULL, txn TEXT NOT NULL,
  lamport INTEGER NOT NULL, "partition" TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (number), UNIQUE (id)
) STRICT
"""
_BY_ENTITY = "CREATE INDEX journal_entity ON journal (entity_id)"
_SEALED = """
CREATE TABLE sealed (
  write_id TEXT NOT NULL, field TEXT NOT NULL, salt TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (write_id, field)
) WITHOUT ROWID, STRICT
"""


def up(connection: Any) -> None:
    """Make the first tables."""
    for line in (_META, _JOURNAL, _BY_ENTITY, _SEALED):
        connection.execute(line)
