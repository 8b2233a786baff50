# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an arrow key leads among the steps of a plan: down the column or the lane, across lanes and days."""

from collections.abc import Sequence

from PySide6.QtCore import QRect


def below(areas: Sequence[QRect], at: int, x: int) -> int:
    """The row under `at`; among lanes the one nearest to the column `x` one came down."""
    foot = areas[at].bottom()
    under = [n for n, area in enumerate(areas) if area.top() > foot - 2 and n != at]
    if not under:
        return _next(areas, at, 1)
    highest = min(areas[n].top() for n in under)
    return min((n for n in under if areas[n].top() == highest), key=lambda n: _away(areas[n], x))


def above(areas: Sequence[QRect], at: int, x: int) -> int:
    """The row over `at`; among lanes the last step of the one nearest to the column `x`."""
    top = areas[at].top()
    over = [n for n, area in enumerate(areas) if area.bottom() < top + 2 and n != at]
    if not over:
        return _next(areas, at, -1)
    lowest = max(over, key=lambda n: (areas[n].bottom(), -_away(areas[n], x)))
    # Lanes end at different heights: those that overlap the lowest one stand at the same place.
    same = [n for n in over if areas[n].bottom() > areas[lowest].top()]
    return min(same, key=lambda n: (_away(areas[n], x), -areas[n].bottom()))


def beside(areas: Sequence[QRect], at: int, way: int) -> int:
    """The row left (-1) or right (1) of `at`, at about the same height; `at` itself when there is none."""
    here = areas[at]
    others = [
        n
        for n, area in enumerate(areas)
        if (area.left() > here.right() if way > 0 else area.right() < here.left())
    ]
    if not others:
        return at
    near = min(_sideways(here, areas[n]) for n in others)
    column = [n for n in others if _sideways(here, areas[n]) == near]
    best = min(column, key=lambda n: abs(areas[n].top() - here.top()))
    # Only lanes and days stand beside: a row far above or below is no neighbour.
    return best if abs(areas[best].top() - here.top()) < 4 * max(here.height(), areas[best].height()) else at


def _next(areas: Sequence[QRect], at: int, way: int) -> int:
    return at + way if 0 <= at + way < len(areas) else at


def _away(area: QRect, x: int) -> int:
    return max(area.left() - x, x - area.right(), 0)


def _sideways(here: QRect, there: QRect) -> int:
    return max(there.left() - here.right(), here.left() - there.right())
