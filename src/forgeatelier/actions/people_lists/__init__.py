# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the lists of people that teams really keep, understand what can be understood and show the rest."""
