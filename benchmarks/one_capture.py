# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 3: one note, from the action to the disk, beside an append of 4 KiB made durable.

The program's side has everything in it: journal, sealed values, table, search index, one commit with
`synchronous=FULL`. The last line is the ratio of the medians, taken in turn (A B A B …).
"""

import os
import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from forgeatelier.actions.harvest import capture_note
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

PAIRS, EACH, GOAL, WORST = 9, 120, 4.0, 10.0
NOW = datetime(2026, 3, 12, 10, 42, tzinfo=UTC)
SENTENCE = "la balle de riz se tasse dans la boîte et le four garde la chaleur du soleil de midi"
WORDS = SENTENCE.split()


def append(handle: int) -> float:
    """One durable append of 4 KiB, in seconds."""
    began = time.perf_counter()
    os.write(handle, b"x" * 4096)
    os.fdatasync(handle)
    return time.perf_counter() - began


def capture(library: Library, workshop: Workshop, number: int) -> float:
    """One note kept, in seconds."""
    text = " ".join(WORDS[(number * 7 + at) % len(WORDS)] for at in range(60))
    began = time.perf_counter()
    library.apply(capture_note(workshop, text, NOW), NOW)
    return time.perf_counter() - began


def main() -> None:
    """Measure, in turn."""
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".bench-") as place:
        os.environ["FORGEATELIER_HOME"] = f"{place}/home"
        library = Library.create(Path(place) / "bibliotheque", NOW)
        workshop = Workshop(title="Four solaire")
        library.apply(Change("", after=(workshop,)), NOW)
        handle = os.open(f"{place}/floor", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        floors, kept, ratios = [], [], []
        for pair in range(PAIRS + 1):
            one = [append(handle) for _ in range(EACH)]
            two = [capture(library, workshop, pair * EACH + n) for n in range(EACH)]
            if pair:  # the first pair warms up
                floors += one
                kept += two
                ratios.append(statistics.median(two) / statistics.median(one))
        os.close(handle)
        library.close()
    kept.sort()
    p99 = kept[int(len(kept) * 0.99)] * 1000
    show("append 4 KiB + fdatasync", floors)
    show("one note, durable and findable", kept)
    print(f"p99 of a note: {p99:.2f} ms (goal {WORST:g})")
    print(f"ratio pair by pair: {min(ratios):.2f}-{max(ratios):.2f}")
    print(f"ratio {statistics.median(kept) / statistics.median(floors):.2f} (goal {GOAL:g})")


def show(what: str, seconds: list[float]) -> None:
    """Median and range of a series, in milliseconds."""
    ms = [s * 1000 for s in seconds]
    print(f"{what}: median {statistics.median(ms):.2f} ms ({min(ms):.2f}-{max(ms):.2f})")


if __name__ == "__main__":
    main()
