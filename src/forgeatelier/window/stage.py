# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running workshop behind every screen: one state, one timer, every gesture, so that no two can disagree."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from forgeatelier.actions import live as acts
from forgeatelier.actions.live import Live, Recovery, read_live
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.late import LateOption, options
from forgeatelier.model.workshop.live import Cut, NowView, Standing
from forgeatelier.model.workshop.live_event import LiveEvent
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.window import heartbeat
from forgeatelier.window.desk import Desk

UNDO_FOR = timedelta(seconds=10)
"""How long « previous » takes the last gesture back rather than going to the step before."""

_SLEPT = timedelta(seconds=60)
"""A second that lasted this long was a closed lid or a sleeping computer."""

Gesture = Callable[[Live, datetime], Change]


class Stage(QObject):
    """`moved`: something was kept; `ticked`: a second went by.

    `did`: a gesture was kept, told in words; `taken_back`: it is no longer the last thing done.
    """

    moved = Signal()
    ticked = Signal()
    did = Signal(str)
    taken_back = Signal()

    def __init__(self, desk: Desk, workshop_id: str) -> None:
        """Ask `of` for the one of a workshop; it lives as long as its library is open."""
        super().__init__(desk.bulletin)
        self.desk, self.id = desk, workshop_id
        self._live: Live | None = None
        self._view: NowView | None = None
        self._mark = (0, self.now() - UNDO_FOR)
        self._since_beat = 0
        folder = desk.atelier.library.folder
        beat = heartbeat.last(folder)
        self._beat = beat.moment if beat is not None and beat.workshop_id == workshop_id else None
        self.cut: Cut | None = None
        self._look_for_cut(self._beat)
        self._seen = self.now()
        self.timer = QTimer(self)
        self.timer.setInterval(1000)
        self.timer.timeout.connect(self.second)
        self.timer.start()
        # One at a time, so that the last sign of life is not written after it was taken away.
        self._pen = QThreadPool(self)
        self._pen.setMaxThreadCount(1)
        desk.bulletin.changed.connect(self._heard)

    @classmethod
    def of(cls, desk: Desk, workshop_id: str) -> "Stage":
        """The stage of a workshop at this desk, made when it is first asked for."""
        known = desk.bulletin.findChildren(cls)
        return next((one for one in known if one.id == workshop_id), None) or cls(desk, workshop_id)

    # -- what is --------------------------------------------------------------------------------------------

    def now(self) -> datetime:
        """The present moment, aware."""
        return self.desk.atelier.clock()

    @property
    def live(self) -> Live | None:
        """The record of the workshop; None when it is no longer there."""
        if self._live is None:
            library = self.desk.atelier.library
            workshop = library.get(Workshop, self.id)
            self._live = read_live(library, workshop) if workshop else None
        return self._live

    @property
    def view(self) -> NowView | None:
        """What is due at this second."""
        if self._view is None and self.live is not None:
            self._view = self.live.view(self.now())
        return self._view

    @property
    def is_running(self) -> bool:
        """Whether the workshop is under way."""
        live = self.live
        return live is not None and live.workshop.state is WorkshopState.RUNNING and live.state.begun

    def options(self) -> tuple[LateOption, ...]:
        """What the late assistant proposes now."""
        return options(self.live.state, self.now()) if self.live is not None else ()

    def can_take_back(self) -> bool:
        """Whether the last thing that was kept is a gesture of a few seconds ago."""
        mark, when = self._mark
        history = self.desk.history
        return history.canUndo() and history.index() == mark and timedelta() <= self.now() - when < UNDO_FOR

    # -- time -----------------------------------------------------------------------------------------------

    def second(self) -> None:
        """A second of the room went by; a very long one was a sleeping computer."""
        before, self._seen = self._seen, self.now()
        if self.cut is None and self._seen - before > _SLEPT:
            self._look_for_cut(before)
            if self.cut is not None:
                self._beat = before
                self.moved.emit()
        self.tick()

    def tick(self) -> None:
        """Work out what is due now and say so; every few seconds leave a sign of life."""
        self._view = None
        if self.cut is not None:
            self._look_for_cut(self._beat)
        self.ticked.emit()
        self._since_beat += 1
        if self._since_beat >= heartbeat.EVERY_S and self.is_running and self.cut is None:
            self.beat()

    def beat(self) -> None:
        """Leave a sign of life, away from the window's thread: a slow stick must not hold a frame up."""
        self._since_beat = 0
        folder, beat = self.desk.atelier.library.folder, heartbeat.Beat(self.id, self.now())
        self._pen.start(lambda: heartbeat.write(folder, beat))

    def _look_for_cut(self, beat: datetime | None) -> None:
        self.cut = acts.cut_now(self.live, self.now(), beat) if self.live is not None else None

    # -- gestures -------------------------------------------------------------------------------------------

    def do(self, gesture: Gesture, said: str = "") -> bool:
        """Keep what a gesture changes; a refusal is shown. Returns whether anything was kept."""
        live = self.live
        if live is None:
            return False
        try:
            change = gesture(live, self.now())
        except AtelierError as refusal:
            self.desk.tell(refusal)
            return False
        if not (change.before or change.after) or not self.desk.keep(change):
            return False
        self._mark = (self.desk.history.index(), self.now())
        self.did.emit(said or change.title)
        return True

    def advance(self, lane: str = "") -> bool:
        """On to what comes next, everywhere or in one lane."""
        return self.do(lambda live, now: acts.begin_next(live, now, lane))

    def go_back(self) -> bool:
        """Take back the gesture of a few seconds ago, else go back to the step before."""
        if self.can_take_back():
            return self.take_back()
        before = self.step_before()
        if before is None:
            return False
        return self.do(lambda live, now: acts.reopen(live, before.step_id, now))

    def take_back(self) -> bool:
        """Undo the last change; a refusal is shown."""
        try:
            self.desk.history.undo()
        except AtelierError as refusal:
            self.desk.tell(refusal)
            return False
        self._look_back()
        return True

    def step_before(self) -> PlannedStep | None:
        """The step that was ended last."""
        ended = [one for one in self.live.state.steps if one.standing is Standing.DONE] if self.live else []
        ended = [one for one in ended if one.ended is not None]
        return max(ended, key=lambda one: (one.ended, one.step.place)).step if ended else None

    def toggle_timer(self) -> bool:
        """Begin when nothing runs; else stop the clock, or let it go on."""
        live = self.live
        if live is None:
            return False
        if not live.state.running:
            return self.advance()
        paused = live.state.paused or all(one.paused for one in live.state.running)
        return self.do(acts.resume if paused else acts.pause)

    def add_minutes(self, minutes: int, step_id: str = "") -> bool:
        """Give what runs some minutes more, or fewer."""
        return self.do(lambda live, now: acts.add_time(live, minutes, now, step_id))

    def begin(self, step_id: str) -> bool:
        """Begin a step."""
        return self.do(lambda live, now: acts.begin_step(live, step_id, now))

    def end(self, step_id: str = "") -> bool:
        """End a step, or everything that runs."""
        return self.do(lambda live, now: acts.end_step(live, step_id, now))

    def skip(self, step_id: str) -> bool:
        """Pass over a step, or take it back."""
        return self.do(lambda live, now: acts.skip(live, step_id, now))

    def plan_b(self, trouble: Trouble | None, step_id: str) -> bool:
        """Do a step by its plan B, or by plan A again."""
        return self.do(lambda live, now: acts.plan_b(live, trouble, now, step_id))

    def apply(self, option: LateOption) -> bool:
        """What the late assistant proposed, as one change."""
        return self.do(lambda live, now: acts.apply_option(live, option, now))

    def mend_clock(self) -> bool:
        """Go on from the moment at which the computer's clock jumped."""
        return self.do(acts.mend_clock)

    def recover(self, how: Recovery) -> bool:
        """Go on after a cut."""
        done = self.do(lambda live, now: acts.recover(live, how, now, self._beat))
        if done:
            self.cut, self._beat = None, None
            self.beat()
            self.moved.emit()
        return done

    def close(self) -> bool:
        """The workshop has been held."""
        return self.do(acts.close, _("Atelier terminé"))

    def _look_back(self) -> None:
        if not self.can_take_back():
            self.taken_back.emit()

    # -- what is kept ---------------------------------------------------------------------------------------

    def _heard(self, change: Change) -> None:
        if not change.touches(Workshop, PlannedStep, LiveEvent, StepRun):
            return
        if not any(
            self.id in (one.id, getattr(one, "workshop_id", "")) for one in (*change.before, *change.after)
        ):
            return
        self._live = self._view = None
        # The history moves on only once everyone has heard.
        QTimer.singleShot(0, self, self._look_back)
        live = self.live
        if live is not None and live.workshop.state is WorkshopState.HELD:
            folder = self.desk.atelier.library.folder
            self._pen.start(lambda: heartbeat.forget(folder))
        self.moved.emit()
