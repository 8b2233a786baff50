# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be done before the day, and what was checked: unknown never counts as ready."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import ORDER, PERSONAL, TEAM, TEXT, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class TaskState(StrEnum):
    """How far a task is."""

    TO_DO = "todo"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class Readiness(StrEnum):
    """What is known of one check."""

    READY = "ready"
    TO_DO = "todo"
    UNKNOWN = "unknown"


@entity("task", marked("Tâche"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Entity):
    """Something to do `days_before` the first day (negative: after it), or on `due` when someone fixed the day.

    `role` is a code of the role list; `person_id` whoever takes it.
    """

    workshop_id: Annotated[str, TEAM, Refers("workshop")] = ""
    place: Annotated[int, TEAM, ORDER] = 0
    title: Annotated[str, TEAM, Label(marked("Tâche"))] = ""
    days_before: Annotated[int, TEAM, Label(marked("Jours avant"))] = 0
    due: Annotated[date | None, TEAM, Label(marked("Pour le"))] = None
    minutes: Annotated[int, TEAM, Label(marked("Durée"))] = 0
    role: Annotated[str, TEAM, UNSEARCHED, Label(marked("Rôle"))] = ""
    person_id: Annotated[str, PERSONAL, Refers("person"), Label(marked("Qui s’en charge"))] = ""
    state: Annotated[TaskState, TEAM, Label(marked("État"))] = TaskState.TO_DO
    notes: Annotated[str, TEAM, TEXT, Label(marked("Notes internes"))] = ""

    @property
    def heading(self) -> str:
        """What is to be done."""
        return self.title


@entity("ready_mark", marked("Vérification"))
@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyMark(Entity):
    """What someone said of one check (a code of the readiness list) at a moment (aware, UTC)."""

    workshop_id: Annotated[str, TEAM, Refers("workshop")] = ""
    check: Annotated[str, TEAM, UNSEARCHED] = ""
    said: Annotated[Readiness, TEAM, Label(marked("État"))] = Readiness.UNKNOWN
    moment: Annotated[datetime | None, TEAM, Label(marked("Vérifié le"))] = None
    note: Annotated[str, TEAM, Label(marked("Remarque"))] = ""
