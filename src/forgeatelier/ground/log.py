# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One log file, small and rotating, without personal data: ids and kinds only."""

import logging
from logging.handlers import RotatingFileHandler

from forgeatelier.ground import places


def open_log(*, verbose: bool = False) -> None:
    """Send the program's messages to its log file, and to the terminal when `verbose`."""
    root = logging.getLogger("forgeatelier")
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    shape = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handlers: list[logging.Handler] = []
    try:
        places.log_folder().mkdir(parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(
                places.log_folder() / "forgeatelier.log", maxBytes=500_000, backupCount=2, encoding="utf-8"
            )
        )
    except OSError:
        handlers.append(logging.NullHandler())
    if verbose:
        handlers.append(logging.StreamHandler())
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    for handler in handlers:
        handler.setFormatter(shape)
        root.addHandler(handler)
