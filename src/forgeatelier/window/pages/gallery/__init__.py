# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hidden page that shows every part of the window in every state, to judge a theme at a glance."""
