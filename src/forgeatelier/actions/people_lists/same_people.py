# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Notice who may stand twice on a list; nothing is merged, for two Awa Ouédraogo may be two people."""

from collections.abc import Iterable, Iterator

from forgeatelier.actions.people_lists.kinds import Because
from forgeatelier.actions.people_lists.spelling import name_key
from forgeatelier.actions.people_lists.understood import Doubt, UnderstoodRow
from forgeatelier.ground.words import _


def same_people(rows: Iterable[UnderstoodRow]) -> list[Doubt]:
    """A doubt for every person whose name and birth, age or telephone stood on an earlier line."""
    seen: dict[tuple[str, ...], int] = {}
    doubts = []
    for row in rows:
        traces = list(_traces(row))
        earlier = next((seen[trace] for trace in traces if trace in seen), None)
        if earlier is not None:
            why = _("Même nom, et même âge ou même téléphone, qu’à la ligne {line} : une ou deux personnes ?")
            doubts.append(
                Doubt(
                    Because.SAME_PERSON,
                    row.line,
                    "",
                    row.as_written,
                    why.format(line=earlier),
                    other_line=earlier,
                )
            )
        for trace in traces:
            seen.setdefault(trace, row.line)
    return doubts


def _traces(row: UnderstoodRow) -> Iterator[tuple[str, ...]]:
    if row.source_id:
        yield ("source", row.source_id)
    name = name_key(row.family_name, row.given_names)
    if not name:
        return
    figures = "".join(character for character in row.phone_e164 or row.phone if character.isdigit())
    said = (("birth", row.birth_year), ("age", row.age), ("band", row.age_band), ("phone", figures))
    for what, value in said:
        if value not in (None, ""):
            yield (what, str(value), *name)


def repeated_numbers(numbered: Iterable[tuple[int, str]], header: str) -> list[Doubt]:
    """A doubt for every line number of the list (not of the file) that was already used."""
    first: dict[str, int] = {}
    doubts = []
    for line, number in numbered:
        if number and number in first:
            why = _("Le numéro {number} est déjà celui de la ligne {line}.")
            text = why.format(number=number, line=first[number])
            doubts.append(Doubt(Because.NUMBER, line, header, number, text, other_line=first[number]))
        first.setdefault(number, line)
    return doubts
