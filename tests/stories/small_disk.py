# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run inside `unshare -rm`: a disk of our own, of a few megabytes, on which commands meet the end of it.

Arguments: the place for the disk, a library to put on it, a file of orders (JSON). Prints what became of each.
"""

import contextlib
import ctypes
import io
import json
import os
import shutil
import sys
from pathlib import Path

_PAGE = 4096
_READ_ONLY, _REMOUNT = 1, 32


def mount(place: Path, flags: int = 0, size: str = "") -> None:
    """A disk in memory, for this process and those it starts."""
    call = ctypes.CDLL(None, use_errno=True).mount
    if call(b"none", os.fsencode(place), b"tmpfs", flags, f"size={size}".encode() if size else None):
        raise OSError(ctypes.get_errno(), "mount")


def fill(place: Path, free: int) -> Path:
    """Leave only `free` bytes."""
    left = os.statvfs(place)
    ballast = place / "ballast"
    ballast.write_bytes(bytes(max(0, left.f_bavail * left.f_frsize - free - free % _PAGE)))
    return ballast


def run(words: list[str]) -> tuple[int, str, str]:
    """One command in this process, and what it said."""
    from forgeatelier.cli import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    return code, out.getvalue(), err.getvalue()


def main() -> None:
    """Carry out the orders."""
    from stories.whole_library import everything

    disk, source, orders = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text())
    mount(disk, size=orders["size"])
    folder = disk / "bibliotheque"
    shutil.copytree(source, folder)
    told = []
    for words, free in orders["commands"]:
        before = everything(folder)
        ballast = fill(disk, free)
        if orders["read_only"]:
            mount(disk, _READ_ONLY | _REMOUNT)
        code, out, err = run(words)
        if orders["read_only"]:
            mount(disk, _REMOUNT)
        ballast.unlink()
        told.append(
            {
                "words": words, "free": free, "code": code, "out": out, "err": err,
                "same": everything(folder) == before,
                "left": sorted(p.name for p in disk.rglob("*") if p.name.endswith(".partial") and any(p.glob("*"))),
                "check": run(["check"])[:2],
            }
        )  # fmt: skip
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
