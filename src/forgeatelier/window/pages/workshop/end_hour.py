# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""When the days should end: a button until an hour is fixed, then the hour and a way to take it off again."""

from dataclasses import replace
from datetime import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.window.form import Way
from forgeatelier.window.pages.workshop.keeping import Form
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Button, IconButton, TimeEdit, row

_USUAL = time(17)


class EndHour(QWidget):
    """What is typed is kept by the form of the facts, like the hour of the start."""

    def __init__(self, subject: Subject, form: Form) -> None:
        """Binds itself to `ends_at`."""
        super().__init__()
        self._subject, self._form = subject, form
        self.ask = Button(_("Fixer"), "quiet", "add")
        self.ask.setToolTip(_("Fixer l’heure à laquelle la journée doit finir"))
        self.edit = TimeEdit(_USUAL)
        self.off = IconButton("close", _("Retirer cette heure"), colour="muted")
        form.bind("ends_at", self.edit, Way(_shown, _same))
        self.ask.clicked.connect(self._fix)
        self.off.clicked.connect(self._take_off)
        line = row(self.ask, self.edit, self.off, gap="xs")
        line.setStretch(1, 1)
        line.setAlignment(self.ask, Qt.AlignmentFlag.AlignLeft)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setFocusProxy(self.edit)
        self.refresh()

    def refresh(self) -> None:
        """Show whether an hour is fixed."""
        workshop = self._subject.workshop()
        fixed = workshop is not None and workshop.ends_at is not None
        self.ask.setVisible(not fixed)
        self.edit.setVisible(fixed)
        self.off.setVisible(fixed)
        self.setFocusProxy(self.edit if fixed else self.ask)

    def _fix(self) -> None:
        plan = self._subject.plan()
        end = plan.timetable().end if plan is not None and plan.steps else 0
        self._keep(time(end // 60 % 24, end % 60) if end else _USUAL)
        self.edit.setFocus()

    def _take_off(self) -> None:
        self._form.keep()
        self._keep(None)
        self.ask.setFocus()

    def _keep(self, at: time | None) -> None:
        workshop = self._subject.workshop()
        if workshop is not None and workshop.ends_at != at:
            change = Change(_("Changer l’heure de fin"), (workshop,), (replace(workshop, ends_at=at),))
            self._subject.desk.keep(change)


def _shown(at: time | None) -> time:
    return _USUAL if at is None else at


def _same(at: time) -> time:
    return at
