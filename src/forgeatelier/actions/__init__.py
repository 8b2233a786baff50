# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one can do: prepare, run, harvest, compose, publish, share, look after people, tidy."""
