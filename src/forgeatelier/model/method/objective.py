# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people leave with, in the three families of the Forge."""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """The three families of learning objectives."""

    SOFT_SKILLS = "soft_skills"
    TECHNICAL = "technical"
    ENVIRONMENT = "environment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A statement and the criterion one can observe."""

    family: Family
    statement: str
    criterion: str = ""
