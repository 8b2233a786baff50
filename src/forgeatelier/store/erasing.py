# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forgetting what personal fields used to say: the sealed values go, the writes and their hashes stay whole."""

import json
from collections.abc import Iterable
from typing import Any

_WRITES = "SELECT id FROM journal WHERE entity_id=?"
_HEADS = "SELECT heads FROM standing WHERE entity_id=?"
_SEALED = "SELECT field, value FROM sealed WHERE write_id=?"
_FORGET = "DELETE FROM sealed WHERE write_id=? AND field=?"


def forget_past(run: Any, entity_ids: Iterable[str]) -> tuple[tuple[str, Any], ...]:
    """Erase every sealed value of these entities that is not shown today; returns what is forgotten, by field.

    The caller holds the transaction; with `secure_delete` on, the pages themselves are overwritten.
    """
    gone: list[tuple[str, Any]] = []
    for entity_id in entity_ids:
        known = run(_HEADS, (entity_id,)).fetchone()
        heads: dict[str, list[str]] = json.loads(known[0]) if known else {}
        for (write_id,) in run(_WRITES, (entity_id,)).fetchall():
            for field, said in run(_SEALED, (write_id,)).fetchall():
                if write_id not in heads.get(field, ()):
                    run(_FORGET, (write_id, field))
                    gone.append((field, json.loads(said)))
    return tuple(gone)
