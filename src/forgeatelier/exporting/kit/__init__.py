# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The print kit: what a workshop is led with on paper, each sheet from values to a PDF."""
