# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps an eye on the library behind the window: what was found on opening, damaged pages, media that go bad."""

import logging
from typing import Any

from PySide6.QtCore import QObject, QTimer

from forgeatelier.atelier import Atelier
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.progress import Progress
from forgeatelier.store.opening import Recovery
from forgeatelier.store.trouble import Damaged
from forgeatelier.window import dates
from forgeatelier.window.frame import Frame
from forgeatelier.window.jobs import Jobs
from forgeatelier.window.shell import Shell
from forgeatelier.window.widgets import Banner

_LOG = logging.getLogger(__name__)

FIRST_MS = 3 * 60 * 1000
AGAIN_MS = 15 * 60 * 1000
SOON_MS = 5 * 1000
"""When something was lost last time, it is looked at again at once."""
BUSY_MS = 60 * 1000
"""How long it waits when other work is under way."""


class Caretaker(QObject):
    """Says nothing while all is well; looks at the media a little at a time, when nothing else is under way."""

    def __init__(self, window: Shell, atelier: Atelier, jobs: Jobs) -> None:
        """The first visit comes some minutes after the opening."""
        super().__init__()
        self._window, self._atelier, self._jobs = window, atelier, jobs
        self.lost: AtelierError | None = None
        self._under_way = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._come_round)
        self._timer.start(SOON_MS if self._knows_of_losses() else FIRST_MS)

    def _knows_of_losses(self) -> bool:
        from forgeatelier.store import media_round

        return bool(media_round.remembered(self._atelier.library.folder).damaged)

    # -- on opening ---------------------------------------------------------------------------------------------

    def greet(self, frame: Frame, only: tuple[str, ...] = ("recovery", "place")) -> None:
        """Say what was found when the library was opened, and once more in a new frame what is still so."""
        library = self._atelier.library
        if library.recovery is not None and "recovery" in only:
            frame.notice("recovery", _recovered(library.recovery))
        if library.where.notice and "place" in only:
            frame.notice("place", Banner("warn", library.where.notice))
        if self.lost is not None and "media" in only:
            self._show(frame)

    def hear(self, error: AtelierError) -> None:
        """Something was refused: a damaged database is looked through when the library is opened next."""
        if isinstance(error, Damaged):
            self._atelier.library.doubt()

    # -- media --------------------------------------------------------------------------------------------------

    def _come_round(self) -> None:
        if self._jobs.busy:
            self._timer.start(BUSY_MS)
        else:
            self.visit()

    def visit(self) -> None:
        """Look at some of the media, beside everything else."""
        if self._under_way:
            return
        self._under_way = True
        library, now = self._atelier.library, self._atelier.clock()

        def work(progress: Progress) -> Any:
            from forgeatelier.actions.caretaking import look_after, told

            losses = look_after(library, now, progress)
            return told(losses) if losses else None

        self._jobs.start(
            _("Vérifier les photos et les fichiers"), work, self._visited, self._failed, quiet=True
        )

    def _visited(self, lost: AtelierError | None) -> None:
        self._wait_again()
        before, self.lost = self.lost, lost
        if lost is None:
            self._window.frame.take_away("media")
        elif before is None or str(before) != str(lost):
            # Said once: who put it away has read it.
            self._show(self._window.frame)

    def _failed(self, error: AtelierError) -> None:
        self._wait_again()
        self.hear(error)
        _LOG.warning("the media could not be looked at: %s", error)

    def _wait_again(self) -> None:
        self._under_way = False
        self._timer.start(AGAIN_MS)

    def _show(self, frame: Frame) -> None:
        if self.lost is not None:
            frame.notice("media", Banner("warn", self.lost.what, self.lost.advice))

    def stop(self) -> None:
        """No more visits."""
        self._timer.stop()


def _recovered(recovery: Recovery) -> Banner:
    """What the opening found and put right."""
    last = dates.clock(recovery.last_write) or _("aucune")
    if recovery.remade:
        return Banner(
            "warn",
            _(
                "La base de cette bibliothèque était abîmée : elle a été réparée. Dernière écriture {time}."
            ).format(time=last),
            recovery.notice,
        )
    advice = _("Rien de ce qui était enregistré n’est perdu ; la base a été vérifiée.")
    return Banner(
        "info",
        _("Reprise : la bibliothèque n’avait pas été fermée. Dernière écriture {time}.").format(time=last),
        f"{advice} {recovery.notice}".strip(),
    )
