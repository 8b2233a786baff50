# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Protocols as files: reading YAML with every complaint at once, writing it back, the shelf of methods."""
