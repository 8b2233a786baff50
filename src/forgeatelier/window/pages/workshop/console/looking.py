# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one stands in the day: in the lane one chose, or looking at another step than the one that runs."""

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import LaneView, NowView
from forgeatelier.model.workshop.live_step import StepLive
from forgeatelier.window.pages.workshop.console.head import tightest
from forgeatelier.window.stage import Stage


class Looking:
    """Which step is told and captured under; empty `at` and `lane` follow what runs."""

    def __init__(self, stage: Stage) -> None:
        """Follow what runs."""
        self._stage = stage
        self.at = ""
        self.lane = ""

    def follow(self) -> None:
        """Look at what runs again."""
        self.at = ""

    def settle(self) -> None:
        """What one looked at has begun: there is nothing else to look at."""
        if self.at in self.running():
            self.at = ""

    def look_at(self, step_id: str) -> bool:
        """Look at a step; returns whether that is another one than before."""
        running = self.running()
        wanted = "" if step_id in running and len(running) == 1 else step_id
        changed, self.at = wanted != self.at, wanted
        return changed

    def choose_lane(self, lane: str) -> None:
        """Time this lane large and act in it; the same again: all of them."""
        self.lane = "" if lane == self.lane else lane

    def lane_in(self, view: NowView | None) -> str:
        """The lane one chose, while it runs."""
        return self.lane if view is not None and any(one.lane == self.lane for one in view.lanes) else ""

    def timed(self, view: NowView) -> LaneView | None:
        """The lane whose time is shown large."""
        chosen = next((one for one in view.lanes if self.lane and one.lane == self.lane), None)
        return chosen or tightest(view)

    def timed_step(self) -> str:
        """The step of the lane one chose; empty for everything that runs."""
        view = self._stage.view
        lane = self.timed(view) if view is not None and self.lane_in(view) else None
        return lane.step.step_id if lane is not None and lane.step is not None else ""

    def step(self) -> StepLive | None:
        """The step one looks at, else the one that runs, else the next one, else the last one."""
        live, view = self._stage.live, self._stage.view
        if live is None or view is None:
            return None
        if self.at and (found := live.state.find(self.at)) is not None:
            return found
        lane = self.timed(view)
        step = lane.step if lane is not None else None
        if step is None and view.next:
            step = view.next[0].step
        step = step or self._stage.step_before()
        return live.state.find(step.step_id) if step is not None else None

    def running(self) -> tuple[str, ...]:
        """The step ids of what runs."""
        live = self._stage.live
        return tuple(one.step.step_id for one in live.state.running) if live is not None else ()

    def elsewhere(self) -> str:
        """What runs, in words, while one looks at something else; empty otherwise."""
        view = self._stage.view
        if not self.at or view is None:
            return ""
        lane = self.timed(view)
        if lane is not None and lane.step is not None:
            return lane.step.title
        return view.next[0].step.title if view.next else _("l’atelier")
