# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the projector's window goes: on the second screen when there is one, else on this one on demand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication

from forgeatelier.actions.votes import BallotBox
from forgeatelier.ground.words import _
from forgeatelier.window.desk import Desk
from forgeatelier.window.projector.face import Face
from forgeatelier.window.projector.shown import shown, shown_vote
from forgeatelier.window.stage import Stage


def every_screen() -> Sequence[QScreen]:
    """The screens of the computer, its own first; tests put another function in its place."""
    first = QGuiApplication.primaryScreen()
    return [first, *(one for one in QGuiApplication.screens() if one is not first)]


class Projection(QObject):
    """One per open library, whatever page one is on. `changed`: it began, ended, or went black."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Ask `of` for the one of a desk."""
        super().__init__(desk.bulletin)
        self._desk = desk
        self.screens: Callable[[], Sequence[QScreen]] = every_screen
        self.face: Face | None = None
        self._stage: Stage | None = None
        self._apart = False
        self._waiting = False
        self._ballot: BallotBox | None = None
        self._during: frozenset[str] = frozenset()
        app = QApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self.screens_changed)
            app.screenRemoved.connect(self.screens_changed)

    @classmethod
    def of(cls, desk: Desk) -> "Projection":
        """The projection of this desk, made when it is first asked for."""
        known = desk.bulletin.findChildren(cls)
        return known[0] if known else cls(desk)

    @property
    def open(self) -> bool:
        """Whether the room sees something."""
        return self.face is not None and self.face.isVisible()

    @property
    def black(self) -> bool:
        """Whether what it sees is black."""
        return self.open and self.face is not None and self.face.black

    def toggle(self, stage: Stage) -> None:
        """Begin or end the projection."""
        if self.open:
            self.end()
        else:
            self.begin(stage)

    def blackout(self, stage: Stage) -> None:
        """Black for the room, or its page again; on a single screen black covers this one until Esc."""
        if self.open and self.face is not None:
            self.face.set_black(not self.face.black)
        else:
            self.begin(stage, black=True)
        self.changed.emit()

    def begin(self, stage: Stage, *, black: bool = False) -> None:
        """Show the room's page of a workshop."""
        if self._stage is not stage:
            self._follow(stage)
        if self.face is None:
            self.face = Face()
            self.face.asked.connect(self._asked)
        self.face.set_black(black)
        self._place()
        self._tell()
        self.changed.emit()

    def end(self) -> None:
        """The room sees nothing any more."""
        self._waiting = False
        if self.face is not None:
            self.face.hide()
        self.changed.emit()

    def show_vote(self, ballot: BallotBox | None) -> None:
        """Show the room a question with its choices, once it is closed what came out; None: the step again."""
        self._ballot, self._during = ballot, self._running()
        self._tell()

    def _running(self) -> frozenset[str]:
        live = self._stage.live if self._stage is not None else None
        return frozenset(one.step.id for one in live.state.running) if live is not None else frozenset()

    def screens_changed(self, _screen: QScreen | None = None) -> None:
        """A screen came or went: the room's page never covers the console by itself."""
        several = len(self.screens()) > 1
        if self.open and self._apart and not several:
            self._waiting = True
            if self.face is not None:
                self.face.hide()
            self._desk.toast(
                _("Le second écran est débranché : la projection attend. F11 la montre sur cet écran."), False
            )
            self.changed.emit()
        elif self._waiting and several and self._stage is not None:
            self._waiting = False
            self.begin(self._stage, black=self.face.black if self.face is not None else False)

    def _place(self) -> None:
        """On the second screen, else over this one."""
        assert self.face is not None
        screens = self.screens()
        self._apart = len(screens) > 1
        screen = screens[-1 if self._apart else 0]
        self.face.setScreen(screen)
        self.face.setGeometry(screen.geometry())
        self.face.showFullScreen()
        if not self._apart:
            # Where one screen serves both, its keys are those of the slide show.
            self.face.activateWindow()
            self.face.setFocus()

    def _follow(self, stage: Stage) -> None:
        if self._stage is not None:
            self._stage.moved.disconnect(self._tell)
            self._stage.ticked.disconnect(self._tell)
        self._stage = stage
        stage.moved.connect(self._tell)
        stage.ticked.connect(self._tell)

    def _tell(self) -> None:
        stage = self._stage
        if stage is None or self.face is None or stage.live is None or stage.view is None:
            return
        if self._running() != self._during:
            # The next step has the screen: a vote does not stay behind it.
            self._ballot = None
        if self._ballot is not None:
            self.face.show_content(shown_vote(self._ballot))
            return
        self.face.show_content(shown(stage.live.workshop.title, stage.live.state, stage.view))

    def _asked(self, verb: str) -> None:
        if verb == "leave":
            self.end()
        elif self._stage is not None and verb == "black":
            self.blackout(self._stage)
        elif self._stage is not None and self._stage.cut is None:
            {
                "next": self._stage.advance,
                "previous": self._stage.go_back,
                "timer": self._stage.toggle_timer,
            }[verb]()
