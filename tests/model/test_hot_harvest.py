# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is left to do after a workshop follows from what is there, and from nothing else."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from forgeatelier.model.method.step import Form, Step
from forgeatelier.model.workshop.agenda import Slot
from forgeatelier.model.workshop.capture import (
    Capture,
    CaptureKind,
    CaptureState,
    Decided,
    Followed,
    Recognisable,
)
from forgeatelier.model.workshop.hot_harvest import Stage, left, likely_step
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.running import StepOutcome, StepRun

DAY = date(2026, 3, 12)


def step(name: str, title: str, minutes: int) -> Step:
    return Step(id=name, title=title, minutes=minutes, phase="Faire", form=Form.PLENARY)


SLOTS = (
    Slot(1, time(9), time(9, 20), step("accueil", "Accueil", 20)),
    Slot(1, time(9, 20), time(10), step("bois", "Le bois", 40)),
)
PHOTO = Capture(
    id="p", workshop_id="w", kind=CaptureKind.PHOTO, step_id="bois", taken=datetime(2026, 3, 12, 9, 30)
)


def test_each_part_waits_for_what_it_needs_and_the_first_one_comes_next():
    note = Capture(id="n", workshop_id="w", text="Il manque une scie", recognisable=Recognisable.NOBODY)
    decision = Capture(
        id="d", workshop_id="w", step_id="bois", kind=CaptureKind.DECISION, text="On garde le four"
    )
    waits = left((PHOTO, note, decision), None, SLOTS, ())
    assert [waits.count(stage) for stage in Stage] == [1, 1, 1, 2, 1, 2]
    assert waits.next is Stage.ORPHANS
    done = (
        replace(PHOTO, caption="La vitre", recognisable=Recognisable.NOBODY),
        replace(note, state=CaptureState.SORTED),
        replace(decision, owner_id="awa", decided=Decided(due=DAY)),
    )
    began = datetime(2026, 3, 12, 9, tzinfo=UTC)
    runs = (
        StepRun(workshop_id="w", step_id="accueil", began=began, ended=began),
        StepRun(workshop_id="w", step_id="bois", outcome=StepOutcome.SKIPPED),
    )
    lessons = Lessons(workshop_id="w", worked="- Le four", difficulties="- Le vent")
    assert left(done, lessons, SLOTS, runs).next is None


def test_what_was_set_aside_and_what_was_done_since_asks_nothing():
    gone = replace(PHOTO, step_id="", state=CaptureState.DISCARDED)
    dropped = Capture(
        workshop_id="w", step_id="bois", kind=CaptureKind.DECISION, decided=Decided(followed=Followed.DROPPED)
    )
    waits = left((gone, dropped), None, (), ())
    assert [waits.count(stage) for stage in Stage] == [0, 0, 0, 2, 0, 0]


def test_a_photo_is_offered_the_step_that_was_under_way_when_it_was_taken():
    assert likely_step(PHOTO, SLOTS, (), DAY) == "bois"
    assert likely_step(replace(PHOTO, taken=datetime(2026, 3, 12, 9, 5)), SLOTS, (), DAY) == "accueil"
    assert likely_step(replace(PHOTO, taken=datetime(2026, 3, 13, 9, 5)), SLOTS, (), DAY) == ""
    assert (
        likely_step(
            replace(PHOTO, taken=None, moment=datetime(2026, 3, 12, 9, 5, tzinfo=UTC)), SLOTS, (), DAY
        )
        == ""
    )


def test_real_times_say_better_than_the_plan_which_step_it_was():
    late = StepRun(
        workshop_id="w",
        step_id="accueil",
        began=datetime(2026, 3, 12, 9).astimezone(),
        ended=datetime(2026, 3, 12, 9, 35).astimezone(),
    )
    assert likely_step(PHOTO, SLOTS, (late,), DAY) == "accueil"
