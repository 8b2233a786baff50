# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`words.py collect` gathers the words to translate, `words.py compile` makes the catalogues the program reads.

French is the language of the sources: its only catalogue is that of the standard library's argument parser,
which speaks English by itself.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from messages import ENGLISH, ROOT, messages


def collect() -> None:
    """Bring the English catalogue up to date with the sources; translations are kept, forgotten ones leave."""
    known = _read(ENGLISH) if ENGLISH.exists() else Catalog(locale="en")
    fresh = Catalog(locale="en", project="ForgeAtelier", header_comment="", fuzzy=False)
    for text, forms in messages().items():
        old = known.get(text)
        said = old.string if old is not None else ""
        if len(forms) == 2:
            fresh.add(forms, said if isinstance(said, tuple) else (said, said))
        else:
            fresh.add(text, said[0] if isinstance(said, tuple) else said)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, fresh, width=0, omit_header=False, sort_output=True)
    _steady_header()


def _steady_header() -> None:
    """Dates and tool versions in the header would change at every run."""
    lines = ENGLISH.read_text(encoding="utf-8").splitlines(keepends=True)
    drop = (  # what changes at every run
        '"POT-Creation-Date',
        '"PO-Revision-Date',
        '"Generated-By',
        '"Last-Translator',
        '"Report-Msgid',
        '"Project-Id',
    )
    ENGLISH.write_text("".join(line for line in lines if not line.startswith(drop)), encoding="utf-8")


def _read(file: Path) -> Catalog:
    return read_po(BytesIO(file.read_bytes()))


def compile_all() -> None:
    """Make the .mo files that gettext reads, where their source is newer."""
    for source in sorted((ROOT / "ui" / "translations").glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            with target.open("wb") as file:
                write_mo(file, _read(source))


if __name__ == "__main__":
    {"collect": collect, "compile": compile_all}[sys.argv[1]]()
