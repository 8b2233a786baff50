# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Building in steps: all at once, or one step in each turn of the event loop, so that the window never stands still."""

from collections.abc import Callable, Generator
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
Steps = Generator[None, None, T]
"""What is built a step at a time; each `yield` is a moment at which the window may do something else."""


def at_once(steps: Steps[T]) -> T:
    """Take every step now; returns what was built."""
    while True:
        try:
            next(steps)
        except StopIteration as over:
            built: T = over.value
            return built


class Turns(QObject):
    """Takes one step in each turn of the event loop, from the next turn on."""

    def __init__(self, steps: Steps[T], then: Callable[[T], object], parent: QObject) -> None:
        """`then` is given what was built."""
        super().__init__(parent)
        self._steps, self._then = steps, then
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def stop(self) -> None:
        """Take no further step."""
        self._timer.stop()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration as over:
            self.stop()
            self._then(over.value)
        except Exception:
            # The exception hook says what happened; the same step must not be tried for ever.
            self.stop()
            raise
