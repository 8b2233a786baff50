# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Récolte à chaud: twenty minutes the same afternoon, one thing at a time."""

from forgeatelier.window.pages.workshop.hot.panel import HotHarvest

__all__ = ["HotHarvest"]
