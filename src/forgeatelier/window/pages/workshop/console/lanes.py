# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups side by side: each lane with its step, its time and its level; pressing one goes to it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.live import LaneView, NowView
from forgeatelier.window.pages.workshop.console.clock_face import ClockFace
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import ElidedLabel, PressCard, row


class LaneCard(PressCard):
    """One lane."""

    def __init__(self, lane: LaneView) -> None:
        """Say how it stands with `show_lane`."""
        super().__init__(lane.lane)
        self.lane = lane.lane
        self.face = ClockFace("title")
        self.doing = ElidedLabel("", "note")
        self.body.addWidget(self.doing)
        self.side.addWidget(self.face)
        self.show_lane(lane)

    def show_lane(self, lane: LaneView) -> None:
        """Say how the lane stands."""
        self.face.show_lane(lane, _("Attend"))
        following = _("ensuite {title}").format(title=lane.next.step.title) if lane.next else ""
        self.doing.setText(lane.step.title if lane.step is not None else following)
        self.setAccessibleName(f"{lane.lane} {self.doing.text()} {self.face.word}")


class Lanes(QWidget):
    """In sight while several run; `chosen` tells the name of the lane that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """One lane, nothing to show."""
        super().__init__()
        self.cards: list[LaneCard] = []
        self._line = row(gap="s")
        theme = worn()
        self._line.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("l"), 0)
        self.setLayout(self._line)
        self.hide()

    def show_view(self, view: NowView, chosen: str) -> bool:
        """Show the lanes of this moment; returns whether there are other ones than before."""
        lanes = view.lanes if len(view.lanes) > 1 else ()
        other = [one.lane for one in lanes] != [card.lane for card in self.cards]
        if other:
            self._make(lanes)
        for card, lane in zip(self.cards, lanes, strict=True):
            card.show_lane(lane)
            card.set_selected(lane.lane == chosen)
        return other

    def _make(self, lanes: tuple[LaneView, ...]) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [LaneCard(one) for one in lanes]
        for card in self.cards:
            self._line.addWidget(card, 1)
            card.pressed.connect(partial(self.chosen.emit, card.lane))
