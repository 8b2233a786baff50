# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding a method by need, time, group, reading and devices: shared by the library and by the planner."""
