# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How large a list of people may be."""

from collections.abc import Iterable, Sequence

from forgeatelier.actions.people_lists.understood import Line
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _

MAX_LINES = 20_000
MAX_COLUMNS = 200


def keep_lines(lines: Iterable[tuple[int, Sequence[str]]]) -> tuple[Line, ...]:
    """Tidy numbered lines of cells, without the blanks after the last one; refuses more than the limits."""
    kept: list[Line] = []
    blank: list[int] = []
    for number, cells in lines:
        tidy = [cell.strip() for cell in cells]
        while tidy and not tidy[-1]:
            tidy.pop()
        if not tidy:
            if len(blank) <= MAX_LINES:
                blank.append(number)
            continue
        kept.extend(Line(at, ()) for at in blank)
        blank.clear()
        kept.append(Line(number, tuple(tidy)))
        if len(kept) > MAX_LINES or len(tidy) > MAX_COLUMNS:
            raise AtelierError(
                what=_("Ce tableau est trop grand : 20 000 lignes et 200 colonnes au plus."),
                advice=_("Copiez les colonnes et les lignes utiles dans un nouveau tableau."),
            )
    return tuple(kept)
