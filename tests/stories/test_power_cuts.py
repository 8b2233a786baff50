# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The power goes at any moment of capture and import: whatever was said to be kept is there on return.

`make soak` does the same two hundred times.
"""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from forgeatelier.model.workshop.capture import Capture, CaptureKind
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

CUTS = int(os.environ.get("FORGEATELIER_CUTS", "12"))
NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from PIL import Image
from forgeatelier.actions import harvest, intake
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

folder, photos = Path(sys.argv[1]), Path(sys.argv[2])
now = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)
library = Library(folder, now)
workshop = library.all(Workshop)[0]
print("ready", flush=True)
number = 0
while True:
    number += 1
    if number % 3:
        change = harvest.capture_note(workshop, f"note {sys.argv[3]}-{number} du four solaire", now)
    else:
        file = photos / f"photo-{sys.argv[3]}-{number}.jpg"
        Image.effect_noise((320, 240), 60 + number % 50).save(file)
        change = intake.take_in(library.media, workshop, (file,), frozenset(), now).change
    library.apply(change, now)
    print("kept", change.after[0].id, flush=True)
"""


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    from forgeatelier.model.change import Change

    library = Library.create(tmp_path / "bibliotheque", NOW)
    library.apply(Change("", after=(Workshop(title="Four solaire"),)), NOW)
    library.close()
    (tmp_path / "photos").mkdir()
    return tmp_path


def run_until_cut(workplace: Path, turn: int, after: float) -> list[str]:
    """Let the program work, then kill it without warning; returns what it had said to be kept."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(workplace / "bibliotheque"), str(workplace / "photos"), str(turn)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    time.sleep(after)
    writer.kill()
    said, _nothing = writer.communicate()
    return [line.split()[1] for line in said.splitlines() if line.startswith("kept ") and len(line) == 41]


def test_nothing_acknowledged_is_lost_at_any_moment(workplace):
    chance = random.Random(20260312)
    promised: list[str] = []
    for turn in range(CUTS):
        promised += run_until_cut(workplace, turn, chance.uniform(0.0, 0.4))
        library = Library(workplace / "bibliotheque", NOW)
        assert library.recovery is not None
        captures = {c.id: c for c in library.all(Capture)}
        assert set(promised) <= set(captures)
        for capture in captures.values():
            if capture.kind is CaptureKind.PHOTO:
                assert library.media.read(capture.media)
        assert library.check() == ()
        library.close()
    assert len(promised) > CUTS
    library = Library(workplace / "bibliotheque", NOW)
    assert library.recovery is None
    kept = {c.id: c for c in library.all(Capture)}
    library.rebuild()
    assert {c.id: c for c in library.all(Capture)} == kept
    library.close()
