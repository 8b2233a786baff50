# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What travels: a sheet as a bag, a crate and Markdown at once, and the check of one that arrives."""
