# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of workshops through the open library itself, where no second connection may read beside it."""

from typing import Any

from forgeatelier.atelier import Atelier
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.glance import WorkshopRow

_NAMES = ("id", "title", "town", "country", "starts_on", "state", "people_planned")


class LibraryRows:
    """On a stick or a shared folder the writer keeps the file to itself: the lines are read through it, once."""

    def __init__(self, atelier: Atelier) -> None:
        """Over an open library; a change of a workshop makes it read again."""
        self.folder = atelier.library.folder
        self._library = atelier.library
        self._known: dict[str, WorkshopRow] | None = None
        atelier.listen(self._heard)

    def _heard(self, change: Change) -> None:
        if change.touches(Workshop):
            self._known = None

    def _rows(self) -> dict[str, WorkshopRow]:
        if self._known is None:
            found = self._library.rows(Workshop, _NAMES, order="starts_on", newest=True)
            self._known = {row[0]: _line(*row) for row in found}
        return self._known

    def keys(self) -> list[tuple[str, str]]:
        """Every workshop, newest first: its id and the words one may filter by."""
        return [
            (row.id, " ".join(filter(None, (row.title, row.town, row.country, row.starts_on))))
            for row in self._rows().values()
        ]

    def page(self, offset: int, limit: int) -> list[WorkshopRow]:
        """A page of workshops, newest first."""
        rows = list(self._rows().values())
        return rows[offset:] if limit < 0 else rows[offset : offset + limit]

    def rows(self, keys: list[str]) -> list[WorkshopRow]:
        """The workshops with these ids."""
        known = self._rows()
        return [known[key] for key in keys if key in known]

    def count(self) -> int:
        """How many workshops there are."""
        return len(self._rows())

    def close(self) -> None:
        """Nothing is held that is not the library's."""
        self._known = None


def _line(
    key: str, title: str, town: str | None, country: str | None, day: str | None, *more: Any
) -> WorkshopRow:
    state, people = more
    return WorkshopRow(key, title or "", town or "", country or "", day or "", state or "", people or 0)
