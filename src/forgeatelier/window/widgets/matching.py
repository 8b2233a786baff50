# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding things as one types, whatever the accents and the order of the words."""

import unicodedata


def fold(text: str) -> str:
    """The text without accents, capitals or ligatures: « Émargement » becomes « emargement »."""
    opened = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return "".join(mark for mark in unicodedata.normalize("NFKD", opened) if not unicodedata.combining(mark))


def matches(typed: str, *texts: str) -> bool:
    """Whether every word typed begins or lies within one of the texts."""
    ground = fold(" ".join(texts))
    return all(word in ground for word in fold(typed).split())
