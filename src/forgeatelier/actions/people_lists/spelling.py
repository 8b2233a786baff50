# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reduce words to a form in which two spellings of the same thing are equal."""

import re
import unicodedata

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_PLURALS = re.compile(r"\((?:s|es|e|x)\)")
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` in lower case without accents, with one kind of apostrophe, dash and blank."""
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).translate(_DASHES))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def words_of(text: str) -> str:
    """Only the words of `text`, folded and one blank apart: `Prénom(s)` and `prenom` become alike."""
    return _NOT_WORD.sub(" ", _PLURALS.sub("", fold(text))).strip()


def name_key(*names: str) -> tuple[str, ...]:
    """The words of a person's name, whatever their order, capitals, accents and apostrophes."""
    return tuple(sorted(words_of(" ".join(names).translate(_APOSTROPHES).replace("'", "")).split()))
