# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Leçons: what worked, what was hard and how it was lifted, what to do next time."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.edition import Proposal
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop.keeping import Form
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.obstacles import Obstacles
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.time_hints import TimeHints
from forgeatelier.window.tall import bring_into_sight
from forgeatelier.window.widgets import Command, Field, Label, ScrollColumn, TextEdit, holding, stack


class LessonsTab(Panel):
    """A page one writes on; every word is kept."""

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        """Show what is written so far."""
        super().__init__(subject, parent)
        self._first = Lessons(workshop_id=subject.id)
        self.form = Form(subject.desk, _("Écrire les leçons"), subject.lessons, self._fresh, self)
        self.obstacles = Obstacles(subject, self._fresh)
        self.times = TimeHints(subject)
        self.times.bind(self)
        bind = self.form.bind
        self.worked = bind("worked", TextEdit(lines=4, most=20))
        column = stack(
            Label(_("Ce que cet atelier nous apprend"), "title"),
            Label(_("Tout est publié avec la fiche : n’écrivez pas de nom de personne."), "note"),
            Field(_("Ce qui a marché"), self.worked),
            Field(_("Difficultés"), bind("difficulties", TextEdit(lines=4, most=20))),
            Field(_("Bonnes pratiques"), bind("good_practices", TextEdit(lines=3, most=20))),
            Field(_("Recommandations à qui le refera"), bind("recommendations", TextEdit(lines=3, most=20))),
            Field(_("Modifications proposées au protocole"), bind("proposals", TextEdit(lines=3, most=20))),
            self.times,
            self.obstacles,
            gap="l",
        )
        self._column = ScrollColumn(holding(column))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        self.setFocusProxy(self.worked)
        subject.changed.connect(self._heard)
        self.refresh()

    def primary(self) -> Primary | None:
        """On to the sheet."""
        return Primary(_("Préparer la fiche"), "publish", self._publish)

    def visit(self, place: str) -> None:
        """A field by its name."""
        editor = self.form.editor(place)
        if editor is not None:
            editor.setFocus()
            bring_into_sight(editor)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.form.keep()
        self.obstacles.leaving()

    def refresh(self) -> None:
        """Show what is written as it is now."""
        self.form.show()
        self.obstacles.refresh()
        self.times.refresh()

    def commands(self) -> tuple[Command, ...]:
        """Proposing what the real times say."""
        if not self.times.hints:
            return ()
        said = _("Proposer les durées réelles au protocole")
        return (
            Command(said, self.times.propose_all, "propose times", _("Ctrl+Entrée"), "idea", _("Récolter")),
        )

    def _fresh(self) -> Lessons:
        return replace(self._first)

    def _publish(self) -> None:
        self.leaving()
        self.subject.desk.go(f"workshop/{self.subject.id}/publish")

    def _heard(self, change: Change) -> None:
        if change.touches(Lessons):
            self.form.show()
            self.obstacles.refresh()
        if change.touches(StepRun, Proposal, Workshop):
            self.times.refresh()
