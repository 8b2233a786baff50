# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The side on which the report in hand is looked at: its true pages, what it lacks and what it holds back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from forgeatelier.actions.reports import Report, ReportOrder
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress
from forgeatelier.window.jobs import Job
from forgeatelier.window.pages.workshop import reports_said, saying
from forgeatelier.window.pages.workshop.one_job import OneJob
from forgeatelier.window.pages.workshop.reports_pages import ReportPages
from forgeatelier.window.pages.workshop.reports_press import ReportLook, ReportPress, RuleMet, who_fulfils
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Label, holding, row, stack


class ReportLooking(QWidget):
    """Works out pages and presences away from the window's thread; `counted` takes who fulfils the rule."""

    def __init__(self, subject: Subject, counted: Callable[[RuleMet], None]) -> None:
        """Nothing is set before the first look."""
        super().__init__()
        self._subject, self._tell = subject, counted
        self.sheet = ReportPages()
        self.state = Label("", "note", wrap=True)
        self.press = ReportPress(subject.desk.atelier.library, subject.id)
        self._looks, self._counts = OneJob(subject.desk), OneJob(subject.desk)
        self._counted_at = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        theme = worn()
        line = row(self.state, gap="s")
        line.setContentsMargins(theme.space("l"), theme.space("xs"), theme.space("l"), theme.space("xs"))
        self._line = holding(line)
        self.setLayout(stack(self.sheet, self._line, gap=""))
        self._say("")

    @property
    def busy(self) -> bool:
        """Whether pages or presences are being worked out."""
        return self._looks.busy or self._counts.busy

    @property
    def setting(self) -> bool:
        """Whether the press has its hands full."""
        return self._looks.busy

    def owns(self, job: Job) -> bool:
        """Whether a job is one of its own."""
        return job in (self._looks.job, self._counts.job)

    def recount(self) -> None:
        """Presences may have changed: count again at the next look."""
        self._counted_at = 0

    def take_focus(self) -> None:
        """The keyboard goes to the pages, or stays on this side when there are none: Esc must lead back."""
        shown = self.sheet.currentWidget() is self.sheet.pages
        (self.sheet.pages.sheets if shown else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self, order: ReportOrder) -> None:
        """Set the one report of the order; the pages in sight stay until the new ones are there."""
        self._count(order.percent)
        if order.reports == (Report.PHOTOS,) and order.use is None:
            self._say("")
            self.sheet.show_unsaid()
            return
        self._say(_("Le compte rendu se met en page…"))
        today, press = self._subject.today(), self.press

        def work(progress: Progress) -> ReportLook | AtelierError:
            try:
                return press.look(order, today, progress)
            except AtelierError as refusal:
                # Said beside the pages: nobody asked for this work.
                return refusal

        self._looks.start(_("Mettre le compte rendu en page"), work, self._looked)

    def _count(self, percent: int) -> None:
        """Who fulfils the rule of presence, as it is now."""
        if percent == self._counted_at:
            return
        self._counted_at = percent
        library, workshop_id, today = (
            self._subject.desk.atelier.library,
            self._subject.id,
            self._subject.today(),
        )

        def work(_progress: Progress) -> RuleMet | AtelierError:
            try:
                return who_fulfils(library, workshop_id, percent, today)
            except AtelierError as refusal:
                return refusal

        self._counts.start(_("Compter les présences"), work, self._counted)

    def _counted(self, met: Any) -> None:
        if isValid(self) and isinstance(met, RuleMet):
            self._tell(met)

    def _looked(self, found: Any) -> None:
        if not isValid(self):
            return
        if isinstance(found, AtelierError):
            self._say(f"{found.what} {found.advice}")
        else:
            self.sheet.show_look(found)
            self._say(saying.tied(reports_said.of_look(found)))

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self._line.setVisible(bool(text))
