# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the projection anew from the journal: the recovery tool, the upgrade path and a test at once."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from forgeatelier.merging.heads import Edit, heads_of, shown
from forgeatelier.merging.writes import commitment, write_id
from forgeatelier.model.declare import kind, kind_names
from forgeatelier.model.plain import canonical
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store import statements as s
from forgeatelier.store.indexing import index
from forgeatelier.store.rows import columns, row, value
from forgeatelier.store.tables import projection_ddl, projection_names

_JOURNAL = "SELECT id, entity_id, entity_type, body FROM journal ORDER BY entity_id, number"


def rebuild(run: Any, progress: Progress = silent) -> int:
    """Drop the projection and make it again; returns how many entities it holds. The caller holds the transaction."""
    for name in projection_names():
        run(f"DROP TABLE IF EXISTS {name}")
    for line in projection_ddl():
        run(line)
    total = run("SELECT count(DISTINCT entity_id) FROM journal").fetchone()[0]
    made = []
    for done, (entity_type, entity_id, edits) in enumerate(_entities(run)):
        if done % 500 == 0:
            progress(done, total)
        if entity_type in kind_names():
            made.append((_first_number(run, entity_id), *_entity(run, entity_type, entity_id, edits)))
        else:
            _stand(run, entity_type, entity_id, edits)
    # Indexed in the order in which things were made, so that the newest are still found first.
    for _number, kept in sorted((m for m in made if m[1] is not None), key=lambda m: m[0]):
        index(run, kept, fresh=True)
    return sum(1 for m in made if m[1] is not None)


def _first_number(run: Any, entity_id: str) -> int:
    return int(run("SELECT min(number) FROM journal WHERE entity_id=?", (entity_id,)).fetchone()[0])


def _entities(run: Any) -> Iterator[tuple[str, str, list[Edit]]]:
    sealed: dict[str, dict[str, Any]] = defaultdict(dict)
    for number, name, plain in run("SELECT write_id, field, value FROM sealed"):
        sealed[number][name] = json.loads(plain)
    current: tuple[str, str, list[Edit]] | None = None
    for number, entity_id, entity_type, body in run(_JOURNAL).fetchall():
        if current is None or current[1] != entity_id:
            if current is not None:
                yield current
            current = (entity_type, entity_id, [])
        current[2].append(_edit(number, json.loads(body), sealed.get(number, {})))
    if current is not None:
        yield current


def _edit(number: str, said: dict[str, Any], opened: dict[str, Any]) -> Edit:
    fields = {
        name: opened.get(name) if isinstance(plain, dict) and set(plain) == {"sealed"} else plain
        for name, plain in said["fields"].items()
    }
    return Edit(number, said["lamport"], said["device"], fields, said["supersedes"])


def _stand(run: Any, entity_type: str, entity_id: str, edits: list[Edit]) -> dict[str, Any]:
    heads = heads_of(edits)
    left = {name: [head.write_id for head in found] for name, found in heads.items()}
    run(s.UPSERT_STANDING, (entity_id, entity_type, canonical(left).decode()))
    return heads


def _entity(run: Any, entity_type: str, entity_id: str, edits: list[Edit]) -> tuple[Any]:
    declared = kind(entity_type)
    result = shown(declared, _stand(run, entity_type, entity_id, edits))
    for name in result.disputed:
        run(s.INSERT_DISPUTED, (entity_id, name))
    if not result.alive:
        return (None,)
    cells = row(
        entity_type, entity_id, {name: plain for name, plain in result.fields.items() if plain is not None}
    )
    run(s.upsert_row(entity_type), cells)
    return (value(declared, columns(entity_type), cells),)


def altered_writes(run: Any) -> list[str]:
    """The ids of the writes whose text or sealed values no longer match their hash: bit rot or tampering."""
    wrong = []
    for number, body in run("SELECT id, body FROM journal").fetchall():
        if write_id(body.encode()) != number:
            wrong.append(number)
    for number, name, salt, plain, body in run(
        "SELECT sealed.write_id, field, salt, value, body FROM sealed JOIN journal ON journal.id = sealed.write_id"
    ).fetchall():
        said = json.loads(body)["fields"].get(name)
        if said != {"sealed": commitment(bytes.fromhex(salt), json.loads(plain))}:
            wrong.append(number)
    return sorted(set(wrong))
