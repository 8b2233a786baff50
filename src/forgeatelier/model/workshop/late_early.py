# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Being early: minutes given back to a break, to the discussion, to what was cut, or to everybody."""

from collections.abc import Callable, Mapping, Sequence

from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop import late_words as words
from forgeatelier.model.workshop.late_option import LateOption, Way, changes_of, outcome
from forgeatelier.model.workshop.late_sharing import share
from forgeatelier.model.workshop.live_ahead import Ahead, Rest, lay_rest
from forgeatelier.model.workshop.live_lateness import lateness
from forgeatelier.model.workshop.live_step import LiveState, StepLive


def early_options(state: LiveState, plain: Ahead, agreed: int) -> list[LateOption]:
    """What can be done with the minutes one is early; nothing when one is not, or before the first step."""
    rest = plain.rest
    early = -lateness(state, plain, agreed)
    if early <= 0 or not state.begun:
        return []
    near, lock = _before_a_lock(rest)
    found: list[LateOption] = []
    for way, lengths, title in (
        (Way.RESTORE, _restored(rest, near, early), words.restore_title()),
        (Way.LONGER_BREAK, *_one_longer(rest, _break_in(near), early, words.break_title)),
        (Way.LONGER_DEBATE, *_one_longer(rest, _debate_in(near), early, words.debate_title)),
    ):
        if lengths:
            made = _option(way, title, lay_rest(rest, lengths), agreed, early, lengths)
            if made.recovered and not made.missed and all(made.changes != one.changes for one in found):
                found.append(made)
    return [*found, _option(Way.FINISH, words.finish_title(lock), plain, agreed, early, {})]


def _before_a_lock(rest: Rest) -> tuple[list[StepLive], str]:
    """What stands before the next locked step that holds the clock, and what that one is called."""
    near: list[StepLive] = []
    for one in rest.steps:
        if one in rest.to_do and one.step.starts_at:
            return near, one.step.title
        if not one.step.ends_at:
            near.append(one)
    return near, ""


def _break_in(near: Sequence[StepLive]) -> StepLive | None:
    return next((one for one in near if one.step.form is Form.BREAK), None)


def _debate_in(near: Sequence[StepLive]) -> StepLive | None:
    """The longest plenary; side by side, a longer lane would only make the others wait."""
    talks = [one for one in near if one.step.form is Form.PLENARY and not one.step.fork]
    return max(talks, key=lambda one: one.minutes, default=None)


def _one_longer(
    rest: Rest, one: StepLive | None, early: int, title: Callable[[str], str]
) -> tuple[dict[str, int], str]:
    if one is None:
        return {}, ""
    return {one.step.id: rest.lengths[one.step.id] + early}, title(one.step.title)


def _restored(rest: Rest, near: Sequence[StepLive], early: int) -> dict[str, int]:
    cut = [one for one in near if one.minutes < one.planned and not one.step.fork]
    gives = share(early, [one.planned for one in cut], [one.planned - one.minutes for one in cut])
    return {
        one.step.id: rest.lengths[one.step.id] + give for one, give in zip(cut, gives, strict=True) if give
    }


def _option(
    way: Way, title: str, ahead: Ahead, agreed: int, early: int, lengths: Mapping[str, int]
) -> LateOption:
    changes = changes_of(ahead.rest, {**ahead.rest.lengths, **lengths})
    return LateOption(
        "",
        way,
        title,
        outcome(ahead, agreed),
        changes,
        ahead.end,
        min(agreed, ahead.end) if way is Way.FINISH else agreed,
        early,
        sum(one.minutes for one in changes),
        moved=min(0, ahead.end - agreed) if way is Way.FINISH else 0,
        missed=ahead.missed,
        day=ahead.rest.day,
    )
