# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one does while running, and what it shows: a view of the stage with its gestures."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.actions.live import Recovery
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.late import LateOption
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop.adding import Adding
from forgeatelier.window.pages.workshop.agenda_list import Line
from forgeatelier.window.pages.workshop.console.board import Board
from forgeatelier.window.pages.workshop.console.caught import Caught
from forgeatelier.window.pages.workshop.console.groups import GroupsPanel
from forgeatelier.window.pages.workshop.console.looking import Looking
from forgeatelier.window.pages.workshop.console.rescue import RescueCard
from forgeatelier.window.pages.workshop.console.room import Room, present_words
from forgeatelier.window.pages.workshop.console.steps_list import show_steps
from forgeatelier.window.pages.workshop.console.vote import VotePanel
from forgeatelier.window.pages.workshop.layout import Panel
from forgeatelier.window.pages.workshop.quick import PARKING, Quick
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.projector import Projection
from forgeatelier.window.stage import Stage
from forgeatelier.window.widgets import EmptyState


class Conducting(Panel):
    """A view of the stage: it never works anything out that the projector could say otherwise."""

    def __init__(self, subject: Subject) -> None:
        """Stand before the room."""
        super().__init__(subject)
        self.stage = Stage.of(subject.desk, subject.id)
        self.projection = Projection.of(subject.desk)
        self.looking = Looking(self.stage)
        self.quick, self.adding = Quick(subject), Adding(subject, self.step_now)
        self.board = Board(
            Caught(subject, self.adding, self.quick), VotePanel(subject), GroupsPanel(subject), self.do
        )
        self.rescue, self.room = RescueCard(), Room(subject, self)
        self.list, self.late = self.board.list, self.board.late
        self._nothing = EmptyState(_("Cet atelier n’a pas de programme à animer."), drawing="notebook")
        self._pile = QStackedWidget()
        for page in (self.board, self.rescue, self._nothing):
            self._pile.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pile)
        self.verbs = self._every_verb()
        self._connect()
        self.refresh()

    def _every_verb(self) -> dict[str, Callable[[], object]]:
        stage, looking, projection = self.stage, self.looking, self.projection
        return {
            "next": self.advance,
            "previous": stage.go_back,
            "pause": stage.toggle_timer,
            "more": lambda: stage.add_minutes(1, looking.timed_step()),
            "less": lambda: stage.add_minutes(-1, looking.timed_step()),
            "note": lambda: self.write("note"),
            "photo": self.adding.choose_files,
            "decision": lambda: self.write("decision"),
            "parking": lambda: self.write(PARKING),
            "groups": self.open_groups,
            "vote": self.open_vote,
            "late": self.open_late,
            "plan-b": self.toggle_plan_b,
            "steps": self.toggle_steps,
            "project": lambda: projection.toggle(stage),
            "black": lambda: projection.blackout(stage),
            "first": lambda: self.look_at_end(0),
            "last": lambda: self.look_at_end(-1),
        }

    def _connect(self) -> None:
        board = self.board
        self.stage.moved.connect(self.refresh)
        self.stage.ticked.connect(self._tick)
        self.stage.did.connect(self._did)
        self.stage.taken_back.connect(self._hide_undo)
        self.projection.changed.connect(self._show_state)
        self.projection.changed.connect(self._show_room)
        self.subject.changed.connect(self._heard)
        self.room.looked.connect(self._show_room)
        self.rescue.chosen.connect(self._recover)
        self.quick.kept.connect(self._written)
        board.undo_bar.asked.connect(self.stage.take_back)
        board.mend_asked.connect(self.stage.mend_clock)
        board.late.applied.connect(self._apply)
        board.late.left.connect(self.show_now)
        board.groups.left.connect(self.show_now)
        board.vote.left.connect(self.show_now)
        board.vote.shown.connect(self.projection.show_vote)
        board.lanes.chosen.connect(self._choose_lane)
        board.story.plan_b_asked.connect(self._take_plan_b)
        board.story.back_asked.connect(self.look_back)
        board.list.current_changed.connect(self._list_moved)
        board.list.opened.connect(self._opened)

    # -- showing --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Everything as it is now; parts that did not change are left alone."""
        live, cut = self.stage.live, self.stage.cut
        if live is None or not live.steps:
            self._turn_to(self._nothing)
        elif cut is not None:
            self.rescue.show_cut(live.workshop.title, cut)
            self._turn_to(self.rescue)
        else:
            self._turn_to(self.board)
            self.looking.settle()
            quiet = self.list.blockSignals(True)
            show_steps(self.list, self.subject, live.state)
            self.list.blockSignals(quiet)
            self._show_moment()
            self._show_story()
            self._show_state()
            self._show_room()
        self.primary_changed.emit()

    def _turn_to(self, page: QWidget) -> None:
        if self._pile.currentWidget() is not page:
            self._pile.setCurrentWidget(page)
            self._take_focus()

    def step_now(self) -> str:
        """The step captures are filed under."""
        one = self.looking.step()
        return one.step.step_id if one is not None else ""

    def _tick(self) -> None:
        if not self.isVisible():
            return
        if self.stage.cut is not None:
            self.refresh()
            return
        self._show_moment()
        self.room.tick()
        if self.board.undo_bar.tick(self.stage.now()):
            self.board.arrange()

    def _show_moment(self) -> None:
        view, live = self.stage.view, self.stage.live
        if view is not None and live is not None:
            timed = self.looking.timed(view)
            self.board.show_moment(view, live.state, timed, self.looking.lane)

    def _show_story(self) -> None:
        self.board.story.show_step(self.looking.step(), self.looking.elsewhere())
        self.quick.set_step(self.step_now())
        self.board.show_caught(self.step_now())

    def _show_state(self) -> None:
        live = self.stage.live
        if live is not None:
            running = live.state.running
            paused = live.state.paused or (bool(running) and all(one.paused for one in running))
            self.board.bar.show_state(paused=paused, running=bool(running), projecting=self.projection.open)

    def _show_room(self) -> None:
        machine = self.room.machine
        black = _("salle : écran noir") if self.projection.black else ""
        parts = (present_words(self.subject), *machine.words, black, machine.trouble)
        self.board.foot.say(parts, worry=bool(machine.trouble))

    # -- where one is ---------------------------------------------------------------------------------------

    def look_at(self, step_id: str) -> None:
        """Look at a step without beginning it; captures are filed there meanwhile."""
        if self.looking.look_at(step_id):
            self._show_story()
            self.primary_changed.emit()

    def look_back(self) -> None:
        """Back to what runs."""
        self.looking.follow()
        self.board.story.plan_b_open = False
        self.show_now()
        self._show_story()
        self.primary_changed.emit()

    def show_now(self) -> None:
        """What to say now takes the middle again."""
        self.board.show_part(None)
        self._take_focus()

    def look_at_end(self, at: int) -> None:
        """Look at the first step (0) or the last one (-1)."""
        slots = self.subject.agenda()
        if slots:
            self.look_at(slots[at].step.id)

    def _choose_lane(self, lane: str) -> None:
        self.looking.choose_lane(lane)
        self._show_moment()
        self._show_story()

    def _list_moved(self, line: Line | None) -> None:
        if line is not None and line.step_id:
            self.look_at(line.step_id)

    def _opened(self, line: Line) -> None:
        """A step of the list was pressed: look at it beside its words."""
        self.look_at(line.step_id)
        self.show_now()

    # -- gestures -------------------------------------------------------------------------------------------

    def do(self, verb: str, *_more: object) -> None:
        """Do what a verb says, unless a question waits."""
        if self._pile.currentWidget() is self.board:
            self.verbs[verb]()

    def advance(self) -> bool:
        """On to what comes next, in the lane one chose or everywhere."""
        self.looking.follow()
        self.board.story.plan_b_open = False
        return self.stage.advance(self.looking.lane_in(self.stage.view))

    def begin(self) -> None:
        """Begin the step one looks at, or what comes next."""
        if self.looking.at:
            step_id = self.looking.at
            self.looking.follow()
            self.stage.begin(step_id)
            self.show_now()
        elif not self.looking.running():
            self.stage.advance()

    def end(self) -> None:
        """End what runs, without beginning anything."""
        self.stage.end(self.looking.timed_step())

    def skip(self) -> None:
        """The step one looks at is not done today; again, and it is to be done after all."""
        if step_id := self.step_now():
            self.stage.skip(step_id)

    def close_workshop(self) -> None:
        """The workshop is over: on to the harvest."""
        if self.stage.close():
            self.projection.end()
            self.harvest()

    def harvest(self) -> None:
        """Go and harvest."""
        self.subject.desk.go(f"workshop/{self.subject.id}/harvest")

    def open_late(self) -> None:
        """Open the late assistant, or close it."""
        view = self.stage.view
        if view is None or self.board.middle.currentWidget() is self.late:
            self.show_now()
            return
        self.board.beside.show_main()
        self.late.show_options(self.stage.options(), view)
        self.board.show_part(self.late)
        self.late.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_vote(self) -> None:
        """Ask the room, or go on counting."""
        self.board.beside.show_main()
        self.board.show_part(self.board.vote)
        self.board.vote.open_for(self.step_now())

    def open_groups(self) -> None:
        """Form groups, or read them aloud."""
        self.board.beside.show_main()
        self.board.show_part(self.board.groups)
        self.board.groups.open_for(self.step_now())

    def toggle_steps(self) -> None:
        """Show the list of steps, or what to say now."""
        if self.board.middle.currentIndex() == 2:
            self.show_now()
            return
        self.board.beside.show_main()
        quiet = self.list.blockSignals(True)
        self.list.choose(self.step_now())
        self.list.blockSignals(quiet)
        self.board.show_part(self.list)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_plan_b(self) -> None:
        """Open plan B of this step, or close it."""
        self.board.beside.show_main()
        self.board.show_part(None)
        if not self.board.story.toggle_plan_b(self.looking.step()):
            self._take_focus()

    def _take_plan_b(self, trouble: Trouble | None) -> None:
        self.board.story.plan_b_open = False
        self.stage.plan_b(trouble, self.step_now())
        self._show_story()
        self._take_focus()

    def _apply(self, option: LateOption) -> None:
        self.show_now()
        self.stage.apply(option)

    def _recover(self, how: Recovery) -> None:
        if self.stage.recover(how):
            self.refresh()
            if how is Recovery.CATCH_UP:
                self.open_late()

    def write(self, mode: str) -> None:
        """Begin a note, a decision or an idea for the parking."""
        self.board.beside.show_details()
        self.quick.begin(mode)

    def _written(self, _capture: str = "") -> None:
        """One more caught: the keys are the console's again."""
        self.board.beside.show_main()
        self._take_focus()

    def _did(self, said: str) -> None:
        self.board.undo_bar.say(said, self.stage.now())
        self.board.arrange()

    def _hide_undo(self) -> None:
        self.board.undo_bar.leave()
        self.board.arrange()

    def _take_focus(self) -> None:
        if self.isVisible():
            target = self.rescue if self._pile.currentWidget() is self.rescue else self
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heard(self, change: Change) -> None:
        if change.touches(Capture):
            self._show_story()
        if change.touches(Attendance, Workshop):
            self._show_room()
