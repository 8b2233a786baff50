# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are kept: one SQLite file, one media folder, and the journal that is the truth of both."""
