# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is published: licences, sheets, guides, and what must be true before anything leaves."""
