# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One piece of long work at a time for one part of a page; the window itself shows how far it is and can stop it."""

from forgeatelier.window.desk import Desk
from forgeatelier.window.jobs import Job, Then, Work


class OneJob:
    """Remembers what it started; `then` is called even when the page has gone meanwhile."""

    def __init__(self, desk: Desk) -> None:
        """Nothing under way."""
        self._desk = desk
        self.job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether its work is under way."""
        return self.job is not None and not self.job.over

    def start(self, title: str, work: Work, then: Then) -> Job:
        """Start work."""
        self.job = self._desk.start(title, work, then)
        return self.job
