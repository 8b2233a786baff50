# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fifth part: each decision gets who carries it and until when; those forgotten are written down."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from forgeatelier.actions.decisions import amend
from forgeatelier.actions.harvest import capture_decision
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import Capture, CaptureState, Decided
from forgeatelier.model.workshop.hot_harvest import Left
from forgeatelier.window.dates import day
from forgeatelier.window.pages.workshop.hot.beside_words import BesideWords
from forgeatelier.window.pages.workshop.hot.due import day_typed
from forgeatelier.window.pages.workshop.hot.part import Line, Queue
from forgeatelier.window.pages.workshop.hot.showing import Showing
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.widgets import Field, Label, holding, matches, stack


class Decisions(Queue):
    """Enter goes from the name to the day and keeps both; N writes a decision that was forgotten."""

    def __init__(self, subject: Subject) -> None:
        """Nothing shown yet."""
        super().__init__(
            subject,
            _("Qui s’en charge, et pour quand ?"),
            _("Entrée écrit le nom, puis le jour, puis garde · → plus tard"),
            _("Chaque décision a quelqu’un et un jour."),
        )
        self.showing = Showing(subject)
        self.owner, self.due, self.more = Line(), Line(), Line()
        self.owner.setPlaceholderText(_("Deux ou trois lettres d’un nom"))
        self.due.setPlaceholderText(_("12/4, +7, 2 sem, lundi"))
        self.more.setPlaceholderText(_("Une décision oubliée : son texte, puis Entrée"))
        self.more.setAccessibleName(_("Ajouter une décision"))
        self.owner_field = Field(_("Qui s’en charge ?"), self.owner)
        self.due_field = Field(_("Pour quand ?"), self.due)
        self.meant = Label("", "note", tone="accent", wrap=True)
        side = holding(stack(self.owner_field, self.due_field, self.meant, None, gap="m"))
        self.body.addWidget(BesideWords(self.showing, side), 1)
        self.outer.addWidget(self.more)
        for line in (self.owner, self.due, self.more):
            line.left.connect(self.take_focus)
        self.owner.textChanged.connect(self._say_meant)
        self.due.textChanged.connect(self._say_meant)
        self.owner.returnPressed.connect(self._to_due)
        self.due.returnPressed.connect(self.keep)
        self.more.returnPressed.connect(self.add)
        self._shown = ""

    def waiting(self, left: Left) -> Sequence[str]:
        """The decisions without one of the two."""
        return [one.id for one in left.decisions]

    def show_one(self, key: str) -> None:
        """Show it with what is known of it."""
        capture = self.subject.capture(key)
        if capture is None:
            return
        self.showing.show_capture(capture)
        if key != self._shown:
            self._shown = key
            owner = self.subject.member(capture.owner_id) if capture.owner_id else None
            due = capture.decided.due if capture.decided else None
            self.owner.setText(owner.person.heading if owner else "")
            self.due.setText(due.isoformat() if due else "")
            for field in (self.owner_field, self.due_field):
                field.clear_error()
            self._say_meant()

    def enter(self) -> None:
        """To the name, or to the day when the name is there."""
        (self.due if self.owner.text().strip() else self.owner).setFocus(Qt.FocusReason.OtherFocusReason)

    def letter(self, event: QKeyEvent) -> bool:
        """N: one more decision; any other letter begins the name."""
        if event.key() == Qt.Key.Key_N:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.text().isalpha():
            self.owner.setFocus(Qt.FocusReason.OtherFocusReason)
            self.owner.setText(event.text())
        else:
            return False
        return True

    def keep(self) -> None:
        """Keep what is understood; say what is not."""
        capture = self.subject.capture(self.current)
        if capture is None or not self._clear():
            return
        owner, due = self._owner(), self._due()
        known = capture.decided or Decided()
        change = amend(
            capture,
            owner_id=owner.id if owner else capture.owner_id,
            due=due if due is not None else known.due,
        )
        if change.after and self.subject.desk.keep(change):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """A decision that was forgotten."""
        workshop, plan = self.subject.workshop(), self.subject.plan()
        if workshop is None or not self.more.text().strip():
            return
        try:
            change = capture_decision(
                workshop, self.more.text(), self.subject.now(), planned=plan.kept if plan else ()
            )
        except AtelierError as refusal:
            self.subject.desk.tell(refusal)
            return
        # It was said of the workshop as a whole: nobody has to find its step.
        made = tuple(
            replace(one, state=CaptureState.SORTED) for one in change.after if isinstance(one, Capture)
        )
        if self.subject.desk.keep(Change(change.title, after=made)):
            self.more.clear()
            self.go_to(made[0].id)
            self.owner.setFocus(Qt.FocusReason.OtherFocusReason)

    def leaving(self) -> None:
        """Keep what is being typed and understood."""
        if self.current and (self.owner.isModified() or self.due.isModified()):
            self.keep()

    def _clear(self) -> bool:
        """Whether what stands in both lines is understood."""
        for field, text, found, what, remedy in (
            (
                self.owner_field,
                self.owner.text(),
                self._owner(),
                _("Ce nom n’est pas celui d’une personne de l’atelier."),
                _("Écrire quelques lettres de son nom, ou laisser vide."),
            ),
            (
                self.due_field,
                self.due.text(),
                self._due(),
                _("Ce n’est pas un jour."),
                _("Écrire par exemple 12/4, +7, 2 sem ou lundi, ou laisser vide."),
            ),
        ):
            field.clear_error()
            if text.strip() and found is None:
                field.set_error(what, remedy)
                field.editor.setFocus()
                return False
        return True

    def _owner(self) -> Member | None:
        typed = self.owner.text().strip()
        if not typed:
            return None
        return next((one for one in self.subject.members() if matches(typed, one.person.heading)), None)

    def _due(self) -> date | None:
        return day_typed(self.due.text(), self.subject.today())

    def _to_due(self) -> None:
        self.due.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_meant(self) -> None:
        owner, due = self._owner(), self._due()
        parts = [owner.person.heading] if owner else []
        parts += [_("pour le {day}").format(day=day(due))] if due else []
        self.meant.setText(", ".join(parts))
        self.meant.setVisible(bool(parts))
