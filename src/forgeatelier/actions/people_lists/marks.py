# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The small marks people put in cells: ticks, crosses, « abs », yes and no."""

from forgeatelier.actions.people_lists.kinds import Mark
from forgeatelier.actions.people_lists.spelling import fold
from forgeatelier.ground.words import _

_YES = "oui o x xx 1 yes y ok v vrai true ✓ ✔ ✔️ ☑ ☑️ ✅ √ accord accorde accordee accepte acceptee granted"
_NO = "non n no 0 refus refuse refusee refused faux false"
_HERE = "p pr pres present presente presents presentes here signe"
_AWAY = "a abs absent absente absents absentes excuse excusee exc"

YES = frozenset((*_YES.split(), "d accord", "d'accord"))
NO = frozenset((*_NO.split(), "pas d accord", "pas d'accord"))

_PRESENT = YES.union(_HERE.split())
_ABSENT = NO.union(_AWAY.split())


def read_mark(text: str) -> tuple[Mark, str]:
    """Present, absent or unstated (an empty cell says nothing), and why a mark is doubtful."""
    said = fold(text).rstrip(".")
    if not said:
        return Mark.UNSTATED, ""
    if said in _PRESENT:
        return Mark.PRESENT, ""
    if said in _ABSENT:
        return Mark.ABSENT, ""
    return Mark.UNSTATED, _("Cette marque ne dit pas si la personne était présente : à vérifier.")


def is_ticked(text: str) -> bool:
    """Whether a box to tick was ticked."""
    return fold(text).rstrip(".") in YES
