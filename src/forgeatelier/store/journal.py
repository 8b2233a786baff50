# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a change into immutable writes, and keeps journal and projection in one transaction."""

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from forgeatelier import __version__
from forgeatelier.merging.writes import ALIVE, Write, commitment, write_id
from forgeatelier.model.change import Change
from forgeatelier.model.declare import Kind, Privacy, kind_of
from forgeatelier.model.entity import Entity, new_id
from forgeatelier.model.plain import canonical, to_plain
from forgeatelier.store import statements as s
from forgeatelier.store.indexing import forget, index
from forgeatelier.store.rows import plain_fields, row

Run = Callable[..., Any]
Heads = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes: the device, its incarnation, and the moment shown to people (ISO 8601, UTC)."""

    device: str
    incarnation: str
    wall_time: str


@dataclass(frozen=True, slots=True)
class Edited:
    """One entity as the change leaves it: the fields it says, and the entity itself unless deleted."""

    kind: Kind
    entity_id: str
    said: Mapping[str, Any]
    after: Entity | None


def write_change(run: Run, change: Change, hand: Hand, lamport: int) -> int:
    """Write a change; returns the lamport number reached. The caller holds the transaction."""
    txn = new_id()
    for before, after in change.pairs():
        edited = _edited(before, after)
        if edited is not None:
            lamport += 1
            _write(run, edited, txn, lamport, hand)
    return lamport


def _edited(before: Entity | None, after: Entity | None) -> Edited | None:
    if after is None:
        if before is None:
            return None
        return Edited(kind_of(before), before.id, {ALIVE: False}, None)
    declared = kind_of(after)
    if before is None:
        return Edited(declared, after.id, {**plain_fields(after), ALIVE: True}, after)
    said = {
        name: to_plain(getattr(after, name))
        for name in declared.fields
        if getattr(after, name) != getattr(before, name)
    }
    return Edited(declared, after.id, said, after) if said else None


def _write(run: Run, edited: Edited, txn: str, lamport: int, hand: Hand) -> None:
    known = run(s.SELECT_STANDING, (edited.entity_id,)).fetchone()
    heads: Heads = json.loads(known[0]) if known else {}
    # A deletion replaces everything it saw; an edit replaces only the fields it names.
    replaced = heads if edited.after is None else {name: heads[name] for name in edited.said if name in heads}
    fields, secrets_ = _seal(edited.kind, edited.said)
    write = Write(
        entity_type=edited.kind.name,
        entity_id=edited.entity_id,
        fields=fields,
        supersedes={name: tuple(ids) for name, ids in replaced.items()},
        txn=txn,
        lamport=lamport,
        device=hand.device,
        incarnation=hand.incarnation,
        wall_time=hand.wall_time,
        app_version=__version__,
        partition=partition_of(edited.kind),
    )
    body = write.body()
    number = write_id(body)
    run(
        s.INSERT_WRITE,
        (number, write.entity_type, write.entity_id, txn, lamport, write.partition, body.decode()),
    )
    for name, salt, plain in secrets_:
        run(s.INSERT_SEALED, (number, name, salt, plain))
    _project(run, edited, {name: [number] for name in edited.said}, heads, fresh=known is None)


def partition_of(declared: Kind) -> str:
    """`personal` for kinds that hold nothing else; their writes never leave the library unsealed."""
    return "personal" if all(r.privacy is Privacy.PERSONAL for r in declared.fields.values()) else "team"


def _seal(declared: Kind, said: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    """Personal values leave only a salted hash in the write; salt and value go to a place that can be erased."""
    fields: dict[str, Any] = {}
    hidden: list[tuple[str, str, str]] = []
    for name, plain in said.items():
        rule = declared.fields.get(name)
        if rule is not None and rule.privacy is Privacy.PERSONAL:
            salt = secrets.token_bytes(16)
            fields[name] = {"sealed": commitment(salt, plain)}
            hidden.append((name, salt.hex(), canonical(plain).decode()))
        else:
            fields[name] = plain
    return fields, hidden


def _project(run: Run, edited: Edited, new: Heads, heads: Heads, *, fresh: bool) -> None:
    name, entity_id = edited.kind.name, edited.entity_id
    left = new if edited.after is None else {**heads, **new}
    run(s.UPSERT_STANDING, (entity_id, name, canonical(left).decode()))
    if edited.after is None:
        run(s.delete_row(name), (entity_id,))
        forget(run, entity_id)
        return
    plain = plain_fields(edited.after)
    run(s.upsert_row(name), row(name, entity_id, plain))
    index(run, edited.after, fresh=fresh)
