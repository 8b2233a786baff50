# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can hurt, how to prevent it, and what to do first."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How badly it can hurt; `NONE` is for steps without risk."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """One hazard of the workshop."""

    hazard: str
    severity: Severity = Severity.LOW
    prevention: str = ""
    protective_gear: tuple[str, ...] = ()
    first_aid: str = ""
