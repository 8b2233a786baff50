# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Matériel: the list, what is left to get, the box, and what it costs."""

from forgeatelier.window.pages.workshop.materials.panel import Materials

__all__ = ["Materials"]
