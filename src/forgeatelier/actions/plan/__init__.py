# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Editing the plan of a workshop: every gesture is one change that undo takes back whole."""

from forgeatelier.actions.plan.arranging import duplicate, insert, move, remove
from forgeatelier.actions.plan.editing import edit, lock, set_length, shorten_to_fit, suppose
from forgeatelier.actions.plan.forking import add_lane, fork, join, put_in_lane
from forgeatelier.actions.plan.inserting import insert_protocol
from forgeatelier.actions.plan.plan import Plan, read_plan

__all__ = [
    "Plan",
    "add_lane",
    "duplicate",
    "edit",
    "fork",
    "insert",
    "insert_protocol",
    "join",
    "lock",
    "move",
    "put_in_lane",
    "read_plan",
    "remove",
    "set_length",
    "shorten_to_fit",
    "suppose",
]
