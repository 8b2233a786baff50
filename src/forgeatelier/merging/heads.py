# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The heads of a field, and the one value that several heads show."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from forgeatelier.merging.writes import ALIVE
from forgeatelier.model.declare import Kind, Merge
from forgeatelier.model.people.consent import STRICTNESS


@dataclass(frozen=True, slots=True)
class Head:
    """A write of one field that no other write supersedes, with the plain value it gave (None: erased)."""

    write_id: str
    lamport: int
    device: str
    value: Any


@dataclass(frozen=True, slots=True)
class Edit:
    """One write as merging needs it: what it said and what it replaced, field by field."""

    write_id: str
    lamport: int
    device: str
    fields: Mapping[str, Any]
    supersedes: Mapping[str, Iterable[str]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What an entity shows: its plain fields, the fields in dispute, and whether it exists."""

    fields: Mapping[str, Any]
    disputed: tuple[str, ...]
    alive: bool


def heads_of(edits: Iterable[Edit]) -> dict[str, tuple[Head, ...]]:
    """The heads of every field of one entity, whatever the order in which its writes arrived."""
    edits = tuple(edits)
    replaced: dict[str, set[str]] = defaultdict(set)
    for edit in edits:
        for name, ids in edit.supersedes.items():
            replaced[name].update(ids)
    found: dict[str, dict[str, Head]] = defaultdict(dict)
    for edit in edits:
        for name, value in edit.fields.items():
            if edit.write_id not in replaced[name]:
                found[name][edit.write_id] = Head(edit.write_id, edit.lamport, edit.device, value)
    return {name: tuple(heads[key] for key in sorted(heads)) for name, heads in found.items() if heads}


def shown(kind: Kind, heads: Mapping[str, tuple[Head, ...]]) -> Shown:
    """What these heads show, by the declared policy of each field; fields this release does not know stay aside.

    A deletion loses to an edit it had not seen: any surviving head of a field brings the entity back.
    """
    known = {name: heads[name] for name in kind.fields if name in heads}
    fields = {name: _POLICY[kind.fields[name].merge](found) for name, found in known.items()}
    disputed = tuple(
        name for name, found in known.items() if kind.fields[name].merge is not Merge.ORDER and _differ(found)
    )
    alive = bool(known) or any(head.value for head in heads.get(ALIVE, ()))
    return Shown(fields, disputed, alive)


def _differ(heads: tuple[Head, ...]) -> bool:
    return any(head.value != heads[0].value for head in heads[1:])


def _winner(heads: tuple[Head, ...]) -> Any:
    return max(heads, key=lambda head: (head.lamport, head.device, head.write_id)).value


def _strictest(heads: tuple[Head, ...]) -> Any:
    order = {answer.value: rank for rank, answer in enumerate(STRICTNESS)}
    # An answer of a newer release that we cannot rank counts as the strictest: consent never loosens.
    return max((head.value for head in heads), key=lambda value: order.get(value, len(order)))


_POLICY: Mapping[Merge, Callable[[tuple[Head, ...]], Any]] = {
    Merge.WINNER: _winner,
    Merge.TEXT: _winner,
    Merge.STRICTEST: _strictest,
    Merge.NEVER: _winner,
    Merge.ORDER: _winner,
    Merge.ONCE: _winner,
}
