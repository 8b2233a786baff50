# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the shipped fonts known to Qt, so that every machine looks alike."""

import logging
from functools import lru_cache

from PySide6.QtGui import QFontDatabase

from forgeatelier.ground.shipped import UI

_log = logging.getLogger(__name__)


@lru_cache
def register() -> tuple[str, ...]:
    """Register every font of `ui/fonts` once; returns the families that are now there."""
    families: list[str] = []
    for file in sorted((UI / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        if number < 0:
            _log.warning("font not readable: %s", file.name)
            continue
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))
