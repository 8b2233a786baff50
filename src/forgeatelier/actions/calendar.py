# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One calendar file of a workshop: its sessions from the plan, its tasks on their days."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from forgeatelier.actions.plan import read_plan
from forgeatelier.actions.tasks import read_tasks
from forgeatelier.exporting.calendar import Chore, Session, calendar_file
from forgeatelier.exporting.slugs import slug
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.workshop.planned_step import derived_id
from forgeatelier.model.workshop.readiness import TaskState
from forgeatelier.model.workshop.tasks import due_day
from forgeatelier.model.workshop.timetable import DayPlan, clock
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class WorkshopCalendar:
    """The file's bytes, the name it would have, and what is in it."""

    name: str
    data: bytes
    sessions: tuple[Session, ...]
    chores: tuple[Chore, ...]


def workshop_calendar(library: Library, workshop: Workshop, now: datetime) -> WorkshopCalendar:
    """The calendar of a workshop. Raises AtelierError when no day is fixed: there is nothing to put in it."""
    if workshop.starts_on is None:
        raise AtelierError(
            _("Cet atelier n’a pas encore de date."),
            _("Fixer le premier jour dans Préparer › Déroulé, puis recommencer."),
        )
    sessions = tuple(_sessions(library, workshop))
    chores = tuple(_chores(library, workshop))
    data = calendar_file(workshop.heading, sessions, chores, now)
    return WorkshopCalendar(calendar_name(workshop), data, sessions, chores)


def calendar_name(workshop: Workshop) -> str:
    """A file name that says which day and where; a title may hold a name, so it stays out of it."""
    day = workshop.starts_on.isoformat() if workshop.starts_on else ""
    return slug(f"{_('atelier')} {day} {workshop.town}", "atelier") + ".ics"


def write_calendar(calendar: WorkshopCalendar, to: Path) -> Path:
    """Write it to a file, or into a folder under its own name. Raises AtelierError when the place refuses."""
    file = to / calendar.name if to.is_dir() else to
    if not file.suffix:
        file = file.with_suffix(".ics")
    new = file.with_name(f".{file.name}.part")
    try:
        new.write_bytes(calendar.data)
        new.replace(file)
    except OSError as trouble:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise AtelierError(
            _("Le calendrier n’a pas pu être écrit dans « {place} ».").format(place=file.parent),
            _("Choisir un autre dossier ({reason}).").format(reason=trouble.strerror or trouble),
        ) from trouble
    return file


def _sessions(library: Library, workshop: Workshop) -> Iterator[Session]:
    first = workshop.starts_on
    assert first is not None
    planned = {day.day: day for day in read_plan(library, workshop).timetable().days}
    last = (workshop.ends_on - first).days + 1 if workshop.ends_on else 1
    days = sorted({*planned, *range(1, min(max(1, last), _MOST_DAYS) + 1)})
    title = workshop.title or _("Atelier")
    for day in days:
        on = _after(first, day - 1)
        if on is not None:
            start, end = _hours(planned.get(day), on, workshop)
            yield Session(
                uid=derived_id(workshop.id, "session", str(day)),
                title=_("{title} (jour {n})").format(title=title, n=day) if len(days) > 1 else title,
                start=start,
                end=end,
                place=", ".join(filter(None, (workshop.venue, workshop.town))),
                text=_programme(planned.get(day)),
            )


def _hours(plan: DayPlan | None, on: date, workshop: Workshop) -> tuple[datetime, datetime | None]:
    midnight = datetime.combine(on, time())
    if plan is not None and plan.end > plan.start:
        return midnight + timedelta(minutes=plan.start), midnight + timedelta(minutes=plan.end)
    start = datetime.combine(on, workshop.starts_at)
    end = datetime.combine(on, workshop.ends_at) if workshop.ends_at else None
    # Nothing is planned for that day and nobody said when it ends: an hour that nobody meant would be worse.
    return start, end if end and end > start else None


def _programme(plan: DayPlan | None) -> str:
    return "\n".join(f"{clock(slot.start)} {slot.step.title}" for slot in plan.slots) if plan else ""


def _chores(library: Library, workshop: Workshop) -> Iterator[Chore]:
    for task in read_tasks(library, workshop).tasks:
        due = due_day(task, workshop)
        if due is not None and task.state is not TaskState.DROPPED:
            yield Chore(
                uid=task.id,
                title=task.title,
                due=due,
                text=workshop.heading,
                done=task.state is TaskState.DONE,
            )


def _after(first: date, days: int) -> date | None:
    try:
        return first + timedelta(days=days)
    except OverflowError:
        return None
