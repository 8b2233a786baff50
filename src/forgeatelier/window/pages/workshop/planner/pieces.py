# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan is drawn from: rows to choose, and the words and lines between them, each with its place."""

from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRect

from forgeatelier.model.workshop.planned_step import PlannedStep


class Fault(NamedTuple):
    """What cannot be held as planned, or (`blocks` false) is only worth knowing."""

    words: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One step as the planner shows it; `start` and `end` are clocks, empty before and after the days.

    `sum` is how the length comes about (« 30 s × 30 = »), `instead` the start before what one supposes.
    """

    step: PlannedStep
    start: str
    end: str
    begins: int
    minutes: int
    gap: int
    length: str
    sum: str = ""
    least: str = ""
    note: str = ""
    instead: str = ""
    faults: tuple[Fault, ...] = ()

    @property
    def id(self) -> str:
        """The id of the step's entity."""
        return self.step.id


@dataclass(frozen=True, slots=True)
class Piece:
    """Something to draw. `kind`: step, cell, slab, block, day, phase, zone, gap, fault, fork, lane, rejoin, hour."""

    kind: str
    area: QRect
    row: int = -1
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Everything in its place; `areas` are those of the rows, in their order. Pieces below come first."""

    pieces: tuple[Piece, ...] = ()
    areas: tuple[QRect, ...] = ()
    height: int = 0

    def at(self, x: int, y: int) -> int:
        """The row drawn at a point, -1 when there is none."""
        return next((n for n, area in enumerate(self.areas) if area.contains(x, y)), -1)

    def nearest(self, y: int) -> int:
        """The row whose middle is nearest to a height, -1 when there are no rows."""
        places = range(len(self.areas))
        return min(places, key=lambda n: abs(self.areas[n].center().y() - y), default=-1)


@dataclass
class Laying:
    """Pieces as they are put down, one under the other, from `top`."""

    left: int
    width: int
    top: int = 0
    pieces: list[Piece] = field(default_factory=list)
    areas: dict[int, QRect] = field(default_factory=dict)

    def put(self, kind: str, height: int, *, row: int = -1, title: str = "", note: str = "") -> QRect:
        """One piece over the whole width; the next comes below it."""
        area = QRect(self.left, self.top, self.width, height)
        self.place(kind, area, row=row, title=title, note=note)
        self.top += height
        return area

    def place(self, kind: str, area: QRect, *, row: int = -1, title: str = "", note: str = "") -> None:
        """One piece anywhere."""
        self.pieces.append(Piece(kind, area, row, title, note))
        if row >= 0:
            self.areas[row] = area

    def done(self, height: int) -> Arrangement:
        """What was put down."""
        return Arrangement(tuple(self.pieces), tuple(self.areas[n] for n in sorted(self.areas)), height)
