# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long work beside the window: whoever types or scrolls is served first."""

import sys
from collections.abc import Iterator

import pytest

from forgeatelier.window.jobs import Jobs


@pytest.fixture
def usual_turn() -> Iterator[float]:
    """Python's own time between two turns, as when the program starts."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    yield 0.005
    sys.setswitchinterval(before)


def test_while_a_dossier_is_computed_the_window_gets_its_turn_every_millisecond(
    qtbot, qapp, usual_turn: float
) -> None:
    jobs = Jobs()
    said: list[float] = []
    jobs.start(
        "Publier la fiche", lambda _progress: sys.getswitchinterval(), said.append, lambda _error: None
    )
    qtbot.waitUntil(lambda: not jobs.busy)
    assert said[0] < usual_turn / 4


def test_a_page_that_still_wishes_for_work_when_the_library_is_closed_gets_none(qapp) -> None:
    jobs = Jobs()
    jobs.stop_all()
    begun: list[str] = []
    late = jobs.start(
        "Chercher les doublons", lambda _progress: begun.append("x"), begun.append, lambda _e: None
    )
    assert (late.cancelled, jobs.busy, begun) == (True, False, [])
