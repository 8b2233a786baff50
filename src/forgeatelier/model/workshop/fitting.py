# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shortening steps so that locks hold and days end in time: what may go goes first, nothing below its minimum."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.blocks import by_place, day_of_step
from forgeatelier.model.workshop.conflicts import Clash
from forgeatelier.model.workshop.durations import shortest
from forgeatelier.model.workshop.laying import Laid, lay
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.slots import Conditions, wished_end

_BREAKS = 4
_TIERS = {Importance.OPTIONAL: 1, Importance.USEFUL: 2, Importance.ESSENTIAL: 3}
_LATE = (Clash.START_LATE, Clash.END_SHORT)

_Target = tuple[Clash, str]
_END: _Target = (Clash.OVER_END, "")


@dataclass(frozen=True, slots=True)
class Fit:
    """New whole minutes by entity id, only for steps that change; `won` minutes, and `missing` that cannot be won.

    Both count the worst lateness of each day: of a locked step, or of its end.
    """

    minutes: Mapping[str, int] = field(default_factory=dict)
    won: int = 0
    missing: int = 0


def tier(step: PlannedStep) -> int:
    """When a step gives minutes: buffers first (0), then what is optional, useful, essential, and last breaks (4)."""
    if step.form is Form.BUFFER:
        return 0
    return _BREAKS if step.form is Form.BREAK else _TIERS[step.importance]


def fit(steps: Iterable[PlannedStep], conditions: Conditions) -> Fit:
    """Lengths with which locks hold and every day ends at `conditions.ends_at`, as near as minimums allow.

    Steps of the same importance give in proportion to what they can give.
    """
    days: dict[int, list[PlannedStep]] = {}
    for step in by_place(steps):
        if step.zone is Zone.DAY:
            days.setdefault(day_of_step(step), []).append(step)
    fitted = [_Fitting(day, group, conditions) for day, group in days.items()]
    lengths: dict[str, int] = {}
    for one in fitted:
        lengths |= one.run()
    return Fit(
        lengths,
        sum(one.before - one.after for one in fitted),
        sum(one.after for one in fitted),
    )


class _Fitting:
    """One day being fitted: the lengths given so far."""

    def __init__(self, day: int, steps: Sequence[PlannedStep], conditions: Conditions) -> None:
        self._day, self._steps, self._conditions = day, steps, conditions
        self._lengths: dict[str, int] = {}
        laid = self._lay({})
        self._wished = wished_end(conditions, laid.start)
        self._full = {step.id: laid.length(step) for step in steps}
        self.before = self.after = self._worst(laid)

    def run(self) -> dict[str, int]:
        """The lengths that differ, once every lateness was worked on, the earliest first."""
        if not self.before:
            return {}
        targets = [(raw.kind, raw.step.id) for raw in self._lay({}).raws if raw.kind in _LATE]
        for target in (*targets, _END):
            self._work_on(target)
        self.after = self._worst(self._lay(self._lengths))
        return {key: minutes for key, minutes in self._lengths.items() if minutes != self._full[key]}

    def _lay(self, lengths: Mapping[str, int]) -> Laid:
        return lay(self._day, self._steps, self._conditions, lengths)

    def _late(self, laid: Laid, target: _Target) -> int:
        if target == _END:
            return 0 if self._wished is None else max(0, laid.end - self._wished)
        return next((r.minutes for r in laid.raws if (r.kind, r.step.id) == target), 0)

    def _worst(self, laid: Laid) -> int:
        return max([self._late(laid, _END), *(raw.minutes for raw in laid.raws if raw.kind in _LATE)])

    def _slack(self, step: PlannedStep) -> int:
        length = self._lengths.get(step.id, self._full[step.id])
        return length - shortest(step, self._full[step.id])

    def _work_on(self, target: _Target) -> None:
        laid = self._lay(self._lengths)
        if not self._late(laid, target):
            return
        givers = [step for step in _leading_to(laid, target) if self._slack(step) > 0]
        best = self._late(self._lay(self._given(givers, None)), target)
        for level in range(_BREAKS + 1):
            same = [step for step in givers if tier(step) == level]
            if not same:
                continue
            enough = self._late(self._lay(self._given(same, None)), target) <= best
            self._lengths = self._least(same, target, best) if enough else self._given(same, None)
            if enough:
                break
        self._give_back(givers, target, best)

    def _given(self, steps: Sequence[PlannedStep], part: int | None) -> dict[str, int]:
        """The lengths when these steps give `part` minutes between them (None: all they can)."""
        slacks = [self._slack(step) for step in steps]
        shares = slacks if part is None else _shared(slacks, part)
        given = zip(steps, shares, strict=True)
        return self._lengths | {s.id: self._lengths.get(s.id, self._full[s.id]) - n for s, n in given}

    def _least(self, steps: Sequence[PlannedStep], target: _Target, best: int) -> dict[str, int]:
        low, high = 0, sum(self._slack(step) for step in steps)
        while low < high:
            middle = (low + high) // 2
            if self._late(self._lay(self._given(steps, middle)), target) <= best:
                high = middle
            else:
                low = middle + 1
        return self._given(steps, low)

    def _give_back(self, steps: Sequence[PlannedStep], target: _Target, best: int) -> None:
        """Minutes that win nothing, as in a lane that waits anyway, go back to the most important steps."""
        now = self._lay(self._lengths)
        idle = {slot.step.id for slot in now.slots[: now.held]} if target == _END else set()
        for step in sorted(steps, key=tier, reverse=True):
            short = self._full[step.id] - self._lengths.get(step.id, self._full[step.id])
            if not short or not (step.fork or step.id in idle):
                continue
            low, high = 0, short
            while low < high:
                middle = (low + high + 1) // 2
                trial = {**self._lengths, step.id: self._lengths[step.id] + middle}
                if self._worst_of(trial, target) <= best:
                    low = middle
                else:
                    high = middle - 1
            self._lengths[step.id] += low

    def _worst_of(self, lengths: Mapping[str, int], target: _Target) -> int:
        """How late the target is, unless something before it that held no longer does."""
        laid = self._lay(lengths)
        known = {(raw.kind, raw.step.id): raw.minutes for raw in self._lay(self._lengths).raws}
        if any(raw.minutes > known.get((raw.kind, raw.step.id), 0) for raw in laid.raws):
            return 1 << 30
        return self._late(laid, target)


def _shared(slacks: Sequence[int], part: int) -> list[int]:
    """`part` minutes shared out in proportion to what each can give, whole; the largest remainders round up."""
    whole = sum(slacks)
    shares = [slack * part // whole for slack in slacks]
    largest = sorted(range(len(slacks)), key=lambda at: (-(slacks[at] * part % whole), at))
    for at in largest[: part - sum(shares)]:
        shares[at] += 1
    return shares


def _leading_to(laid: Laid, target: _Target) -> list[PlannedStep]:
    """The steps whose lengths move the target: those since something last held the clock."""
    if target == _END:
        return [slot.step for slot in laid.slots[laid.held :] if not slot.step.ends_at]
    raw = next(r for r in laid.raws if (r.kind, r.step.id) == target)
    beside = {
        s.id
        for s in (slot.step for slot in raw.led)
        if s.fork and s.fork == raw.step.fork and s.lane != raw.step.lane
    }
    return [slot.step for slot in raw.led if slot.step.id not in beside and not slot.step.ends_at]
