# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The person's own folders: preferences, log, and where a library is put when nobody says."""

import os
from pathlib import Path

import platformdirs

_NAME = "ForgeAtelier"


def config_folder() -> Path:
    """Where preferences live; `FORGEATELIER_HOME` moves everything at once (a throw-away world for tests)."""
    home = os.environ.get("FORGEATELIER_HOME")
    return Path(home) if home else Path(platformdirs.user_config_dir(_NAME, appauthor=False))


def log_folder() -> Path:
    """Where the log lives."""
    home = os.environ.get("FORGEATELIER_HOME")
    return Path(home) if home else Path(platformdirs.user_log_dir(_NAME, appauthor=False))


def usual_library() -> Path:
    """The library opened when none is named: `FORGEATELIER_LIBRARY`, else a folder among the documents."""
    named = os.environ.get("FORGEATELIER_LIBRARY")
    if named:
        return Path(named)
    home = os.environ.get("FORGEATELIER_HOME")
    documents = Path(home) if home else Path(platformdirs.user_documents_dir())
    return documents / _NAME
