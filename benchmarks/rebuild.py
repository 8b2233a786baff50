# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goal 8: the projection of 100,000 writes made anew, beside a raw bulk insert of the same rows.

Each turn, A B A B …: a library whose shape changed is opened; then every row it holds is inserted into an empty
database of the same tables by the bare driver, as durably. Told besides: the memory that the opening needed, in a
process of its own. `--library FOLDER` takes a library made before (a copy of it is worked on).
"""

import argparse
import json
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["FORGEATELIER_HOME"] = tempfile.mkdtemp(prefix="forgeatelier-bench-")

import sqlcipher3.dbapi2 as sqlite
from ten_thousand import NOW, TOWNS, WORDS

from forgeatelier.model.change import Change
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.engine import connect
from forgeatelier.store.library import Library
from forgeatelier.store.tables import projection_ddl, projection_names
from forgeatelier.store.whereabouts import whereabouts

GOAL, ROUNDS, AT_ONCE = 6.0, 3, 1000
WORKSHOPS, PEOPLE = 150, 2000
SYLLABLES = ("ba", "ko", "ré", "ti", "sou", "la", "mi", "fè", "na", "do", "gué", "wa", "ri", "zo", "pé", "ma")


def sentence(dice: random.Random, words: int) -> str:
    return " ".join("".join(dice.choices(SYLLABLES, k=dice.randint(1, 4))) for _word in range(words))


def make(folder: Path, writes: int) -> None:
    """A library of so many writes: notes of twenty words, one in three corrected once, and people."""
    dice = random.Random(writes)
    library = Library.create(folder, NOW)
    workshops = tuple(
        Workshop(title=f"Four solaire {dice.choice(WORDS)}", town=dice.choice(TOWNS)[0])
        for _number in range(WORKSHOPS)
    )
    people = tuple(
        Person(family_name=sentence(dice, 1), given_names=sentence(dice, 1), phone=f"70 {number:06}")
        for number in range(PEOPLE)
    )
    library.apply(Change("Corpus", after=(*workshops, *people)), NOW)
    notes = (writes - WORKSHOPS - PEOPLE) * 3 // 4
    for first in range(0, notes, AT_ONCE):
        made = tuple(
            Capture(workshop_id=dice.choice(workshops).id, text=sentence(dice, 20), moment=NOW)
            for _number in range(min(AT_ONCE, notes - first))
        )
        before = made[::3]
        library.apply(Change("Notes", after=made), NOW)
        library.apply(
            Change("Corriger", before, tuple(replace(m, caption=sentence(dice, 4)) for m in before)), NOW
        )
    library.checkpoint()
    library.close()


def outdate(folder: Path) -> None:
    """As after the installation of a release that declares another shape."""
    connection = sqlite.connect(str(folder / "library.sqlite"))
    connection.execute("UPDATE meta SET value='before' WHERE key='shape'")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    connection.close()


def opened(folder: Path) -> dict[str, float]:
    """Open the library; the seconds it took, and the megabytes before and at most."""
    before, begun = _peak(), time.perf_counter()
    library = Library(folder, NOW)
    took = time.perf_counter() - begun
    after = _peak()
    library.close()
    return {"seconds": took, "before": before, "peak": after}


def _peak() -> float:
    status = Path("/proc/self/status")
    if status.is_file():
        # What `getrusage` says begins with the program that started this one.
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


def elsewhere(folder: Path) -> dict[str, float]:
    """The same in a process of its own, so that nothing else counts."""
    outdate(folder)
    asked = [sys.executable, __file__, "--open", str(folder)]
    found: dict[str, float] = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
    return found


Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(folder: Path) -> Rows:
    """Every row of the projection, by table; the index of words as what is put into it."""
    connection = sqlite.connect(str(folder / "library.sqlite"))
    rows: Rows = {
        name: connection.execute(f"SELECT * FROM {name}").fetchall()
        for name in projection_names()
        if name != "found_words"
    }
    rows["found_words(rowid, heading, text)"] = connection.execute(
        "SELECT number, heading, text FROM found ORDER BY number"
    ).fetchall()
    connection.close()
    return rows


def insert(place: Path, rows: Rows) -> dict[str, float]:
    """Insert these rows into an empty database of the same tables; the seconds with and without the index of words."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    connection = connect(place / "raw.sqlite", whereabouts(place))
    words = 0.0
    begun = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    for line in projection_ddl():
        connection.execute(line)
    for name, found in rows.items():
        since = time.perf_counter()
        if found:
            connection.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(found[0]))})", found)
        if name.startswith("found_words"):
            words = time.perf_counter() - since
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    whole = time.perf_counter() - begun
    connection.close()
    return {"whole": whole, "bare": whole - words}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--library", type=Path)
    asked.add_argument("--writes", type=int, default=100_000)
    asked.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    said = asked.parse_args()
    if said.open is not None:
        print(json.dumps(opened(said.open)))
        return
    with tempfile.TemporaryDirectory(prefix="forgeatelier-bench-") as place:
        folder = Path(place) / "library"
        if said.library is None:
            make(folder, said.writes)
        else:
            shutil.copytree(said.library, folder, ignore=shutil.ignore_patterns("library.lock"))
        outdate(folder)
        opened(folder)
        rows = rows_of(folder)
        ours, raw = [], []
        for _turn in range(ROUNDS):
            ours.append(elsewhere(folder))
            raw.append(insert(Path(place) / "raw", rows))
    print(", ".join(f"{len(found)} {name.partition('(')[0]}" for name, found in rows.items() if found))
    ahead = statistics.median(o["seconds"] for o in ours)
    whole, bare = (statistics.median(r[key] for r in raw) for key in ("whole", "bare"))
    print(f"rebuilt in {ahead:.2f} s; raw bulk insert {whole:.2f} s, without the index of words {bare:.2f} s")
    print(
        f"ratio {ahead / whole:.2f} (goal {GOAL:.0f}), against the rows without their index {ahead / bare:.2f}"
    )
    most, more = max(o["peak"] for o in ours), max(o["peak"] - o["before"] for o in ours)
    print(f"memory: {most:.0f} MB, {more:.0f} more than before")


if __name__ == "__main__":
    main()
