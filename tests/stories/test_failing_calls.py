# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kernel itself fails or kills a real `forgeatelier capture`, at one call after another."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image

from forgeatelier.actions.sample import UPCOMING
from forgeatelier.model.workshop.capture import Capture, CaptureKind
from forgeatelier.store.library import Library
from stories.whole_library import everything

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)
POINTS = [
    *(("pwrite64", "error=ENOSPC", when) for when in (1, 24, 45)),
    *(("pwrite64", "error=EIO", when) for when in (3, 30)),
    *(("pwrite64", "signal=KILL", when) for when in (12, 28, 40)),
    *(("fsync,fdatasync", "error=EIO", when) for when in (1, 5, 9, 11)),
    *(("fsync,fdatasync", "signal=KILL", when) for when in (4, 10, 12)),
    *(("rename,renameat,renameat2", "error=ENOSPC", when) for when in (1, 3)),
    *(("rename,renameat,renameat2", "signal=KILL", when) for when in (2, 4)),
    ("ftruncate", "error=EIO", 1),
]


@pytest.fixture(scope="module")
def photo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("carte") / "four.jpg"
    Image.effect_noise((300, 200), 60).convert("RGB").save(file)
    return file


@pytest.fixture(scope="module")
def strace() -> str:
    """The program that makes calls fail; without it, or where it may not look, there is nothing to try."""
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed")
    tried = subprocess.run([found, "-f", "-e", "trace=none", "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip("this machine lets nobody trace a program of their own")
    return found


@pytest.fixture
def bare(library: Library) -> Path:
    """A library with one workshop and one note that was acknowledged."""
    from forgeatelier.actions import harvest
    from forgeatelier.model.change import Change
    from forgeatelier.model.workshop.workshop import Workshop

    workshop = Workshop(id=UPCOMING, title="Four solaire")
    library.apply(Change("", after=(workshop,)), NOW)
    library.apply(harvest.capture_note(workshop, "Déjà gardé", NOW), NOW)
    library.close()
    return library.folder


def capture(strace: str, inject: str, folder: Path, photo: Path) -> subprocess.CompletedProcess[str]:
    words = ["capture", UPCOMING, str(photo), "--note", "98 °C à midi", "--lang", "fr"]
    return subprocess.run(
        [strace, "-f", "-o", os.devnull, *inject.split(), sys.executable, "-m", "forgeatelier", *words],
        env={**os.environ, "FORGEATELIER_LIBRARY": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


def is_whole(folder: Path) -> list[Capture]:
    """Open the library again, however it was left: every entry has its files and every file its entry."""
    library = Library(folder, NOW)
    try:
        found = [c for c in library.all(Capture) if c.text != "Déjà gardé"]
        assert [c for c in library.all(Capture) if c.text == "Déjà gardé"]
        for one in found:
            if one.kind is CaptureKind.PHOTO:
                assert library.media.read(one.media)
                assert library.media.read(one.media, "thumb")
        assert library.check() == ()
        assert list(library.media.check()) == []
    finally:
        library.close()
    files = {file.name[:64] for root in ("media", "originals") for file in (folder / root).glob("??/*")}
    assert files == {name for one in found for name in (one.media, one.original) if name}
    assert [file for root in ("media", "originals") for file in (folder / root).glob(".partial/*")] == []
    return found


@pytest.mark.parametrize(("call", "trouble", "when"), POINTS)
def test_a_call_that_fails_or_kills_leaves_all_or_nothing(strace, bare, photo, call, trouble, when):
    before = everything(bare)
    done = capture(strace, f"-e trace={call} -e inject={call}:{trouble}:when={when}", bare, photo)
    killed = "KILL" in trouble
    if killed:
        assert done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL, 0), done.stderr
    else:
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr
        assert "s’est trompé" not in done.stderr
    found = is_whole(bare)
    if "C’est noté." in done.stdout:
        assert len(found) == 2
    elif done.returncode == 1:
        assert done.stderr.count("\n") == 1
        assert found == []
        assert everything(bare) == before
    assert len(found) in (0, 2)


@pytest.mark.parametrize(
    ("call", "trouble"),
    [("pwrite64", "error=ENOSPC"), ("fsync,fdatasync", "error=EIO"), ("pwrite64", "error=EROFS")],
)
def test_a_disk_that_fails_from_now_on_loses_nothing_that_was_acknowledged(
    strace, bare, photo, call, trouble
):
    for when in (2, 20):
        done = capture(strace, f"-e trace={call} -e inject={call}:{trouble}:when={when}+", bare, photo)
        assert "Traceback" not in done.stderr
        assert done.returncode in (0, 1)
        found = is_whole(bare)
        assert len(found) >= (2 if "C’est noté." in done.stdout else 0)
        assert len(found) in (0, 2)
