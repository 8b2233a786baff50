# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the room sees: a second window that shows the instruction, the timer, what comes next, and nothing private."""

from forgeatelier.window.projector.projection import Projection

__all__ = ["Projection"]
