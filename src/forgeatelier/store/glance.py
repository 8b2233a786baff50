# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page of the window, read before the rest of the program is awake.

Nothing heavy is imported here (SQLAlchemy alone costs more than the bare window): plain SQL on a reading
connection. A test compares its columns with the declared tables.
"""

from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """A workshop as a list shows it; dates are ISO text, `phase` comes from `state`."""

    id: str
    title: str
    town: str
    country: str
    starts_on: str
    state: str
    people_planned: int


_COLUMNS = (
    "id, title, coalesce(town, ''), coalesce(country, ''), coalesce(starts_on, ''), state, people_planned"
)
_ORDER = "ORDER BY starts_on DESC, id DESC"


class Glance:
    """A quick reader of the list of workshops."""

    def __init__(self, file: Path) -> None:
        """Open the database file for reading. Raises sqlcipher3.Error when it cannot be."""
        uri = file.absolute().as_uri() + "?mode=ro"
        self._connection = sqlite.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        for line in (
            "PRAGMA cipher_log_level=NONE",
            "PRAGMA trusted_schema=OFF",
            "PRAGMA query_only=ON",
            "PRAGMA busy_timeout=2000",
        ):
            self._connection.execute(line).close()

    def keys(self) -> list[tuple[str, str]]:
        """Every workshop, newest first: its id and the words one may filter by."""
        return [
            (key, " ".join(filter(None, words)))
            for key, *words in self._connection.execute(
                f"SELECT id, title, town, country, starts_on FROM workshop {_ORDER}"
            )
        ]

    def page(self, offset: int, limit: int) -> list[WorkshopRow]:
        """A page of workshops, newest first."""
        return [
            WorkshopRow(*row)
            for row in self._connection.execute(
                f"SELECT {_COLUMNS} FROM workshop {_ORDER} LIMIT ? OFFSET ?", (limit, offset)
            )
        ]

    def rows(self, keys: list[str]) -> list[WorkshopRow]:
        """The workshops with these ids, in no particular order."""
        marks = ",".join("?" * len(keys))
        return [
            WorkshopRow(*row)
            for row in self._connection.execute(
                f"SELECT {_COLUMNS} FROM workshop WHERE id IN ({marks})", keys
            )
        ]

    def count(self) -> int:
        """How many workshops there are."""
        return int(self._connection.execute("SELECT count(*) FROM workshop").fetchone()[0])

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
