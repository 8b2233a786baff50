# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Déroulé: the plan, its totals above it, and the step or the workshop told at the right."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop.facts import Facts
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.planner import rows
from forgeatelier.window.pages.workshop.planner.inline import TITLE, Inline
from forgeatelier.window.pages.workshop.planner.keys import Keys
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.pages.workshop.planner.strip import Strip
from forgeatelier.window.pages.workshop.planner.verbs import Verbs
from forgeatelier.window.pages.workshop.planner.view import PlanView
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import EmptyState, Inspector, Label, holding, stack


class Planner(Panel):
    """Everything about when and how, with the keyboard or the pointer; nothing chosen means the workshop itself."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show the plan of a workshop."""
        super().__init__(subject, parent)
        self.view = PlanView()
        self.planning = Planning(subject, self)
        self.verbs = Verbs(self.planning, self.view)
        self.inline = Inline(self.planning, self.view)
        self.keys = Keys(
            self.view, self.verbs, self.inline, {"open": self.open_step, "leave": self.leave_steps}
        )
        self.view.keys = self.keys
        self.strip = Strip()
        self._facts = Facts(subject)
        self._build()
        self.verbs.made.connect(self._name_it)
        self.planning.changed.connect(self._show)
        self.view.selectionModel().selectionChanged.connect(self._chosen)
        self._show()

    def _build(self) -> None:
        theme = worn()
        self.empty = EmptyState(
            _("Le déroulé est vide."),
            _("Ajouter une étape"),
            _("Chaque étape dit ce qu’on fait et pour combien de temps ; les heures se calculent."),
        )
        self.empty.acted.connect(self.verbs.insert)
        self._pile = QStackedWidget()
        self._pile.addWidget(self.view)
        self._pile.addWidget(self.empty)
        self.hint = Label(_hint(), "note", wrap=True)
        column = stack(self._pile, self.hint, gap="s")
        column.setStretch(0, 1)
        column.setContentsMargins(theme.space("s"), 0, theme.space("xs"), theme.space("s"))
        main = holding(column, "surface")
        main.setFocusProxy(self.view)
        self.inspector = Inspector(_("L’atelier"))
        self.inspector.add(self._facts)
        self.beside = Beside(main, self.inspector, _("Retour au déroulé"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.beside, 1)
        self.setFocusProxy(self.view)

    def _show(self) -> None:
        """Draw what is now planned, before anything else happens."""
        table, plan = self.planning.table, self.planning.plan
        if table is None or plan is None:
            return
        self.view.show_rows(self.planning.rows(), rows.headings(table))
        self._pile.setCurrentWidget(self.view if plan.steps else self.empty)
        self.strip.show_totals(table, plan.workshop.people_planned)
        self.inline.place()
        self.view.viewport().repaint()

    def primary(self) -> Primary | None:
        """Once prepared, one runs it."""
        return Primary(_("Animer"), "play", self._run)

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def open_step(self) -> None:
        """On to the fields of the step."""

    def leave_steps(self) -> None:
        """Nothing chosen: the workshop itself."""
        self.view.clearSelection()

    def _chosen(self) -> None:
        pass

    def _name_it(self) -> None:
        self.inline.begin(TITLE, then_length=True)


def _hint() -> str:
    return _("Inser nouvelle")
