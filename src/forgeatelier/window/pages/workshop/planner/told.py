# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What other conditions would change, in two columns: the day and its people, the materials."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from forgeatelier.actions.plan import Plan, shorten_to_fit, suppose
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.timetable import Conditions
from forgeatelier.model.workshop.what_if import Consequences
from forgeatelier.model.workshop.what_if_words import sentences
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import Label, holding, reveal, row

_MOST_LINES = 6


def squeezed(plan: Plan, then: Conditions) -> Change:
    """The plan under these conditions, shortened to end in time. Raises AtelierError when nothing can be won."""
    first = suppose(plan, then)
    workshop = next(one for one in first.after if isinstance(one, Workshop))
    second = shorten_to_fit(replace(plan, workshop=workshop))
    known = {one.id for one in first.before}
    before = (*first.before, *(one for one in second.before if one.id not in known))
    after = {one.id: one for one in (*first.after, *second.after)}
    return Change(second.title, before, tuple(after.values()))


def in_two(found: Consequences) -> tuple[Sequence[str], Sequence[str]]:
    """The sentences about the day and its people, and those about materials: many, and seldom read first."""
    day = sentences(replace(found, needs=(), costs=({}, {})))
    if not found.needs and found.costs[0] == found.costs[1]:
        return day, ()
    bare = replace(
        found,
        then=found.now,
        moved=(),
        held=(),
        copies=(),
        facilitators=(0, 0),
        plan_b=(),
        no_plan_b=(),
        arising=(),
        solved=(),
    )
    return day, sentences(bare)


class Told(QScrollArea):
    """Sentences in two columns, never higher than a few lines."""

    def __init__(self) -> None:
        """Nothing to say yet."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ground", "none")
        self._wanted = 0
        self._columns = [Label("", "body", wrap=True) for _side in range(2)]
        line = row(*self._columns, gap="xl")
        for place, column in enumerate(self._columns):
            column.setAlignment(Qt.AlignmentFlag.AlignTop)
            line.setStretch(place, 1)
        self.setWidget(holding(line, "sunken"))
        self.setAccessibleName(_("Ce qui changerait"))

    def tell(self, day: Sequence[str], materials: Sequence[str]) -> None:
        """Say these; without materials the day takes the whole width."""
        for column, part in zip(self._columns, (day, materials), strict=True):
            column.setText("\n".join(f"•\N{NO-BREAK SPACE}{saying.tied(one)}" for one in part))
            reveal(column, bool(part))
            column.setVisible(bool(part))
        self.setVisible(bool(day or materials))
        self._fit()

    def _fit(self) -> None:
        """As high as the longer column, up to a few lines; then it scrolls."""
        shown = [column for column in self._columns if column.text()]
        gaps = worn().space("xl") * (len(shown) - 1) + worn().measure("scrollbar")
        wide = max(80, (self.width() - gaps) // max(1, len(shown)))
        high = max((column.heightForWidth(wide) for column in shown), default=0)
        self._wanted = min(_MOST_LINES * self._line(), max(self._line(), high)) + worn().space("xs")
        self.setMaximumHeight(self._wanted)
        self.updateGeometry()

    def _line(self) -> int:
        return self._columns[0].fontMetrics().lineSpacing()

    def sizeHint(self) -> QSize:
        """All of it, up to a few lines."""
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        """One line is enough where there is no room."""
        return QSize(worn().measure("control") * 4, self._line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that wrap otherwise need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
