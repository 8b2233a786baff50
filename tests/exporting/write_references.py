# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the reference files anew: `PYTHONPATH=src:tests python tests/exporting/write_references.py`."""

import shutil
from pathlib import Path

from exporting.sample_document import sample
from forgeatelier.exporting.markdown import sheet_files

if __name__ == "__main__":
    folder = Path(__file__).resolve().parents[1] / "references" / "sheet"
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in sheet_files(sample()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
