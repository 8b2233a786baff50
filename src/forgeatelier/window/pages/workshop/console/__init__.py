# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Animer: the console from which a workshop is run to time."""

from forgeatelier.window.pages.workshop.console.console import Console

__all__ = ["Console"]
