# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Déroulé: the running order on the left, the workshop or the step one is on told at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop import step_card
from forgeatelier.window.pages.workshop.agenda_list import AgendaList, Line, lines_of
from forgeatelier.window.pages.workshop.facts import Facts
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Inspector, holding, stack


class Programme(Panel):
    """Read the running order, change what the workshop is."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show the workshop itself first."""
        super().__init__(subject, parent)
        self.list = AgendaList()
        self._facts: Facts | None = None
        self._shown: tuple[str, str] = ("", "")
        column = stack(self.list, gap="")
        theme = worn()
        column.setContentsMargins(theme.space("l"), theme.space("m"), theme.space("s"), 0)
        main = holding(column, "surface")
        main.setFocusProxy(self.list)
        self.inspector = Inspector()
        self.beside = Beside(main, self.inspector, _("Retour au déroulé"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.setFocusProxy(self.list)
        self.list.current_changed.connect(self._look_at)
        self.list.opened.connect(self._open)
        subject.changed.connect(self._heard)
        self.refresh()

    def refresh(self) -> None:
        """Show the running order as it is now."""
        workshop = self.subject.workshop()
        if workshop is not None:
            self.list.show_lines(lines_of(workshop, {}, head=True))

    def primary(self) -> Primary | None:
        """Once prepared, one runs it."""
        return Primary(_("Animer"), "play", self._run)

    def visit(self, place: str) -> None:
        """A step by its id, or a field of the workshop."""
        workshop = self.subject.workshop()
        if workshop and workshop.protocol and workshop.protocol.step(place):
            self.list.choose(place)
        elif self._facts is not None or place:
            self.list.choose("")
            if self._facts is not None:
                self._facts.focus(place)
        self.beside.show_details()

    def leaving(self) -> None:
        """Keep what is being typed."""
        if self._facts is not None:
            self._facts.leaving()

    def _run(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/run")

    def _look_at(self, line: Line | None) -> None:
        if line is None or (line.kind, line.step_id) == self._shown:
            return
        workshop = self.subject.workshop()
        if workshop is None:
            return
        self._shown = (line.kind, line.step_id)
        self.leaving()
        self._facts = None
        self.inspector.clear()
        step = workshop.protocol.step(line.step_id) if workshop.protocol and line.step_id else None
        if step is not None:
            step_card.fill(self.inspector, step)
        else:
            self.inspector.set_title(_("L’atelier"))
            self._facts = Facts(self.subject)
            self.inspector.add(self._facts)

    def _open(self, line: Line) -> None:
        self._look_at(line)
        self.beside.show_details()
        if self._facts is not None and self.beside.narrow:
            self._facts.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heard(self, change: Change) -> None:
        if change.touches(Workshop, Organisation):
            self.refresh()
            if self._facts is not None:
                self._facts.refresh()
