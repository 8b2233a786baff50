# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawings that stand for groups and choices: names of files in `exports/kit/pictos/` and what they are called."""

from forgeatelier.ground.words import _, marked

_DRAWINGS = (
    ("fish", marked("poisson")),
    ("sun", marked("soleil")),
    ("turtle", marked("tortue")),
    ("tree", marked("arbre")),
    ("star", marked("étoile")),
    ("drum", marked("tambour")),
    ("butterfly", marked("papillon")),
    ("house", marked("maison")),
    ("moon", marked("lune")),
    ("boat", marked("pirogue")),
    ("drop", marked("goutte")),
    ("flower", marked("fleur")),
    ("key", marked("clé")),
    ("leaf", marked("feuille")),
    ("mountain", marked("colline")),
    ("snail", marked("escargot")),
)


def drawing(place: int) -> tuple[str, str]:
    """The drawing at a place, round and round: the name of its file, and its name for people."""
    file, name = _DRAWINGS[place % len(_DRAWINGS)]
    return file, _(name)


def drawings(count: int) -> tuple[tuple[str, str], ...]:
    """The first drawings."""
    return tuple(drawing(place) for place in range(min(count, len(_DRAWINGS))))
