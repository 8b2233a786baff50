# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the console looks: time above, words in the middle, captures beside them, keys and room below."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import LaneView, LiveState, NowView
from forgeatelier.window.beside import Beside
from forgeatelier.window.pages.workshop.agenda_list import AgendaList
from forgeatelier.window.pages.workshop.console.ahead import Ahead
from forgeatelier.window.pages.workshop.console.caught import Caught
from forgeatelier.window.pages.workshop.console.foot import Bar, Foot
from forgeatelier.window.pages.workshop.console.groups import GroupsPanel
from forgeatelier.window.pages.workshop.console.head import Head
from forgeatelier.window.pages.workshop.console.lanes import Lanes
from forgeatelier.window.pages.workshop.console.late import LatePanel
from forgeatelier.window.pages.workshop.console.story import Story
from forgeatelier.window.pages.workshop.console.undo_bar import UndoBar
from forgeatelier.window.pages.workshop.console.vote import VotePanel
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Banner, Button, holding, stack
from forgeatelier.window.widgets.drawing import height_of

_FEW, _SOME = 24, 30
"""Below so many lines of text the console keeps to what is due now, and shows less of what comes."""


class Board(QWidget):
    """Parts by name; `mend_asked` when one goes on after the computer's clock jumped."""

    mend_asked = Signal()

    def __init__(
        self, caught: Caught, vote: VotePanel, groups: GroupsPanel, act: Callable[[str], object]
    ) -> None:
        """`act` is told the verb of a button."""
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head, self.lanes, self.story, self.ahead = Head(), Lanes(), Story(), Ahead()
        self.list, self.late, self.undo_bar, self.foot = AgendaList(), LatePanel(), UndoBar(), Foot()
        self.caught, self.vote, self.groups = caught, vote, groups
        self.open_caught = Button(_("Prises"), "soft", "note")
        self.open_caught.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.bar = Bar(act, (self.open_caught,))
        self.middle = QStackedWidget()
        steps = holding(stack(self.list, margin="s", gap=""), "surface")
        for part in (self._telling(), self.late, steps, vote, groups):
            self.middle.addWidget(part)
        self._notice = QVBoxLayout()
        self._banner: Banner | None = None
        left = holding(stack(self._notice, self.middle, gap=""), "surface")
        right = holding(stack(caught, gap=""), "raised")
        right.setProperty("edge", "left")
        self.beside = Beside(left, right, _("Retour à la conduite"), shares=(3, 2), least=(600, 380))
        column = stack(self.head, self.lanes, self.bar, self.beside, self.foot, gap="")
        column.setStretch(3, 1)
        self.setLayout(column)
        self.open_caught.clicked.connect(self.beside.show_details)
        self.beside.arranged.connect(self.open_caught.setVisible)
        self.middle.currentChanged.connect(self.arrange)
        self.open_caught.setVisible(self.beside.narrow)

    def _telling(self) -> QWidget:
        theme = worn()
        under = stack(self.ahead, self.undo_bar, gap="s")
        under.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), theme.space("s"))
        return holding(stack(self.story, holding(under, "raised"), gap=""))

    @property
    def asks(self) -> bool:
        """Whether the late assistant or the list of steps has the middle."""
        return self.middle.currentIndex() != 0

    def show_part(self, part: QWidget | None) -> None:
        """Give the middle to the late assistant, the list or a vote; None: to what is said now."""
        self.middle.setCurrentIndex(
            {self.late: 1, self.list: 2, self.vote: 3, self.groups: 4}.get(part, 0) if part is not None else 0
        )

    def show_moment(self, view: NowView, state: LiveState, timed: LaneView | None, lane: str) -> None:
        """Show a second; what did not change is not drawn anew."""
        self.head.show_view(view, state, timed)
        self.ahead.show_view(view)
        self._tell_trouble(view)
        if self.lanes.show_view(view, lane):
            self.arrange()

    def show_caught(self, step_id: str) -> None:
        """Show what was caught on a step."""
        self.caught.show_step(step_id)
        count = len(self.caught.lines.captures)
        self.open_caught.setText(_("Prises ({n})").format(n=count) if count else _("Prises"))

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
            self._banner.acted.connect(self.mend_asked)
            self._notice.addWidget(self._banner)

    def arrange(self, *_more: object) -> None:
        """Where few lines fit, what has a key and is not due now gives way to the words one needs."""
        lines = self.height() // height_of(worn().font())
        compact = lines < _FEW
        for part in (self.head, self.bar, self.ahead, self.story, self.late):
            part.set_compact(compact)
        self.foot.keys.setVisible(not compact)
        self.ahead.setVisible(not compact or self.undo_bar.isHidden())
        self.ahead.set_most(1 if compact else 2 if lines < _SOME else 3)
        several = bool(self.lanes.cards)
        self.lanes.setVisible(several and not (compact and self.asks))
        self.bar.setVisible(not compact or not (several or self.asks))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window keeps its figures smaller, so that the words have room."""
        super().resizeEvent(event)
        self.head.face.fit(round(self.height() * 0.16))
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """It gives way before the window grows."""
        return QSize(worn().measure("control") * 8, worn().measure("control") * 4)
