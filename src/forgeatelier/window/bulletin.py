# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tells open pages what changed; each decides for itself whether that concerns it."""

from PySide6.QtCore import QObject, Signal


class Bulletin(QObject):
    """One signal, `changed(Change)`: being a Qt connection, it ends with the page that listens."""

    changed = Signal(object)
    """A `Change` has just been kept."""
