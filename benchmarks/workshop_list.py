# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 6: the list of 10,000 workshops, beside the same list with 150.

Told, each A B A B …: from the making of the page to its first painting, a frame while the scroll bar jumps
about, and one key typed into the filter until the list is painted again. `--library FOLDER` uses a library of
many made before. Runs offscreen unless a platform is set.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FORGEATELIER_HOME"] = tempfile.mkdtemp(prefix="forgeatelier-bench-")

from PySide6.QtWidgets import QApplication
from ten_thousand import NOW, make

from forgeatelier.window import theme
from forgeatelier.window.glimpse import Glimpse
from forgeatelier.window.pages.workshops.page import WorkshopsPage

FEW, MANY, ROUNDS, JUMPS = 150, 10_000, 7, 200
GOAL, FRAME = 1.5, 16.0
TYPED = (
    "k",
    "ka",
    "kao",
    "kaol",
    "kaola",
    "m",
    "ma",
    "mars",
    "four",
    "four k",
    "2",
    "20",
    "2019",
    "bra",
    "burkina",
)


def took(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def shown(folder: Path) -> tuple[WorkshopsPage, float]:
    """A page over this library, and how long it took to stand."""

    def build() -> WorkshopsPage:
        page = WorkshopsPage(None, glimpse=Glimpse(folder), go=str, clock=lambda: NOW)
        page.resize(1180, 700)
        page.show()
        page.grab()
        return page

    begun = time.perf_counter()
    page = build()
    return page, (time.perf_counter() - begun) * 1000


def scroll(page: WorkshopsPage, dice: random.Random) -> list[float]:
    bar = page.table.verticalScrollBar()

    def jump() -> None:
        bar.setValue(dice.randint(0, bar.maximum()))
        page.table.viewport().repaint()

    return [took(jump) for _turn in range(JUMPS)]


def filter_(page: WorkshopsPage) -> list[float]:
    def type_(text: str) -> Callable[[], None]:
        def do() -> None:
            page.search.setText(text)
            page.table.viewport().repaint()

        return do

    times = [took(type_(text)) for text in TYPED]
    page.search.clear()
    return times


def p99(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.99)]


def line(name: str, values: list[float]) -> None:
    high = f"p99 {p99(values):6.2f}" if len(values) > 50 else f"max {max(values):6.2f}"
    print(f"{name:34} median {statistics.median(values):7.2f} ms  min {min(values):6.2f}  {high}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--library", type=Path)
    said = asked.parse_args()
    app = QApplication([])
    theme.apply(app, theme.load("day"), 1.0)
    dice = random.Random(1)
    with tempfile.TemporaryDirectory(prefix="forgeatelier-bench-") as place:
        folders = {FEW: Path(place) / "few", MANY: said.library or Path(place) / "many"}
        make(folders[FEW], FEW)
        if said.library is None:
            make(folders[MANY], MANY)
        first: dict[int, list[float]] = {FEW: [], MANY: []}
        jumps: dict[int, list[float]] = {FEW: [], MANY: []}
        keys: dict[int, list[float]] = {FEW: [], MANY: []}
        words = []
        for turn in range(ROUNDS + 1):
            for count, folder in folders.items():
                page, stood = shown(folder)
                while (
                    not page.table.viewport().visibleRegion().contains(page.table.viewport().rect().center())
                ):
                    app.processEvents()
                app.processEvents()
                read = took(lambda page=page: page.model.place_of(""))
                moved, typed = scroll(page, dice), filter_(page)
                page.close()
                page.deleteLater()
                if turn:
                    first[count].append(stood)
                    jumps[count] += moved
                    keys[count] += typed
                    words += [read] if count == MANY else []
    for count in (FEW, MANY):
        line(f"{count} workshops: first painting", first[count])
        line(f"{count} workshops: scroll frame", jumps[count])
        line(f"{count} workshops: key in the filter", keys[count])
    line("words of the filter, once, aside", words)
    ratio = statistics.median(first[MANY]) / statistics.median(first[FEW])
    print(
        f"first painting {ratio:.2f} x the list of {FEW} (goal {GOAL}), scroll p99 {p99(jumps[MANY]):.1f} ms, "
        f"filter p99 {p99(keys[MANY]):.1f} ms (goal {FRAME:.0f})"
    )


if __name__ == "__main__":
    main()
