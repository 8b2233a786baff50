# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds the folders that travel with the program: `ui/`, `protocols/`, `exports/` and `sample/`."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
# In a wheel the three folders lie inside the package; in a checkout they stand at the top of the repository.
_ROOT = _PACKAGE / "_shipped" if (_PACKAGE / "_shipped").is_dir() else _PACKAGE.parents[1]

UI = _ROOT / "ui"
PROTOCOLS = _ROOT / "protocols"
EXPORTS = _ROOT / "exports"
SAMPLE = _ROOT / "sample"
