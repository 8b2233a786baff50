# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work away from the window's thread: progress, cancel, result, refusal."""

import logging
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.progress import Cancelled, Progress

_LOG = logging.getLogger(__name__)

Work = Callable[[Progress], Any]
Then = Callable[[Any], None]
Sorry = Callable[[AtelierError], None]

SHOWN_AFTER_MS = 600
_LOOK_EVERY_MS = 100
_TURN = 0.001
"""Seconds: while a job computes, a painting asks for its turn a dozen times, and waits this long each time."""


@dataclass
class Job:
    """One piece of work: its title, where it stands, and what to do when it is over."""

    title: str
    work: Work
    then: Then
    sorry: Sorry
    quiet: bool = False
    started: float = field(default_factory=time.monotonic)
    done: int = 0
    total: int = 0
    label: str = ""
    over: bool = False
    result: Any = None
    refusal: AtelierError | None = None
    _stop: threading.Event = field(default_factory=threading.Event)

    def cancel(self) -> None:
        """Wish that the work stops; it stops at its next step and keeps nothing."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether someone wished so."""
        return self._stop.is_set()

    def progress(self, done: int, total: int, label: str = "") -> None:
        """What the work calls; raises Cancelled when it should stop."""
        self.done, self.total, self.label = done, total, label
        if self._stop.is_set():
            raise Cancelled

    def run(self) -> None:
        """Do the work (on a worker thread) and note how it ended."""
        try:
            self.result = self.work(self.progress)
        except Cancelled:
            self._stop.set()
        except AtelierError as refusal:
            self.refusal = refusal
        except Exception:
            _LOG.exception("a job failed")
            from forgeatelier.window.trouble import bug

            self.refusal = bug()
        finally:
            self.over = True


class Jobs(QObject):
    """Starts work and brings results back to the window's thread; progress is looked at, never pushed."""

    began = Signal(object)
    """A `Job` has been running for long enough to be shown."""
    moved = Signal(object)
    """A shown `Job` has progressed."""
    ended = Signal(object)
    """A `Job` is over, whatever its end; its result has been delivered."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No work yet."""
        super().__init__(parent)
        # One worker keeps library work in order; nothing here writes to the database.
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(2)
        self._quiet_pool = QThreadPool()
        self._quiet_pool.setMaxThreadCount(1)
        self._running: list[Job] = []
        self._closed = False
        self._shown: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self, title: str, work: Work, then: Then, sorry: Sorry, *, quiet: bool = False) -> Job:
        """Run `work(progress)` elsewhere; `then(result)` or `sorry(refusal)` follows here, neither when cancelled.

        `quiet` work, which nobody asked for, is not shown and keeps no other work waiting. Once everything was
        stopped the library is closed: what a page still wishes for then is never begun.
        """
        job = Job(title, work, then, sorry, quiet)
        if self._closed:
            job.cancel()
            job.over = True
            return job
        self._running.append(job)
        sys.setswitchinterval(_TURN)
        (self._quiet_pool if quiet else self._pool).start(job.run)
        self._timer.start()
        return job

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def stop_all(self) -> None:
        """Ask everything to stop, wait for it, and begin nothing more; for closing the window."""
        self._closed = True
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()
        self._quiet_pool.waitForDone()
        self._running.clear()
        self._timer.stop()

    def _look(self) -> None:
        for job in tuple(self._running):
            if job.over:
                self._finish(job)
            elif not job.quiet and (time.monotonic() - job.started) * 1000 >= SHOWN_AFTER_MS:
                signal = self.moved if id(job) in self._shown else self.began
                self._shown.add(id(job))
                signal.emit(job)
        if not self._running:
            self._timer.stop()

    def _finish(self, job: Job) -> None:
        self._running.remove(job)
        self._shown.discard(id(job))
        if job.refusal is not None:
            job.sorry(job.refusal)
        elif not job.cancelled:
            job.then(job.result)
        self.ended.emit(job)
