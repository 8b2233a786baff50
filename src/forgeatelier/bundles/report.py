# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found of a bundle that arrives: facts to show before anything is taken in, and what is wrong with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """Whether a finding stands in the way."""

    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: a sentence, its remedy, and the file (path in the bag; empty for the whole)."""

    level: Level
    what: str
    advice: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFacts:
    """What the bundle says of itself, cleaned and cut short; empty when it does not say."""

    title: str = ""
    version: str = ""
    made_on: date | None = None
    language: str = ""
    licence: str = ""
    collective: str = ""
    version_id: str = ""
    series_id: str = ""
    made_with: str = ""
    files: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """The facts, the findings, and the files (paths in the bag) that are damaged, missing, or in no list."""

    facts: BundleFacts
    findings: tuple[Finding, ...] = ()
    damaged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    withdrawals: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing stands in the way of taking it in."""
        return not any(finding.level is Level.BLOCKING for finding in self.findings)
