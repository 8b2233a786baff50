# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 9: papers to vote with: consent in three answers, dots to cut out, and drawings for who does not read."""

from typing import Any

from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.pictograms import drawings
from forgeatelier.ground.words import _

_CONSENT_A_PAGE = 8
_DRAWN_A_PAGE = 4
_CHOICES = 8


def values(content: KitContent) -> dict[str, Any]:
    """One page of each kind, to be copied as often as there are people."""
    people = content.expected
    return {
        "answers": [
            {"picto": "agree", "word": _("d’accord")},
            {"picto": "reserve", "word": _("réserve")},
            {"picto": "object", "word": _("objection")},
        ],
        "consent_count": range(_CONSENT_A_PAGE),
        "choices": drawings(_CHOICES),
        "drawn_count": range(_DRAWN_A_PAGE),
        "dots": range(10),
        "dot_rows": range(13),
        "copies": {
            "consent": _copies(people, _CONSENT_A_PAGE),
            "drawn": _copies(people, _DRAWN_A_PAGE),
        },
        "words": {
            "consent": _("Vote par consentement"),
            "proposal": _("Proposition"),
            "why": _("Ma raison, ou ce qu’il faudrait changer"),
            "dots": _("Gommettes à découper"),
            "dots_help": _(
                "Sans gommettes du commerce : une rangée par personne, ou des haricots, ou un feutre."
            ),
            "drawn": _("Vote en dessins"),
            "drawn_help": _("Entourer un dessin, ou le marquer du pouce."),
            "key": _("Ce que veut dire chaque dessin"),
            "key_help": _("À afficher : écrire, dessiner ou poser l’objet en face de son dessin."),
        },
    }


def _copies(people: int, per_page: int) -> str:
    """How often to copy the page for everyone to have one."""
    if people <= 0:
        return ""
    return _("Pour {people} personnes : {n} copies de cette page").format(
        people=people, n=-(-people // per_page)
    )
