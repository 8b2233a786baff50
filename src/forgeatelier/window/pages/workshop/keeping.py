# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The form that keeps what is typed, under the name by which the parts of a workshop know it."""

from forgeatelier.window.form import AT_MOST_MS, Form, by_hand, said, show

__all__ = ["AT_MOST_MS", "Form", "by_hand", "said", "show"]
