# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nine answers with their keys; when there are more they turn by pages."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Button, Flow, Label, holding, stack

PAGE = 9
"""As many answers as there are number keys."""

_LARGE = 1.4


class Numbered(QWidget):
    """`chosen` tells the value of the answer taken."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Give it answers with `offer`."""
        super().__init__()
        self._answers: tuple[tuple[str, str], ...] = ()
        self._likely = ""
        self._page = 0
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(worn().space("xs"))

    def offer(self, answers: Sequence[tuple[str, str]], likely: str = "") -> None:
        """(value, words); the page with the likely one is in sight."""
        if (tuple(answers), likely) == (self._answers, self._likely):
            return
        self._answers, self._likely = tuple(answers), likely
        values = [value for value, _said in answers]
        self._page = values.index(likely) // PAGE if likely in values else 0
        self._show()

    def turn(self, step: int) -> None:
        """The nine before or after, round and round."""
        pages = max(1, -(-len(self._answers) // PAGE))
        self._page = (self._page + step) % pages
        self._show()

    def take(self, number: int) -> bool:
        """The answer with this number; tells whether there is one."""
        place = self._page * PAGE + number - 1
        found = 1 <= number <= PAGE and place < len(self._answers)
        if found:
            self.chosen.emit(self._answers[place][0])
        return found

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        first = self._page * PAGE
        # One under another is read faster; very large text has no room for nine lines.
        flow = Flow(gap="xs") if worn().text_scale > _LARGE else stack(gap="")
        for place, (value, said) in enumerate(self._answers[first : first + PAGE], start=1):
            likely = value == self._likely
            button = Button(
                f"{place}   {said}".replace("&", "&&"),
                "quiet" if likely else "soft",
                "clock" if likely else "",
            )
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._press, value))
            flow.addWidget(button)
        self._lines.addWidget(holding(flow))
        if len(self._answers) > PAGE:
            told = _("{first} à {last} sur {all} · Pg suiv. et Pg préc. pour les autres").format(
                first=first + 1, last=min(first + PAGE, len(self._answers)), all=len(self._answers)
            )
            self._lines.addWidget(Label(told, "note", wrap=True))

    def _press(self, value: str, *_pressed: bool) -> None:
        self.chosen.emit(value)
