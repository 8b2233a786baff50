# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One option of the late assistant: what it changes, where it leads, and what it leaves missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.model.workshop import late_words as words
from forgeatelier.model.workshop.late_cutting import differing
from forgeatelier.model.workshop.live_ahead import Ahead, Missed, Rest
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import clock, minute_of


class Way(StrEnum):
    """What an option does."""

    SPREAD = "spread"
    DROP = "drop"
    KEEP_BUFFERS = "keep-buffers"
    BREAKS = "breaks"
    CARRY = "carry"
    ASSUME = "assume"
    LONGER_BREAK = "longer-break"
    LONGER_DEBATE = "longer-debate"
    RESTORE = "restore"
    FINISH = "finish"


@dataclass(frozen=True, slots=True)
class LengthChange:
    """A step whose length an option changes, in whole minutes; 0 drops it, or carries it over."""

    step: PlannedStep
    before: int
    after: int
    carried: bool = False

    @property
    def minutes(self) -> int:
        """How many minutes more, or fewer (negative)."""
        return self.after - self.before

    @property
    def words(self) -> str:
        """« −4 Sous-groupes (45 → 41) »."""
        return words.change_words(self.step.title, self.before, self.after)


@dataclass(frozen=True, slots=True)
class LateOption:
    """A costed way: `asked` minutes to find (or to spend, when early), of which `recovered` were.

    `gained` is more than was asked, `moved` by how much the end is moved on purpose, `shortfall` what is still missing
    at the worst locked point or at the end. `end` is when the day will be over, `agreed_end` when it then should be.
    """

    letter: str
    way: Way
    title: str
    outcome: str
    changes: tuple[LengthChange, ...]
    end: int
    agreed_end: int
    asked: int
    recovered: int
    gained: int = 0
    moved: int = 0
    shortfall: int = 0
    missed: tuple[Missed, ...] = ()
    day: int = 1

    @property
    def words(self) -> str:
        """« A. Le tampon et un peu partout : −10 Tampon (10 → 0), … : fin à l’heure, 16:30 »."""
        cost = ", ".join(one.words for one in self.changes)
        parts = (f"{self.letter}. {self.title}", cost, self.outcome)
        return "\u00a0: ".join(part for part in parts if part)

    @property
    def new_end(self) -> str:
        """« 16:48 »."""
        return clock(self.end)


def changes_of(
    rest: Rest, lengths: Mapping[str, int], carried: Sequence[str] = ()
) -> tuple[LengthChange, ...]:
    """The whole lengths that change, of what runs too, in order."""
    by_id = {one.step.id: one for one in rest.steps}
    wanted = differing(rest, lengths)
    made = []
    for key, one in by_id.items():
        if key in wanted:
            after = one.minutes + wanted[key] - rest.lengths[key]
            made.append(LengthChange(one.step, one.minutes, after, key in carried))
    return tuple(made)


def outcome(ahead: Ahead, agreed: int, *, reserve: int = 0, assumed: bool = False) -> str:
    """Where this leads, in words, and whether it ends after the hour at which all must be over."""
    told = words.outcome_words(ahead.end, agreed, ahead.missed, reserve=reserve, assumed=assumed)
    closing = ahead.rest.conditions.ends_at
    if (
        closing is None
        or ahead.end <= max(agreed, minute_of(closing))
        or minute_of(closing) < ahead.rest.opening
    ):
        return told
    return f"{told}\u00a0; {words.over_words(ahead.end, minute_of(closing))}"
