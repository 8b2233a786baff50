# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Comptes rendus: which reports, for whom, as they will look; then a folder of PDFs in one gesture."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from forgeatelier.actions.reports import MadeReports, Report, ReportOrder, make_reports
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Use
from forgeatelier.model.progress import Progress
from forgeatelier.window.beside import Beside
from forgeatelier.window.jobs import Job
from forgeatelier.window.pages.workshop import reports_memory
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.prints import open_folder
from forgeatelier.window.pages.workshop.reports_commands import report_commands
from forgeatelier.window.pages.workshop.reports_list import ReportsList
from forgeatelier.window.pages.workshop.reports_looking import ReportLooking
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Command, ElidedLabel, Label, holding, row, stack

_PAUSE_MS = 250
_AFTER_CHANGE_MS = 900


def pick_folder(parent: QWidget, start: str) -> str:
    """Ask where reports go; tests put another function in its place."""
    return QFileDialog.getExistingDirectory(parent, _("Où mettre les comptes rendus ?"), start)


class Reports(Panel):
    """On the left for whom, the reports to tick and where they go; on the right the true pages of the one in hand."""

    def __init__(self, subject: Subject) -> None:
        """Tick what was ticked the last time; for whom is never remembered."""
        super().__init__(subject)
        self.pick: Callable[[QWidget, str], str] = pick_folder
        self.open_folder: Callable[[Path], None] = open_folder
        self._wanted = reports_memory.load()
        self.reports = ReportsList()
        self.card, self.whom, self.rule = self.reports.card, self.reports.whom, self.reports.rule
        self._looking = ReportLooking(subject, self.rule.show_met)
        self.sheet, self._state, self._press = self._looking.sheet, self._looking.state, self._looking.press
        self._count, self._where = Label("", "note", wrap=True), ElidedLabel("", "note")
        self.line = OneJob(subject.desk)
        self._stale, self._again = True, False
        self._shown: tuple[Any, ...] = ()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look)
        self.reports.everything.setChecked(self._wanted.everything_sorted)
        self.reports.names.setChecked(self._wanted.names)
        self.rule.percent.setValue(self._wanted.percent)
        self.reports.choose(self._wanted.reports)
        self._connect()
        self._say()

    def _connect(self) -> None:
        self.reports.current_changed.connect(self._turn_to)
        self.reports.said.connect(self._said)
        self.reports.make_asked.connect(self.make)
        self.card.open_asked.connect(self._open)
        self.rule.presence_asked.connect(partial(self._go, "prepare/people"))
        self.sheet.went.connect(self._go)
        self.subject.changed.connect(self._heard)
        self.subject.desk.jobs.ended.connect(self._ended)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.make)

    def _lay_out(self) -> None:
        theme = worn()
        self.see = Button(_("Voir les pages"), "quiet", "document")
        self.change = Button(_("Changer"), "plain")
        self.change.setToolTip(_("Mettre les comptes rendus dans un autre dossier"))
        self.change.clicked.connect(self._choose_folder)
        count, target = row(self._count, self.see, gap="s"), row(self._where, self.change, gap="s")
        for one in (count, target):
            one.setStretch(0, 1)
        foot = stack(count, target, gap="")
        foot.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), theme.space("s"))
        left = holding(stack(self.reports, holding(foot, "raised"), gap=""), "surface")
        right = holding(stack(self._looking, gap=""), "sunken")
        self.beside = Beside(left, right, _("Retour aux comptes rendus"), shares=(4, 5), least=(400, 400))
        self.beside.arranged.connect(self.see.setVisible)
        self.see.setVisible(self.beside.narrow)
        self.see.clicked.connect(self._see)
        left.setFocusProxy(self.reports)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.beside)
        self.setFocusProxy(self.reports)

    def primary(self) -> Primary | None:
        """Make them, as soon as something is ticked; what is not yet said is asked then."""
        ready = bool(self.reports.chosen()) and not self.line.busy
        return Primary(_("Faire les comptes rendus"), "document", self.make, ready=ready)

    def visit(self, place: str) -> None:
        """A report by its name, or wherever one was."""
        if place in set(Report):
            self.reports.lines[Report(place)].check.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: Any) -> None:
        """What changed while one was elsewhere is set again."""
        super().showEvent(event)
        if self._stale:
            self._pause.start(0)

    def leaving(self) -> None:
        """Give the memory of the press back."""
        self._pause.stop()
        if not self._looking.busy and not self.line.busy:
            self._press.close()

    def commands(self) -> tuple[Command, ...]:
        """Making what is ticked, photos for somebody, or one of the others."""
        return report_commands(self.make, self.make_photos, self.make_only)

    def make(self) -> None:
        """Write the ticked reports into a new folder, away from the window's thread."""
        self._start(self.reports.chosen())

    def make_only(self, report: Report) -> None:
        """Write one report."""
        self._start((report,))

    def make_photos(self, use: Use) -> None:
        """Write the photo report for somebody."""
        self.whom.choose(use)
        self._start((Report.PHOTOS,))

    def _order(self, *reports: Report) -> ReportOrder:
        return ReportOrder(
            reports=reports,
            use=self.whom.use(),
            everything_sorted=self._wanted.everything_sorted,
            names=self._wanted.names,
            percent=self._wanted.percent,
        )

    def _start(self, reports: tuple[Report, ...]) -> None:
        if self.line.busy or not reports:
            return
        if Report.PHOTOS in reports and self.whom.use() is None:
            self.beside.show_main()
            self.whom.ask()
            return
        library, workshop_id, now = self.subject.desk.atelier.library, self.subject.id, self.subject.now()
        order, to = self._order(*reports), self._wanted.folder
        # The press has its own hands: a report may be set for the preview at this very moment.
        worker = None if self._looking.setting else self._press.worker

        def work(progress: Progress) -> MadeReports:
            return make_reports(library, workshop_id, to, order, now, progress, worker=worker)

        self._count.setText(_("Les comptes rendus s’écrivent…"))
        self.line.start(_("Faire les comptes rendus"), work, self._made)
        self.primary_changed.emit()

    def _made(self, made: Any) -> None:
        if not isValid(self):
            return
        self.card.show_made(made)
        self.beside.show_main()
        self.reports.verticalScrollBar().setValue(0)
        self.card.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.primary_changed.emit()

    def _see(self) -> None:
        """The pages alone, where there is no room for both; Esc comes back."""
        self.beside.show_details()
        self._looking.take_focus()

    def _choose_folder(self) -> None:
        start = self._wanted.folder
        chosen = self.pick(self, str(start if start.is_dir() else start.parent))
        if chosen:
            self._remember(folder=Path(chosen))

    def _said(self) -> None:
        """Another choice: kept for the next time, and the pages in sight likewise."""
        before = self._wanted
        self._remember(
            reports=self.reports.chosen(),
            everything_sorted=self.reports.everything.isChecked(),
            names=self.reports.names.isChecked(),
            percent=self.rule.percent.value(),
        )
        self.primary_changed.emit()
        if (before.percent, self._key()) != (self._wanted.percent, self._shown):
            self._turn_to()

    def _remember(self, **said: Any) -> None:
        self._wanted = replace(self._wanted, **said)
        reports_memory.keep(self._wanted)
        self._say()

    def _say(self) -> None:
        chosen = self.reports.chosen()
        said = ngettext("{n} compte rendu coché", "{n} comptes rendus cochés", len(chosen))
        said = said.format(n=len(chosen))
        named = len(set(chosen) & set(self.reports.personal()))
        if named:
            people = ngettext("{n} à garder avec l’équipe", "{n} à garder avec l’équipe", named)
            said = f"{said}, {people.format(n=named)}"
        self._count.setText(said)
        self._where.setText(_("Dans {folder}").format(folder=self._wanted.folder))

    def _open(self, path: Path) -> None:
        self.open_folder(path)

    def _go(self, place: str) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/{place}")

    def _key(self) -> tuple[Any, ...]:
        """What the pages of the report in hand depend on."""
        order = self._order(self.reports.current)
        said = {
            Report.PHOTOS: (order.use, order.everything_sorted),
            Report.DECISIONS: (order.use,),
            Report.DONOR: (order.names, order.everything_sorted),
            Report.CERTIFICATES: (order.percent,),
        }
        return (self.reports.current, *said[self.reports.current])

    def _turn_to(self, *_what: object) -> None:
        self._stale = True
        if self.isVisible():
            self._pause.start(_PAUSE_MS)

    def _look(self) -> None:
        """Set the report in hand again; the pages in sight stay until the new ones are there."""
        if self._looking.busy or self.line.busy:
            self._again = True
            return
        self._again = self._stale = False
        self._shown = self._key()
        self._looking.look(self._order(self.reports.current))

    def _ended(self, job: Job) -> None:
        """Whatever the end was, one may make again, and what was asked meanwhile is set."""
        if job is self.line.job:
            self._say()
            if job.cancelled:
                self._count.setText(_("Le travail a été arrêté : rien n’a été gardé."))
            self.primary_changed.emit()
        mine = job is self.line.job or self._looking.owns(job)
        if mine and self._again and isValid(self) and self.isVisible():
            self._pause.start(_PAUSE_MS)

    def _heard(self, _change: Change) -> None:
        self._stale = True
        self._looking.recount()
        if self.isVisible():
            self._pause.start(_AFTER_CHANGE_MS)
