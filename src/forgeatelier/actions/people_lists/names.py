# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bring names into a readable case, part family from given names and notice what a bad copy has damaged."""

import re
import unicodedata

from forgeatelier.ground.words import _

_PARTICLES = frozenset({"de", "du", "des", "da", "do", "dos", "von", "van", "der"})
_SEPARATORS = re.compile(r"([\s\-‐‑'’‘ʼ]+)")
_DAMAGED = re.compile(r"\?|\ufffd|[\x00-\x1f\x7f]|^#(?:REF|N/A|VALUE|VALEUR|NAME|NOM|DIV)")
_TWICE_ENCODED = re.compile(r"Ã[\u0080-\u00bf‰©¨ª«´®¯¢§]|â€|Å[‹›“”]|É›|Å‹")
_FORMULA = ("=", "+", "-", "@")


def readable(name: str) -> str:
    """`name` with capitals only where names have them: « N’GUESSAN » is N’Guessan, « DE SOUZA » de Souza.

    A name already in mixed case and a damaged one are left as they are.
    """
    tidy = unicodedata.normalize("NFC", " ".join(name.split()))
    if damage(tidy):
        return tidy
    return " ".join(_word(word, words=len(tidy.split())) for word in tidy.split())


def _word(word: str, *, words: int) -> str:
    if not (word.isupper() or word.islower()) or not _has_letters(word):
        return word
    if words > 1 and word.casefold() in _PARTICLES:
        return word.casefold()
    return "".join(part[:1].upper() + part[1:].lower() for part in _SEPARATORS.split(word))


def split_full_name(text: str, order: str) -> tuple[str, str, bool]:
    """(family name, given names, whether capitals told them apart).

    Capitals decide; else `order` ("family" or "given" first); else nothing is parted, all is the family name.
    """
    words = text.split()
    if "," in text:
        family, _comma, given = text.partition(",")
        return family.strip(), given.strip(), True
    capitals = [_is_capital(word) for word in words]
    if any(capitals) and not all(capitals):
        high = [word for word, capital in zip(words, capitals, strict=True) if capital]
        low = [word for word, capital in zip(words, capitals, strict=True) if not capital]
        return " ".join(high), " ".join(low), True
    if len(words) <= 1 or not order:
        return " ".join(words), "", False
    if order == "family":
        return words[0], " ".join(words[1:]), False
    return words[-1], " ".join(words[:-1]), False


def _is_capital(word: str) -> bool:
    return word.isupper() and _has_letters(word)


def _has_letters(word: str) -> bool:
    """More than an initial."""
    return sum(letter.isalpha() for letter in word) > 1


def damage(text: str) -> str:
    """Why `text` was damaged by a bad copy, or nothing."""
    if _DAMAGED.search(text):
        return _("Des lettres ont été perdues lors d’une copie : à corriger d’après la feuille d’origine.")
    if _TWICE_ENCODED.search(text):
        return _("Les accents ont été brouillés par un mauvais codage : à corriger.")
    return ""


def formula(text: str) -> str:
    """Why `text` would be run by a spreadsheet, or nothing; here it stays plain text."""
    if text.startswith(_FORMULA) and len(text) > 1:
        return _("Ce texte commence comme une formule de tableur : gardé comme simple texte.")
    return ""
