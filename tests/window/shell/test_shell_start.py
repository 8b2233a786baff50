# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first painting comes before anything heavy, with the list already in it."""

import subprocess
import sys
from pathlib import Path

from forgeatelier.store.library import Library
from forgeatelier.store.overview import Overview, glance_ahead, look_over
from window.shell.conftest import MORNING

_START = """
import sys
from pathlib import Path
from forgeatelier.window import app, main_window

seen = []

def first_painted(self):
    page = self.frame.page()
    seen.append((type(page).__name__, page.model.rowCount() if hasattr(page, "model") else -1))
    heavy = {"sqlalchemy", "weasyprint", "markdown", "PIL", "pikepdf", "pypdfium2", "openpyxl", "jinja2", "nh3"}
    print(*sorted(heavy & set(sys.modules)), seen[0])
    app.application().quit()

main_window.MainWindow.wake = first_painted
app.run(Path(sys.argv[1]), page=sys.argv[2])
"""


def started(folder: Path, page: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _START, str(folder), page],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.strip()


def test_the_list_is_painted_before_any_heavy_module_is_loaded(sample: Path) -> None:
    assert started(sample, "workshops") == "('WorkshopsPage', 2)"


def test_home_is_painted_before_any_heavy_module_is_loaded(sample: Path) -> None:
    assert started(sample, "home") == "('HomePage', -1)"


def test_the_overview_reads_the_declared_columns(library: Library) -> None:
    assert look_over(library.file, MORNING.date()) == Overview()


def test_the_overview_of_nothing_is_empty(tmp_path: Path) -> None:
    assert glance_ahead(tmp_path / "absent.sqlite", MORNING.date()) == Overview()
