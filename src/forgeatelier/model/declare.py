# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One declaration per field: its type, how it merges, and who may see it.

    @entity("organisation", marked("Structure"))
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Organisation(Entity):
        name: Annotated[str, PUBLIC, Label(marked("Nom"))] = ""

The table, the journal, the search index, the export gate and the form on screen are derived from it.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

from forgeatelier.model.entity import Entity


class Privacy(StrEnum):
    """Who may see a field: the world, the team, or only the library it was written in."""

    PUBLIC = "public"
    TEAM = "team"
    PERSONAL = "personal"


class Merge(StrEnum):
    """What is shown when two writes of one field did not know each other."""

    WINNER = "winner"  # a deterministic one, with a conflict badge; both are kept
    TEXT = "text"  # merged by line, then sentence, when the edits do not touch
    STRICTEST = "strictest"  # consent: the most restrictive one
    NEVER = "never"  # decisions and validations wait for a person
    ORDER = "order"  # a place in a list: the deterministic one, nothing is lost
    ONCE = "once"  # written when the thing is made, never again


PUBLIC, TEAM, PERSONAL = Privacy.PUBLIC, Privacy.TEAM, Privacy.PERSONAL
TEXT, STRICTEST, NEVER, ORDER, ONCE = Merge.TEXT, Merge.STRICTEST, Merge.NEVER, Merge.ORDER, Merge.ONCE


@dataclass(frozen=True, slots=True)
class Label:
    """What a field is called on screen (a French message, translated where it is shown)."""

    text: str


@dataclass(frozen=True, slots=True)
class Refers:
    """The field holds the id of an entity of this kind (several, when its type is a tuple)."""

    kind: str


@dataclass(frozen=True, slots=True)
class Unsearched:
    """The field stays out of the full-text index: it is a copy, an address or a code."""


UNSEARCHED = Unsearched()


@dataclass(frozen=True, slots=True)
class FieldRule:
    """The declaration of one field, read off its annotation."""

    name: str
    type: Any
    privacy: Privacy
    merge: Merge
    label: str
    refers: str
    searched: bool
    default: Any


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entity: its name in the journal, its name for people, its class and its fields."""

    name: str
    label: str
    type: type[Entity]
    fields: Mapping[str, FieldRule]

    def named(self, privacy: Privacy) -> tuple[str, ...]:
        """The names of the fields of this privacy class, in the order of declaration."""
        return tuple(f.name for f in self.fields.values() if f.privacy is privacy)


_KINDS: dict[str, tuple[type[Entity], str]] = {}
_NAMES: dict[type[Entity], str] = {}


_E = TypeVar("_E", bound=Entity)


def entity(name: str, label: str) -> Callable[[type[_E]], type[_E]]:
    """Declare a dataclass as a kind of entity called `name`; its fields are read when first asked for."""

    def declare(cls: type[_E]) -> type[_E]:
        _KINDS[name] = (cls, label)
        _NAMES[cls] = name
        return cls

    return declare


def kind_names() -> tuple[str, ...]:
    """The names of every declared kind, sorted."""
    return tuple(sorted(_KINDS))


def kind_of(value: Entity | type[Entity]) -> Kind:
    """The declaration of an entity or of its class."""
    return kind(_NAMES[value if isinstance(value, type) else type(value)])


@cache
def kind(name: str) -> Kind:
    """The declaration called `name`. Raises KeyError for a kind this release does not know."""
    cls, label = _KINDS[name]
    hints = get_type_hints(cls, include_extras=True)
    return Kind(
        name,
        label,
        cls,
        {f.name: _rule(name, f, hints[f.name]) for f in dataclasses.fields(cls) if f.name != "id"},
    )


def _rule(kind_name: str, field: dataclasses.Field[Any], hint: Any) -> FieldRule:
    marks: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *said = get_args(hint)
        marks = tuple(said)
    privacy = [m for m in marks if isinstance(m, Privacy)]
    if len(privacy) != 1:
        # Failing closed: a field that forgot to say who may see it must not exist.
        message = f"{kind_name}.{field.name} must say exactly once who may see it"
        raise TypeError(message)
    merge = next((m for m in marks if isinstance(m, Merge)), Merge.WINNER)
    label = next((m.text for m in marks if isinstance(m, Label)), field.name)
    refers = next((m.kind for m in marks if isinstance(m, Refers)), "")
    default = field.default_factory() if callable(field.default_factory) else field.default
    searched = not refers and not any(isinstance(m, Unsearched) for m in marks)
    return FieldRule(field.name, hint, privacy[0], merge, label, refers, searched, default)
