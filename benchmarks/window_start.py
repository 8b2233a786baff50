# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 1: from the start of the process to the first painted window with 10,000 workshops in it, then to rest.

Floor: a window of one label, in the same run, in turn (A B A B …). Told for both: first painting, memory (PSS)
at that moment, and for the program also when its library is open, its memory then, and the longest pause of the
window in between. Runs on Xvfb when it is installed and no screen is set, else offscreen; `--library FOLDER`
uses a library made before, `--workshops N` makes another size. The first run of all (the warm-up) has no
remembered face yet: `--pairs 1 --no-warm-up` shows what that one costs. What the command line loads before it
asks for the window is not in it.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAIRS, WARM_UP = 9, 1
GOAL, GOAL_MEMORY, GOAL_PAUSE = 1.30, 1.35, 50
SIZE = (1180, 700)


def memory() -> float:
    """Proportional share of memory of this process, in MB."""
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1000
    return 0.0


def bare() -> None:
    """A window of one label: the least that Qt can do."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])

    class Window(QLabel):
        def paintEvent(self, event) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, told)

    def told() -> None:
        print(json.dumps({"first": time.monotonic(), "memory": memory()}), flush=True)
        app.quit()

    window = Window("ForgeAtelier")
    window.resize(*SIZE)
    window.show()
    app.exec()


def ours(folder: str) -> None:
    """The program itself, on its list of workshops, until the library is open and nothing runs any more."""
    from forgeatelier.window import app, first_face

    watch = Watch()
    painted = first_face.FaceWindow.first_painted

    def first_painted(window: first_face.FaceWindow) -> None:
        watch.begin(window, rows=len(window.rows))
        painted(window)

    first_face.FaceWindow.first_painted = first_painted
    make = app.make_window

    def make_window(*given, **more):
        window = yield from make(*given, **more)
        watch.inside = window
        if not watch.seen:
            wake = type(window).wake
            type(window).wake = lambda self: (
                watch.begin(self, rows=self.frame.page().model.rowCount()),
                wake(self),
            )
        return window

    app.make_window = make_window
    app.run(Path(folder), page="workshops")


class Watch:
    """Looks at the clock a thousand times a second from the first painting until everything rests."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}
        self.inside = None

    def begin(self, window, rows: int) -> None:
        from PySide6.QtCore import QTimer

        self.seen.update(first=time.monotonic(), memory=memory(), rows=rows, pause=0.0)
        self.window, self.last, self.quiet = window, time.monotonic(), 0
        self.beat = QTimer(window)
        self.beat.setInterval(1)
        self.beat.timeout.connect(self.look)
        self.beat.start()

    def look(self) -> None:
        now, seen, inside = time.monotonic(), self.seen, self.inside
        seen["pause"] = max(seen["pause"], (now - self.last) * 1000)
        self.last = now
        if inside is not None and "alive" not in seen and inside.painted:
            seen["alive"] = now
        self.quiet = self.quiet + 1 if inside is not None and inside.settled else 0
        if self.quiet == 1 and "open" not in seen:
            seen["open"] = now
        if self.quiet > 400:
            self.beat.stop()
            seen["settled_memory"] = memory()
            print(json.dumps(seen), flush=True)
            self.window.close()


def run(kind: str, folder: Path, environment: dict[str, str]) -> dict[str, float]:
    """One start, told in milliseconds since the process was asked for."""
    begun = time.monotonic()
    command = [sys.executable, __file__, "--child", kind, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    said: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    for moment in ("first", "alive", "open"):
        if moment in said:
            said[moment] = (said[moment] - begun) * 1000
    return said


def line(name: str, unit: str, values: list[float]) -> None:
    print(f"{name:34} {statistics.median(values):8.1f} {unit}   ({min(values):.1f} - {max(values):.1f})")


def screen() -> tuple[dict[str, str], subprocess.Popen[bytes] | None, str]:
    """The environment of the runs, and the screen that was started for them."""
    home = tempfile.mkdtemp(prefix="forgeatelier-bench-")
    # An installed program finds its modules compiled; here they are compiled by the warm-up run.
    environment = {**os.environ, "FORGEATELIER_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if os.environ.get("QT_QPA_PLATFORM") or not shutil.which("Xvfb"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        return environment, None, environment["QT_QPA_PLATFORM"]
    display = f":{100 + os.getpid() % 800}"
    server = subprocess.Popen(
        ["Xvfb", display, "-screen", "0", "1366x768x24"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(1)
    return {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}, server, "Xvfb"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--child", choices=("bare", "ours"))
    asked.add_argument("folder", nargs="?", default="")
    asked.add_argument("--library", type=Path)
    asked.add_argument("--workshops", type=int, default=10_000)
    asked.add_argument("--no-warm-up", action="store_true")
    asked.add_argument("--pairs", type=int, default=PAIRS)
    said = asked.parse_args()
    if said.child:
        bare() if said.child == "bare" else ours(said.folder)
        return
    with tempfile.TemporaryDirectory(prefix="forgeatelier-bench-") as place:
        folder = said.library or Path(place) / "library"
        environment, server, where = screen()
        if said.library is None:
            os.environ["FORGEATELIER_HOME"] = environment["FORGEATELIER_HOME"]
            from ten_thousand import make

            make(folder, said.workshops)
        floors: list[dict[str, float]] = []
        starts: list[dict[str, float]] = []
        warm_up = 0 if said.no_warm_up else WARM_UP
        for turn in range(said.pairs + warm_up):
            pair = run("bare", folder, environment), run("ours", folder, environment)
            if turn >= warm_up:
                floors.append(pair[0])
                starts.append(pair[1])
        if server is not None:
            server.terminate()
            server.wait()
    print(f"{said.pairs} pairs on {where}, {starts[0]['rows']:.0f} workshops in the list")
    line("one label: first painting", "ms", [one["first"] for one in floors])
    line("one label: memory", "MB", [one["memory"] for one in floors])
    line("program: first painting", "ms", [one["first"] for one in starts])
    line("program: memory then", "MB", [one["memory"] for one in starts])
    line("program: takes keys and clicks", "ms", [one["alive"] for one in starts])
    line("program: library open", "ms", [one["open"] for one in starts])
    line("program: memory at rest", "MB", [one["settled_memory"] for one in starts])
    line("program: longest pause after", "ms", [one["pause"] for one in starts])
    ratio = statistics.median(a["first"] / b["first"] for a, b in zip(starts, floors, strict=True))
    heavier = statistics.median(a["memory"] / b["memory"] for a, b in zip(starts, floors, strict=True))
    pause = statistics.median(one["pause"] for one in starts)
    print(
        f"first painting {ratio:.2f} x the floor (goal {GOAL}), memory {heavier:.2f} x (goal {GOAL_MEMORY}), "
        f"longest pause {pause:.0f} ms (goal {GOAL_PAUSE})"
    )


if __name__ == "__main__":
    main()
