# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The planner: from a keystroke to the plan drawn anew, beside Qt's own repaint of the same view.

Three keys are pressed in turn at 100 and 500 steps: an arrow, Alt+↓ (a step moves, every later start with it), and
digits into the length of a step (every start follows as one types). Told for each: median and p99 until the plan is
painted, which is before the library keeps the change, and until everything is done, with the change durable. « Work
alone » leaves out the time other programs took, which counts on a machine one shares. A frame is 16 ms. Runs
offscreen unless a platform is set.
"""

import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FORGEATELIER_HOME"] = tempfile.mkdtemp(prefix="forgeatelier-bench-")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forgeatelier.atelier import Atelier
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.plan import as_step
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window import theme
from forgeatelier.window.bulletin import Bulletin
from forgeatelier.window.desk import Desk
from forgeatelier.window.jobs import Jobs
from forgeatelier.window.pages.workshop.planner import Planner
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.undo import History

SIZES, PRESSES, FRAME = (100, 500), 200, 16.0
NOW = datetime(2026, 3, 12, 10, 42, tzinfo=UTC)
Times = dict[str, list[float]]


class Painted(QObject):
    """Notes when the plan was last painted."""

    at = cpu = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # The paint itself runs after this filter: it is done here so that its end can be noted.
            watched.removeEventFilter(self)
            QApplication.sendEvent(watched, event)
            watched.installEventFilter(self)
            self.at, self.cpu = time.perf_counter(), time.process_time()
            return True
        return False


def plan_of(count: int) -> tuple[Workshop, list[PlannedStep]]:
    workshop = Workshop(title="Quinzaine", starts_on=date(2026, 3, 12), people_planned=30, own_steps=True)
    forms = tuple(Form)
    steps = [
        PlannedStep(
            workshop_id=workshop.id,
            step_id=f"etape-{number}",
            place=number * PLACE_GAP,
            day=1 + number // 20,
            title=f"Étape {number} : ce que l’on fait ensemble",
            minutes=15,
            minutes_min=10,
            per_person_seconds=30 if number % 7 == 0 else 0,
            form=forms[number % len(forms)],
            fork=f"voies-{number // 10}" if number % 10 in (4, 5, 6) else "",
            lane="ABC"[number % 3] if number % 10 in (4, 5, 6) else "",
        )
        for number in range(count)
    ]
    return workshop, steps


def opened(count: int, place: Path) -> tuple[Planner, Desk]:
    atelier = Atelier.create(place / str(count), lambda: NOW)
    workshop, steps = plan_of(count)
    atelier.keep(Change("", after=(workshop, *steps)))
    bulletin, jobs = Bulletin(), Jobs()
    atelier.listen(bulletin.changed.emit)
    desk = Desk(atelier, History(atelier), jobs, bulletin, str, str, lambda text, _undo: str(text))
    planner = Planner(Subject(desk, workshop.id))
    planner.resize(1278, 600)
    planner.show()
    planner.activateWindow()
    planner.view.setFocus()
    return planner, desk


def settle(app: QApplication) -> None:
    for _turn in range(4):
        app.processEvents()


def pressed(app: QApplication, seen: Painted, press: Callable[[], None]) -> tuple[float, float, float]:
    """Milliseconds until the plan was painted anew, until nothing is left to do, and of work until the painting."""
    settle(app)
    begun, worked = time.perf_counter(), time.process_time()
    seen.at = 0.0
    press()
    while not seen.at:
        app.processEvents()
    painted, work = seen.at, seen.cpu - worked
    settle(app)
    return (painted - begun) * 1000, (time.perf_counter() - begun) * 1000, work * 1000


def measure(app: QApplication, planner: Planner, count: int) -> tuple[Times, Times, Times, list[float]]:
    view, seen = planner.view, Painted()
    view.viewport().installEventFilter(seen)
    drawn: Times = {"arrow": [], "Alt+↓": [], "digit": []}
    done: Times = {name: [] for name in drawn}
    worked: Times = {name: [] for name in drawn}
    floor: list[float] = []
    alt = Qt.KeyboardModifier.AltModifier
    first = view.plan.rows[count // 3].id
    view.choose((first,))

    def note(name: str, press: Callable[[], None]) -> None:
        one, two, work = pressed(app, seen, press)
        drawn[name].append(one)
        done[name].append(two)
        worked[name].append(work)

    def type_length() -> None:
        planner.inline.begin("length")
        for key in "127":
            note("digit", lambda key=key: QTest.keyClicks(planner.inline.line, key))
        planner.inline.cancel()

    for turn in range(PRESSES):
        note("arrow", lambda: QTest.keyClick(view, Qt.Key.Key_Down))
        if turn % 2:
            way = Qt.Key.Key_Down if turn % 4 == 1 else Qt.Key.Key_Up
            note("Alt+↓", lambda way=way: QTest.keyClick(view, way, alt))
            type_length()
        settle(app)
        begun = time.perf_counter()
        view.viewport().repaint()
        floor.append((time.perf_counter() - begun) * 1000)
        if view.currentIndex().row() > count - 5:
            view.choose((first,))
    return drawn, done, worked, floor


def first_edit(app: QApplication, place: Path, count: int) -> tuple[float, float]:
    """The one edit that makes every step the workshop's own, in a plan still taken from its protocol."""
    planner, desk = opened(count, place)
    workshop, steps = planner.planning.plan.workshop, planner.planning.plan.steps
    taken = Protocol(id="p", steps=tuple(as_step(step, 30, 6) for step in steps))
    desk.atelier.keep(Change("", (workshop, *steps), (replace(workshop, own_steps=False, protocol=taken),)))
    seen = Painted()
    planner.view.viewport().installEventFilter(seen)
    planner.view.choose((planner.view.plan.rows[2].id,))
    return pressed(app, seen, planner.verbs.weigh)[:2]


def p99(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


def main() -> None:
    """Measure, in turn."""
    app = QApplication([])
    theme.apply(app, theme.load("day"), 1.0)
    worst = alone = 0.0
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as place:
        for count in SIZES:
            planner, desk = opened(count, Path(place))
            settle(app)
            # As the program does once it stands.
            gc.freeze()
            drawn, done, worked, floor = measure(app, planner, count)
            bare = statistics.median(floor)
            print(f"{count} steps: Qt’s own repaint of the view p50 {bare:.2f} ms p99 {p99(floor):.2f}")
            for name, values in drawn.items():
                print(
                    f"{count} steps, {name:6} drawn p50 {statistics.median(values):6.2f} p99 {p99(values):6.2f} ms, "
                    f"{statistics.median(values) / bare:5.2f} x the repaint; "
                    f"work alone p50 {statistics.median(worked[name]):6.2f} p99 {p99(worked[name]):6.2f} ms; "
                    f"durable p50 {statistics.median(done[name]):6.2f} p99 {p99(done[name]):6.2f} ms"
                )
                if count == SIZES[0]:
                    worst, alone = max(worst, p99(values)), max(alone, p99(worked[name]))
            planner.close()
            desk.jobs.stop_all()
            desk.atelier.close()
        for count in SIZES:
            one, two = first_edit(app, Path(place) / "first", count)
            print(f"{count} steps, very first edit: drawn {one:.1f} ms, durable {two:.1f} ms")
    print(f"worst p99 at {SIZES[0]} steps {worst:.2f} ms, work alone {alone:.2f} ms (goal {FRAME:.0f})")


if __name__ == "__main__":
    main()
