# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published dossier of a sample library: due from the moment the library is made, written when there is time."""

import contextlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from forgeatelier.model.progress import Progress, silent

if TYPE_CHECKING:
    from forgeatelier.actions.publish import Published
    from forgeatelier.store.library import Library

FINISHED = "0198f0aa-6e00-7000-8000-00000000f001"
"""The id of the finished workshop of every sample library."""

DOSSIERS = "dossiers"
"""The folder of a sample library that holds the dossier of its finished workshop."""


def owe(folder: Path) -> None:
    """Leave an empty place: the dossier is due, also after a cut or a cancelled attempt."""
    (folder / DOSSIERS).mkdir(exist_ok=True)


def is_due(folder: Path) -> bool:
    """Whether a library still waits for its dossier; the look of a moment, an ordinary library has no such place."""
    place = folder / DOSSIERS
    return place.is_dir() and all(one.suffix == ".partial" for one in place.iterdir())


def forgo(folder: Path) -> None:
    """Do without the dossier: it will not be asked for again."""
    with contextlib.suppress(OSError):
        (folder / DOSSIERS).rmdir()


def publish_finished(library: "Library", today: date, progress: Progress = silent) -> "Published":
    """Write the dossier of the finished workshop inside the library's folder; the change is for the caller to keep.

    Raises AtelierError.
    """
    from forgeatelier.actions.publish import FORMATS, publish

    return publish(library, FINISHED, library.folder / DOSSIERS, FORMATS, today, progress)
