# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The harvest of the same afternoon: one thing at a time, answered by key, left and found again where it was."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from forgeatelier.actions.harvest import capture_decision, capture_note
from forgeatelier.actions.intake import take_in
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Recognisable
from forgeatelier.model.workshop.hot_harvest import Stage
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.window.pages.workshop import WorkshopPage
from forgeatelier.window.pages.workshop.hot import HotHarvest
from forgeatelier.window.pages.workshop.hot.due import day_typed
from forgeatelier.window.pages.workshop.hot.times import hour_typed

from .conftest import MORNING, picture

Key = Qt.Key


@pytest.fixture
def caught(atelier, workshop, tmp_path) -> None:
    """Two photos and a note under no step, a decision nobody carries."""
    for name, colour in (("a.jpg", "firebrick"), ("b.jpg", "steelblue")):
        picture(tmp_path / "carte" / name, colour)
    files = tuple(sorted((tmp_path / "carte").iterdir()))
    atelier.keep(take_in(atelier.library.media, workshop, files, frozenset(), MORNING).change)
    atelier.keep(capture_note(workshop, "Il manque une scie", MORNING))
    step = workshop.protocol.steps[1].id
    atelier.keep(capture_decision(workshop, "Le four reste en classe", MORNING, step_id=step))


@pytest.fixture
def page(dress, in_front, desk, workshop, caught, awa) -> WorkshopPage:
    dress()
    page = WorkshopPage(desk, f"workshop/{workshop.id}/harvest")
    page.resize(1294, 700)
    in_front(page)
    return page


@pytest.fixture
def hot(page) -> HotHarvest:
    panel = page.panel("harvest").panel()
    assert isinstance(panel, HotHarvest)
    return panel


def kinds(desk, kind: CaptureKind) -> list[Capture]:
    return [one for one in desk.atelier.library.all(Capture) if one.kind is kind]


def go(hot: HotHarvest, stage: Stage):
    hot.open_stage(stage)
    return hot.part(stage)


def test_harvesting_opens_on_the_first_part_that_waits_with_its_counts(hot):
    assert hot.stage is Stage.ORPHANS
    assert [hot.list.item(place).text() for place in range(6)] == [
        "1. Ranger par étape (3)",
        "2. Légender les photos (2)",
        "3. Qui est reconnaissable (2)",
        "4. Plus et delta (2)",
        "5. Décisions (1)",
        f"6. Temps réels ({len(hot.subject.agenda())})",
    ]
    assert hot.part(Stage.ORPHANS).hasFocus(), "keys answer at once"


def test_orphans_find_their_step_by_number_and_undo_brings_one_back(hot, qtbot, desk, workshop):
    part = hot.part(Stage.ORPHANS)
    first = part.current
    qtbot.keyClick(part, Key.Key_2)
    assert hot.subject.capture(first).step_id == workshop.protocol.steps[1].id
    second = part.current
    assert second != first
    qtbot.keyClick(part, Key.Key_Right)
    assert part.current not in (first, second), "that one is for later"
    qtbot.keyClick(part, Key.Key_0)
    qtbot.keyClick(part, Key.Key_X)
    states = {one.state for one in desk.atelier.library.all(Capture)}
    assert {CaptureState.SORTED, CaptureState.DISCARDED} <= states
    assert part.current == ""
    assert part.empty.isVisible()
    desk.history.undo()
    assert part.current == second
    assert part.hasFocus() or part.isVisible()


def test_enter_takes_the_step_of_that_hour(hot, qtbot, desk, workshop):
    part = hot.part(Stage.ORPHANS)
    slot = hot.subject.agenda()[2]
    before = hot.subject.capture(part.current)
    taken = datetime.combine(date(2026, 3, 12), slot.start)
    after = type(before)(
        **{**{f: getattr(before, f) for f in before.__slots__}, "taken": taken, "id": before.id}
    )
    desk.keep(Change("Heure", (before,), (after,)))
    part.current = before.id
    hot.refresh()
    assert slot.step.title in part.likely.text()
    qtbot.keyClick(part, Key.Key_Return)
    assert hot.subject.capture(before.id).step_id == slot.step.id


def test_more_than_nine_steps_turn_by_pages(hot, qtbot, workshop):
    part = hot.part(Stage.ORPHANS)
    known = [step.id for step in hot.subject.protocol().steps]
    assert len(known) > 9
    key = part.current
    qtbot.keyClick(part, Key.Key_PageDown)
    qtbot.keyClick(part, Key.Key_1)
    assert hot.subject.capture(key).step_id == known[9]


def test_photos_are_named_by_number_keys_or_typed(hot, qtbot, desk, workshop):
    part = go(hot, Stage.NAMES)
    first = part.current
    qtbot.keyClick(part, Key.Key_L)
    qtbot.keyClicks(part.line, "a vitre se pose en duo")
    qtbot.keyClick(part.line, Key.Key_Return)
    assert hot.subject.capture(first).caption.casefold() == "la vitre se pose en duo"
    second = part.current
    assert second != first
    assert part.hasFocus()
    qtbot.keyClick(part, Key.Key_1)
    assert hot.subject.capture(second).caption == hot.subject.capture(first).caption, (
        "what was typed is offered"
    )
    assert part.current == ""


def test_a_half_typed_caption_is_kept_on_leaving(hot, page, qtbot, workshop):
    part = go(hot, Stage.NAMES)
    first = part.current
    qtbot.keyClick(part, Key.Key_Return)
    qtbot.keyClicks(part.line, "Le riz cuit")
    page.arrive(f"workshop/{workshop.id}/run")
    assert hot.subject.capture(first).caption == "Le riz cuit"


def test_nobody_is_one_key_and_people_are_typed_ticked_and_stay_until_one_goes_on(hot, qtbot, awa):
    part = go(hot, Stage.FACES)
    first = part.current
    qtbot.keyClick(part, Key.Key_0)
    assert hot.subject.capture(first).recognisable is Recognisable.NOBODY
    second = part.current
    assert second not in ("", first)
    qtbot.keyClick(part, Key.Key_T)
    assert part.who.search.hasFocus()
    qtbot.keyClicks(part.who.search, "raore")
    qtbot.keyClick(part.who.search, Key.Key_Return)
    assert hot.subject.capture(second).people == (awa.id,)
    assert part.current == second, "someone else may be on it"
    qtbot.keyClick(part.who.search, Key.Key_Escape)
    qtbot.keyClick(part, Key.Key_Return)
    assert part.current == ""
    assert hot.list.item(2).text() == "3. Qui est reconnaissable"


def test_plus_and_delta_are_typed_in_two_columns_and_become_the_lessons(hot, qtbot, awa):
    part = go(hot, Stage.ROUND)
    assert part.plus.line.hasFocus()
    for said in ("Le riz cuit vite", "On a ri"):
        qtbot.keyClicks(part.plus.line, said)
        qtbot.keyClick(part.plus.line, Key.Key_Return)
    qtbot.keyClick(part.plus.line, Key.Key_Right)
    assert part.delta.line.hasFocus()
    qtbot.keyClicks(part.delta.line, "Awa parle trop bas")
    qtbot.keyClick(part.delta.line, Key.Key_Return)
    lessons = hot.subject.lessons()
    assert (lessons.worked, lessons.difficulties) == ("- Le riz cuit vite\n- On a ri", "- Awa parle trop bas")
    assert "Awa" in part.names.text()
    assert part.names.isVisible(), "a name in a text that will be read outside"
    qtbot.keyClick(part.delta.line, Key.Key_Backspace)
    assert part.delta.line.text() == "Awa parle trop bas"
    assert hot.subject.lessons().difficulties == ""
    assert not part.names.isVisible()


def test_a_decision_gets_its_owner_and_its_day_without_a_mouse(hot, qtbot, desk, awa):
    part = go(hot, Stage.DECISIONS)
    (decision,) = kinds(desk, CaptureKind.DECISION)
    assert part.current == decision.id
    qtbot.keyClick(part, Key.Key_Return)
    qtbot.keyClicks(part.owner, "trao")
    qtbot.keyClick(part.owner, Key.Key_Return)
    qtbot.keyClicks(part.due, "12/4")
    assert part.meant.text() == "Awa Traoré, pour le 12 avril 2026"
    qtbot.keyClick(part.due, Key.Key_Return)
    (kept,) = kinds(desk, CaptureKind.DECISION)
    assert (kept.owner_id, kept.decided.due) == (awa.id, date(2026, 4, 12))
    assert part.current == ""


def test_a_name_nobody_bears_and_a_day_that_is_none_are_told_and_nothing_is_lost(hot, qtbot, desk):
    part = go(hot, Stage.DECISIONS)
    qtbot.keyClick(part, Key.Key_Return)
    qtbot.keyClicks(part.owner, "zzz")
    qtbot.keyClick(part.owner, Key.Key_Return)
    qtbot.keyClick(part.due, Key.Key_Return)
    assert part.owner_field.error() != ""
    assert part.owner.text() == "zzz"
    part.owner.clear()
    qtbot.keyClicks(part.due, "31/2")
    qtbot.keyClick(part.due, Key.Key_Return)
    assert part.due_field.error() != ""
    assert kinds(desk, CaptureKind.DECISION)[0].decided.due is None


def test_a_forgotten_decision_is_written_and_completed_at_once(hot, qtbot, desk):
    part = go(hot, Stage.DECISIONS)
    qtbot.keyClick(part, Key.Key_N)
    qtbot.keyClicks(part.more, "On revient samedi")
    qtbot.keyClick(part.more, Key.Key_Return)
    assert [one.text for one in kinds(desk, CaptureKind.DECISION)] == [
        "Le four reste en classe",
        "On revient samedi",
    ]
    assert "On revient samedi" in part.showing.words.text()
    assert part.owner.hasFocus()


def test_real_times_are_confirmed_typed_or_crossed_out_one_after_another(hot, qtbot, desk):
    part = go(hot, Stage.TIMES)
    agenda = hot.subject.agenda()
    assert part.ended.hasFocus()
    qtbot.keyClick(part.ended, Key.Key_P)
    part.ended.selectAll()
    qtbot.keyClicks(part.ended, "10h05")
    qtbot.keyClick(part.ended, Key.Key_Return)
    assert part.began.text() == "10:05", "the next one began when this one ended"
    qtbot.keyClick(part.ended, Key.Key_X)
    runs = {run.step_id: run for run in desk.atelier.library.all(StepRun)}
    first, second, third = (runs[slot.step.id] for slot in agenda[:3])
    assert first.began.astimezone().time() == agenda[0].start
    assert second.ended.astimezone().time().strftime("%H:%M") == "10:05"
    assert third.outcome is StepOutcome.SKIPPED
    part.ended.setText("midi")
    qtbot.keyClick(part.ended, Key.Key_Return)
    assert part.ended_field.error() != ""
    assert len(desk.atelier.library.all(StepRun)) == 3


def test_what_is_left_is_found_again_in_another_window(hot, qtbot, desk, workshop, in_front):
    qtbot.keyClick(hot.part(Stage.ORPHANS), Key.Key_1)
    again = WorkshopPage(desk, f"workshop/{workshop.id}/harvest")
    in_front(again)
    other = again.panel("harvest").panel()
    assert other.list.item(0).text() == "1. Ranger par étape (2)"
    assert other.stage is Stage.ORPHANS
    assert other.part(Stage.ORPHANS).current == hot.part(Stage.ORPHANS).current


def test_the_one_button_leads_on_to_the_next_part_and_at_last_to_the_sheet(page, hot, desk, heard, workshop):
    page.primary.click()
    assert hot.stage is Stage.NAMES
    hot.open_stage(Stage.FACES)
    assert page.primary.text() == "Ranger par étape"
    for kind in (Capture, StepRun):
        desk.keep(Change("Vider", tuple(desk.atelier.library.all(kind))))
    done = tuple(
        StepRun(workshop_id=workshop.id, step_id=slot.step.id, outcome=StepOutcome.SKIPPED)
        for slot in hot.subject.agenda()
    )
    desk.keep(Change("Fait", after=done))
    round_ = go(hot, Stage.ROUND)
    for side in (round_.plus, round_.delta):
        side.line.setText("Oui")
        side.keep()
    assert page.primary.text() == "Préparer la fiche"
    page.primary.click()
    assert heard.went[-1].endswith("/publish")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/4", date(2026, 4, 12)),
        ("1/2", date(2027, 2, 1)),
        ("12/04/26", date(2026, 4, 12)),
        ("+7", date(2026, 3, 19)),
        ("2 sem", date(2026, 3, 26)),
        ("lun", date(2026, 3, 16)),
        ("2026-05-01", date(2026, 5, 1)),
        ("31/2", None),
        ("bientôt", None),
        ("", None),
    ],
)
def test_days_are_understood_as_people_type_them(typed, meant):
    assert day_typed(typed, date(2026, 3, 12)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9h24", "09:24"),
        ("9:24", "09:24"),
        ("924", "09:24"),
        ("1405", "14:05"),
        ("9", "09:00"),
        ("9h", "09:00"),
    ],
)
def test_hours_are_understood_as_people_type_them(typed, meant):
    assert f"{hour_typed(typed):%H:%M}" == meant
    assert hour_typed("25h") is None
    assert hour_typed("9h75") is None
    assert hour_typed("tôt") is None
