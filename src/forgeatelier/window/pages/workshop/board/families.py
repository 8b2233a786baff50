# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The families of a board with their numbers, which stay the same while one sorts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.sorting_captures import clusters_of
from forgeatelier.ground.words import _
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.window.widgets import Button, Flow, Label

MOST = 9
"""Families that have a key."""


class Families(QWidget):
    """One button for each; `asked` tells the number of the one pressed."""

    asked = Signal(int)

    def __init__(self) -> None:
        """No families yet."""
        super().__init__()
        self.names: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._orders: dict[str, tuple[str, ...]] = {}
        self._place = ""
        self._flow = Flow(gap="xs")
        self.setLayout(self._flow)

    def follow(self, place: str, captures: Iterable[Capture]) -> bool:
        """Show the families of a step; numbers once given stay. Tells whether one of them had to change after all."""
        here = tuple(captures)
        found = clusters_of(here)
        before = self._orders.get(place, ())
        kept = tuple(name for name in before if name in found)
        self.names = self._orders[place] = (*kept, *(name for name in found if name not in kept))
        counts = Counter(one.cluster for one in here)
        self._show([f"{name} ({counts[name]})" for name in self.names])
        self._place = place
        return kept != before

    def renamed(self, old: str, new: str) -> None:
        """A family keeps its number under its new name."""
        names = dict.fromkeys(new if name == old else name for name in self.names)
        self.names = self._orders[self._place] = tuple(names)

    def number(self, name: str) -> int:
        """The number of a family; 0 for none."""
        return self.names.index(name) + 1 if name in self.names else 0

    def _show(self, said: Sequence[str]) -> None:
        words = [f"{place}  {one}" if place <= MOST else one for place, one in enumerate(said, start=1)]
        if len(said) < MOST:
            words.append(_("{n}  nouvelle famille…").format(n=len(said) + 1))
        if tuple(words) == self._shown:
            return
        self._shown = tuple(words)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._flow.addWidget(Label(_("Familles"), "label"))
        for place, text in enumerate(words, start=1):
            button = Button(text.replace("&", "&&"), "plain" if place > len(said) else "quiet")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._press, place))
            self._flow.addWidget(button)

    def _press(self, place: int, *_pressed: bool) -> None:
        self.asked.emit(place)
