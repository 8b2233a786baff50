# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Déroulé: the planner."""

from forgeatelier.window.pages.workshop.planner.panel import Planner

__all__ = ["Planner"]
