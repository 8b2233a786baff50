# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the first page says of a library: what comes next, what waits, what was caught last.

Like `glance`, it imports nothing heavy and reads on a connection of its own, so that it may run in a job.
A test compares its columns with the declared tables.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite


@dataclass(frozen=True, slots=True)
class Coming:
    """A workshop to come, or one under way, with what decides whether it is ready."""

    id: str
    title: str
    town: str
    starts_on: str
    state: str
    people_planned: int
    has_protocol: bool
    has_venue: bool
    team: int
    registered: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """A workshop that waits for something; `count` says how much of it."""

    id: str
    title: str
    town: str
    starts_on: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Recent:
    """Something caught lately; `words` are its caption or its text."""

    id: str
    workshop_id: str
    workshop: str
    kind: str
    words: str
    moment: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the first page shows; lists are short, counts are whole."""

    workshops: int = 0
    running: tuple[Coming, ...] = ()
    coming: tuple[Coming, ...] = ()
    to_publish: tuple[Waiting, ...] = ()
    to_publish_count: int = 0
    unknown_faces: tuple[Waiting, ...] = ()
    recent: tuple[Recent, ...] = ()


_COMING = (
    "SELECT id, title, coalesce(town, ''), coalesce(starts_on, ''), state, people_planned, protocol IS NOT NULL, "
    "coalesce(venue, '') <> '', (SELECT count(*) FROM team_member t WHERE t.workshop_id = workshop.id), "
    "(SELECT count(*) FROM attendance a WHERE a.workshop_id = workshop.id) FROM workshop "
)
_OPEN = "state IN ('idea', 'planned', 'confirmed')"
_UNPUBLISHED = (
    "FROM workshop WHERE state IN ('held', 'documented') AND NOT EXISTS "
    "(SELECT 1 FROM publication p WHERE p.workshop_id = workshop.id)"
)
_FACES = (
    "SELECT w.id, w.title, coalesce(w.town, ''), coalesce(w.starts_on, ''), count(*) FROM capture c "
    "JOIN workshop w ON w.id = c.workshop_id WHERE c.kind = 'photo' AND c.recognisable = 'unknown' "
    "AND c.state NOT IN ('discarded', 'hidden') GROUP BY w.id ORDER BY w.starts_on DESC LIMIT 4"
)
_RECENT = (
    "SELECT c.id, c.workshop_id, coalesce(w.title, ''), c.kind, "
    "substr(coalesce(nullif(c.caption, ''), nullif(c.text, ''), nullif(c.link, ''), ''), 1, 120), "
    "coalesce(c.moment, '') FROM capture c LEFT JOIN workshop w ON w.id = c.workshop_id "
    "WHERE c.state NOT IN ('discarded', 'hidden') ORDER BY c.id DESC LIMIT 5"
)


def look_over(file: Path, today: date) -> Overview:
    """The overview of a library's database file. Raises sqlcipher3.Error when it cannot be read."""
    connection = sqlite.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    try:
        for line in (
            "PRAGMA cipher_log_level=NONE",
            "PRAGMA trusted_schema=OFF",
            "PRAGMA query_only=ON",
            "PRAGMA busy_timeout=2000",
        ):
            connection.execute(line).close()
        return _look(connection, today.isoformat())
    finally:
        connection.close()


def glance_ahead(file: Path, today: date) -> Overview:
    """As `look_over`, or an empty overview when the file cannot be read (opening it will say why)."""
    try:
        return look_over(file, today)
    except sqlite.Error:
        return Overview()


def _look(connection: Any, today: str) -> Overview:
    def rows(sql: str, *arguments: object) -> list[tuple[Any, ...]]:
        return list(connection.execute(sql, arguments))

    return Overview(
        workshops=int(rows("SELECT count(*) FROM workshop")[0][0]),
        running=tuple(
            _coming(row) for row in rows(f"{_COMING} WHERE state = 'running' ORDER BY id DESC LIMIT 3")
        ),
        coming=tuple(
            _coming(row)
            for row in rows(
                f"{_COMING} WHERE starts_on >= ? AND {_OPEN} ORDER BY starts_on, id LIMIT 4", today
            )
        ),
        to_publish=tuple(
            Waiting(*row)
            for row in rows(
                f"SELECT id, title, coalesce(town, ''), coalesce(starts_on, '') {_UNPUBLISHED} "
                "ORDER BY starts_on DESC LIMIT 4"
            )
        ),
        to_publish_count=int(rows(f"SELECT count(*) {_UNPUBLISHED}")[0][0]),
        unknown_faces=tuple(Waiting(*row) for row in rows(_FACES)),
        recent=tuple(Recent(*row) for row in rows(_RECENT)),
    )


def _coming(row: tuple[Any, ...]) -> Coming:
    key, title, town, starts_on, state, planned, protocol, venue, team, registered = row
    return Coming(key, title, town, starts_on, state, planned, bool(protocol), bool(venue), team, registered)
