# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that exists once the library is open: the desk, undo, search, copies, and what they say."""

from datetime import datetime

from PySide6.QtCore import QObject

from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.window import commands
from forgeatelier.window.bulletin import Bulletin
from forgeatelier.window.caretaker import Caretaker
from forgeatelier.window.desk import Desk
from forgeatelier.window.finder import Finder
from forgeatelier.window.frame import Frame
from forgeatelier.window.jobs import Job, Jobs
from forgeatelier.window.keeping_safe import Backups
from forgeatelier.window.searching import Searcher
from forgeatelier.window.shell import Shell
from forgeatelier.window.undo import History
from forgeatelier.window.widgets import Toast


class Awake(QObject):
    """Lives as long as its library is open; frames come and go around it."""

    def __init__(self, window: Shell, atelier: Atelier) -> None:
        """Take over an open atelier."""
        super().__init__()
        self._window = window
        self.atelier = atelier
        self.history = History(atelier)
        self.jobs = Jobs(self)
        self.bulletin = Bulletin(self)
        self.searcher = Searcher(atelier.library.file, self)
        self.backups = Backups(atelier.library, self.jobs, atelier.clock, self.tell)
        self.desk = Desk(atelier, self.history, self.jobs, self.bulletin, window.go, self.tell, self.toast)
        self.caretaker = Caretaker(window, atelier, self.jobs)
        self._frame = window.frame
        # Both are made when first needed, anew for each frame.
        self._toast: Toast | None = None
        self.finder: Finder | None = None
        self._shown: Job | None = None
        self._moment: datetime | None = None
        atelier.listen(self._kept)
        self.jobs.began.connect(self._job_began)
        self.jobs.moved.connect(self._job_moved)
        self.jobs.ended.connect(self._job_ended)

    def dress(self, frame: Frame) -> None:
        """Serve a new frame."""
        self._frame, self._toast, self.finder = frame, None, None
        frame.progress.cancelled.connect(self._cancel)
        frame.status.set_saved(self._moment)
        if self._shown is not None:
            self._job_began(self._shown)

    def greet(self, frame: Frame, only: tuple[str, ...] = ("recovery", "place")) -> None:
        """Say what is odd about the library just opened: a cut, a place where it should not lie."""
        self.caretaker.greet(frame, only)

    def visited(self, frame: Frame) -> None:
        """Another page is shown: what went wrong on the last one is over."""
        frame.take_away("trouble")

    # -- saying -------------------------------------------------------------------------------------------------

    def tell(self, error: AtelierError) -> None:
        """Show a sentence with its remedy."""
        self._window.tell(error)

    @property
    def toasted(self) -> str:
        """What was last said to be done."""
        return self._toast.text() if self._toast is not None else ""

    def toast(self, text: str, undo: bool = False) -> None:
        """Say that something was done, with the way back when there is one."""
        self._toast = self._toast or Toast(self._frame)
        self._toast.say(text, self.undo if undo and self.history.canUndo() else None)

    def _kept(self, change: Change) -> None:
        self._moment = self.atelier.clock().astimezone()
        self._window.frame.status.set_saved(self._moment)
        self.backups.note(change)
        self.bulletin.changed.emit(change)

    # -- doing --------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last change, and say which."""
        if not self.history.canUndo():
            self._window.frame.status.say(_("Rien à annuler"))
            return
        title = self.history.undoText()
        self.history.undo()
        self.toast(_("Annulé : {title} (Ctrl+Maj+Z rétablit)").format(title=title))

    def redo(self) -> None:
        """Do again what was taken back."""
        if not self.history.canRedo():
            self._window.frame.status.say(_("Rien à rétablir"))
            return
        title = self.history.redoText()
        self.history.redo()
        self.toast(_("Rétabli : {title}").format(title=title), True)

    def back_up_now(self) -> None:
        """Make a copy at once and say so."""

        def done(_made: object) -> None:
            self.toast(_("Sauvegarde faite et vérifiée"))

        self.backups.make(done)

    def find(self) -> None:
        """Open the palette."""
        self.finder = self.finder or Finder(self._frame, self.searcher, self._window.go)
        self.finder.open_with(commands.everywhere(self._window, self))

    # -- long work ----------------------------------------------------------------------------------------------

    def _job_began(self, job: Job) -> None:
        self._shown = job
        self._window.frame.progress.begin(job.title)
        self._job_moved(job)

    def _job_moved(self, job: Job) -> None:
        if job is self._shown and job.total:
            self._window.frame.progress.set_progress(job.done, job.total, _said(job))

    def _job_ended(self, job: Job) -> None:
        if job is self._shown:
            self._shown = None
            self._window.frame.progress.finish()

    def _cancel(self) -> None:
        if self._shown is not None:
            self._shown.cancel()

    def close(self) -> None:
        """Stop everything and close the library properly."""
        self.backups.stop()
        self.caretaker.stop()
        self.searcher.stop()
        self.jobs.stop_all()
        self.atelier.close()


def _said(job: Job) -> str:
    return f"{job.title} · {job.label}" if job.label else job.title
