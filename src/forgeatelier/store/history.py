# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the journal entity by entity, its fields as the cells of a row.

SQLite takes the writes apart: a column of JSON has the journal's canonical writing already, and a protocol of thirty
kilobytes never becomes Python only to be written again.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forgeatelier.merging.heads import Edit
from forgeatelier.model.declare import Kind
from forgeatelier.store.rows import scalars, stored

_SUBJECTS = (
    "SELECT entity_id, entity_type, min(number), count(*) FROM journal GROUP BY entity_id ORDER BY entity_id"
)
_SAID = (
    "SELECT journal.id, said.key, said.type, said.value "
    "FROM journal, json_each(journal.body, '$.fields') AS said WHERE journal.entity_id=?"
)
_ROUND = (
    "SELECT id, lamport, json_extract(body, '$.device'), json_extract(body, '$.supersedes') "
    "FROM journal WHERE entity_id=?"
)
_SEALED = "SELECT value FROM sealed WHERE write_id=? AND field=?"
_IS_SEALED = '{"sealed":'
_JSON = frozenset(("array", "object"))


@dataclass(frozen=True, slots=True)
class Subject:
    """Something the journal speaks of: where it first did, and in how many writes."""

    entity_id: str
    entity_type: str
    first: int
    writes: int


def subjects(run: Any) -> Iterator[Subject]:
    """Everything the journal speaks of, by id."""
    return (Subject(*found) for found in run(_SUBJECTS))


def edits_of(run: Any, subject: Subject, declared: Kind | None) -> list[Edit]:
    """The writes of one subject, its values as cells; personal ones are opened, erased ones are None."""
    said: dict[str, dict[str, Any]] = {}
    for write_id, name, type_, value in run(_SAID, (subject.entity_id,)):
        cell = _cell(declared, name, type_, value)
        if type_ == "object" and value.startswith(_IS_SEALED) and set(json.loads(value)) == {"sealed"}:
            cell = _opened(run, declared, write_id, name)
        said.setdefault(write_id, {})[name] = cell
    if subject.writes == 1:
        # Nothing else can have replaced it: who wrote when does not matter.
        return [Edit(write_id, 0, "", fields, {}) for write_id, fields in said.items()]
    return [
        Edit(write_id, lamport, device, said.get(write_id, {}), json.loads(replaced))
        for write_id, lamport, device, replaced in run(_ROUND, (subject.entity_id,))
    ]


def _opened(run: Any, declared: Kind | None, write_id: str, name: str) -> Any:
    found = run(_SEALED, (write_id, name)).fetchone()
    if found is None or declared is None:
        return None
    return stored(declared.name, name, json.loads(found[0]))


def _cell(declared: Kind | None, name: str, type_: str, value: Any) -> Any:
    if type_ in _JSON or value is None or _holds_as_is(declared, name):
        return value
    # A single value where this release keeps JSON.
    return json.dumps(bool(value) if type_ in ("true", "false") else value, ensure_ascii=False)


def _holds_as_is(declared: Kind | None, name: str) -> bool:
    return declared is None or name not in declared.fields or name in scalars(declared.name)


def entity_count(run: Any) -> int:
    """How many things the journal speaks of, deleted ones among them."""
    return int(run("SELECT count(DISTINCT entity_id) FROM journal").fetchone()[0])
