# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One workshop in its four phases."""

from forgeatelier.window.pages.workshop.page import WorkshopPage

__all__ = ["WorkshopPage"]
