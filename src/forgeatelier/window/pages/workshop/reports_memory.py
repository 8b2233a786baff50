# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one made the last time on this computer: which reports, how, and into which folder; never for whom."""

import json
from dataclasses import dataclass, replace
from pathlib import Path

from forgeatelier.exporting.reports.catalogue import REPORTS, Report
from forgeatelier.ground import places
from forgeatelier.ground.words import _
from forgeatelier.model.people.presence_rule import USUAL_PERCENT

USUAL = tuple(REPORTS)
"""Everything a workshop gives the same day."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """The reports that are ticked, where they go, and what was said of each.

    For whom photos are is asked each time: the answer decides which faces are shown.
    """

    reports: tuple[Report, ...]
    folder: Path
    everything_sorted: bool = False
    names: bool = False
    percent: int = USUAL_PERCENT


def usual_folder() -> Path:
    """Where reports are put when nobody says: beside the library among the documents, never inside it."""
    library = places.usual_library()
    return library.parent / _("{library} - Comptes rendus").format(library=library.name)


def _file() -> Path:
    return places.config_folder() / "reports.json"


def load() -> Reporting:
    """What was last chosen; everything, in the usual folder, when nothing is remembered or the stick is gone."""
    usual = Reporting(USUAL, usual_folder())
    try:
        said = json.loads(_file().read_text(encoding="utf-8"))
        reports = tuple(report for report in USUAL if report.value in said["reports"])
        folder = Path(said["folder"])
        percent = int(said["percent"])
        found = replace(
            usual,
            everything_sorted=said["everything_sorted"] is True,
            names=said["names"] is True,
            percent=percent if 1 <= percent <= 100 else USUAL_PERCENT,
        )
    except (OSError, ValueError, TypeError, KeyError):
        return usual
    return replace(found, reports=reports or USUAL, folder=folder if folder.is_dir() else usual.folder)


def keep(reporting: Reporting) -> None:
    """Write it down; a folder that cannot be written is not worth interrupting anyone for."""
    file = _file()
    said = {
        "reports": [report.value for report in reporting.reports],
        "folder": str(reporting.folder),
        "everything_sorted": reporting.everything_sorted,
        "names": reporting.names,
        "percent": reporting.percent,
    }
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_suffix(".new")
        new.write_text(json.dumps(said), encoding="utf-8")
        new.replace(file)
    except OSError:
        return
