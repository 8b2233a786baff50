# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An id, and nothing else: what every kept thing has."""

import os
import time
import uuid
from dataclasses import dataclass, field


def new_id() -> str:
    """A fresh id for content: UUIDv7 (time first, so that neighbours in time are neighbours on disk)."""
    stamp = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    number = (
        (stamp & (1 << 48) - 1) << 80
        | 0x7 << 76
        | (random >> 68 & 0xFFF) << 64
        | 0b10 << 62
        | random & (1 << 62) - 1
    )
    return str(uuid.UUID(int=number))


def new_person_id() -> str:
    """A fresh id for a person: UUIDv4, which does not tell when she was written down."""
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something with an identity of its own, so that two libraries can meet."""

    id: str = field(default_factory=new_id)

    @property
    def heading(self) -> str:
        """What this thing is called in a list or a search result; empty when it has no name."""
        return ""
