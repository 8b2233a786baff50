# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sharing out whole minutes: in proportion to lengths, nobody giving more than can be given."""

from collections.abc import Sequence


def share(need: int, weights: Sequence[int], most: Sequence[int]) -> list[int]:
    """How much each gives towards `need`, in proportion to its weight and at most `most`; whole minutes.

    The sum is `need`, or all there is. Minutes that do not divide go to the largest remainders, the first one on a tie.
    """
    gives = [0] * len(weights)
    missing = min(need, sum(most))
    while missing > 0:
        open_ = [at for at, one in enumerate(most) if gives[at] < one]
        whole = sum(max(1, weights[at]) for at in open_)
        parts = _whole_parts(missing, [max(1, weights[at]) for at in open_], whole)
        full = [at for at, part in zip(open_, parts, strict=True) if gives[at] + part >= most[at]]
        # Those that cannot give their part give all they have, and the rest is shared again among the others.
        for at, part in zip(open_, parts, strict=True):
            if at in full or not full:
                given = min(part, most[at] - gives[at])
                gives[at] += given
                missing -= given
    return gives


def _whole_parts(amount: int, weights: Sequence[int], whole: int) -> list[int]:
    parts = [amount * weight // whole for weight in weights]
    remainders = [amount * weight % whole for weight in weights]
    by_need = sorted(range(len(weights)), key=lambda at: (-remainders[at], at))
    for at in by_need[: amount - sum(parts)]:
        parts[at] += 1
    return parts


def fewest_over(need: int, values: Sequence[int]) -> list[int]:
    """Which values to take to make `need` with the least too much: the fewest, the last ones; at worst all."""
    if sum(values) <= need:
        return list(range(len(values)))
    best: dict[int, tuple[int, ...]] = {0: ()}
    # From the last one: on a tie what is furthest away is taken, and what comes next is left in peace.
    for at in reversed(range(len(values))):
        for total, taken in list(best.items()):
            if total >= need or values[at] <= 0:
                continue
            made = (*taken, at)
            known = best.get(total + values[at])
            if known is None or len(made) < len(known):
                best[total + values[at]] = made
    return sorted(best[min(total for total in best if total >= need)])
