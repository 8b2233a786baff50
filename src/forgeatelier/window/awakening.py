# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wakes the rest of the program after the first painting, beside the window, then opens the library."""

import gc
import linecache
import logging
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Cancelled

if TYPE_CHECKING:
    from forgeatelier.atelier import Atelier
    from forgeatelier.store.backup import Backup

_LOG = logging.getLogger(__name__)
_TURN = 0.001
_LOOK_EVERY_MS = 100
_SHOWN_AFTER = 0.6

HEAVY = (
    "sqlalchemy",
    "forgeatelier.model.kinds",
    "forgeatelier.atelier",
    "forgeatelier.actions.tidy",
    "forgeatelier.window.awake",
)
"""What must be awake before the library opens, smallest stones last."""

LATER = (
    "forgeatelier.actions.prepare",
    "forgeatelier.protocols.shelf",
    "forgeatelier.window.pages.workshops.new_workshop",
    "forgeatelier.window.pages.workshop.page",
    "forgeatelier.window.pages.library.page",
)
"""What is woken while the first page is already live, so that the first visit elsewhere does not wait."""


@dataclass(frozen=True)
class Refused:
    """Why a library did not open: the sentence, whether the database is damaged, the copies one may go back to."""

    folder: Path
    error: AtelierError
    exists: bool = True
    damaged: bool = False
    backups: "tuple[Backup, ...]" = field(default=())


@dataclass(eq=False)
class Opening:
    """One wish to open a library: what is asked for, how far it is, and what came of it."""

    folder: Path
    clock: Callable[[], datetime]
    make: bool = False
    sample: bool = False
    wanted: bool = True
    outcome: "Atelier | Refused | None" = None
    since: float = 0.0
    done: int = 0
    total: int = 0

    def progress(self, done: int, total: int, label: str = "") -> None:
        """Note how far the tables are that have to be made again; raises Cancelled once nobody wants them."""
        self.since = self.since or time.monotonic()
        self.done, self.total = done, total
        if not self.wanted:
            raise Cancelled


class Awakening(QObject):
    """One thread that imports, opens and says how it went; the window never waits for it."""

    opened = Signal(object)
    """The open `Atelier`."""
    refused = Signal(object)
    """A `Refused`."""
    updating = Signal(int, int)
    """Opening takes long because the tables are made anew: so many things of so many are."""
    _through = Signal(object)

    def __init__(self, parent: QObject) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._opening: Opening | None = None
        self._loads_on = True
        self._through.connect(self._deliver)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @property
    def begun(self) -> bool:
        """Whether a library is being opened, or has been."""
        return self._opening is not None

    def begin(
        self, folder: Path, clock: Callable[[], datetime], *, make: bool = False, sample: bool = False
    ) -> None:
        """Wake everything and open the library of `folder`; with `make` it is made first, with `sample` filled too."""
        self.wait()
        self._opening = Opening(folder, clock, make, sample)
        self._start(self._run, self._opening)
        self._timer.start()

    def load_later(self) -> None:
        """Load what the first visits elsewhere need; asked for once the first page is live, so as not to hinder it."""
        self._join()
        self._loads_on = True
        self._start(self._load_later)

    def _start(self, work: Callable[..., None], *given: object) -> None:
        self._thread = threading.Thread(target=work, args=given, name="awakening")
        self._thread.start()

    def wait(self) -> None:
        """Give up what is under way and wait for its end; a library that nobody took is closed again at once."""
        opening, self._opening, self._loads_on = self._opening, None, False
        self._timer.stop()
        if opening is not None:
            opening.wanted = False
        self._join()
        if opening is not None:
            _let_go(opening)

    def _join(self) -> None:
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, opening: Opening) -> None:
        try:
            with _loading():
                for name in HEAVY:
                    import_module(name)
                opening.outcome = _opened(opening)
        except Cancelled:
            return
        except AtelierError as error:
            opening.outcome = _examined(opening.folder, error)
        except Exception:
            _LOG.exception("the library did not open")
            opening.outcome = _examined(opening.folder, _unknown())
        self._through.emit(opening)

    def _deliver(self, opening: Opening) -> None:
        """On the window's thread: pass on what came of it, unless something else was wished for meanwhile."""
        outcome, opening.outcome = opening.outcome, None
        if outcome is None:
            return
        self._timer.stop()
        (self.refused if isinstance(outcome, Refused) else self.opened).emit(outcome)

    def _look(self) -> None:
        opening = self._opening
        if opening is not None and opening.since and time.monotonic() - opening.since >= _SHOWN_AFTER:
            self.updating.emit(opening.done, opening.total)

    def _load_later(self) -> None:
        with _loading():
            for name in LATER:
                try:
                    if self._loads_on:
                        import_module(name)
                except ImportError:
                    # The page itself will say so when it is visited.
                    _LOG.warning("could not be loaded ahead: %s", name)


def _let_go(opening: Opening) -> None:
    outcome, opening.outcome = opening.outcome, None
    if outcome is not None and not isinstance(outcome, Refused):
        outcome.close()


@contextmanager
def _loading() -> Iterator[None]:
    """While Python code is loaded here, the window gets its turn every millisecond."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    # Nothing of what is loaded is garbage: a collection, now or later, would only stop everyone to find that out.
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        # Qt for Python looks into the source of every module that is loaded, and Python remembers all of it.
        linecache.clearcache()
        gc.freeze()
        if collecting:
            gc.enable()
        sys.setswitchinterval(before)


def _opened(opening: Opening) -> "Atelier":
    from forgeatelier.atelier import Atelier

    if opening.sample:
        build = import_module("forgeatelier.actions.sample").build
        build(opening.folder, opening.clock())
    elif opening.make:
        return Atelier.create(opening.folder, opening.clock)
    return Atelier.open(opening.folder, opening.clock, opening.progress)


def _examined(folder: Path, error: AtelierError) -> Refused:
    """Look at what is there, to know what can be offered."""
    from forgeatelier.store.backup import backups
    from forgeatelier.store.engine import quick_check
    from forgeatelier.store.passport import is_library

    if not is_library(folder):
        return Refused(folder, error, exists=False)
    file = folder / "library.sqlite"
    try:
        return Refused(folder, error, damaged=not quick_check(file), backups=backups(folder))
    except OSError:
        return Refused(folder, error)


def _unknown() -> AtelierError:
    return AtelierError(
        _("Cette bibliothèque n’a pas pu être ouverte ; rien n’a été modifié."),
        _("Recommencer ; si cela se reproduit, revenir à une sauvegarde ou demander de l’aide."),
    )
