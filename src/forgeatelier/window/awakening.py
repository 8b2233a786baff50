# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wakes the rest of the program after the first painting, beside the window, then opens the library."""

import gc
import linecache
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

if TYPE_CHECKING:
    from forgeatelier.atelier import Atelier
    from forgeatelier.store.backup import Backup

_LOG = logging.getLogger(__name__)
_TURN = 0.001

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


class Awakening(QObject):
    """One thread that imports, opens and says how it went; the window never waits for it."""

    opened = Signal(object)
    """The open `Atelier`."""
    refused = Signal(object)
    """A `Refused`."""

    def __init__(self, parent: QObject) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._wanted = True

    def begin(
        self, folder: Path, clock: Callable[[], datetime], *, make: bool = False, sample: bool = False
    ) -> None:
        """Wake everything and open the library of `folder`; with `make` it is made first, with `sample` filled too."""
        self._start(self._run, folder, clock, make, sample)

    def load_later(self) -> None:
        """Load what the first visits elsewhere need; asked for once the first page is live, so as not to hinder it."""
        self._start(self._load_later)

    def _start(self, work: Callable[..., None], *given: object) -> None:
        self.wait()
        self._thread = threading.Thread(target=work, args=given, name="awakening")
        self._thread.start()

    def wait(self, *, wanted: bool = True) -> None:
        """Wait until the thread is through; an unwanted library is closed again at once."""
        self._wanted = wanted
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, folder: Path, clock: Callable[[], datetime], make: bool, sample: bool) -> None:
        try:
            with _loading():
                for name in HEAVY:
                    import_module(name)
                atelier = _opened(folder, clock, make=make, sample=sample)
        except AtelierError as error:
            self.refused.emit(_examined(folder, error))
            return
        except Exception:
            _LOG.exception("the library did not open")
            self.refused.emit(_examined(folder, _unknown()))
            return
        if not self._wanted:
            atelier.close()
            return
        self.opened.emit(atelier)

    def _load_later(self) -> None:
        with _loading():
            for name in LATER:
                try:
                    if self._wanted:
                        import_module(name)
                except ImportError:
                    # The page itself will say so when it is visited.
                    _LOG.warning("could not be loaded ahead: %s", name)


@contextmanager
def _loading() -> Iterator[None]:
    """While Python code is loaded here, the window gets its turn every millisecond."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    # Nothing of what is loaded is garbage: a collection, now or later, would only stop everyone to find that out.
    gc.disable()
    try:
        yield
    finally:
        # Qt for Python looks into the source of every module that is loaded, and Python remembers all of it.
        linecache.clearcache()
        gc.freeze()
        gc.enable()
        sys.setswitchinterval(before)


def _opened(folder: Path, clock: Callable[[], datetime], *, make: bool, sample: bool) -> "Atelier":
    from forgeatelier.atelier import Atelier

    if sample:
        build = import_module("forgeatelier.actions.sample").build
        build(folder, clock())
    elif make:
        return Atelier.create(folder, clock)
    return Atelier.open(folder, clock)


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
        _("Cette bibliothèque n’a pas pu être ouverte ; rien n’a été modifié."),
        _("Recommencer ; si cela se reproduit, revenir à une sauvegarde ou demander de l’aide."),
    )
