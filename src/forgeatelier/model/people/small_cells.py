# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sex by age for people outside the team: small numbers are masked, and nothing beside them gives them away."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.model.people.attendance import CountCell
from forgeatelier.model.people.figures import SMALL_CELL
from forgeatelier.model.people.person import AGE_BANDS, Sex

UNDER, OVER = f"<{SMALL_CELL}", f"≥{SMALL_CELL}"
"""What stands for a number that is too small, and for one that would betray a smaller one."""

_ALWAYS = (Sex.WOMAN, Sex.MAN)
Key = tuple[str, int, int]


class _Mask(StrEnum):
    NONE = ""
    UNDER = UNDER
    OVER = OVER


@dataclass(frozen=True, slots=True)
class SexAge:
    """Numbers as they may be shown, in words: `cells[band][sex]`, their sums, and how many came in all.

    No `bands` when ages would name someone, no `sexes` when only the total may be told.
    """

    total: int
    sexes: tuple[Sex, ...] = ()
    by_sex: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    by_band: tuple[str, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()

    def of(self, sex: Sex) -> str:
        """How many of this sex, as it may be shown; empty when that is not told."""
        return dict(zip(self.sexes, self.by_sex, strict=True)).get(sex, "")


def masked(number: int) -> str:
    """A count that stands alone: one to four people are told as « <5 », nobody as « 0 »."""
    return UNDER if 0 < number < SMALL_CELL else str(number)


def sex_by_age(cells: Iterable[CountCell]) -> SexAge:
    """The finest table that lets nobody compute a number of one to four people."""
    found = tuple(cells)
    total = sum(cell.number for cell in found)
    if not total:
        return SexAge(0)
    sexes = tuple(sex for sex in Sex if sex in _ALWAYS or any(c.sex is sex and c.number for c in found))
    known = {cell.age_band for cell in found if cell.number}
    bands = tuple(code for code, _last in AGE_BANDS if code in known)
    bands += tuple(sorted(known - set(bands) - {""})) + (("",) if "" in known else ())
    # A single band of so few would tell the age of each of them.
    told = (bands, None) if len(bands) > 1 or total >= SMALL_CELL else (None,)
    for rows in told:
        grid = _Grid(_numbers(found, rows, sexes))
        if grid.protect():
            return _shown(grid, total, sexes, rows or ())
    return SexAge(total)


def _numbers(
    cells: Sequence[CountCell], bands: Sequence[str] | None, sexes: Sequence[Sex]
) -> list[list[int]]:
    """The counts by band, or all bands in one row."""
    return [
        [sum(c.number for c in cells if c.sex is sex and band in (None, c.age_band)) for sex in sexes]
        for band in (bands if bands is not None else (None,))
    ]


def _shown(grid: "_Grid", total: int, sexes: tuple[Sex, ...], bands: tuple[str, ...]) -> SexAge:
    columns, rows = range(len(sexes)), range(len(bands))
    return SexAge(
        total,
        sexes,
        tuple(grid.said(("column", 0, at)) for at in columns),
        bands,
        tuple(grid.said(("row", at, 0)) for at in rows),
        tuple(tuple(grid.said(("cell", row, at)) for at in columns) for row in rows),
    )


class _Grid:
    """A table, its sums, and what of it is masked.

    Numbers are seen as a flow: from the source through rows, cells and columns to the sink, the grand total being
    known. A masked number can be computed by who reads the rest exactly when no other flow agrees with what is
    shown: when it lies on no cycle of what may still vary.
    """

    def __init__(self, numbers: list[list[int]]) -> None:
        self.values: dict[Key, int] = {}
        for row, line in enumerate(numbers):
            self.values[("row", row, 0)] = sum(line)
            for column, number in enumerate(line):
                self.values[("cell", row, column)] = number
        for column in range(len(numbers[0])):
            self.values[("column", 0, column)] = sum(line[column] for line in numbers)
        if len(numbers) == 1:
            # A single row is the grand total itself, which is known.
            self.fixed: frozenset[Key] = frozenset({("row", 0, 0)})
        else:
            self.fixed = frozenset()
        self.masks = {
            key: _Mask.UNDER
            for key, number in self.values.items()
            if number < SMALL_CELL and key not in self.fixed
        }

    def said(self, key: Key) -> str:
        mask = self.masks.get(key, _Mask.NONE)
        return mask.value or str(self.values[key])

    def protect(self) -> bool:
        """Mask what would betray; whether nothing can be computed in the end."""
        open_ones = self._open()
        while open_ones:
            candidates = self._candidates()
            if not candidates:
                return False
            best = min(candidates, key=lambda key: (self._left_open_with(key), self._cost(key)))
            self.masks[best] = _Mask.OVER
            open_ones = self._open()
        return True

    def _left_open_with(self, key: Key) -> int:
        self.masks[key] = _Mask.OVER
        left = len(self._open())
        del self.masks[key]
        return left

    def _candidates(self) -> list[Key]:
        return [key for key in self.values if key not in self.masks and key not in self.fixed]

    def _cost(self, key: Key) -> tuple[int, int, Key]:
        """Cells go first, then sums by age, sums by sex last; the smaller numbers tell least."""
        return (("cell", "row", "column").index(key[0]), self.values[key], key)

    def _open(self) -> list[Key]:
        """The masked numbers of one to four people that the rest gives away."""
        return [key for key in self.masks if 0 < self.values[key] < SMALL_CELL and not self._varies(key)]

    def _varies(self, key: Key) -> bool:
        tail, head = _ends(key)
        more = self.values[key] < SMALL_CELL - 1 and self._reaches(head, tail, key)
        return more or self._reaches(tail, head, key)

    def _reaches(self, start: str, goal: str, without: Key) -> bool:
        seen, waiting = {start}, [start]
        while waiting:
            for there in self._beside(waiting.pop(), without):
                if there == goal:
                    return True
                if there not in seen:
                    seen.add(there)
                    waiting.append(there)
        return False

    def _beside(self, node: str, without: Key) -> Iterator[str]:
        for key, mask in self.masks.items():
            if key == without:
                continue
            tail, head = _ends(key)
            number = self.values[key]
            least, most = (0, SMALL_CELL - 1) if mask is _Mask.UNDER else (SMALL_CELL, None)
            if node == tail and (most is None or number < most):
                yield head
            if node == head and number > least:
                yield tail


def _ends(key: Key) -> tuple[str, str]:
    kind, row, column = key
    if kind == "row":
        return "source", f"row {row}"
    if kind == "column":
        return f"column {column}", "sink"
    return f"row {row}", f"column {column}"
