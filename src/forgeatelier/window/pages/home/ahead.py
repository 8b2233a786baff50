# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library knows of the days to come, read in a job: is the next workshop ready, what is due this week."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from forgeatelier.actions.readiness import checks_of
from forgeatelier.actions.tasks import read_tasks
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.power import battery
from forgeatelier.model.workshop.readiness_checks import is_ready
from forgeatelier.model.workshop.readiness_words import summary, verdict
from forgeatelier.model.workshop.tasks import FINISHED, due_day
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.store.overview import Overview

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Due:
    """A task that must be done this week or should be done by now."""

    id: str
    title: str
    on: date
    workshop_id: str
    workshop: str
    late: bool


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next workshop in words (nothing when none is to come), and every task due, the earliest first."""

    summary: str = ""
    verdict: str = ""
    ready: bool = False
    due: tuple[Due, ...] = ()


def look_ahead(
    library: Library, overview: Overview, now: datetime, power: Callable[[], int | None] = battery
) -> Ahead:
    """Look at the workshops of the overview. What cannot be read now is left out: the page stands without it."""
    try:
        due = _due(library, overview, now.astimezone().date())
        # Under way, it is ready or it is too late: the list is for those to come.
        following = overview.coming[0].id if overview.coming and not overview.running else ""
        workshop = library.get(Workshop, following) if following else None
        if workshop is None:
            return Ahead(due=due)
        checks = checks_of(library, workshop, now, battery=power())
    except AtelierError:
        return Ahead()
    return Ahead(summary(checks), verdict(checks), is_ready(checks), due)


def _due(library: Library, overview: Overview, today: date) -> tuple[Due, ...]:
    begun = {one.id for one in overview.running} | {one.id for one in overview.to_publish}
    found = []
    for key in (*begun, *(one.id for one in overview.coming)):
        workshop = library.get(Workshop, key)
        if workshop is None:
            continue
        # Once it has begun, what was to be done before has been done or will not be.
        since = workshop.starts_on if key in begun else None
        for task in read_tasks(library, workshop).tasks:
            on = due_day(task, workshop)
            if task.state in FINISHED or on is None or on > today + WEEK or (since and on <= since):
                continue
            found.append(Due(task.id, task.title, on, key, workshop.heading, on < today))
    return tuple(sorted(found, key=lambda one: (one.on, one.id)))
