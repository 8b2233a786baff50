# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Attendance in figures: totals by sex and age band, from names or from counts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from forgeatelier.model.people.attendance import CountCell
from forgeatelier.model.people.person import Sex

SMALL_CELL = 5
"""Public figures below this are not told apart by age: in a village they would name someone."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Aggregates only: `total` people, by sex, and by age band (empty code: not stated)."""

    total: int = 0
    by_sex: tuple[tuple[Sex, int], ...] = ()
    by_band: tuple[tuple[str, int], ...] = ()

    def of(self, sex: Sex) -> int:
        """How many people of this sex."""
        return dict(self.by_sex).get(sex, 0)


def add_up(cells: Iterable[CountCell]) -> Figures:
    """The figures of these cells."""
    sexes: Counter[Sex] = Counter()
    bands: Counter[str] = Counter()
    for cell in cells:
        sexes[cell.sex] += cell.number
        bands[cell.age_band] += cell.number
    return Figures(
        total=sum(sexes.values()),
        by_sex=tuple((sex, sexes[sex]) for sex in Sex if sexes[sex]),
        by_band=tuple(sorted((band, count) for band, count in bands.items() if count)),
    )


def for_the_public(figures: Figures) -> Figures:
    """The same figures with every age band withheld when one of them is smaller than SMALL_CELL."""
    if any(count < SMALL_CELL for _, count in figures.by_band):
        return Figures(figures.total, figures.by_sex, ())
    return figures
