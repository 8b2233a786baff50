# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work of a page in sight: the strip shows itself when work takes long, and can stop it."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from forgeatelier.window.desk import Desk
from forgeatelier.window.jobs import Job, Then, Work
from forgeatelier.window.widgets import ProgressStrip


class JobLine(ProgressStrip):
    """Starts one piece of work at a time; `then` is called even when the page has gone meanwhile."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Hidden while nothing takes long."""
        super().__init__(parent)
        self._desk = desk
        self.job: Job | None = None
        self.cancelled.connect(self._wish_stop)
        desk.jobs.began.connect(self._show_job)
        desk.jobs.moved.connect(self._move_job)
        desk.jobs.ended.connect(self._end_job)

    @property
    def busy(self) -> bool:
        """Whether the work is under way."""
        return self.job is not None and not self.job.over

    def start(self, title: str, work: Work, then: Then) -> Job:
        """Start work; its progress is shown here."""
        self.job = self._desk.start(title, work, then)
        return self.job

    def _show_job(self, job: Job) -> None:
        if job is self.job:
            self.begin(job.title)
            self._move_job(job)

    def _move_job(self, job: Job) -> None:
        if job is self.job:
            self.set_progress(job.done, job.total, f"{job.title} · {job.label}" if job.label else job.title)

    def _end_job(self, job: Job) -> None:
        if job is self.job and isValid(self):
            self.job = None
            self.finish()

    def _wish_stop(self) -> None:
        if self.job is not None:
            self.job.cancel()
