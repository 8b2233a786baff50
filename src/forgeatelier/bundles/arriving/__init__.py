# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening what a stranger gives: limits before content, nothing unpacked, nothing written."""
