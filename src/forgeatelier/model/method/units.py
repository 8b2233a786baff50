# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units beside a number: protocols write them in the singular, people read them agreed."""

import unicodedata
from decimal import Decimal

_SHORTEST_WORD = 3
"""Shorter ones are symbols (kg, m, cm, L) and never change."""

_IN_OUX = ("bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou")
"""The seven French words in -ou that take an x."""

_MEASURES = {
    "metre",
    "litre",
    "liter",
    "meter",
    "kilo",
    "kilogramme",
    "kilogram",
    "gramme",
    "gram",
    "heure",
    "hour",
}
"""Words for what can be cut or poured: half a metre makes sense, half a sheet does not."""


def is_measure(unit: str) -> bool:
    """Whether quantities in this unit may be fractions (kg, L, mètres); things that are counted may not."""
    word = unit.strip().partition(" ")[0].strip(",;.").rstrip("s")
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).casefold()
    return bool(word) and (len(word) < _SHORTEST_WORD or not word.isalpha() or bare in _MEASURES)


def counted(unit: str, quantity: Decimal, language: str) -> str:
    """`unit` agreed with `quantity`: « 6 pièces », « 3 caisses d’environ 40 cm »; French begins its plural at two."""
    first, gap, rest = unit.partition(" ")
    least = Decimal(2) if language == "fr" else Decimal(1)
    plural = quantity >= least if language == "fr" else quantity > least
    word = first.rstrip(",;")
    if not plural or len(word) < _SHORTEST_WORD or not word.isalpha():
        return unit
    return f"{_plural(word, language)}{first[len(word) :]}{gap}{rest}"


def _plural(word: str, language: str) -> str:
    if word.endswith(("s", "x", "z")):
        return f"{word}es" if language == "en" and not word.endswith("s") else word
    if language == "en" and word.endswith(("ch", "sh")):
        return f"{word}es"
    if language == "fr" and (word.endswith(("eau", "eu", "au")) or word in _IN_OUX):
        return f"{word}x"
    return f"{word}s"
