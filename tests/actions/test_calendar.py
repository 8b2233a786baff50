# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar file is read back as a phone would: sessions at their hours, tasks on their days."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.calendar import calendar_name, workshop_calendar, write_calendar
from forgeatelier.actions.people import add_person, join_team
from forgeatelier.actions.prepare import edit_workshop, new_workshop
from forgeatelier.actions.tasks import add_task, edit_tasks, read_tasks
from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.readiness import Task, TaskState
from forgeatelier.model.workshop.workshop import Workshop

NOW = datetime(2026, 2, 1, 8, 0, tzinfo=UTC)


@pytest.fixture
def atelier(tmp_path: Path):
    opened = Atelier.create(tmp_path / "b", lambda: NOW)
    yield opened
    opened.close()


@pytest.fixture
def workshop(atelier: Atelier) -> Workshop:
    protocol = AtHand(atelier.library).get("four-solaire-boite", "fr")
    change = new_workshop(
        protocol, title="Four solaire à Kaolack", starts_on=date(2026, 3, 12), people=12, town="Kaolack"
    )
    atelier.keep(change)
    made = change.after[-1]
    assert isinstance(made, Workshop)
    return made


def changed(atelier: Atelier, workshop: Workshop, **said: Any) -> Workshop:
    now = replace(workshop, **said)
    atelier.keep(edit_workshop(workshop, now))
    return now


def read(atelier: Atelier, workshop: Workshop) -> Any:
    return Calendar.from_ical(workshop_calendar(atelier.library, workshop, NOW).data)


def sessions(calendar: Any) -> list[Any]:
    return [one for one in calendar.walk("VEVENT") if isinstance(one.decoded("dtstart"), datetime)]


def days(calendar: Any) -> dict[str, date]:
    found = [one for one in calendar.walk("VEVENT") if not isinstance(one.decoded("dtstart"), datetime)]
    return {str(one["summary"]): one.decoded("dtstart") for one in found}


def test_a_session_stands_at_the_hours_of_the_plan(atelier: Atelier, workshop: Workshop) -> None:
    (session,) = sessions(read(atelier, workshop))
    assert session.decoded("dtstart") == datetime(2026, 3, 12, 9, 0)
    assert session.decoded("dtend") > datetime(2026, 3, 12, 15, 0)
    assert str(session["summary"]) == "Four solaire à Kaolack"
    assert str(session["location"]) == "Kaolack"
    assert "09:00" in str(session["description"])


def test_tasks_stand_on_their_days_counted_back(atelier: Atelier, workshop: Workshop) -> None:
    calendar = read(atelier, workshop)
    assert days(calendar)["Commander les thermomètres, les gants et les lunettes."] == date(2026, 2, 19)
    todo = next(one for one in calendar.walk("VTODO") if "thermomètres" in str(one["summary"]))
    assert todo.decoded("due") == date(2026, 2, 19)
    assert str(todo["status"]) == "NEEDS-ACTION"


def test_what_is_done_is_ticked_and_what_was_dropped_is_gone(atelier: Atelier, workshop: Workshop) -> None:
    first, second, *_rest = read_tasks(atelier.library, workshop).tasks
    atelier.keep(edit_tasks(read_tasks(atelier.library, workshop), [first.id], state=TaskState.DONE))
    workshop = replace(workshop, own_tasks=True)
    atelier.keep(edit_tasks(read_tasks(atelier.library, workshop), [second.id], state=TaskState.DROPPED))
    calendar = read(atelier, workshop)
    states = {str(one["summary"]): str(one["status"]) for one in calendar.walk("VTODO")}
    assert states[first.title] == "COMPLETED"
    assert first.title not in days(calendar)
    assert second.title not in states


def test_a_second_file_updates_the_first(atelier: Atelier, workshop: Workshop) -> None:
    before = {str(one["uid"]): str(one["summary"]) for one in read(atelier, workshop).walk("VEVENT")}
    # Taking the tasks over as the workshop's own, and moving the day, must not make other things of them.
    listed = read_tasks(atelier.library, workshop)
    atelier.keep(edit_tasks(listed, [listed.tasks[0].id], minutes=45))
    moved = changed(
        atelier, replace(workshop, own_tasks=True), starts_on=date(2026, 3, 20), starts_at=time(10)
    )
    after = {str(one["uid"]): str(one["summary"]) for one in read(atelier, moved).walk("VEVENT")}
    assert after == before


def test_two_days_are_two_sessions(atelier: Atelier, workshop: Workshop) -> None:
    longer = changed(atelier, workshop, ends_on=date(2026, 3, 13), ends_at=time(16, 30))
    first, second = sessions(read(atelier, longer))
    assert str(first["summary"]).endswith("(jour 1)")
    assert (second.decoded("dtstart"), second.decoded("dtend")) == (
        datetime(2026, 3, 13, 9, 0),
        datetime(2026, 3, 13, 16, 30),
    )


def test_a_day_that_nobody_planned_claims_no_end(atelier: Atelier) -> None:
    change = new_workshop(None, title="Rencontre", starts_on=date(2026, 3, 12), people=5, town="")
    atelier.keep(change)
    made = change.after[-1]
    assert isinstance(made, Workshop)
    (session,) = sessions(read(atelier, made))
    assert "dtend" not in session


def test_without_a_date_it_is_refused_in_words(atelier: Atelier, workshop: Workshop) -> None:
    undated = changed(atelier, workshop, starts_on=None)
    with pytest.raises(AtelierError) as refused:
        workshop_calendar(atelier.library, undated, NOW)
    assert "date" in refused.value.what
    assert "Déroulé" in refused.value.advice


def test_long_lines_are_folded_and_accents_whole(atelier: Atelier, workshop: Workshop) -> None:
    title = "Prévenir les élèves, les aînés ; et l’évêché\u00a0: " + "été ɛŋɓ " * 12
    atelier.keep(add_task(read_tasks(atelier.library, workshop), Task(title=title, days_before=3)))
    own = replace(workshop, own_tasks=True)
    made = workshop_calendar(atelier.library, own, NOW)
    assert max(len(line) for line in made.data.split(b"\r\n")) <= 75
    assert title.strip() in days(Calendar.from_ical(made.data))


def test_nobody_is_named(atelier: Atelier, workshop: Workshop) -> None:
    awa = Person(given_names="Awa", family_name="Tounkarabé")
    atelier.keep(add_person(None, awa))
    atelier.keep(join_team(workshop, awa, "animateur"))
    listed = read_tasks(atelier.library, workshop)
    atelier.keep(edit_tasks(listed, [listed.tasks[0].id], person_id=awa.id, notes="Chez Awa Tounkarabé"))
    made = workshop_calendar(atelier.library, replace(workshop, own_tasks=True), NOW)
    assert b"Awa" not in made.data
    assert b"Tounkarab" not in made.data


def test_the_file_says_when_and_where_and_not_who(
    workshop: Workshop, atelier: Atelier, tmp_path: Path
) -> None:
    named = replace(workshop, title="Chez Awa Tounkarabé")
    assert calendar_name(named) == "atelier-2026-03-12-kaolack.ics"
    made = workshop_calendar(atelier.library, named, NOW)
    assert write_calendar(made, tmp_path) == tmp_path / "atelier-2026-03-12-kaolack.ics"
    assert write_calendar(made, tmp_path / "mars").name == "mars.ics"
    with pytest.raises(AtelierError) as refused:
        write_calendar(made, tmp_path / "nulle part" / "mars.ics")
    assert "nulle part" in refused.value.what
    assert not list(tmp_path.glob(".*.part"))
