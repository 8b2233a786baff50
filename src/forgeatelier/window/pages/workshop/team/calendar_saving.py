# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving the calendar of a workshop where one wishes, away from the window's thread."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from forgeatelier.actions.calendar import calendar_name, workshop_calendar, write_calendar
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.subject import Subject


def pick_calendar(parent: QWidget, suggested: str) -> str:
    """Ask where to save it; tests put another function in its place."""
    kinds = _("Calendriers (*.ics)")
    return QFileDialog.getSaveFileName(parent, _("Enregistrer le calendrier"), suggested, kinds)[0]


class CalendarSaving:
    """Asks for a place, then writes sessions and tasks in one file."""

    def __init__(self, subject: Subject) -> None:
        """For the workshop of `subject`."""
        self._subject = subject
        self.pick: Callable[[QWidget, str], str] = pick_calendar
        self.line = OneJob(subject.desk)

    def save(self, parent: QWidget) -> None:
        """Ask and write; a workshop without a date is refused before one is asked."""
        workshop, desk = self._subject.workshop(), self._subject.desk
        if workshop is None or self.line.busy:
            return
        chosen = (
            ""
            if workshop.starts_on is None
            else self.pick(parent, str(_documents() / calendar_name(workshop)))
        )
        if workshop.starts_on is not None and not chosen:
            return
        library, now = desk.atelier.library, self._subject.now()

        def work(_progress: Progress) -> Path:
            return write_calendar(workshop_calendar(library, workshop, now), Path(chosen))

        self.line.start(_("Écrire le calendrier"), work, self._tell)

    def _tell(self, file: Path) -> None:
        said = _("Calendrier enregistré : {name}. Le téléphone l’ouvre tel quel.")
        self._subject.desk.toast(said.format(name=file.name), False)


def _documents() -> Path:
    return Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home()
    )
