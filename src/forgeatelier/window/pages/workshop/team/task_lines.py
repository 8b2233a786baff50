# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A task as a line of the table: its day in words, its role, who takes it, how far it is."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale

from forgeatelier.ground.words import _, language, marked
from forgeatelier.model.reference import label
from forgeatelier.model.workshop.readiness import Task, TaskState
from forgeatelier.model.workshop.task_line import counted_words
from forgeatelier.model.workshop.tasks import FINISHED, due_day, is_late
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.widgets import Column

STATES = {
    TaskState.TO_DO: marked("à faire"),
    TaskState.DOING: marked("en cours"),
    TaskState.DONE: marked("faite"),
    TaskState.DROPPED: marked("abandonnée"),
}
"""How far a task is, in words."""

_LOOKS = {
    TaskState.TO_DO: ("step-open", ""),
    TaskState.DOING: ("clock", "accent"),
    TaskState.DONE: ("check", "ok"),
    TaskState.DROPPED: ("minus", "muted"),
}
_LATE = ("warning", "danger")


@dataclass(frozen=True)
class TaskLine:
    """A task beside what its workshop makes of it; `at` is its place in the order of days."""

    task: Task
    at: int
    due: date | None
    days_before: int | None
    late: bool
    who: str

    @property
    def id(self) -> str:
        """The id of the task."""
        return self.task.id

    @property
    def over(self) -> bool:
        """Whether it waits for nobody any more."""
        return self.task.state in FINISHED

    def when_words(self) -> str:
        """« lun. 2 mars, J−10 »; what is known of it when the workshop has no date."""
        counted = counted_words(self.days_before) if self.days_before is not None else ""
        return ", ".join(filter(None, (day_words(self.due), counted)))

    def state_words(self) -> str:
        """« en retard » before anything else."""
        return _("en retard") if self.late else _(STATES[self.task.state])

    def role_words(self) -> str:
        """Its role in words."""
        return label("roles", self.task.role, language())

    def look(self) -> tuple[str, str]:
        """The shape and the colour of its state."""
        return _LATE if self.late else _LOOKS[self.task.state]


def line_of(task: Task, at: int, workshop: Workshop, today: date, who: str) -> TaskLine:
    """The line of a task."""
    due = due_day(task, workshop)
    counted: int | None = task.days_before
    if task.due is not None:
        counted = (workshop.starts_on - task.due).days if workshop.starts_on else None
    return TaskLine(task, at, due, counted, is_late(task, workshop, today), who)


def day_words(day: date | None) -> str:
    """« lun. 2 mars »; nothing for no day."""
    if day is None:
        return ""
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def columns() -> tuple[Column[TaskLine], ...]:
    """When, what, in which role, who, how far."""
    return (
        Column[TaskLine](_("Pour le"), TaskLine.when_words, sort=_at, tone=_when_tone),
        Column[TaskLine](_("Tâche"), _title, tone=_quiet, wide=True),
        Column[TaskLine](_("Rôle"), TaskLine.role_words, tone=_quiet),
        Column[TaskLine](_("Qui"), _who, tone=_quiet),
        Column[TaskLine](_("État"), TaskLine.state_words, icon=_shape, tone=_tone),
    )


def _at(line: TaskLine) -> int:
    return line.at


def _title(line: TaskLine) -> str:
    return line.task.title


def _who(line: TaskLine) -> str:
    return line.who


def _shape(line: TaskLine) -> str:
    return line.look()[0]


def _tone(line: TaskLine) -> str:
    return line.look()[1]


def _when_tone(line: TaskLine) -> str:
    return _LATE[1] if line.late else _quiet(line)


def _quiet(line: TaskLine) -> str:
    return "muted" if line.over else ""
