# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of the library made by themselves: when it opens, and every half hour if something changed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from forgeatelier.actions.tidy import back_up
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.progress import Progress
from forgeatelier.store.backup import backups
from forgeatelier.store.library import Library
from forgeatelier.store.trouble import Damaged
from forgeatelier.window.jobs import Jobs

EVERY_MS = 30 * 60 * 1000
_FIRST_AFTER_MS = 20 * 1000


class Backups(QObject):
    """Silent when all goes well, one sentence when it does not."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        clock: Callable[[], datetime],
        tell: Callable[[AtelierError], None],
    ) -> None:
        """Begins by itself a little after the opening, unless a copy of the library as it is exists already."""
        super().__init__()
        self._library, self._jobs, self._clock, self._tell = library, jobs, clock, tell
        self._changed = self._worth_it()
        self._under_way = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.make_if_changed)
        self._timer.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_AFTER_MS)
        self._first.timeout.connect(self.make_if_changed)
        self._first.start()

    def _worth_it(self) -> bool:
        if not self._library.entity_count():
            return False
        copies = backups(self._library.folder)
        return not copies or copies[0].made.timestamp() < self._library.file.stat().st_mtime

    def note(self, _change: Change) -> None:
        """Something was kept."""
        self._changed = True

    def make_if_changed(self) -> None:
        """Make a copy unless nothing changed since the last one."""
        if self._changed and not self._under_way:
            self.make()

    def make(self, then: Callable[[Path], None] | None = None) -> None:
        """Make a copy now; `then` hears of it."""
        library, now = self._library, self._clock()
        self._under_way, self._changed = True, False

        def work(_progress: Progress) -> Path:
            return back_up(library, now)

        def done(made: Path) -> None:
            self._under_way = False
            if then is not None:
                then(made)

        def sorry(error: AtelierError) -> None:
            self._under_way, self._changed = False, True
            if isinstance(error, Damaged):
                library.doubt()
            self._tell(
                AtelierError(
                    _("La sauvegarde automatique n’a pas pu se faire. {what}").format(what=error.what),
                    error.advice,
                )
            )

        self._jobs.start(_("Sauvegarde de la bibliothèque"), work, done, sorry)

    def stop(self) -> None:
        """No more copies by themselves."""
        self._timer.stop()
        self._first.stop()
