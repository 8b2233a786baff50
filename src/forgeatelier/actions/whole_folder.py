# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of printed sheets that is there whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_or_nothing(to: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """A bench to write on; it becomes the folder when everything is on it, and is swept away otherwise.

    Gives the bench and what it will be called: a folder made before stays, the new one gets a number.
    """
    to.mkdir(parents=True, exist_ok=True)
    bench = to / f"{name}.partial"
    # What an interrupted attempt left is ours to remove.
    shutil.rmtree(bench, ignore_errors=True)
    bench.mkdir()
    final = _free_name(to, name)
    try:
        yield bench, final
        bench.rename(final)
    except BaseException:
        shutil.rmtree(bench, ignore_errors=True)
        raise


def _free_name(to: Path, name: str) -> Path:
    """People may have written on what they printed before."""
    number = 2
    final = to / name
    while final.exists():
        final = to / f"{name}-{number}"
        number += 1
    return final
