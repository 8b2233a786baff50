# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What may be shown to the room, picked out of the live state: nothing else ever reaches the projector."""

from dataclasses import dataclass

from forgeatelier.actions.votes import BallotBox
from forgeatelier.ground.words import _, language
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.agreement import scale
from forgeatelier.model.workshop.live import LaneView, Level, LiveState, NowView
from forgeatelier.model.workshop.live_step import Standing
from forgeatelier.model.workshop.live_words import timer_words
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import clock
from forgeatelier.model.workshop.voting import scale_of


@dataclass(frozen=True, slots=True)
class Part:
    """One step that runs: its title, what is asked, its time; side by side when there are several."""

    title: str
    instruction: str = ""
    timer: str = ""
    level: Level = Level.OK
    word: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the room sees. `next` and `end` say the agreed hours, never how late one is."""

    parts: tuple[Part, ...] = ()
    next: str = ""
    end: str = ""


def shown(title: str, state: LiveState, view: NowView) -> Shown:
    """The public side of this moment; `title` is that of the workshop, for before and after."""
    parts = tuple(_part(one) for one in view.lanes if one.step is not None)
    if view.closed or (view.begun and view.done):
        return Shown((Part(title, _("L’atelier est terminé. Merci !")),))
    coming = _agreed_next(state, view)
    if not parts:
        asked = _("L’atelier va commencer.") if not view.begun else _("La suite arrive.")
        parts = (Part(title, asked),)
    end = state.ends.get(view.day)
    return Shown(parts, coming, _("Fin {time}").format(time=clock(end)) if end is not None else "")


def shown_vote(box: BallotBox) -> Shown:
    """A question with its choices; voices only once the vote is closed, so that nobody follows the others."""
    vote = box.vote
    if vote.closed is not None:
        return Shown((Part(vote.question, f"{vote.outcome}\n{box.result.method}"),))
    named = [level.label(language()) for level in scale(scale_of(vote))]
    choices = named or [one.label for one in vote.options]
    return Shown((Part(vote.question, "\n".join(choices)),))


def _part(lane: LaneView) -> Part:
    assert lane.step is not None
    over = lane.timed and lane.seconds_left < 0
    # An overrun is the facilitator's business: the room sees that the time is up.
    timer = timer_words(0) if over else lane.timer
    word = {
        Level.OVER: _("C’est l’heure"),
        Level.LAST: _("Dernier moment"),
        Level.SOON: _("Bientôt fini"),
        Level.PAUSED: _("En pause"),
    }.get(lane.level, "")
    return Part(lane.step.title, lane.step.instruction, timer if lane.timed else "", lane.level, word)


def _agreed_next(state: LiveState, view: NowView) -> str:
    """« Ensuite : Restitution, 11:28 », at the hour that was agreed last."""
    following = next((one.step for one in view.next if one.step.form is not Form.BUFFER), None)
    if following is None:
        return ""
    at = _agreed_hour(state, following)
    if at is None:
        return _("Ensuite : {title}").format(title=following.title)
    return _("Ensuite, {time} : {title}").format(title=following.title, time=clock(at))


def _agreed_hour(state: LiveState, step: PlannedStep) -> int | None:
    found = state.find(step.step_id)
    return found.slot.start if found and found.slot and found.standing is Standing.TO_DO else None
