# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a workshop: every gesture is one change that adds an event, and that undo takes away again."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from forgeatelier.actions.live_record import Live, read_live
from forgeatelier.actions.plan import Plan, move
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.late import LateOption
from forgeatelier.model.workshop.live import Cut, LaneView, Standing, StepLive, cut_of
from forgeatelier.model.workshop.live_event import LiveEvent, LiveKind, NewLength
from forgeatelier.model.workshop.lock_words import minutes as span
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone

__all__ = [
    "Live",
    "Recovery",
    "add_time",
    "apply_option",
    "begin_next",
    "begin_step",
    "close",
    "cut_now",
    "end_step",
    "mend_clock",
    "pause",
    "plan_b",
    "read_live",
    "recover",
    "reopen",
    "resume",
    "skip",
]


class Recovery(StrEnum):
    """What to do after a cut."""

    RESUME = "resume"
    CATCH_UP = "catch-up"
    STAY_PAUSED = "stay-paused"


def _known(live: Live, step_id: str) -> StepLive:
    found = live.state.find(step_id)
    if found is None:
        raise AtelierError(
            _("Cette étape n’est plus dans le déroulé."), _("En choisir une autre dans la liste.")
        )
    return found


def _running(live: Live, step_id: str) -> None:
    if not any(step_id in ("", one.step.step_id) for one in live.state.running):
        raise AtelierError(_("Cette étape n’est pas en cours."), _("Démarrer d’abord une étape."))


def begin_step(live: Live, step_id: str, now: datetime) -> Change:
    """Begin a step; the one under way ends, unless it stands in another lane. One that was ended goes on."""
    found = _known(live, step_id)
    again = found.standing is Standing.DONE or (
        found.standing is Standing.SKIPPED and found.began is not None
    )
    kind = LiveKind.STEP_REOPENED if again else LiveKind.STEP_BEGUN
    return live.record(_("Démarrer une étape"), now, LiveEvent(kind=kind, step_id=step_id))


def begin_next(live: Live, now: datetime, lane: str = "") -> Change:
    """Go on to what comes next, in this lane or everywhere: each lane to its next step, then past the fork.

    Buffers that lateness has eaten are passed. When nothing is left to do, what is under way ends.
    """
    view = live.view(now)
    lanes = [one for one in view.lanes if not lane or one.lane == lane]
    following = [one.next.step for one in lanes if one.next and one.next.step.fork == _fork(one) != ""]
    if not following and not lane:
        following = _heads([one.step for one in view.next])
    if not following:
        return end_step(live, next((one.step.step_id for one in lanes if lane and one.step), ""), now)
    events = (LiveEvent(kind=LiveKind.STEP_BEGUN, step_id=one.step_id) for one in following)
    return live.record(_("Passer à la suite"), now, *events)


def _fork(lane: LaneView) -> str:
    """The fork of a lane, by what runs in it or, when it waits, by what comes there."""
    step = lane.step or (lane.next.step if lane.next else None)
    return step.fork if step else ""


def _heads(left: list[PlannedStep]) -> list[PlannedStep]:
    """The first step, or the first one of each lane when it opens a fork."""
    if not left or not left[0].fork:
        return left[:1]
    lanes: dict[str, PlannedStep] = {}
    for one in left:
        if one.fork == left[0].fork:
            lanes.setdefault(one.lane, one)
    return list(lanes.values())


def end_step(live: Live, step_id: str, now: datetime) -> Change:
    """End a step under way; an empty id ends all of them."""
    _running(live, step_id)
    ids = [one.step.step_id for one in live.state.running if step_id in ("", one.step.step_id)]
    events = (LiveEvent(kind=LiveKind.STEP_ENDED, step_id=one) for one in ids)
    return live.record(_("Terminer une étape"), now, *events)


def skip(live: Live, step_id: str, now: datetime) -> Change:
    """Pass over a step; again, and it is to be done after all."""
    if _known(live, step_id).standing is Standing.SKIPPED:
        return reopen(live, step_id, now)
    event = LiveEvent(kind=LiveKind.STEP_SKIPPED, step_id=step_id)
    return live.record(_("Passer une étape"), now, event)


def reopen(live: Live, step_id: str, now: datetime) -> Change:
    """Go back to a step that was ended (its time goes on from where it was), or take back one that was passed over."""
    _known(live, step_id)
    event = LiveEvent(kind=LiveKind.STEP_REOPENED, step_id=step_id)
    return live.record(_("Reprendre une étape"), now, event)


def add_time(live: Live, minutes: int, now: datetime, step_id: str = "") -> Change:
    """Give a step more whole minutes, or fewer (negative); without a step, those under way."""
    if step_id:
        _known(live, step_id)
    else:
        _running(live, "")
    title = _("Ajouter {n}") if minutes >= 0 else _("Retirer {n}")
    event = LiveEvent(kind=LiveKind.TIME_ADDED, step_id=step_id, minutes=minutes)
    return live.record(title.format(n=span(abs(minutes))), now, event)


def pause(live: Live, now: datetime, step_id: str = "") -> Change:
    """Stop the clock of what is under way, or of one lane's step."""
    _running(live, step_id)
    return live.record(_("Mettre en pause"), now, LiveEvent(kind=LiveKind.PAUSED, step_id=step_id))


def resume(live: Live, now: datetime, step_id: str = "") -> Change:
    """Let the clock run again."""
    if not live.state.paused:
        _running(live, step_id)
    return live.record(_("Reprendre"), now, LiveEvent(kind=LiveKind.RESUMED, step_id=step_id))


def plan_b(live: Live, trouble: Trouble | None, now: datetime, step_id: str = "") -> Change:
    """Do a step by its plan B for this trouble (None: back to plan A); without a step, whatever the trouble touches."""
    if step_id:
        _known(live, step_id)
    event = LiveEvent(kind=LiveKind.PLAN_B, step_id=step_id, trouble=trouble)
    return live.record(_("Passer au plan B") if trouble else _("Revenir au plan A"), now, event)


def apply_option(live: Live, option: LateOption, now: datetime) -> Change:
    """What the late assistant proposed, as one change: lengths, the end, and what is carried over to another day."""
    title = _("Rattrapage : {title}").format(title=option.title)
    carried = [one.step.id for one in option.changes if one.carried]
    moved = _carry(live, carried, option.day) if carried else Change(title)
    then = live.after(moved)
    lengths = tuple(
        NewLength(step_id=one.step.step_id, minutes=one.after) for one in option.changes if not one.carried
    )
    shift = option.agreed_end - then.state.ends.get(option.day, option.agreed_end)
    event = LiveEvent(
        kind=LiveKind.REPLANNED, lengths=lengths, ends_at_shift=shift, minutes=option.asked, note=option.words
    )
    return replace(moved.followed_by(then.record(title, now, event)), title=title)


def _carry(live: Live, ids: list[str], day: int) -> Change:
    """These steps at the end of the next day, or after the workshop when this was the last one."""
    plan = Plan(live.workshop, live.steps, live.kept)
    later = [max(1, one.day) for one in live.steps if one.zone is Zone.DAY and max(1, one.day) > day]
    if later:
        return move(plan, ids, zone=Zone.DAY, day=min(later))
    return move(plan, ids, zone=Zone.AFTER)


def cut_now(live: Live, now: datetime, beat: datetime | None = None) -> Cut | None:
    """The cut the workshop comes back from; `beat` is when the program was last known to be alive."""
    return cut_of(live.state, now, beat)


def recover(live: Live, how: Recovery, now: datetime, beat: datetime | None = None) -> Change:
    """Go on after a cut, which counts as lateness and as no time of any step; or stay paused."""
    cut = cut_of(live.state, now, beat)
    events = [
        LiveEvent(
            kind=LiveKind.RECOVERED, minutes=cut.minutes if cut else 0, note=cut.words if cut else str(how)
        )
    ]
    if how is Recovery.STAY_PAUSED:
        events.append(LiveEvent(kind=LiveKind.PAUSED))
    elif live.state.paused:
        events.append(LiveEvent(kind=LiveKind.RESUMED))
    title = {
        Recovery.RESUME: _("Reprendre après une coupure"),
        Recovery.CATCH_UP: _("Rattraper une coupure"),
        Recovery.STAY_PAUSED: _("Rester en pause après une coupure"),
    }[how]
    return live.record(title, now, *events)


def mend_clock(live: Live, now: datetime) -> Change:
    """Note that the computer's clock went back, so that the timer goes on; empty when it did not."""
    return live.record(_("Noter le saut de l’horloge"), now)


def close(live: Live, now: datetime) -> Change:
    """The workshop has been held; what is still under way ends now."""
    return live.record(_("Terminer l’atelier"), now, LiveEvent(kind=LiveKind.CLOSED))
