# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Garbage is collected by the window's thread alone, in its own time.

Python collects in whichever thread happens to allocate. A collection in a job that meets a forgotten part of the window
destroys it beside Qt's back, and the program falls.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
_YOUNG = 5_000
"""Objects made since the last look that are worth looking at."""
_FULL_EVERY = 120
"""Looks between two collections of everything: a minute."""


class Collector(QObject):
    """Takes the place of Python's own collector from `begin` on, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        """Nothing yet."""
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on only this thread collects."""
        gc.disable()
        self._timer.start()

    def look(self) -> None:
        """Collect what is young when there is enough of it, and everything once in a while."""
        self._looks += 1
        if self._looks % _FULL_EVERY == 0:
            gc.collect()
        elif gc.get_count()[0] > _YOUNG:
            gc.collect(1)
