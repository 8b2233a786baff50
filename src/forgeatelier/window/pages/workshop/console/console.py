# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The console: what is due now, what to say, what comes next and what is caught, each one key away."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.actions.live import Recovery
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.late import LateOption
from forgeatelier.model.workshop.live import LaneView, NowView
from forgeatelier.model.workshop.live_step import StepLive
from forgeatelier.model.workshop.workshop import Phase, Workshop
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop.adding import Adding
from forgeatelier.window.pages.workshop.agenda_list import AgendaList, Line
from forgeatelier.window.pages.workshop.console.ahead import Ahead
from forgeatelier.window.pages.workshop.console.bindings import Bindings
from forgeatelier.window.pages.workshop.console.caught import Caught
from forgeatelier.window.pages.workshop.console.foot import Bar, Foot
from forgeatelier.window.pages.workshop.console.head import Head, tightest
from forgeatelier.window.pages.workshop.console.keys import VERBS, keys_of, shown
from forgeatelier.window.pages.workshop.console.lanes import Lanes
from forgeatelier.window.pages.workshop.console.late import LatePanel
from forgeatelier.window.pages.workshop.console.rescue import RescueCard
from forgeatelier.window.pages.workshop.console.room import Room, present_words
from forgeatelier.window.pages.workshop.console.steps_list import show_steps
from forgeatelier.window.pages.workshop.console.story import Story
from forgeatelier.window.pages.workshop.console.undo_bar import UndoBar
from forgeatelier.window.pages.workshop.layout import Panel, Primary
from forgeatelier.window.pages.workshop.quick import PARKING, Quick
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.projector import Projection
from forgeatelier.window.stage import Stage
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Banner, Button, Command, EmptyState, holding, stack
from forgeatelier.window.widgets.drawing import height_of

_FEW, _SOME = 24, 30
"""Below so many lines of text the console keeps to what is due now, and shows less of what comes."""


class Console(Panel):
    """A view of the stage: it never works anything out that the projector could say otherwise."""

    def __init__(self, subject: Subject) -> None:
        """Stand before the room."""
        super().__init__(subject)
        self.stage = Stage.of(subject.desk, subject.id)
        self.projection = Projection.of(subject.desk)
        self._looked_at = ""
        self._lane = ""
        self.head, self.lanes, self.story, self.ahead = Head(), Lanes(), Story(), Ahead()
        self.list, self.late, self.rescue, self.undo_bar = AgendaList(), LatePanel(), RescueCard(), UndoBar()
        self.quick, self.adding = Quick(subject), Adding(subject, self.step_now)
        self.caught = Caught(subject, self.adding, self.quick)
        self.room, self.foot = Room(subject, self), Foot()
        self._verbs: dict[str, Callable[[], object]] = {
            "next": self.advance,
            "previous": self.stage.go_back,
            "pause": self.stage.toggle_timer,
            "more": lambda: self.stage.add_minutes(1, self._timed_step()),
            "less": lambda: self.stage.add_minutes(-1, self._timed_step()),
            "note": lambda: self._write("note"),
            "photo": self.adding.choose_files,
            "decision": lambda: self._write("decision"),
            "parking": lambda: self._write(PARKING),
            "late": self.open_late,
            "plan-b": self.toggle_plan_b,
            "steps": self.toggle_steps,
            "project": lambda: self.projection.toggle(self.stage),
            "black": lambda: self.projection.blackout(self.stage),
            "first": lambda: self._look_at_end(0),
            "last": lambda: self._look_at_end(-1),
        }
        self._lay_out()
        self.bindings = Bindings(self, self._verbs, self._calm)
        self._connect()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.refresh()

    # -- laying out -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = worn()
        self._open_caught = Button(_("Prises"), "soft", "note")
        self._open_caught.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.bar = Bar(self.do, (self._open_caught,))
        under = stack(self.ahead, self.undo_bar, gap="s")
        under.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), theme.space("s"))
        self._under = holding(under, "raised")
        telling = holding(stack(self.story, self._under, gap=""))
        self._middle = QStackedWidget()
        for part in (telling, self.late, holding(stack(self.list, margin="s", gap=""), "surface")):
            self._middle.addWidget(part)
        self._notice = QVBoxLayout()
        self._banner: Banner | None = None
        left = holding(stack(self._notice, self._middle, gap=""), "surface")
        right = holding(stack(self.caught, gap=""), "raised")
        right.setProperty("edge", "left")
        self.beside = Beside(left, right, _("Retour à la conduite"), shares=(3, 2), least=(600, 380))
        board = stack(self.head, self.lanes, self.bar, self.beside, self.foot, gap="")
        board.setStretch(3, 1)
        self._nothing = EmptyState(_("Cet atelier n’a pas de programme à animer."), drawing="notebook")
        self._pile = QStackedWidget()
        for page in (holding(board, "surface"), self.rescue, self._nothing):
            self._pile.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pile)

    def _connect(self) -> None:
        self.stage.moved.connect(self.refresh)
        self.stage.ticked.connect(self._tick)
        self.stage.did.connect(self._did)
        self.projection.changed.connect(self._show_state)
        self.subject.changed.connect(self._heard)
        self.room.looked.connect(self._show_room)
        self.undo_bar.asked.connect(self.stage.take_back)
        self.late.applied.connect(self._apply)
        self.late.left.connect(self.show_now)
        self.rescue.chosen.connect(self._recover)
        self.lanes.chosen.connect(self._choose_lane)
        self.story.plan_b_asked.connect(self._take_plan_b)
        self.story.back_asked.connect(self.look_back)
        self.quick.kept.connect(self._written)
        self.list.current_changed.connect(self._list_moved)
        self.list.opened.connect(self._opened)
        self._open_caught.clicked.connect(self.beside.show_details)
        self.beside.arranged.connect(self._arranged)
        self._middle.currentChanged.connect(self._arrange)
        self._arranged(narrow=self.beside.narrow)

    # -- showing --------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Everything as it is now; parts that did not change are left alone."""
        live, cut = self.stage.live, self.stage.cut
        if live is None or not live.steps:
            self._pile.setCurrentWidget(self._nothing)
            self.primary_changed.emit()
            return
        if cut is not None:
            self.rescue.show_cut(live.workshop.title, cut)
            if self._pile.currentWidget() is not self.rescue:
                self._pile.setCurrentWidget(self.rescue)
                self._take_focus()
            self.primary_changed.emit()
            return
        if self._pile.currentWidget() is not self._pile.widget(0):
            self._pile.setCurrentIndex(0)
            self._take_focus()
        if self._looked_at and self._looked_at in self._running_ids():
            self._looked_at = ""
        quiet = self.list.blockSignals(True)
        show_steps(self.list, self.subject, live.state)
        self.list.blockSignals(quiet)
        self._show_moment()
        self._show_story()
        self._show_state()
        self._show_room()
        if not self.stage.can_take_back():
            self.undo_bar.leave()
            self._arrange()
        self.primary_changed.emit()

    def step_now(self) -> str:
        """The step captures are filed under: the one looked at, else the one that runs, else the next one."""
        one = self._step()
        return one.step.step_id if one is not None else ""

    def _tick(self) -> None:
        if not self.isVisible():
            return
        if self.stage.cut is not None:
            self.refresh()
            return
        self._show_moment()
        if self.undo_bar.tick(self.stage.now()):
            self._arrange()
        self.room.tick()

    def _show_moment(self) -> None:
        view, live = self.stage.view, self.stage.live
        if view is None or live is None:
            return
        self.head.show_view(view, live.state, self._timed(view))
        if self.lanes.show_view(view, self._lane):
            self._arrange()
        self.ahead.show_view(view)
        self._tell_trouble(view)

    def _show_story(self) -> None:
        one = self._step()
        running = self._running_title()
        elsewhere = running if self._looked_at and one is not None else ""
        self.story.show_step(one, elsewhere)
        self.quick.set_step(self.step_now())
        self.caught.show_step(self.step_now())
        count = len(self.caught.lines.captures)
        self._open_caught.setText(_("Prises ({n})").format(n=count) if count else _("Prises"))

    def _show_state(self) -> None:
        live = self.stage.live
        if live is not None:
            running = live.state.running
            paused = live.state.paused or (bool(running) and all(one.paused for one in running))
            self.bar.show_state(paused=paused, running=bool(running), projecting=self.projection.open)

    def _show_room(self) -> None:
        machine = self.room.machine
        black = _("salle : écran noir") if self.projection.black else ""
        parts = (present_words(self.subject), *machine.words, black, machine.trouble)
        self.foot.say(parts, worry=bool(machine.trouble))

    def _tell_trouble(self, view: NowView) -> None:
        """The computer's clock jumped: said above everything, with the way to go on."""
        said = view.trouble[-1] if view.trouble else ""
        known = self._banner.accessibleName() if self._banner is not None else ""
        if said == known:
            return
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if said:
            self._banner = Banner("warn", said, actions=(("mend", _("Noter et continuer")),))
            self._banner.acted.connect(self.stage.mend_clock)
            self._notice.addWidget(self._banner)

    # -- where one is ---------------------------------------------------------------------------------------

    def _timed(self, view: NowView) -> LaneView | None:
        chosen = next((one for one in view.lanes if self._lane and one.lane == self._lane), None)
        return chosen or tightest(view)

    def _timed_step(self) -> str:
        """The step of the lane one chose; empty for everything that runs."""
        view = self.stage.view
        lane = self._timed(view) if view is not None and self._lane else None
        return lane.step.step_id if lane is not None and lane.step is not None else ""

    def _step(self) -> StepLive | None:
        live, view = self.stage.live, self.stage.view
        if live is None or view is None:
            return None
        if self._looked_at and (found := live.state.find(self._looked_at)) is not None:
            return found
        lane = self._timed(view)
        step = lane.step if lane is not None else None
        if step is None and view.next:
            step = view.next[0].step
        if step is None:
            before = self.stage.step_before()
            return live.state.find(before.step_id) if before else None
        return live.state.find(step.step_id)

    def _running_ids(self) -> tuple[str, ...]:
        live = self.stage.live
        return tuple(one.step.step_id for one in live.state.running) if live is not None else ()

    def _running_title(self) -> str:
        view = self.stage.view
        lane = self._timed(view) if view is not None else None
        if lane is not None and lane.step is not None:
            return lane.step.title
        return view.next[0].step.title if view is not None and view.next else _("l’atelier")

    def look_at(self, step_id: str) -> None:
        """Look at a step without beginning it; captures are filed there meanwhile."""
        wanted = "" if step_id in self._running_ids() and len(self._running_ids()) == 1 else step_id
        if wanted != self._looked_at:
            self._looked_at = wanted
            self._show_story()
            self.primary_changed.emit()

    def look_back(self) -> None:
        """Back to what runs."""
        self._looked_at = ""
        self.story.plan_b_open = False
        self.show_now()
        self._show_story()
        self.primary_changed.emit()

    def _look_at_end(self, at: int) -> None:
        slots = self.subject.agenda()
        if slots:
            self.look_at(slots[at].step.id)

    def _choose_lane(self, lane: str) -> None:
        self._lane = "" if lane == self._lane else lane
        self._show_moment()
        self._show_story()

    # -- gestures -------------------------------------------------------------------------------------------

    def do(self, verb: str, *_more: object) -> None:
        """Do what a verb says, unless a question waits."""
        if self.stage.cut is None and self._pile.currentIndex() == 0:
            self._verbs[verb]()

    def advance(self) -> bool:
        """On to what comes next, in the lane one chose or everywhere."""
        view = self.stage.view
        lane = self._lane if view is not None and any(one.lane == self._lane for one in view.lanes) else ""
        self._looked_at = ""
        self.story.plan_b_open = False
        return self.stage.advance(lane)

    def begin(self) -> None:
        """Begin the step one looks at, or what comes next."""
        if self._looked_at:
            step_id, self._looked_at = self._looked_at, ""
            self.stage.begin(step_id)
            self.show_now()
        elif not self._running_ids():
            self.stage.advance()

    def end(self) -> None:
        """End what runs, without beginning anything."""
        self.stage.end(self._timed_step())

    def skip(self) -> None:
        """The step one looks at is not done today; again, and it is to be done after all."""
        if step_id := self.step_now():
            self.stage.skip(step_id)

    def close_workshop(self) -> None:
        """The workshop is over: on to the harvest."""
        if self.stage.close():
            self.projection.end()
            self.subject.desk.go(f"workshop/{self.subject.id}/harvest")

    def open_late(self) -> None:
        """Open the late assistant, or close it."""
        if self._middle.currentWidget() is self.late:
            self.show_now()
            return
        view = self.stage.view
        if view is not None:
            self.beside.show_main()
            self.late.show_options(self.stage.options(), view)
            self._middle.setCurrentWidget(self.late)
            self.late.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_steps(self) -> None:
        """Show the list of steps, or what to say now."""
        if self._middle.currentIndex() == 2:
            self.show_now()
            return
        self.beside.show_main()
        quiet = self.list.blockSignals(True)
        self.list.choose(self.step_now())
        self.list.blockSignals(quiet)
        self._middle.setCurrentIndex(2)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_plan_b(self) -> None:
        """Open plan B of this step, or close it."""
        self.beside.show_main()
        self._middle.setCurrentIndex(0)
        if not self.story.toggle_plan_b(self._step()):
            self._take_focus()

    def show_now(self) -> None:
        """What to say now takes the middle again."""
        self._middle.setCurrentIndex(0)
        self._take_focus()

    def _take_plan_b(self, trouble: Trouble | None) -> None:
        self.story.plan_b_open = False
        self.stage.plan_b(trouble, self.step_now())
        self._take_focus()

    def _apply(self, option: LateOption) -> None:
        self.show_now()
        self.stage.apply(option)

    def _recover(self, how: Recovery) -> None:
        if self.stage.recover(how):
            self.refresh()
            if how is Recovery.CATCH_UP:
                self.open_late()

    def _write(self, mode: str) -> None:
        self.beside.show_details()
        self.quick.begin(mode)

    def _written(self, _capture: str) -> None:
        """One more caught: the keys are the console's again."""
        self.beside.show_main()
        self._take_focus()

    def _list_moved(self, line: Line | None) -> None:
        if line is not None and line.step_id:
            self.look_at(line.step_id)

    def _opened(self, line: Line) -> None:
        """A step of the list was pressed: look at it beside its words."""
        self.look_at(line.step_id)
        self.show_now()

    def _did(self, said: str) -> None:
        self.undo_bar.say(said, self.stage.now())
        self._arrange()

    # -- the page's side ------------------------------------------------------------------------------------

    def primary(self) -> Primary | None:
        """The next gesture: begin, go on, end the workshop, harvest."""
        view, workshop = self.stage.view, self.subject.workshop()
        if view is None or workshop is None or self._pile.currentIndex() != 0:
            return None
        if self._looked_at:
            return Primary(_("Démarrer cette étape"), "play", self.begin)
        if view.lanes and view.next:
            return Primary(_("Étape suivante"), "next", self.advance)
        if view.lanes:
            return Primary(_("Terminer l’étape"), "stop", self.end)
        if view.begun and not view.closed and view.done and workshop.phase is Phase.RUN:
            return Primary(_("Terminer l’atelier"), "check", self.close_workshop)
        if workshop.phase in (Phase.HARVEST, Phase.PUBLISH):
            return Primary(_("Récolter"), "harvest", self._harvest)
        return Primary(_("Démarrer"), "play", self.advance, ready=bool(view.next))

    def _harvest(self) -> None:
        self.subject.desk.go(f"workshop/{self.subject.id}/harvest")

    def visit(self, place: str) -> None:
        """A step by its id."""
        if place:
            self.look_at(place)

    def leaving(self) -> None:
        """Keep what is being typed."""
        self.quick.leaving()

    def commands(self) -> tuple[Command, ...]:
        """Every key of the console, and what has none."""
        group = _("Animer")
        keyed = tuple(
            Command(
                _(verb.words), self._way(verb.name), verb.synonyms, shown(keys_of(verb)), verb.icon, group
            )
            for verb in VERBS
        )
        return (
            *keyed,
            Command(_("Terminer l’étape"), self.end, "stop end step", icon="stop", group=group),
            Command(_("Passer l’étape"), self.skip, "skip step", icon="next", group=group),
            Command(_("Terminer l’atelier"), self.close_workshop, "finish end", icon="check", group=group),
        )

    def _way(self, verb: str) -> Callable[[], None]:
        return lambda: self.do(verb)

    def _calm(self, focused: QObject | None) -> frozenset[str]:
        """Which keys belong to what has the focus: all of them in a panel of choices, the moves in a list."""
        if not isinstance(focused, QWidget):
            return frozenset()
        if self.stage.cut is not None or self.late is focused or self.late.isAncestorOf(focused):
            return frozenset(self._verbs)
        if self.list is focused:
            return frozenset({"next", "previous", "first", "last"})
        return frozenset()

    def _take_focus(self) -> None:
        if self.isVisible():
            target = self.rescue if self._pile.currentWidget() is self.rescue else self
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, Esc comes back to what runs."""
        if self.stage.cut is not None:
            self.rescue.keyPressEvent(event)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.begin()
        elif event.key() == Qt.Key.Key_Escape and self.quick.isAncestorOf(
            self.window().focusWidget() or self
        ):
            self.quick.leaving()
            self._written("")
        elif event.key() == Qt.Key.Key_Escape and self._away():
            self.look_back()
        else:
            super().keyPressEvent(event)

    def _away(self) -> bool:
        return bool(self._looked_at) or self._middle.currentIndex() != 0 or self.story.plan_b_open

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos and words may be dropped anywhere here."""
        data = event.mimeData()
        if data.hasUrls() or data.hasImage() or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what is dropped, under the step one is on."""
        if self.adding.add_mime(event.mimeData()):
            event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back to the console shows this moment at once."""
        super().showEvent(event)
        self.stage.tick()
        self._take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn while nobody looks."""
        super().hideEvent(event)
        self.leaving()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window keeps its figures smaller, so that the words have room."""
        super().resizeEvent(event)
        self.head.face.fit(round(self.height() * 0.16))
        self._arrange()

    def _arranged(self, narrow: bool) -> None:
        self._open_caught.setVisible(narrow)

    def _arrange(self, *_more: object) -> None:
        """Where few lines fit, what has a key and is not due now gives way to the words one needs."""
        lines = self.height() // height_of(worn().font())
        compact, asked = lines < _FEW, self._middle.currentIndex() != 0
        self.head.set_compact(compact)
        self.bar.set_compact(compact)
        self.foot.keys.setVisible(not compact)
        self.ahead.set_compact(compact)
        self.ahead.setVisible(not compact or self.undo_bar.isHidden())
        self.story.set_compact(compact)
        self.late.set_compact(compact)
        self.ahead.set_most(1 if compact else 2 if lines < _SOME else 3)
        several = bool(self.lanes.cards)
        self.lanes.setVisible(several and not (compact and asked))
        self.bar.setVisible(not compact or not (several or asked))

    def _heard(self, change: Change) -> None:
        if change.touches(Capture):
            self._show_story()
        if change.touches(Attendance, Workshop):
            self._show_room()

    def minimumSizeHint(self) -> QSize:
        """It gives way before the window grows."""
        return QSize(worn().measure("control") * 8, worn().measure("control") * 4)
