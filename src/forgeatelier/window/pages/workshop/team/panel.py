# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tab Équipe does: compose the team, tick the tasks, say what is ready."""

from collections.abc import Callable
from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.actions.readiness import checks_of, say_ready
from forgeatelier.actions.tasks import TaskList, add_task, edit_tasks, read_tasks, remove_tasks, tick_tasks
from forgeatelier.actions.team import TeamList, read_team
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.power import battery
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, TeamMember
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.readiness import Readiness, ReadyMark, Task
from forgeatelier.model.workshop.readiness_words import summary
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.task_line import When, counted_words, read_task_line
from forgeatelier.model.workshop.tasks import due_day
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.team.calendar_saving import CalendarSaving
from forgeatelier.window.pages.workshop.team.crew import Crew
from forgeatelier.window.pages.workshop.team.joining import Joining
from forgeatelier.window.pages.workshop.team.ready_list import PLACES, ReadyList
from forgeatelier.window.pages.workshop.team.task_card import TaskCard
from forgeatelier.window.pages.workshop.team.task_lines import TaskLine, day_words, line_of
from forgeatelier.window.pages.workshop.team.task_table import TaskTable
from forgeatelier.window.tall import Tall
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Command, Label, reveal, row, stack

_KINDS = (Workshop, Task, TeamMember, Person)
_LOOKED_AT = (*_KINDS, ReadyMark, Attendance, Supply)


class Team(Panel):
    """The team above, the tasks under it, the readiness list at the right; a task opened takes its place there."""

    def __init__(
        self,
        subject: Subject,
        parent: QWidget | None = None,
        *,
        power: Callable[[], int | None] = battery,
    ) -> None:
        """`power` tells the battery in per cent."""
        super().__init__(subject, parent)
        self._power = power
        self._battery: int | None = None
        self._stale = True
        self.calendar = CalendarSaving(subject)
        self.crew = Crew()
        self.joining = Joining(subject, self.crew)
        self.table = TaskTable()
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Ajouter une tâche : « Réserver la salle J-14 », puis Entrée"))
        self.line.setAccessibleName(_("Ajouter une tâche"))
        self.understood = Label("", "note", tone="accent", wrap=False)
        self.save = Button(_("Calendrier (.ics)"), "quiet", "export")
        self.save.setToolTip(_("Enregistrer les séances et les tâches pour un téléphone ou un agenda"))
        self.checks = ReadyList()
        self.card = TaskCard(subject.desk, self._current, self._kept_as)
        self.side = QStackedWidget()
        self.side.addWidget(self.checks)
        self.side.addWidget(self.card)
        self.state = Button("", "quiet", "checklist")
        self.beside = Beside(Tall(self._column(), self.table.view), self.side, _("Retour à l’équipe"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.setFocusProxy(self.crew.name)
        self._connect()
        self.refresh()

    def _column(self) -> QVBoxLayout:
        # Both parts and the line below the table must fit a low window.
        head = row(Label(_("Tâches"), "card-title", wrap=False), None, self.state, self.save, gap="s")
        reveal(self.understood, False)
        writing = row(self.line, self.understood, gap="s")
        writing.setStretch(0, 1)
        column = stack(self.crew, head, self.table, writing, gap="s")
        column.setStretch(2, 1)
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("l"), theme.space("m"))
        return column

    def _connect(self) -> None:
        table, card = self.table, self.card
        table.current_changed.connect(self._look)
        table.opened.connect(self._open)
        table.delete_asked.connect(self._remove)
        card.left.connect(self._close)
        card.moved.connect(self._move)
        self.line.textChanged.connect(self._understand)
        self.line.returnPressed.connect(self.add_typed)
        self.save.clicked.connect(self.save_calendar)
        self.state.clicked.connect(self._see_checks)
        self.checks.said.connect(self._say)
        self.checks.opened.connect(self._go)
        self.beside.arranged.connect(self._arranged)
        self.beside.returned.connect(self._see_main)
        self.subject.changed.connect(self._heard)
        tick = QShortcut(QKeySequence(Qt.Key.Key_Space), table.view)
        tick.setContext(Qt.ShortcutContext.WidgetShortcut)
        tick.activated.connect(self.tick)

    # -- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._stale = False
        team, listed = self._team(), self._listed()
        if team is None or listed is None:
            return
        self.crew.show_team(team)
        library = self.subject.desk.atelier.library
        names = {mate.person.id: mate.person.heading for mate in team.mates}
        for key in {task.person_id for task in listed.tasks} - {"", *names}:
            person = library.get(Person, key)
            names[key] = person.heading if person else ""
        today = self.subject.today()
        self.table.show_rows(
            [
                line_of(task, at, listed.workshop, today, names.get(task.person_id, ""))
                for at, task in enumerate(listed.tasks)
            ]
        )
        self._look(self.table.current())
        self._show_checks()

    def _show_checks(self) -> None:
        workshop = self.subject.workshop()
        if workshop is not None:
            library = self.subject.desk.atelier.library
            found = checks_of(library, workshop, self.subject.now(), battery=self._battery)
            self.checks.show_checks(found)
            self.state.setText(summary(found))

    def _look(self, line: TaskLine | None) -> None:
        team = self._team()
        if team is None:
            return
        if line is None:
            self._close_quietly()
        elif self.side.currentWidget() is self.card:
            self.card.show_line(line, team, self.subject.today())

    def _arranged(self, narrow: bool) -> None:
        # With room for both, the summary stands above the list already.
        reveal(self.state, narrow)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again at what may have changed elsewhere, the battery too."""
        super().showEvent(event)
        now = self._power()
        if self._stale:
            self._battery = now
            self.refresh()
        elif now != self._battery:
            self._battery = now
            self._show_checks()

    # -- the panel of a phase -----------------------------------------------------------------------------------

    def primary(self) -> Primary | None:
        """Once prepared, one runs it."""
        return Primary(_("Animer"), "play", self._run)

    def visit(self, place: str) -> None:
        """`people`, `tasks`, `ready`, or a task by its id."""
        if place == "people":
            self.beside.show_main()
            self.crew.name.setFocus()
        elif place == "tasks":
            self.beside.show_main()
            (self.table.view if self.table.model.rowCount() else self.line).setFocus()
        elif place == "ready":
            self._see_checks()
        elif self.table.choose(place):
            self._open(self.table.current())

    def leaving(self) -> None:
        """Keep what is being typed."""
        if self.side.currentWidget() is self.card:
            self.card.leaving()

    def commands(self) -> tuple[Command, ...]:
        """What one can do here."""
        group = _("Équipe et tâches")
        return (
            Command(_("Ajouter une tâche"), self.line.setFocus, "tache todo task", icon="add", group=group),
            Command(
                _("Ajouter quelqu’un à l’équipe"),
                self.crew.name.setFocus,
                "role team",
                icon="person",
                group=group,
            ),
            Command(
                _("Voir ce qui est prêt"),
                self._see_checks,
                "pret verifier ready",
                icon="checklist",
                group=group,
            ),
            Command(
                _("Enregistrer le calendrier (.ics)"),
                self.save_calendar,
                "agenda ics calendar telephone",
                icon="export",
                group=group,
            ),
        )

    # -- the tasks ----------------------------------------------------------------------------------------------

    def add_typed(self) -> None:
        """Keep the task as written, with the day at the end of its line."""
        workshop, typed = self.subject.workshop(), self.line.text()
        if workshop is None or not typed.strip():
            return
        try:
            words, when = read_task_line(typed, workshop.starts_on, self.subject.today())
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return
        said = when or When()
        task = Task(title=words, days_before=said.days_before, due=said.due)
        if self._try(lambda listed: add_task(listed, task)):
            self.line.clear()
            self.table.choose(task.id)

    def tick(self) -> None:
        """Tick the chosen tasks, or untick them when all are done."""
        lines = self.table.chosen_values()
        if lines:
            done = all(line.over for line in lines)
            self._try(lambda listed: tick_tasks(listed, [line.id for line in lines], done=not done))

    def save_calendar(self) -> None:
        """Save sessions and tasks in a file."""
        self.calendar.save(self)

    def _understand(self, typed: str) -> None:
        workshop = self.subject.workshop()
        said = ""
        if workshop is not None:
            try:
                _words, when = read_task_line(typed, workshop.starts_on, self.subject.today())
            except AtelierError:
                when = None
            if when is not None:
                due = due_day(Task(days_before=when.days_before, due=when.due), workshop)
                said = "→ " + (day_words(due) or counted_words(when.days_before))
        self.understood.setText(said)
        reveal(self.understood, bool(said))

    def _open(self, _line: TaskLine) -> None:
        self.side.setCurrentWidget(self.card)
        self._look(self.table.current())
        self.beside.show_details()
        editor = self.card.form.editor("title")
        if editor is not None:
            editor.setFocus()

    def _close(self) -> None:
        self.card.leaving()
        self._close_quietly()
        self.beside.show_main()
        self.table.view.setFocus()

    def _see_main(self) -> None:
        self.leaving()
        self._close_quietly()

    def _close_quietly(self) -> None:
        self.side.setCurrentWidget(self.checks)

    def _move(self, when: When) -> None:
        task = self._current()
        if task is not None:
            self._try(
                lambda listed: edit_tasks(listed, [task.id], days_before=when.days_before, due=when.due)
            )

    def _remove(self, lines: tuple[TaskLine, ...]) -> None:
        if self._try(lambda listed: remove_tasks(listed, [line.id for line in lines])):
            said = ngettext("{n} tâche retirée.", "{n} tâches retirées.", len(lines))
            self.subject.desk.toast(said.format(n=len(lines)), True)

    def _try(self, change: Callable[[TaskList], Change]) -> bool:
        listed = self._listed()
        if listed is None:
            return False
        try:
            made = change(listed)
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return False
        return self.subject.desk.keep(made)

    def _current(self) -> Task | None:
        line = self.table.current()
        return line.task if line is not None else None

    def _kept_as(self, task: Entity) -> Change:
        listed = self._listed()
        assert listed is not None
        assert isinstance(task, Task)
        said = {one.name: getattr(task, one.name) for one in fields(task) if one.name != "id"}
        return edit_tasks(listed, [task.id], **{**said, "title": tidy_line(task.title)})

    # -- what is ready ------------------------------------------------------------------------------------------

    def _say(self, code: str, said: Readiness) -> None:
        workshop = self.subject.workshop()
        if workshop is not None:
            library = self.subject.desk.atelier.library
            self.subject.desk.keep(say_ready(library, workshop, code, said, self.subject.now()))

    def _go(self, code: str) -> None:
        place = PLACES[code]
        away = "/" not in place and place != "run"
        self.subject.desk.go(place if away else f"workshop/{self.subject.id}/{place}")

    def _see_checks(self) -> None:
        self.leaving()
        self._close_quietly()
        self.beside.show_details()
        self.checks.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- reading ------------------------------------------------------------------------------------------------

    def _team(self) -> TeamList | None:
        workshop = self.subject.workshop()
        return read_team(self.subject.desk.atelier.library, workshop) if workshop else None

    def _listed(self) -> TaskList | None:
        workshop = self.subject.workshop()
        return read_tasks(self.subject.desk.atelier.library, workshop) if workshop else None

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def _heard(self, change: Change) -> None:
        if change.touches(Person):
            self.crew.name.forget()
        if not change.touches(*_LOOKED_AT):
            return
        if not self.isVisible():
            # The other tabs must not wait for a list that nobody sees.
            self._stale = True
        elif change.touches(*_KINDS):
            self.refresh()
        else:
            self._show_checks()
