# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Préparer › Équipe: who leads, what is left to do before the day, and whether everything is ready."""

from forgeatelier.window.pages.workshop.team.panel import Team

__all__ = ["Team"]
