# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`words.py collect` gathers the words to translate, `words.py compile` makes the catalogues the program reads.

French is the language of the sources: its only catalogue is that of the standard library's argument parser,
which speaks English by itself.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "ui" / "translations"
ENGLISH = CATALOGUES / "en" / "LC_MESSAGES" / "forgeatelier.po"
_KEYWORDS = ("_", "marked", "ngettext:1,2")


def collect() -> None:
    """Bring the English catalogue up to date with the sources; translations are kept."""
    template = ROOT / "build" / "forgeatelier.pot"
    template.parent.mkdir(exist_ok=True)
    babel(
        "extract", "--no-location", "--sort-output", "--no-wrap", "--omit-header", "--no-default-keywords",
        *(f"--keyword={k}" for k in _KEYWORDS), "-o", str(template), "src/forgeatelier",
    )  # fmt: skip
    if ENGLISH.exists():
        babel(
            "update",
            "-i",
            str(template),
            "-o",
            str(ENGLISH),
            "-l",
            "en",
            "--no-wrap",
            "--ignore-obsolete",
            "--no-fuzzy-matching",
            "--omit-header",
        )
    else:
        ENGLISH.parent.mkdir(parents=True, exist_ok=True)
        babel("init", "-i", str(template), "-o", str(ENGLISH), "-l", "en", "--no-wrap")


def compile_all() -> None:
    """Make the .mo files that gettext reads."""
    for source in sorted(CATALOGUES.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            babel("compile", "-i", str(source), "-o", str(target), "-l", source.parts[-3])


def babel(*arguments: str) -> None:
    """Run Babel quietly; its own complaints end the work."""
    done = subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    {"collect": collect, "compile": compile_all}[sys.argv[1]]()
