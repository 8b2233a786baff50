# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tasks before (and after) a workshop, with the day each must be done."""

from collections.abc import Iterable
from datetime import date, timedelta

from forgeatelier.model.workshop.planned_step import PLACE_GAP, derived_id
from forgeatelier.model.workshop.readiness import Task, TaskState
from forgeatelier.model.workshop.workshop import Workshop

FINISHED = (TaskState.DONE, TaskState.DROPPED)
"""A task in one of these waits for nobody."""


def derived_tasks(workshop: Workshop) -> tuple[Task, ...]:
    """The preparation of the frozen protocol as tasks; doing it twice makes the same ones."""
    preparation = workshop.protocol.preparation if workshop.protocol else ()
    return tuple(
        Task(
            id=derived_id(workshop.id, "task", f"{at}/{one.task}"),
            workshop_id=workshop.id,
            place=(at + 1) * PLACE_GAP,
            title=one.task,
            days_before=one.days_before,
            minutes=one.minutes,
            role=one.role,
        )
        for at, one in enumerate(preparation)
    )


def task_list(workshop: Workshop, kept: Iterable[Task]) -> tuple[Task, ...]:
    """The workshop's tasks, the earliest first."""
    tasks = tuple(kept) if workshop.own_tasks else derived_tasks(workshop)
    return tuple(sorted(tasks, key=lambda one: (-_days_before(one, workshop), one.place, one.id)))


def due_day(task: Task, workshop: Workshop) -> date | None:
    """The day it must be done: the one that was fixed, else counted back from the first day; None without a date."""
    if task.due is not None:
        return task.due
    return workshop.starts_on - timedelta(days=task.days_before) if workshop.starts_on else None


def is_late(task: Task, workshop: Workshop, today: date) -> bool:
    """Whether it should be done by now and is not."""
    due = due_day(task, workshop)
    return task.state not in FINISHED and due is not None and due < today


def _days_before(task: Task, workshop: Workshop) -> int:
    if task.due is not None and workshop.starts_on is not None:
        return (workshop.starts_on - task.due).days
    return task.days_before
