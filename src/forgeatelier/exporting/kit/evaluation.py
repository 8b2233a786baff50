# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 10: what participants think, in faces and big boxes, and what the team observes."""

import re
from collections.abc import Iterable
from typing import Any

from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.ground.words import _

_ANSWER = re.compile(r"\s*\(((?:vrai|faux|oui|non|true|false|yes|no)\b[^)]*)\)\s*$", re.IGNORECASE)
"""Protocols write the right answer at the end of a question; it is for the team only."""


def values(content: KitContent) -> dict[str, Any]:
    """The questions of the protocol, or three that always make sense."""
    said = content.protocol.assessment
    satisfaction = said.satisfaction or (
        _("Avez-vous appris quelque chose d’utile ?"),
        _("Avez-vous pu parler et être entendu ou entendue ?"),
        _("Referiez-vous cet atelier avec vos voisins ?"),
    )
    return {
        "parts": [
            {"title": title, "questions": questions}
            for title, questions in (
                (_("Ce que j’ai appris"), _asked(said.after)),
                (_("Ce que j’ai pensé de cet atelier"), satisfaction),
            )
            if questions
        ],
        "before": _asked(said.before),
        "answers": _answers((*said.before, *said.after)),
        "observation": said.observation,
        "objectives": [
            {"statement": one.statement, "criterion": one.criterion} for one in content.protocol.objectives
        ],
        "faces": [
            {"picto": "face-good", "word": _("oui")},
            {"picto": "face-middle", "word": _("un peu")},
            {"picto": "face-bad", "word": _("non")},
        ],
        "groups": range(1, min(content.timetable.conditions.teams, 8) + 1),
        "words": {
            "title": _("Votre avis"),
            "help": _(
                "Sans nom. Cochez un visage, ou posez un haricot ; on peut aussi répondre à voix haute."
            ),
            "answers": _("Réponses attendues :"),
            "more": _("Un mot de plus"),
            "before": _("Avant de commencer"),
            "observation": _("Grille d’observation de l’équipe"),
            "observation_help": _("Cocher ce qu’on a vu, groupe par groupe."),
            "objectives": _("Objectifs atteints ?"),
            "criterion": _("On le voit quand"),
            "seen": _("vu"),
            "group": _("Gr."),
            "count": _("Combien"),
            "who": _("Je suis"),
            "woman": _("une femme"),
            "man": _("un homme"),
        },
    }


def _asked(questions: Iterable[str]) -> tuple[str, ...]:
    """The questions as participants may read them."""
    return tuple(_ANSWER.sub("", one) for one in questions)


def _answers(questions: Iterable[str]) -> tuple[str, ...]:
    found = ((one, _ANSWER.search(one)) for one in questions)
    return tuple(f"{_ANSWER.sub('', one)} → {match[1]}" for one, match in found if match)
