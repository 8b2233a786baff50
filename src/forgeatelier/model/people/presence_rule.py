# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule a certificate stands on: a stated share of the half-days."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from forgeatelier.model.people.half_days import covers

USUAL_PERCENT = 75
"""The share of half-days most trainers ask for."""


@dataclass(frozen=True, slots=True)
class PresenceRule:
    """At least so many percent of the half-days."""

    percent: int = USUAL_PERCENT

    def needed(self, half_days: int) -> int:
        """How many of so many half-days that makes, rounded up; at least one."""
        return max(1, -(-self.percent * half_days // 100))


@dataclass(frozen=True, slots=True)
class Kept:
    """The half-days somebody was there for, of those that were planned, and how many were needed."""

    attended: tuple[str, ...]
    planned: int
    needed: int

    @property
    def fulfils(self) -> bool:
        """Whether the rule is kept; never when no half-day was planned."""
        return self.planned > 0 and len(self.attended) >= self.needed


def kept(rule: PresenceRule, planned: Sequence[str], noted: Iterable[str]) -> Kept:
    """How somebody noted at these half-days stands with the rule; half-days outside the plan do not count."""
    there = tuple(noted)
    attended = tuple(half for half in planned if covers(there, half))
    return Kept(attended, len(planned), rule.needed(len(planned)))
