# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A value as a row of the projection, and a row as a value again."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from forgeatelier.model.declare import FieldRule, Kind, kind, kind_of
from forgeatelier.model.entity import Entity
from forgeatelier.model.plain import from_plain, texts, to_plain
from forgeatelier.store.tables import is_scalar, projection


@cache
def columns(name: str) -> tuple[str, ...]:
    """The columns of a kind's table, the id first."""
    return tuple(column.name for column in projection()[name].columns)


@cache
def scalars(name: str) -> frozenset[str]:
    """The fields of a kind that are plain columns rather than JSON."""
    return frozenset(rule.name for rule in kind(name).fields.values() if is_scalar(rule))


def stored(name: str, field: str, plain: Any) -> Any:
    """Plain JSON as the column keeps it."""
    if plain is None or field in scalars(name):
        return int(plain) if isinstance(plain, bool) else plain
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@cache
def _defaults(name: str) -> dict[str, Any]:
    return {rule.name: stored(name, rule.name, to_plain(rule.default)) for rule in kind(name).fields.values()}


def row(name: str, entity_id: str, plain: Mapping[str, Any]) -> tuple[Any, ...]:
    """The row of an entity from its plain fields; absent ones take their default."""
    return row_of_cells(name, entity_id, {field: stored(name, field, said) for field, said in plain.items()})


def row_of_cells(name: str, entity_id: str, cells: Mapping[str, Any]) -> tuple[Any, ...]:
    """The row of an entity from cells as the columns keep them; absent ones take their default."""
    usual = _defaults(name)
    return (entity_id, *(cells[c] if c in cells else usual[c] for c in columns(name)[1:]))


def value(declared: Kind, names: Sequence[str], found: Sequence[Any]) -> Entity:
    """The entity of a row whose columns are `names`; columns that were not read take their default."""
    said: dict[str, Any] = {}
    for name, cell in zip(names, found, strict=True):
        if name == "id":
            said["id"] = cell
        elif cell is not None:
            said[name] = _read(declared.fields[name], declared.name, cell)
    return declared.type(**said)


def _read(rule: FieldRule, name: str, cell: Any) -> Any:
    if rule.type is str:
        return cell
    return from_plain(rule.type, cell if rule.name in scalars(name) else json.loads(cell))


def plain_fields(entity: Entity) -> dict[str, Any]:
    """Every field of an entity that does not hold its default, in plain form."""
    return {
        rule.name: to_plain(found)
        for rule in kind_of(entity).fields.values()
        if (found := getattr(entity, rule.name)) != rule.default
    }


def searched_text(entity: Entity) -> tuple[str, str]:
    """The heading and the text under which an entity is found; what the heading says is not said twice."""
    declared = kind_of(entity)
    words: list[str] = []
    for rule in _worded(declared.name):
        words += texts(getattr(entity, rule.name))
    return _found_under(entity.heading, words)


def searched_cells(declared: Kind, cells: Mapping[str, Any]) -> tuple[str, str]:
    """The same from the cells of a row, of which only those that are searched are read."""
    words: list[str] = []
    for rule in _worded(declared.name):
        cell = cells.get(rule.name)
        if cell is None:
            words += texts(rule.default)
        elif rule.type is str:
            words += [cell] if cell else []
        else:
            words += texts(_read(rule, declared.name, cell))
    return _found_under(_Seen(declared, cells).heading, words)


def _found_under(heading: str, words: list[str]) -> tuple[str, str]:
    return heading, "\n".join(words).removeprefix(heading.removesuffix("…")).lstrip()


@cache
def _worded(name: str) -> tuple[FieldRule, ...]:
    """The searched fields in which there can be words: neither numbers and dates nor choices."""
    rules = kind(name).fields.values()
    return tuple(r for r in rules if r.searched and (r.type in (str, str | None) or not is_scalar(r)))


class _Seen:
    """Looks like the entity of a row, and reads a cell when it is asked for: a heading needs one of thirty."""

    def __init__(self, declared: Kind, cells: Mapping[str, Any]) -> None:
        self._declared, self._cells = declared, cells

    def __getattr__(self, name: str) -> Any:
        rule = self._declared.fields.get(name)
        if rule is None:
            return getattr(self._declared.type, name).__get__(self)
        cell = self._cells.get(name)
        return rule.default if cell is None else _read(rule, self._declared.name, cell)
