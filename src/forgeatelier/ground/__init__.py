# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every room stands on: shipped files, the person's folders, words, preferences, errors and the log."""
