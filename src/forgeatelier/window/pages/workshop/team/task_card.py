# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The details of one task, edited in place."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.actions.team import TeamList
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.workshop.readiness import Task
from forgeatelier.model.workshop.task_line import When, counted_words, read_when
from forgeatelier.window import dates
from forgeatelier.window.desk import Desk
from forgeatelier.window.form import Form
from forgeatelier.window.pages.workshop.team.crew import role_choices
from forgeatelier.window.pages.workshop.team.task_lines import STATES, TaskLine, day_words
from forgeatelier.window.widgets import Combo, Field, Inspector, Label, Number, TextEdit, holding, row, stack


class WhenLine(QLineEdit):
    """When a task must be done: « J-10 » or a day; `said` with what was understood."""

    said = Signal(object)

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.setProperty("field", "when")
        self._first: date | None = None
        self._today = date.min
        self._shown = ""
        self.fault = ""
        self.editingFinished.connect(self.keep)

    def show_when(self, task: Task, first_day: date | None, today: date) -> None:
        """Show when a task must be done, unless one is writing it."""
        self._first, self._today = first_day, today
        words = dates.day(task.due) if task.due else counted_words(task.days_before)
        if words != self._shown or not self.hasFocus():
            self._shown = words
            self.setText(words)

    def keep(self) -> None:
        """Keep what was written; what is no day stays written, with the reason in `fault`."""
        if self.text() == self._shown:
            self.fault = ""
            return
        try:
            when = read_when(self.text(), self._first, self._today)
        except AtelierError as refusal:
            self.fault = f"{refusal.what} {refusal.advice}"
            self.said.emit(None)
            return
        self.fault = ""
        self._shown = self.text()
        self.said.emit(when)


class TaskCard(Inspector):
    """One task at the right: its words, its day, its role and who takes it. `left` with Esc."""

    left = Signal()
    moved = Signal(object)

    def __init__(
        self, desk: Desk, kept: Callable[[], Task | None], change: Callable[[Entity], Change]
    ) -> None:
        """`kept` gives the task one is on, `change` the change that keeps it as typed."""
        super().__init__(_("Tâche"), closable=True)
        self.form = Form(desk, _("Modifier une tâche"), kept, parent=self, change=change)
        self.when = WhenLine()
        self.when.said.connect(self._move)
        self._day = Label("", "note", wrap=True)
        self._role, self._who = Combo(), Combo()
        self._when_field = Field(_("Pour quand"), self.when)
        self.add(*self._parts())
        self.closed.connect(self.left)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    def _parts(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        states = Combo((one, _(said)) for one, said in STATES.items())
        pair = row(
            Field(_("État"), bind("state", states)),
            Field(_("Durée"), bind("minutes", Number(most=9999, unit=_("min")))),
            gap="s",
        )
        pair.setStretch(0, 1)
        pair.setStretch(1, 1)
        return (
            Field(_("Tâche"), bind("title", TextEdit(lines=1, most=4))),
            holding(stack(self._when_field, self._day, gap="xs")),
            Field(_("Rôle"), bind("role", self._role)),
            Field(_("Qui s’en charge"), bind("person_id", self._who), _("Quelqu’un de l’équipe.")),
            holding(pair),
            Field(_("Notes internes"), bind("notes", TextEdit(lines=2)), _("Ne sont jamais publiées.")),
        )

    def show_line(self, line: TaskLine | None, team: TeamList, today: date) -> None:
        """Show another task; what was being typed is kept first."""
        if line is None:
            return
        task, first = line.task, team.workshop.starts_on
        self.set_title(task.title)
        roles = dict(role_choices(team))
        roles.setdefault(task.role, line.role_words())
        # The role list holds no empty choice: a task may have no role at all.
        self._role.set_choices((("", _("personne en particulier")), *_but_empty(roles)), task.role)
        people = {mate.person.id: mate.person.heading for mate in team.mates}
        people.setdefault(task.person_id, line.who)
        self._who.set_choices((("", _("personne encore")), *_but_empty(people)), task.person_id)
        self.when.show_when(task, first, today)
        self._say_day(line)
        self.form.show()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.when.keep()
        self.form.keep()

    def _say_day(self, line: TaskLine) -> None:
        if not self.when.fault:
            self._when_field.clear_error()
        said = day_words(line.due)
        late = _("en retard") if line.late else ""
        self._day.setText(" · ".join(filter(None, (said, late))) or _("Le jour suivra la date de l’atelier."))
        self._day.set_tone("danger" if line.late else "")

    def _move(self, when: When | None) -> None:
        self._when_field.set_error(self.when.fault)
        if when is not None:
            self.moved.emit(when)


def _but_empty(choices: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((value, words) for value, words in choices.items() if value)
