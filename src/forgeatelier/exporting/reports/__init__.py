# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workshop gives the same day: photo report, decisions to sign, donor report, certificates."""
