# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the full-text index in step with the values, inside the same transaction."""

from typing import Any

from forgeatelier.model.declare import kind_of
from forgeatelier.model.entity import Entity
from forgeatelier.store import statements as s
from forgeatelier.store.rows import searched_text


def index(run: Any, entity: Entity, *, fresh: bool) -> None:
    """File an entity under its words; `fresh` ones are known not to be there yet."""
    heading, text = searched_text(entity)
    within = getattr(entity, "workshop_id", "")
    old = None if fresh else run(s.SELECT_FOUND, (entity.id,)).fetchone()
    if old is None:
        number = run(s.INSERT_FOUND, (entity.id, kind_of(entity).name, within, heading, text)).lastrowid
    elif (old[1], old[2]) == (heading, text):
        return
    else:
        number = old[0]
        run(s.DELETE_WORDS, tuple(old))
        run(s.UPDATE_FOUND, (within, heading, text, number))
    run(s.INSERT_WORDS, (number, heading, text))


def forget(run: Any, entity_id: str) -> None:
    """Take an entity out of the index."""
    old = run(s.SELECT_FOUND, (entity_id,)).fetchone()
    if old is not None:
        run(s.DELETE_WORDS, tuple(old))
        run(s.DELETE_FOUND, (old[0],))
