# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every workshop without the text of its protocol: ten thousand of them are a list, not two hundred megabytes."""

import json
from datetime import date
from weakref import WeakKeyDictionary

from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.standing import HELD_STATES
from forgeatelier.model.workshop.workshop import Phase, Workshop, WorkshopState
from forgeatelier.store.library import Library

_COLUMNS = ("id", "title", "state", "town", "country", "starts_on", "own_steps")
_AT_ONCE = 200
_FEW = 20

_Taken = tuple[str, str]
_taken: WeakKeyDictionary[Library, dict[str, _Taken | None]] = WeakKeyDictionary()


def workshops_in_short(library: Library) -> tuple[Workshop, ...]:
    """All workshops; of their protocol only its id and version are told (they never change, so they are read once)."""
    rows = library.rows(Workshop, _COLUMNS)
    known = _taken.setdefault(library, {})
    _learn(library, known, [row[0] for row in rows if row[0] not in known])
    return tuple(_workshop(row, known.get(row[0])) for row in rows)


def workshops_held(library: Library) -> tuple[Workshop, ...]:
    """Those that took place, in short."""
    return tuple(one for one in workshops_in_short(library) if one.state in HELD_STATES)


def being_prepared(library: Library) -> tuple[Workshop, ...]:
    """Those one still prepares, in short, the next one first."""
    found = [one for one in workshops_in_short(library) if one.phase is Phase.PREPARE]
    return tuple(
        sorted(found, key=lambda one: (one.starts_on is None, str(one.starts_on or ""), one.heading))
    )


def was_run(library: Library, protocol_id: str) -> bool:
    """Whether a workshop runs this protocol now, or has: what others rely on needs a note to change."""
    begun = (*HELD_STATES, WorkshopState.RUNNING)
    return any(
        one.state in begun and one.protocol is not None and one.protocol.id == protocol_id
        for one in workshops_in_short(library)
    )


def _learn(library: Library, known: dict[str, _Taken | None], missing: list[str]) -> None:
    if len(missing) <= _FEW:
        for one in missing:
            found = library.get(Workshop, one)
            taken = found.protocol if found is not None else None
            known[one] = (taken.id, taken.version) if taken is not None else None
        return
    for first in range(0, library.count(Workshop), _AT_ONCE):
        for one, text in library.rows(Workshop, ("id", "protocol"), limit=_AT_ONCE, offset=first):
            said = json.loads(text) if text else None
            known[one] = (said["id"], said.get("version", Protocol(id="").version)) if said else None


def _workshop(row: tuple[str, str, str, str, str, str | None, int], taken: _Taken | None) -> Workshop:
    one, title, state, town, country, starts_on, own_steps = row
    return Workshop(
        id=one,
        title=title,
        state=WorkshopState(state),
        town=town,
        country=country,
        starts_on=date.fromisoformat(starts_on) if starts_on else None,
        own_steps=bool(own_steps),
        protocol=Protocol(id=taken[0], version=taken[1]) if taken is not None else None,
    )
