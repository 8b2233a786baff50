# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 9, second half: the longest pause of the window while the finished workshop of the sample is published.

The real window, offscreen, on a sample library: its own publish panel starts the dossier (gathering, Markdown, PDF
in its own process, bundle written and re-read) as a job, a change is kept, the pages are set again. A heartbeat of
5 ms measures how late the window's thread comes back to it. Floor: the same window at rest, in turn, as long.
"""

import argparse
import faulthandler
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from forgeatelier.actions.sample import FINISHED, build
from forgeatelier.window.app import application
from forgeatelier.window.choices import Choices
from forgeatelier.window.glimpse import local_now
from forgeatelier.window.main_window import MainWindow
from forgeatelier.window.pages.workshop.publishing import PublishPanel

PAIRS, BEAT_MS, GOAL_MS = 5, 5, 50
_STILL_S = 1.2
"""The panel waits less than this before it sets its pages again."""


class Heart(QObject):
    """Beats on the window's thread and remembers how late it ever was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.longest = self.over = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def begin(self) -> None:
        """Forget what was."""
        self.longest, self._last = 0.0, time.perf_counter()

    def late(self) -> float:
        """How long ago it last beat, in milliseconds; asked by another thread."""
        return (time.perf_counter() - self._last) * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def wait(app: QApplication, ready: Callable[[], bool], still: float = 0.0) -> None:
    """Let the window live until `ready` has been true for `still` seconds."""
    since = None
    while since is None or time.perf_counter() - since < still:
        app.processEvents()
        if not ready():
            since = None
        elif since is None:
            since = time.perf_counter()
        time.sleep(0.001)


def watch(heart: Heart) -> None:
    """Tell where every thread stands each time the window is late: costs time itself, for looking only."""

    def look() -> None:
        told = 0.0
        while True:
            time.sleep(0.005)
            if heart.late() > GOAL_MS * 0.6 and time.perf_counter() - told > 0.1:
                told = time.perf_counter()
                print(f"--- {heart.late():.0f} ms late", flush=True)
                faulthandler.dump_traceback(sys.stdout)

    threading.Thread(target=look, daemon=True).start()


def publish(app: QApplication, window: MainWindow, panel: PublishPanel, to: Path) -> float:
    """One publication from the button until everything rests again; returns the seconds it took."""
    to.mkdir()
    panel.pick = lambda _parent: str(to)
    began = time.perf_counter()
    panel.publish()
    assert panel.line.busy, "the sheet is not ready to be published"
    wait(app, lambda: window.settled, _STILL_S)
    assert list(to.rglob("fiche-a4.pdf")), "no dossier was written"
    return time.perf_counter() - began


def measure(place: Path, pairs: int, why: bool) -> None:
    app = application()
    build(place / "Exemple", datetime.now(UTC))
    choices = Choices(app)
    choices.dress()
    window = MainWindow(place / "Exemple", choices, local_now, page=f"workshop/{FINISHED}/publish")
    window.show()
    wait(app, lambda: window.settled, _STILL_S)
    panel = window.frame.page().panel("publish")
    assert isinstance(panel, PublishPanel)
    heart = Heart(window)
    if why:
        watch(heart)
    rest, busy, taken = [], [], []
    for turn in range(pairs + 1):
        heart.begin()
        seconds = publish(app, window, panel, place / f"clef-{turn}")
        mine = heart.longest
        heart.begin()
        until = time.perf_counter() + seconds
        wait(app, lambda until=until: time.perf_counter() > until)
        if turn:  # the first turn loads what is not loaded yet; it is told apart
            rest.append(heart.longest)
            busy.append(mine)
            taken.append(seconds)
        else:
            print(f"first publication: longest pause {mine:.1f} ms in {seconds:.1f} s")
    window.close()
    print(f"{pairs} publications of {statistics.median(taken):.1f} s each, heartbeat {BEAT_MS} ms")
    for name, found in (("window at rest", rest), ("while publishing", busy)):
        print(
            f"{name:<18} longest pause {statistics.median(found):5.1f} ms  ({min(found):.1f}-{max(found):.1f})"
        )
    print(f"longest pause of all {max(busy):.1f} ms beside {max(rest):.1f} at rest, goal at most {GOAL_MS}")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--pairs", type=int, default=PAIRS)
    asked.add_argument(
        "--why", action="store_true", help="print every thread's stack when the window is late"
    )
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="forgeatelier-bench-") as place:
        os.environ["FORGEATELIER_HOME"] = f"{place}/home"
        measure(Path(place), options.pairs, options.why)


if __name__ == "__main__":
    main()
