# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window comes back to a workshop that was cut off, and only to that."""

from datetime import timedelta

from forgeatelier.window import heartbeat
from window.shell.conftest import MORNING


def test_a_window_that_was_killed_comes_back_to_the_workshop_that_ran(sample, open_window):
    heartbeat.write(sample, heartbeat.Beat("gone", MORNING - timedelta(minutes=14)))
    assert open_window(sample).address == "workshop/gone/run"


def test_yesterdays_workshop_and_a_clock_that_went_back_do_not_take_the_window(sample, open_window):
    for away in (timedelta(hours=20), -timedelta(minutes=5)):
        heartbeat.write(sample, heartbeat.Beat("gone", MORNING - away))
        assert open_window(sample).address == "home"


def test_a_page_one_asked_for_comes_first(sample, open_window):
    heartbeat.write(sample, heartbeat.Beat("gone", MORNING - timedelta(minutes=14)))
    assert open_window(sample, page="workshops").address == "workshops"
