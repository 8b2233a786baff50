# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workshop's own tasks, and its calendar file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from forgeatelier.actions.own_lists import list_change
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.planned_step import PLACE_GAP
from forgeatelier.model.workshop.readiness import Task, TaskState
from forgeatelier.model.workshop.tasks import task_list
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


@dataclass(frozen=True, slots=True)
class TaskList:
    """A workshop with its tasks, the earliest first; `kept` are those the library holds."""

    workshop: Workshop
    tasks: tuple[Task, ...]
    kept: tuple[Task, ...] = ()

    def changed(self, title: str, now: Iterable[Task]) -> Change:
        """The change that makes these the list; the first one also makes it the workshop's own."""
        return list_change(title, self.workshop, "own_tasks", self.tasks, now, self.kept)


def read_tasks(library: Library, workshop: Workshop) -> TaskList:
    """The tasks as they are now."""
    kept = library.all(Task, workshop_id=workshop.id)
    return TaskList(workshop, task_list(workshop, kept), kept)


def edit_tasks(listed: TaskList, ids: Iterable[str], **said: Any) -> Change:
    """The same tasks with these fields of some of them changed. Raises AtelierError when one loses its words."""
    wanted = set(ids)
    now = tuple(replace(one, **said) if one.id in wanted else one for one in listed.tasks)
    for one in now:
        if one.id in wanted:
            _refuse_nonsense(one)
    title = ngettext("Modifier une tâche", "Modifier {n} tâches", len(wanted)).format(n=len(wanted))
    return listed.changed(title, now)


def tick_tasks(listed: TaskList, ids: Iterable[str], *, done: bool) -> Change:
    """These tasks are done, or to be done again."""
    return edit_tasks(listed, ids, state=TaskState.DONE if done else TaskState.TO_DO)


def add_task(listed: TaskList, task: Task) -> Change:
    """One more task. Raises AtelierError without words."""
    _refuse_nonsense(task)
    last = max((one.place for one in listed.tasks), default=0)
    made = replace(task, workshop_id=listed.workshop.id, place=last + PLACE_GAP, title=tidy_line(task.title))
    return listed.changed(_("Ajouter une tâche"), (*listed.tasks, made))


def remove_tasks(listed: TaskList, ids: Iterable[str]) -> Change:
    """The list without these tasks."""
    wanted = set(ids)
    left = tuple(one for one in listed.tasks if one.id not in wanted)
    title = ngettext("Retirer une tâche", "Retirer {n} tâches", len(wanted)).format(n=len(wanted))
    return listed.changed(title, left)


def _refuse_nonsense(task: Task) -> None:
    if not task.title.strip():
        raise AtelierError(_("Cette tâche n’a pas de mots."), _("Écrire « Réserver la salle », par exemple."))
    if task.minutes < 0:
        raise AtelierError(_("Une durée ne peut pas être négative."), _("Écrire 30, par exemple."))
