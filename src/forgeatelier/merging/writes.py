# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A write: one immutable edit of one entity, named by the hash of its canonical writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from forgeatelier.model.plain import canonical

ALIVE = "@alive"
"""The field that says whether an entity exists; `@` keeps it apart from declared fields."""

FORMAT = 1
"""The version of the writing that is hashed."""


@dataclass(frozen=True, slots=True)
class Write:
    """`fields` holds plain values, `{"sealed": commitment}` for personal ones; `supersedes` what each replaces.

    `wall_time` (ISO 8601, UTC) is shown to people and decides nothing; `lamport` only breaks ties.
    """

    entity_type: str
    entity_id: str
    fields: Mapping[str, Any]
    supersedes: Mapping[str, tuple[str, ...]]
    txn: str
    lamport: int
    device: str
    incarnation: str
    wall_time: str
    app_version: str
    partition: str

    def body(self) -> bytes:
        """The canonical writing of this write."""
        return canonical(
            {
                "format": FORMAT,
                "entity_type": self.entity_type,
                "entity_id": self.entity_id,
                "fields": dict(self.fields),
                "supersedes": {name: sorted(ids) for name, ids in self.supersedes.items()},
                "txn": self.txn,
                "lamport": self.lamport,
                "device": self.device,
                "incarnation": self.incarnation,
                "wall_time": self.wall_time,
                "app_version": self.app_version,
                "partition": self.partition,
            }
        )


def write_id(body: bytes) -> str:
    """The id of the write whose canonical writing this is: its SHA-256 in hex."""
    return sha256(body).hexdigest()


def commitment(salt: bytes, plain: Any) -> str:
    """What a write says of a personal value: its salted hash, which proves it and does not tell it."""
    return sha256(salt + canonical(plain)).hexdigest()
