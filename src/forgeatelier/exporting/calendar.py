# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A calendar file (iCalendar, RFC 5545) of a workshop's sessions and tasks, for any phone or desktop calendar.

Sessions carry floating local times (RFC 5545 3.3.5): nine o'clock in the room is nine o'clock, whatever the laptop
thinks of time zones. No person is named: the file is meant to be passed around.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Component


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One day of the workshop: naive local times; `uid` never changes, so that a second import updates the first.

    `end` None: nobody said when it ends.
    """

    uid: str
    title: str
    start: datetime
    end: datetime | None = None
    place: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chore:
    """A task and its day; `done` when it is."""

    uid: str
    title: str
    due: date
    text: str = ""
    done: bool = False


def calendar_file(name: str, sessions: Iterable[Session], chores: Iterable[Chore], now: datetime) -> bytes:
    """The file's bytes. A task is an all-day event too: most phones show no to-dos. `now` is aware."""
    # Loaded for this alone: it takes longer than the file.
    from icalendar import Calendar, Event, Todo

    calendar = Calendar()
    calendar.add("prodid", "-//ForgeAtelier//FR")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for one in sessions:
        event = Event()
        _say(event, one.uid, one.title, one.text, now)
        event.add("dtstart", one.start)
        if one.end is not None:
            event.add("dtend", one.end)
        if one.place:
            event.add("location", one.place)
        calendar.add_component(event)
    for chore in chores:
        todo = Todo()
        _say(todo, f"{chore.uid}-todo", chore.title, chore.text, now)
        todo.add("due", chore.due)
        todo.add("status", "COMPLETED" if chore.done else "NEEDS-ACTION")
        calendar.add_component(todo)
        if not chore.done:
            day = Event()
            _say(day, chore.uid, chore.title, chore.text, now)
            day.add("dtstart", chore.due)
            day.add("dtend", chore.due + timedelta(days=1))
            day.add("transp", "TRANSPARENT")
            calendar.add_component(day)
    written: bytes = calendar.to_ical()
    return written


def _say(component: "Component", uid: str, title: str, text: str, now: datetime) -> None:
    component.add("uid", f"{uid}@forgeatelier")
    component.add("dtstamp", now)
    component.add("summary", title)
    if text:
        component.add("description", text)
