# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Tableau: everything caught, by step and family, sorted with the keyboard alone."""

from forgeatelier.window.pages.workshop.board.panel import Board

__all__ = ["Board"]
