# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A credit line: what a person agreed to have printed, and nothing more."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credit:
    """`name` as the person chose it, or empty for an anonymous contribution; `role` a code of the role list."""

    role: str
    name: str = ""
