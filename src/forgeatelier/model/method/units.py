# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Units beside a number: protocols write them in the singular, people read them agreed."""

from decimal import Decimal

_SHORTEST_WORD = 3
"""Shorter ones are symbols (kg, m, cm, L) and never change."""


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
    if language == "fr" and word.endswith(("eau", "eu", "au")):
        return f"{word}x"
    return f"{word}s"
