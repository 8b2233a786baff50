# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which written captures say nearly the same: accents, plurals, case, order of words, a slip of the finger."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState

WRITTEN = (CaptureKind.NOTE, CaptureKind.DECISION, CaptureKind.LINK)
"""The kinds whose words are what was caught."""

_WORD = re.compile(r"[^\W_]+")
_LITTLE_WORDS = (
    "a an and au aux avec ce ces d dans de des du en et for in is l la le les "
    "of on ou par pour sa se ses son sur the to un une"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())
"""Words without which a sentence says the same; « pas », « sans » and « not » are none of them."""

_ALIKE = 0.12
"""Letters that may differ, as a share of the words' length."""

_LONG_ENOUGH = 8
_LONG_WORD = 3


def near(captures: Iterable[Capture]) -> tuple[tuple[Capture, ...], ...]:
    """Groups of captures that nearly say the same, each in the order filed; what was merged or set aside stays out.

    Figures must be the same: « 5 filles » is not « 6 filles ».
    """
    asked = [
        one
        for one in captures
        if one.kind in WRITTEN
        and not one.same_as
        and one.state not in (CaptureState.DISCARDED, CaptureState.HIDDEN)
        and key_of(one.text)
    ]
    by_key: dict[str, list[Capture]] = {}
    for one in sorted(asked, key=lambda capture: capture.id):
        by_key.setdefault(key_of(one.text), []).append(one)
    groups = ([one for key in keys for one in by_key[key]] for keys in _together(list(by_key)))
    found = [tuple(sorted(group, key=lambda one: one.id)) for group in groups if len(group) > 1]
    return tuple(sorted(found, key=lambda group: group[0].id))


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """The words of a text that matter, without accents, case, plural marks or order."""
    opened = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    bare = "".join(c for c in unicodedata.normalize("NFKD", opened) if not unicodedata.combining(c))
    words = _WORD.findall(bare)
    kept = [word for word in words if word not in _LITTLE] or words
    return " ".join(sorted(_singular(word) for word in kept))


def _singular(word: str) -> str:
    """« chevaux » and « cheval », « puits » and « puit », « noix » and « noi » are one to this eye."""
    if word.isdigit() or len(word) <= _LONG_WORD:
        return word
    if word.endswith("aux"):
        return f"{word[:-3]}al" if not word.endswith("eaux") else word[:-1]
    return word[:-1] if word[-1] in "sx" else word


def _together(keys: list[str]) -> list[list[str]]:
    """Keys a few letters apart, chained; only those of like length and with the same figures are measured."""
    order = sorted(keys, key=len)
    home = {key: key for key in order}
    figures = {key: tuple(sorted(re.findall(r"\d+", key))) for key in order}
    for at, one in enumerate(order):
        if len(one) < _LONG_ENOUGH:
            continue
        for other in order[at + 1 :]:
            apart = int(len(other) * _ALIKE)
            if len(other) - len(one) > apart:
                break
            if figures[one] != figures[other]:
                continue
            if Levenshtein.distance(one, other, score_cutoff=apart) <= apart and not _opposed(one, other):
                _join(home, one, other)
    groups: dict[str, list[str]] = {}
    for key in order:
        groups.setdefault(_root(home, key), []).append(key)
    return list(groups.values())


def _opposed(one: str, other: str) -> bool:
    """Whether one says no and the other does not."""
    no = {"pas", "sans", "non", "jamais", "not", "no", "without", "never"}
    return bool(no & set(one.split())) != bool(no & set(other.split()))


def _root(home: dict[str, str], key: str) -> str:
    while home[key] != key:
        key = home[key]
    return key


def _join(home: dict[str, str], one: str, other: str) -> None:
    home[_root(home, other)] = _root(home, one)
