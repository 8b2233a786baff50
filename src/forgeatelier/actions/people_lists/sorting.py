# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell the lines that are people from titles, totals, blanks, notes and headers printed again."""

import re

from forgeatelier.actions.people_lists.columns import NAMES, Header
from forgeatelier.actions.people_lists.kinds import Kind, Meaning
from forgeatelier.actions.people_lists.spelling import fold, words_of
from forgeatelier.actions.people_lists.understood import Column, Line

_TOTAL = re.compile(
    r"(?:sous )?tota(?:l|ux)(?: general)?(?: (?:des |de )?(?:participants|presents|personnes))?(?: \d+)?"
    r"|grand total(?: \d+)?|effectif(?: total)?(?: \d+)?|nombre (?:de |total ).*|number of .*"
    r"|(?:dont )?(?:femmes|hommes|filles|garcons|women|men)(?: \d+)?"
)
_SHORT = 30
_NOTE = re.compile(
    r"(?:fait a|arretee? |liste arretee|signature|visa|cachet|nb ?:|n\.b\.|note ?:"
    r"|legende|le coordonnateur|page \d+).*"
)


def kind_of(line: Line, columns: tuple[Column, ...], header: Header, titles: tuple[str, ...]) -> Kind | None:
    """Why `line` is not a person, or None when it is one."""
    numbers = {column.index for column in columns if column.meaning is Meaning.NUMBER}
    filled = {index: text for index, text in enumerate(line.cells) if text}
    beside = {index: text for index, text in filled.items() if index not in numbers}
    if not beside and not any(_TOTAL.fullmatch(words_of(text)) for text in filled.values()):
        return Kind.BLANK if all(text.rstrip(".").isdigit() for text in filled.values()) else Kind.NOTE
    first = next(iter(filled.values()))
    if _repeats(filled, header):
        return Kind.HEADER
    if set(filled.values()) <= set(titles):
        return Kind.TITLE
    if _TOTAL.fullmatch(words_of(first)) and _only_figures(list(filled.values())[1:]):
        return Kind.TOTAL
    return Kind.NOTE if _is_note(beside, columns) else None


def _repeats(filled: dict[int, str], header: Header) -> bool:
    wanted = {index: text for index, text in enumerate(header.cells) if text}
    enough = len(filled) > 1 or len(wanted) == 1
    return enough and all(words_of(wanted.get(index, "")) == words_of(text) for index, text in filled.items())


def _only_figures(texts: list[str]) -> bool:
    return all(re.fullmatch(r"[\d ,.%:]*[a-z]*", fold(text)) and len(text) <= _SHORT for text in texts)


def _is_note(beside: dict[int, str], columns: tuple[Column, ...]) -> bool:
    """A single remark across the table, such as « Groupe du matin » or « Fait à Bobo, le 12 mars »."""
    values = set(beside.values())
    if len(values) > 1:
        return False
    named = {column.index for column in columns if column.meaning in NAMES}
    across = len(beside) > max(1, len(named)) and len(columns) > len(named)
    return across or not named & set(beside) or _NOTE.fullmatch(fold(values.pop())) is not None
