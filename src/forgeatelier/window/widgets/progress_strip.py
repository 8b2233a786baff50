# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work in sight: what it does, how far it is, how long it will take, and a way to stop it."""

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from forgeatelier.ground.words import _, grouped, ngettext
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets.buttons import Button
from forgeatelier.window.widgets.layouts import row, stack
from forgeatelier.window.widgets.text import ElidedLabel, Label, reveal

PATIENCE = 5
"""Seconds after which the strip says how long it will still take."""


def duration(seconds: int) -> str:
    """A time in words that are true enough: « 12 s », « 3 min 05 s »."""
    if seconds < 60:
        return _("{n} s").format(n=seconds)
    return _("{minutes} min {seconds:02} s").format(minutes=seconds // 60, seconds=seconds % 60)


def remaining(elapsed: float, done: int, total: int) -> int | None:
    """Seconds still to go at the pace so far; nothing to say before `PATIENCE` or without a total."""
    if elapsed < PATIENCE or done <= 0 or total <= 0:
        return None
    return round(elapsed * max(0, total - done) / done)


class ProgressStrip(QFrame):
    """Hidden until `begin`; `cancelled` asks the work to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Put it at the bottom of the window or the page."""
        super().__init__(parent)
        self.setProperty("ground", "raised")
        self.setProperty("edge", "top")
        theme = worn()
        self._label, self._time = ElidedLabel("", "strong"), Label("", "note", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stop = Button(_("Annuler"), "quiet", "close")
        self._stop.clicked.connect(self._ask_to_stop)
        top = row(gap="m")
        top.addWidget(self._label, 1)
        top.addWidget(self._time)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), theme.space("s"))
        layout.setSpacing(theme.space("l"))
        layout.addLayout(stack(top, self._bar, gap="xs"), 1)
        layout.addWidget(self._stop)
        self._since, self._tick = QElapsedTimer(), QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._say_time)
        self._done = self._total = 0
        self.hide()

    def begin(self, label: str, *, can_stop: bool = True) -> None:
        """Show the strip for a new piece of work."""
        self._done = self._total = 0
        self._label.setText(label)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(label)
        reveal(self._stop, can_stop)
        self._stop.setEnabled(True)
        self._stop.setText(_("Annuler"))
        self._since.start()
        self._tick.start()
        self._say_time()
        self.show()

    def set_progress(self, done: int, total: int, label: str = "") -> None:
        """Show how far it is; a total of 0 means that nobody knows."""
        self._done, self._total = done, total
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if label:
            self._label.setText(label)
        self._say_time()

    def finish(self) -> None:
        """The work is over, one way or the other."""
        self._tick.stop()
        self.hide()

    def _say_time(self) -> None:
        self.show_time(self._since.elapsed() / 1000 if self._since.isValid() else 0)

    def show_time(self, elapsed: float) -> None:
        """Say how far and how long, `elapsed` seconds after the beginning."""
        parts = (
            [_("{done} sur {total}").format(done=grouped(self._done), total=grouped(self._total))]
            if self._total
            else []
        )
        parts += [duration(int(elapsed))] if elapsed >= 1 else []
        left = remaining(elapsed, self._done, self._total)
        if left is not None:
            said = ngettext("encore {n} seconde", "encore {n} secondes", left).format(n=left)
            parts += [said if left < 60 else _("encore {time}").format(time=duration(left))]
        self._time.setText(" · ".join(parts))

    def _ask_to_stop(self) -> None:
        self._stop.setEnabled(False)
        self._stop.setText(_("Arrêt demandé"))
        self.cancelled.emit()
