# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the projection anew from the journal: the recovery tool, the upgrade path and a test at once.

Entity by entity and in small batches: memory stays flat whatever the library holds, and nobody waits long for a turn.
"""

import json
from collections import defaultdict
from typing import Any

from forgeatelier.ground.words import _
from forgeatelier.merging.heads import heads_of, shown
from forgeatelier.merging.writes import commitment, write_id
from forgeatelier.model.declare import kind, kind_names
from forgeatelier.model.plain import canonical
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store import statements as s
from forgeatelier.store.dropping import drop
from forgeatelier.store.history import Subject, edits_of, entity_count, subjects
from forgeatelier.store.rows import row_of_cells, searched_cells
from forgeatelier.store.tables import projection_ddl, projection_names

_AT_ONCE = 50
_FILED_AT_ONCE = 500
# A thing is done when it is in the index too, which is about a quarter of the work: what is told never goes back.
_PROJECTING, _WHOLE = 3, 4
_FILE = (
    "INSERT INTO found_words(rowid, heading, text) "
    "SELECT number, heading, text FROM found WHERE number > ? AND number <= ?"
)
_ALTERED = "SELECT sealed.write_id, field, salt, value, body FROM sealed JOIN journal ON journal.id = sealed.write_id"


def rebuild(connection: Any, progress: Progress = silent) -> int:
    """Drop the projection and make it again; returns how many entities it holds. The caller holds the transaction."""
    run = connection.execute
    total = entity_count(run)
    drop(run, projection_names(), lambda: progress(0, total))
    ddl = projection_ddl()
    # An index is made faster, and lies closer together, when what it lists is there already.
    later = tuple(line for line in ddl if line.startswith("CREATE INDEX"))
    for line in ddl:
        if line not in later:
            run(line)
    _project(connection, total, progress)
    for line in later:
        run(line)
    _file(run, total, progress)
    progress(total, total)
    return int(run("SELECT count(*) FROM found").fetchone()[0])


def _project(connection: Any, total: int, progress: Progress) -> None:
    rows = _Rows(connection)
    for done, subject in enumerate(subjects(connection.execute)):
        if done % _AT_ONCE == 0:
            rows.write()
            progress(_PROJECTING * done // _WHOLE, total)
        _show(connection.execute, rows, subject)
    rows.write()


class _Rows:
    """What waits to be written, by statement: one call for many rows."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._waiting: dict[str, list[tuple[Any, ...]]] = defaultdict(list)

    def add(self, statement: str, cells: tuple[Any, ...]) -> None:
        self._waiting[statement].append(cells)

    def write(self) -> None:
        for statement, rows in self._waiting.items():
            self._connection.executemany(statement, rows).close()
        self._waiting.clear()


def _show(run: Any, rows: _Rows, subject: Subject) -> None:
    name, entity_id = subject.entity_type, subject.entity_id
    declared = kind(name) if name in kind_names() else None
    heads = heads_of(edits_of(run, subject, declared))
    left = {field: [head.write_id for head in found] for field, found in heads.items()}
    rows.add(s.INSERT_STANDING, (entity_id, name, canonical(left).decode()))
    if declared is None:
        return
    result = shown(declared, heads)
    for field in result.disputed:
        rows.add(s.INSERT_DISPUTED, (entity_id, field))
    if not result.alive:
        return
    cells = {field: cell for field, cell in result.fields.items() if cell is not None}
    rows.add(s.insert_row(name), row_of_cells(name, entity_id, cells))
    heading, text = searched_cells(declared, cells)
    # Numbered as the journal is: the newest are found first.
    rows.add(s.INSERT_FOUND_AS, (subject.first, entity_id, name, cells.get("workshop_id", ""), heading, text))


def _file(run: Any, total: int, progress: Progress) -> None:
    """Fill the index of words; SQLite alone, a slice at a time."""
    last = run("SELECT coalesce(max(number), 0) FROM found").fetchone()[0]
    for first in range(0, last, _FILED_AT_ONCE):
        told = (_PROJECTING * total + (_WHOLE - _PROJECTING) * total * first // last) // _WHOLE
        progress(told, total, _("index de recherche"))
        run(_FILE, (first, first + _FILED_AT_ONCE))


def altered_writes(run: Any) -> list[str]:
    """The ids of the writes whose text or sealed values no longer match their hash: bit rot or tampering."""
    wrong = {
        number for number, body in run("SELECT id, body FROM journal") if write_id(body.encode()) != number
    }
    for number, name, salt, plain, body in run(_ALTERED):
        said = json.loads(body)["fields"].get(name)
        if said != {"sealed": commitment(bytes.fromhex(salt), json.loads(plain))}:
            wrong.add(number)
    return sorted(wrong)
