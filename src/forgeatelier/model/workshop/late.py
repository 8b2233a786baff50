# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The late assistant: a few ways to be on time again, each with its price, or to spend what one is early."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop import late_words as words
from forgeatelier.model.workshop.late_cutting import Cutting, Source
from forgeatelier.model.workshop.late_early import early_options
from forgeatelier.model.workshop.late_option import LateOption, LengthChange, Way, changes_of, outcome
from forgeatelier.model.workshop.live_ahead import Rest, lay_rest, rest_of
from forgeatelier.model.workshop.live_clock import steady
from forgeatelier.model.workshop.live_step import LiveState, StepLive
from forgeatelier.model.workshop.planned_step import PlannedStep

__all__ = ["LateOption", "LengthChange", "Way", "options"]

_WAYS: tuple[tuple[Way, tuple[Source, ...]], ...] = (
    (Way.SPREAD, (Source.BUFFERS, Source.FLEXIBLE, Source.OPTIONAL, Source.BREAKS)),
    (Way.DROP, (Source.BUFFERS, Source.OPTIONAL, Source.FLEXIBLE, Source.BREAKS)),
    (Way.KEEP_BUFFERS, (Source.FLEXIBLE, Source.OPTIONAL, Source.BREAKS)),
    (Way.BREAKS, (Source.BUFFERS, Source.BREAKS, Source.FLEXIBLE, Source.OPTIONAL)),
)
_MOST = 4


def options(state: LiveState, now: datetime) -> tuple[LateOption, ...]:
    """Up to four ways to make up for lateness, or to spend an advance; none when the day is on time."""
    at, _jump = steady(state, now)
    rest = rest_of(state, at)
    if not rest.steps:
        return ()
    plain = lay_rest(rest)
    agreed = state.ends.get(rest.day, plain.end)
    if asked := Cutting(rest, agreed).worst(plain):
        return _lettered(_late(state, rest, agreed, asked))
    return _lettered(early_options(state, plain, agreed))


def _lettered(found: Sequence[LateOption]) -> tuple[LateOption, ...]:
    return tuple(replace(one, letter=letter) for one, letter in zip(found, "ABCD", strict=False))


def _late(state: LiveState, rest: Rest, agreed: int, asked: int) -> list[LateOption]:
    found: list[LateOption] = []
    for way, sources in _WAYS:
        cutting = Cutting(rest, agreed)
        cutting.win(sources)
        made = _option(rest, way, cutting.lengths, agreed, asked)
        if way is Way.DROP and not any(one.after == 0 and not _buffer(one.step) for one in made.changes):
            continue
        if way is Way.BREAKS and not any(one.step.form is Form.BREAK for one in made.changes):
            continue
        if way is Way.DROP:
            # Taking a little everywhere came to the same: the honest name is what is dropped.
            found = [other for other in found if other.changes != made.changes]
        if made.recovered > 0 and all(made.changes != other.changes for other in found):
            found.append(made)
    best = min((one.shortfall for one in found), default=asked)
    found = [one for one in found if one.shortfall == best]
    carried = _carried(state, rest, agreed, asked)
    assumed = _assumed(rest, agreed, asked)
    if carried and (best or len(found) < 2):
        found = [*found[: _MOST - 2], carried]
    return [*found[: _MOST - 1], assumed]


def _buffer(step: PlannedStep) -> bool:
    return step.form is Form.BUFFER


def _option(
    rest: Rest, way: Way, lengths: dict[str, int], agreed: int, asked: int, carried: Sequence[str] = ()
) -> LateOption:
    ahead = lay_rest(rest, lengths)
    shortfall = Cutting(rest, agreed).worst(ahead)
    gained = 0 if shortfall else max(0, min(agreed, lay_rest(rest).end) - ahead.end)
    changes = changes_of(rest, lengths, carried)
    reserve = 0
    if way is Way.KEEP_BUFFERS:
        reserve = sum(lengths[one.step.id] for one in rest.to_do if _buffer(one.step))
    return LateOption(
        "",
        way,
        _TITLES[way](rest, changes),
        outcome(ahead, agreed, reserve=reserve),
        changes,
        ahead.end,
        agreed,
        asked,
        asked - shortfall + gained,
        gained,
        shortfall=shortfall,
        missed=ahead.missed,
        day=rest.day,
    )


def _assumed(rest: Rest, agreed: int, asked: int) -> LateOption:
    ahead = lay_rest(rest)
    moved = max(0, ahead.end - agreed)
    shortfall = max((one.minutes for one in ahead.missed), default=0)
    return LateOption(
        "",
        Way.ASSUME,
        words.assume_title(),
        outcome(ahead, agreed, assumed=True),
        (),
        ahead.end,
        agreed + moved,
        asked,
        0,
        moved=moved,
        shortfall=shortfall,
        missed=ahead.missed,
        day=rest.day,
    )


def _carried(state: LiveState, rest: Rest, agreed: int, asked: int) -> LateOption | None:
    """The last steps of the day done another day: as few of them as it takes."""
    lengths, taken = dict(rest.lengths), []
    before = asked
    for one in reversed(rest.to_do):
        if not _can_wait(one) or not lengths[one.step.id]:
            continue
        trial = {**lengths, one.step.id: 0}
        now = Cutting(rest, agreed).worst(lay_rest(rest, trial))
        if now < before:
            lengths, before = trial, now
            taken.append(one.step.id)
        if not now:
            break
    if not taken or before >= asked or len(taken) == len(rest.to_do):
        return None
    made = _option(rest, Way.CARRY, lengths, agreed, asked, taken)
    next_day = any(max(1, one.step.day) > rest.day for one in state.steps)
    titles = [one.step.title for one in made.changes]
    return replace(made, title=words.carry_title(titles, next_day=next_day))


def _can_wait(one: StepLive) -> bool:
    step = one.step
    idle = step.form in (Form.BREAK, Form.BUFFER)
    return not (step.fork or step.starts_at or step.ends_at or idle)


def _spread(_rest: Rest, changes: Sequence[LengthChange]) -> str:
    buffers = any(_buffer(one.step) for one in changes)
    return words.spread_title(buffers=buffers, others=any(not _buffer(one.step) for one in changes))


def _dropped(_rest: Rest, changes: Sequence[LengthChange]) -> str:
    return words.drop_title([one.step.title for one in changes if not one.after and not _buffer(one.step)])


def _kept(rest: Rest, changes: Sequence[LengthChange]) -> str:
    if any(_buffer(one.step) and one.minutes for one in rest.to_do):
        return words.keep_buffers_title()
    return _spread(rest, changes)


_TITLES: dict[Way, Callable[[Rest, Sequence[LengthChange]], str]] = {
    Way.SPREAD: _spread,
    Way.DROP: _dropped,
    Way.KEEP_BUFFERS: _kept,
    Way.BREAKS: lambda _rest, _changes: words.breaks_title(),
    Way.CARRY: lambda _rest, _changes: "",
}
