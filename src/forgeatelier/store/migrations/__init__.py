# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the journal's tables came to their present shape, one numbered function a step.

The projection never appears here: it is made anew from the journal whenever the declarations change.
"""

from forgeatelier.store.migrations import m0001_first

STEPS = (m0001_first.up,)
"""Every step in order; the library's version is how many have run. Append only, never change one."""
