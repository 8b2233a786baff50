# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page: how ready the next workshop is, and what must be done this week."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from forgeatelier.actions.prepare import edit_workshop
from forgeatelier.actions.readiness import say_ready
from forgeatelier.actions.tasks import add_task, read_tasks, tick_tasks
from forgeatelier.atelier import Atelier
from forgeatelier.model.workshop.readiness import Readiness, Task
from forgeatelier.model.workshop.readiness_checks import CHECKS
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.store.overview import Overview, glance_ahead
from forgeatelier.window.desk import Desk
from forgeatelier.window.glimpse import Glimpse
from forgeatelier.window.pages.home.ahead import Ahead, look_ahead
from forgeatelier.window.pages.home.layout import Line
from forgeatelier.window.pages.home.page import HomePage

WEEK_BEFORE = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)


@pytest.fixture
def look(atelier: Atelier) -> Callable[..., Ahead]:
    def at(now: datetime = WEEK_BEFORE) -> Ahead:
        overview = glance_ahead(atelier.library.file, now.date())
        return look_ahead(atelier.library, overview, now, power=lambda: None)

    return at


@pytest.fixture
def page(dress, in_front, desk: Desk, atelier: Atelier, workshop: Workshop, heard) -> HomePage:
    dress()
    made = HomePage(
        None, glimpse=Glimpse(atelier.library.folder), go=heard.went.append, clock=lambda: WEEK_BEFORE
    )
    made.resize(1280, 700)
    in_front(made)
    return made


def lines(page: HomePage) -> dict[str, Line]:
    return {line.title.text(): line for line in page._body.findChildren(Line)}


def changed(atelier: Atelier, workshop: Workshop, **said: Any) -> None:
    now = atelier.library.get(Workshop, workshop.id)
    atelier.keep(edit_workshop(now, replace(now, **said)))


def test_the_tasks_of_the_week_and_the_late_ones_are_due(
    look: Callable[..., Ahead], workshop: Workshop
) -> None:
    due = look().due
    assert [(one.on, one.late) for one in due][:2] == [
        (date(2026, 2, 19), True),
        (date(2026, 3, 5), False),
    ]
    assert due[-1].on == date(2026, 3, 12)
    assert len(look(datetime(2026, 2, 10, 8, tzinfo=UTC)).due) == 0


def test_what_is_done_is_due_no_more(
    look: Callable[..., Ahead], atelier: Atelier, workshop: Workshop
) -> None:
    before = look().due
    atelier.keep(tick_tasks(read_tasks(atelier.library, workshop), [before[0].id], done=True))
    assert look().due == before[1:]


def test_once_it_was_held_only_what_follows_is_due(
    look: Callable[..., Ahead], atelier: Atelier, workshop: Workshop
) -> None:
    atelier.keep(
        add_task(read_tasks(atelier.library, workshop), Task(title="Envoyer la fiche", days_before=-3))
    )
    changed(atelier, workshop, state=WorkshopState.HELD)
    found = look(datetime(2026, 3, 13, 8, tzinfo=UTC))
    assert [one.title for one in found.due] == ["Envoyer la fiche"]
    assert found.summary == ""


def test_unknown_never_makes_the_next_workshop_ready(
    look: Callable[..., Ahead], atelier: Atelier, workshop: Workshop
) -> None:
    assert look().ready is False
    assert "inconnu" in look().summary
    for code in CHECKS:
        atelier.keep(say_ready(atelier.library, workshop, code, Readiness.READY, WEEK_BEFORE))
    assert (look().ready, look().verdict) == (True, "Tout ce qui compte est prêt.")


def test_an_empty_library_has_nothing_ahead(atelier: Atelier) -> None:
    assert look_ahead(atelier.library, Overview(), WEEK_BEFORE, power=lambda: None) == Ahead()


def test_the_first_painting_waits_for_nothing(page: HomePage) -> None:
    assert not lines(page)


def test_then_the_summary_leads_to_the_list(
    qtbot, page: HomePage, desk: Desk, rest: Callable[[], None], workshop: Workshop, heard
) -> None:
    page.wake(desk)
    rest()
    summary = next(line for words, line in lines(page).items() if "inconnu" in words)
    qtbot.keyClick(summary, Qt.Key.Key_Return)
    assert heard.went == [f"workshop/{workshop.id}/prepare/team:ready"]


def test_a_task_of_the_week_leads_to_itself(
    qtbot, page: HomePage, desk: Desk, rest: Callable[[], None], look: Callable[..., Ahead], heard
) -> None:
    page.wake(desk)
    rest()
    first = look().due[0]
    line = lines(page)[first.title]
    assert line.note.text().startswith("en retard · il y a 14 jours")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert heard.went == [f"workshop/{first.workshop_id}/prepare/team:{first.id}"]


def test_ticking_a_task_elsewhere_takes_it_off_the_page(
    page: HomePage, desk: Desk, rest: Callable[[], None], workshop: Workshop, look: Callable[..., Ahead]
) -> None:
    page.wake(desk)
    rest()
    first = look().due[0]
    desk.keep(tick_tasks(read_tasks(desk.atelier.library, workshop), [first.id], done=True))
    rest()
    assert first.title not in lines(page)
