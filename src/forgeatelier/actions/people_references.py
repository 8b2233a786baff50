# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything in a library that names a person, of whatever kind, read off the declarations: nothing is missed."""

from collections.abc import Collection
from dataclasses import replace
from functools import cache
from typing import Any

from forgeatelier.model.declare import kind, kind_names, kind_of
from forgeatelier.model.entity import Entity
from forgeatelier.store.library import Library


@cache
def person_fields() -> dict[type[Entity], tuple[str, ...]]:
    """The fields that hold the id of a person, or several of them, by class."""
    found = {}
    for name in kind_names():
        declared = kind(name)
        names = tuple(rule.name for rule in declared.fields.values() if rule.refers == "person")
        if names:
            found[declared.type] = names
    return found


def naming(library: Library, person_ids: Collection[str]) -> tuple[Entity, ...]:
    """Every entity that names one of these persons, in the order in which they were made."""
    found: list[Entity] = []
    for cls, names in person_fields().items():
        for row in library.rows(cls, ("id", *names)):
            # Lists of ids are kept as one text: an id within it is enough to look closer.
            if any(key in str(cell) for cell in row[1:] if cell for key in person_ids):
                one = library.get(cls, str(row[0]))
                found += [one] if one is not None else []
    return tuple(found)


def pointed(entity: Entity, to: str, gone: Collection[str]) -> Entity:
    """The entity naming `to` wherever it named one of those who are `gone`; nobody twice in a list."""
    said: dict[str, Any] = {}
    for name in person_fields().get(kind_of(entity).type, ()):
        held = getattr(entity, name)
        if isinstance(held, tuple):
            said[name] = tuple(dict.fromkeys(to if key in gone else key for key in held))
        elif held in gone:
            said[name] = to
    return replace(entity, **said)
