# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The decision sheet: what was decided, how, until when, and where to sign."""

from typing import Any

from forgeatelier.exporting.reports.content import ReportContent, ReportDecision
from forgeatelier.exporting.wording import day
from forgeatelier.ground.words import _
from forgeatelier.model.people.consent import Use


def values(content: ReportContent) -> dict[str, Any]:
    """Every decision with its number, then the lines to sign on."""
    titles = {story.step_id: story.title for story in content.stories}
    return {
        "decisions": [{**values_of(one), "step": titles.get(one.step_id, "")} for one in content.decisions],
        "team": content.use is Use.INTERNAL,
        "signers": (
            _("Pour l’équipe d’animation"),
            _("Pour la structure d’accueil"),
            _("Pour les participantes et participants"),
        ),
        "words": {
            "how": _("Prise par"),
            "vote": _("Résultat"),
            "objections": _("Objections"),
            "integrated": _("Comment on y a répondu"),
            "owner": _("Responsable"),
            "due": _("Pour le"),
            "step": _("Pendant"),
            "signature": _("Signature"),
            "signatures": _("Signatures"),
            "signing": _("Nom, signature, date"),
            "none": _("Aucune décision n’a été notée. Lignes pour les écrire à la main :"),
            "read": _("Relu à voix haute devant le groupe le"),
            "nameless": _("Version sans noms : les responsables sont connus de l’équipe."),
            "team": _("Version de l’équipe : elle nomme les responsables, ne pas diffuser."),
        },
        "empty_lines": range(6),
    }


def values_of(one: ReportDecision) -> dict[str, Any]:
    """One decision as templates show it."""
    return {
        "number": one.number,
        "text": one.text,
        "method": one.method,
        "vote": one.vote,
        "objections": one.objections,
        "integrated": one.integrated,
        "owner": one.owner,
        "due": day(one.due) if one.due else "",
        "followed": one.followed,
    }
