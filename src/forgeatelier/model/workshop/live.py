# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running of a workshop: one state derived from its events, of which every screen is a view."""

from forgeatelier.model.workshop.live_cut import Cut, cut_of
from forgeatelier.model.workshop.live_fold import live_state
from forgeatelier.model.workshop.live_step import Jump, LiveState, Standing, StepLive
from forgeatelier.model.workshop.live_view import LaneView, LockView, NowView, Upcoming, now_view
from forgeatelier.model.workshop.live_words import Level

__all__ = [
    "Cut",
    "Jump",
    "LaneView",
    "Level",
    "LiveState",
    "LockView",
    "NowView",
    "Standing",
    "StepLive",
    "Upcoming",
    "cut_of",
    "live_state",
    "now_view",
]
