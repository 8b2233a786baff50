# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The eight kinds of step as people say and abbreviate them, in each language."""

from forgeatelier.ground.words import _, marked

KIND_WORDS = {
    "plenary": marked("Plénière"),
    "pairs": marked("Binômes"),
    "groups": marked("Groupes"),
    "individual": marked("Individuel"),
    "demonstration": marked("Démonstration"),
    "making": marked("Fabrication"),
    "break": marked("Pause, repas"),
    "buffer": marked("Tampon"),
}
"""The eight kinds in words."""

_LETTERS = {
    "plenary": marked("P = plénière"),
    "pairs": marked("B = binômes"),
    "groups": marked("G = groupes"),
    "individual": marked("I = individuel"),
    "demonstration": marked("D = démonstration"),
    "making": marked("F = fabrication"),
    "break": marked("R = repas, pause"),
    "buffer": marked("T = tampon"),
}
"""What stands before the sign is the letter: each language has its own eight, no two the same."""


def kind_letter(kind: str) -> str:
    """The letter of a kind in the language now spoken; a kind nobody knows wears that of a buffer."""
    return _(_LETTERS.get(kind, _LETTERS["buffer"])).partition(" ")[0]
