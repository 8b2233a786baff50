# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left to do in the twenty minutes after a workshop: read off the data, remembered nowhere else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from forgeatelier.model.workshop.agenda import Slot
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Followed, Recognisable
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.running import StepOutcome, StepRun

_GONE = (CaptureState.DISCARDED, CaptureState.HIDDEN)


class Stage(StrEnum):
    """The parts of the harvest, in the order in which they are done."""

    ORPHANS = "orphans"
    NAMES = "names"
    FACES = "faces"
    ROUND = "round"
    DECISIONS = "decisions"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Left:
    """What each part still waits for, in the order to do it; `round` counts the columns with nothing in them."""

    orphans: tuple[Capture, ...]
    names: tuple[Capture, ...]
    faces: tuple[Capture, ...]
    round: int
    decisions: tuple[Capture, ...]
    times: tuple[str, ...]

    def count(self, stage: Stage) -> int:
        """How much one part waits for."""
        found = getattr(self, stage.value)
        return found if isinstance(found, int) else len(found)

    @property
    def next(self) -> Stage | None:
        """The first part that waits for something; None when all is done."""
        return next((stage for stage in Stage if self.count(stage)), None)


def left(
    captures: Iterable[Capture], lessons: Lessons | None, slots: Iterable[Slot], runs: Iterable[StepRun]
) -> Left:
    """What is left to do."""
    here = sorted((one for one in captures if one.state not in _GONE), key=_when)
    photos = [one for one in here if one.kind is CaptureKind.PHOTO]
    said = (lessons.worked, lessons.difficulties) if lessons else ("", "")
    known = {run.step_id for run in runs if confirmed(run)}
    return Left(
        orphans=tuple(one for one in here if is_orphan(one)),
        names=tuple(one for one in photos if not one.caption.strip()),
        faces=tuple(one for one in photos if one.recognisable is Recognisable.UNKNOWN),
        round=sum(not words.strip() for words in said),
        decisions=tuple(one for one in here if is_loose(one)),
        times=tuple(slot.step.id for slot in slots if slot.step.id not in known),
    )


def is_orphan(capture: Capture) -> bool:
    """Under no step, and nobody has said yet that it belongs to the workshop as a whole."""
    return not capture.step_id and capture.state is CaptureState.IMPORTED


def is_loose(capture: Capture) -> bool:
    """A decision that is open and carried by nobody, or until no day."""
    if capture.kind is not CaptureKind.DECISION:
        return False
    decided = capture.decided
    if decided is not None and decided.followed is not Followed.OPEN:
        return False
    return not capture.owner_id or decided is None or decided.due is None


def confirmed(run: StepRun) -> bool:
    """Whether it is known how long a step took, or that it was not held."""
    return run.outcome is StepOutcome.SKIPPED or (run.began is not None and run.ended is not None)


def likely_step(
    capture: Capture, slots: Sequence[Slot], runs: Iterable[StepRun], first_day: date | None
) -> str:
    """The step that was under way when a capture was made, by the real times or else by the plan; `""` when none."""
    when = _when_here(capture)
    if when is None:
        return ""
    real = {run.step_id: run for run in runs}
    for slot in slots:
        run = real.get(slot.step.id)
        if run is not None and run.began is not None and run.ended is not None:
            if _here(run.began) <= when <= _here(run.ended):
                return slot.step.id
        elif first_day is not None:
            day = first_day + timedelta(days=slot.day - 1)
            if datetime.combine(day, slot.start) <= when < datetime.combine(day, slot.end):
                return slot.step.id
    return ""


def _when_here(capture: Capture) -> datetime | None:
    if capture.taken is not None:
        return capture.taken.replace(tzinfo=None)
    # A photo that does not know when it was taken only knows when it was filed, often the evening.
    if capture.kind is CaptureKind.PHOTO or capture.moment is None:
        return None
    return _here(capture.moment)


def _here(moment: datetime) -> datetime:
    return moment.astimezone().replace(tzinfo=None)


def _when(capture: Capture) -> tuple[str, str]:
    when = capture.taken.replace(tzinfo=None) if capture.taken else None
    if when is None and capture.moment is not None:
        when = _here(capture.moment)
    return (when.isoformat() if when else ""), capture.id
