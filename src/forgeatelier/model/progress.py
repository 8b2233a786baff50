# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telling where long work stands, and learning that it should stop."""

from typing import Protocol


class Cancelled(Exception):
    """The person asked for the work to stop; nothing of it is kept."""


class Progress(Protocol):
    """Called by long work at each step; raises Cancelled when it should stop."""

    def __call__(self, done: int, total: int, label: str = "") -> None:
        """`done` of `total` steps are over; `label` says what is being worked on."""


def silent(done: int, total: int, label: str = "") -> None:
    """Progress for work that nobody watches."""
