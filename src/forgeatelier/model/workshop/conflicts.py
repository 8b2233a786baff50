# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be as it is planned, in words: what happens, and what can be done."""

from dataclasses import dataclass
from enum import StrEnum


class Clash(StrEnum):
    """What sort of conflict it is; the last ones only warn."""

    START_LATE = "start-late"
    END_SHORT = "end-short"
    CONTRADICTION = "contradiction"
    LANES_START = "lanes-start"
    OVER_END = "over-end"
    NEXT_DAY = "next-day"
    SHORTENED = "shortened"
    LANE_LONG = "lane-long"
    ABSURD = "absurd"
    MIDNIGHT = "midnight"
    CLOCK_CHANGE = "clock-change"
    NOBODY = "nobody"
    STRETCH = "stretch"


_WARNINGS = frozenset(
    (Clash.SHORTENED, Clash.LANE_LONG, Clash.MIDNIGHT, Clash.CLOCK_CHANGE, Clash.NOBODY, Clash.STRETCH)
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """`step_id` is the entity id of the step it is about (empty: the day as a whole), `minutes` how many too many."""

    kind: Clash
    step_id: str
    minutes: int
    what: str
    advice: str
    day: int = 1

    @property
    def blocks(self) -> bool:
        """Whether the plan cannot be held as it is; otherwise it is only worth knowing."""
        return self.kind not in _WARNINGS
