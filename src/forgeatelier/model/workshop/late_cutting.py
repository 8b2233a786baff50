# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Winning minutes back from what remains of a day: locked points first, one after the other, then its end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.blocks import Block, blocks_of
from forgeatelier.model.workshop.durations import shortest
from forgeatelier.model.workshop.late_sharing import fewest_over, share
from forgeatelier.model.workshop.live_ahead import Ahead, Rest, lay_rest
from forgeatelier.model.workshop.live_step import Standing, StepLive
from forgeatelier.model.workshop.planned_step import PlannedStep

SHORTEST_BREAK = 10
"""A break is not cut below as many minutes."""


class Source(StrEnum):
    """Where minutes may come from."""

    BUFFERS = "buffers"
    OPTIONAL = "optional"
    FLEXIBLE = "flexible"
    BREAKS = "breaks"


@dataclass(frozen=True, slots=True)
class _Point:
    """A locked time that must hold (with its step), or the end of the day."""

    step: PlannedStep | None = None
    ending: bool = False

    def late(self, ahead: Ahead, agreed: int) -> int:
        """By how many minutes it is missed."""
        if self.step is None:
            return max(0, ahead.end - agreed)
        held = (one.minutes for one in ahead.missed if one.step is self.step and one.ending is self.ending)
        return next(held, 0)


class Cutting:
    """The lengths of what remains, being cut."""

    def __init__(self, rest: Rest, agreed: int) -> None:
        """Begin with the lengths as agreed; `agreed` is when the day should end."""
        self._rest, self._agreed = rest, agreed
        self._by_id = {one.step.id: one for one in rest.steps}
        self._blocks = blocks_of([one.step for one in rest.steps])
        self.lengths: dict[str, int] = dict(rest.lengths)

    def worst(self, ahead: Ahead | None = None) -> int:
        """The greatest lateness of a locked point or of the end, as the lengths are now."""
        ahead = ahead or self.ahead()
        return max([0, ahead.end - self._agreed, *(one.minutes for one in ahead.missed)])

    def ahead(self) -> Ahead:
        """What remains on the clock, as the lengths are now."""
        return lay_rest(self._rest, self.lengths)

    def win(self, sources: Sequence[Source]) -> None:
        """Make every point hold that can, the earliest first, each from the steps that lead to it."""
        for point, blocks in self._stretches():
            for source in self._in_turn(sources, blocks, point):
                need = point.late(self.ahead(), self._agreed)
                if need:
                    self._take(source, blocks, need)

    def _in_turn(self, sources: Sequence[Source], blocks: Sequence[Block], point: _Point) -> Sequence[Source]:
        """What is optional goes before buffers that would do alone: there is no other reason to drop it."""
        if sources[:2] != (Source.BUFFERS, Source.OPTIONAL):
            return sources
        need = point.late(self.ahead(), self._agreed)
        buffers = sum(self._slack(block, Source.BUFFERS) for block in blocks)
        return (Source.OPTIONAL, Source.BUFFERS, *sources[2:]) if buffers >= need else sources

    def _stretches(self) -> list[tuple[_Point, list[Block]]]:
        """Each point with the blocks between the one before it and itself."""
        found: list[tuple[_Point, list[Block]]] = []
        blocks: list[Block] = []
        running = {one.step.id for one in self._rest.running}
        for block in self._blocks:
            firsts = [lane[0] for lane in block if lane[0].id not in running]
            starts = [step for step in firsts if step.starts_at]
            if starts:
                found.append((_Point(min(starts, key=lambda one: (one.starts_at, one.id))), blocks))
                blocks = []
            ends = [step for step in firsts if step.ends_at and len(block) == 1]
            found += [(_Point(step, ending=True), blocks) for step in ends]
            blocks = [] if ends else [*blocks, block]
        return [*found, (_Point(), blocks)]

    def _take(self, source: Source, blocks: Sequence[Block], need: int) -> None:
        if source is Source.OPTIONAL:
            able = [block[0][0] for block in blocks if self._optional(block)]
            for at in fewest_over(need, [self.lengths[step.id] for step in able]):
                self.lengths[able[at].id] = 0
            return
        gives = share(
            need, [self._length(block) for block in blocks], [self._slack(b, source) for b in blocks]
        )
        for block, give in zip(blocks, gives, strict=True):
            if give:
                self._shorten(block, self._length(block) - give, source)

    def _optional(self, block: Block) -> bool:
        step = block[0][0]
        return (
            len(block) == len(block[0]) == 1
            and step.importance is Importance.OPTIONAL
            and step.form not in (Form.BREAK, Form.BUFFER)
            and not (step.starts_at or step.ends_at)
            and self._by_id[step.id].standing is Standing.TO_DO
        )

    def _length(self, block: Block) -> int:
        return max(sum(self.lengths[step.id] for step in lane) for lane in block)

    def _slack(self, block: Block, source: Source) -> int:
        """How much shorter a block can get: lanes side by side only win together."""
        least = max(sum(self.lengths[step.id] - self._give(step, source) for step in lane) for lane in block)
        return self._length(block) - least

    def _shorten(self, block: Block, target: int, source: Source) -> None:
        for lane in block:
            over = sum(self.lengths[step.id] for step in lane) - target
            weights = [self.lengths[step.id] for step in lane]
            for step, give in zip(
                lane, share(max(0, over), weights, [self._give(s, source) for s in lane]), strict=True
            ):
                self.lengths[step.id] -= give

    def _give(self, step: PlannedStep, source: Source) -> int:
        """How many minutes a step can still give from this source."""
        one = self._by_id[step.id]
        if step.ends_at and one.standing is Standing.TO_DO:
            return 0
        sort = {Form.BUFFER: Source.BUFFERS, Form.BREAK: Source.BREAKS}.get(step.form, Source.FLEXIBLE)
        if sort is not source:
            return 0
        return max(0, self.lengths[step.id] - least_left(self._rest, one))


def least_left(rest: Rest, one: StepLive) -> int:
    """The fewest minutes that remain for a step: its minimum, ten minutes of break, and what it has already taken."""
    least = shortest(one.step, one.minutes)
    if one.step.form is Form.BREAK:
        least = min(one.minutes, max(SHORTEST_BREAK, one.step.minutes_min))
    gone = one.minutes - rest.lengths[one.step.id]
    return max(0, least - gone)


def differing(rest: Rest, lengths: Mapping[str, int]) -> dict[str, int]:
    """Only the lengths that are not as agreed."""
    return {key: minutes for key, minutes in lengths.items() if minutes != rest.lengths[key]}
