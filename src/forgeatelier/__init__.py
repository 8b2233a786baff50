# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""ForgeAtelier: prepare, run, harvest and publish workshops without a network."""

__version__ = "0.1.0"
