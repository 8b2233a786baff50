# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that opens the window; nothing is imported here that the first painting has to wait for."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _


def open_window(options: Namespace) -> int:
    """Open the window on a library."""
    if not has_screen():
        raise AtelierError(
            _("Il n’y a pas d’écran sur cette machine."),
            _("Utiliser les commandes : « forgeatelier --help », ou « forgeatelier demo »."),
        )
    from forgeatelier.window.app import run

    path = options.path or options.library
    return run(Path(path) if path else None)


def has_screen() -> bool:
    """Whether a window can be shown."""
    if sys.platform.startswith("linux"):
        chosen = os.environ.get("QT_QPA_PLATFORM", "")
        return bool(
            os.environ.get("DISPLAY")
            or os.environ.get("WAYLAND_DISPLAY")
            or chosen in ("offscreen", "minimal", "vnc")
        )
    return True
