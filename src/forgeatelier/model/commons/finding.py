# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a check before publication can say: a finding, how grave it is, and where it can be put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """Whether a finding stops the publication."""

    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is wrong, `remedy` says what to do; `kind`, `id` and `field` say where to go."""

    level: Level
    code: str
    what: str
    remedy: str
    kind: str = ""
    id: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A retained photo or recording that consents do not cover: `reason` is unknown, person or minor."""

    capture_id: str
    heading: str
    reason: str


def may_leave(found: Iterable[Finding]) -> bool:
    """Whether nothing blocks."""
    return not any(f.level is Level.BLOCKING for f in found)


def block(code: str, what: str, remedy: str, kind: str = "", ident: str = "", field: str = "") -> Finding:
    """A finding that stops the publication."""
    return Finding(Level.BLOCKING, code, what, remedy, kind, ident, field)


def warn(code: str, what: str, remedy: str, kind: str = "", ident: str = "", field: str = "") -> Finding:
    """A finding that lets it go on."""
    return Finding(Level.WARNING, code, what, remedy, kind, ident, field)
