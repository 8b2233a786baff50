# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreement scales, read from the reference list: three, five and eight levels, the first the most in favour."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from forgeatelier.model.reference import RefEntry, ref_list

SCALES = "echelles-accord"
CONSENT_SCALE = "accord-3"
"""The scale of a consent round when its rule names none: agree, reserve, object."""


class Side(StrEnum):
    """What a level weighs."""

    FOR = "for"
    RESERVE = "reserve"
    NEUTRAL = "neutral"
    AGAINST = "against"
    OBJECTION = "objection"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scale, counted from 1; an objection is something to work on, not a veto button."""

    number: int
    side: Side
    entry: RefEntry

    def label(self, language: str) -> str:
        """What is written on the card."""
        return self.entry.label(language)

    def note(self, language: str) -> str:
        """What is said about it; often empty."""
        return self.entry.note(language)


@cache
def scale(name: str) -> tuple[Level, ...]:
    """The levels of a scale, the most in favour first; empty for a scale this release does not know."""
    entries = [entry for entry in ref_list(SCALES).entries if entry.extra.get("scale") == name]
    levels = (Level(int(one.extra["level"]), Side(str(one.extra["side"])), one) for one in entries)
    return tuple(sorted(levels, key=lambda one: one.number))


@cache
def scale_names() -> tuple[str, ...]:
    """The names of the scales that ship, in the order of the list."""
    return tuple(dict.fromkeys(str(entry.extra["scale"]) for entry in ref_list(SCALES).entries))
