# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each page is given, and nothing more."""

from collections.abc import Callable
from dataclasses import dataclass

from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.change import Change
from forgeatelier.window.bulletin import Bulletin
from forgeatelier.window.jobs import Job, Jobs, Then, Work
from forgeatelier.window.undo import History


@dataclass(frozen=True)
class Desk:
    """The open atelier and the window's few services.

    `go(address)` opens another page (`"workshop/<id>/publish"`), `tell(error)` shows a sentence with its remedy,
    `toast(text)` a passing message that offers to undo the last change when `undo` is true.
    """

    atelier: Atelier
    history: History
    jobs: Jobs
    bulletin: Bulletin
    go: Callable[[str], None]
    tell: Callable[[AtelierError], None]
    toast: Callable[[str, bool], None]

    def keep(self, change: Change) -> bool:
        """Keep a change; a refusal is shown and False returned."""
        try:
            self.history.keep(change)
        except AtelierError as refusal:
            self.tell(refusal)
            return False
        return True

    def start(self, title: str, work: Work, then: Then) -> Job:
        """Start long work; a refusal is shown."""
        return self.jobs.start(title, work, then, self.tell)
