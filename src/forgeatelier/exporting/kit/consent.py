# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 6: asking people what may be done with their picture and their words, whether or not they read."""

from typing import Any

from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.sign_in import empty_row, row
from forgeatelier.exporting.kit.uses import said_modes, said_uses
from forgeatelier.ground.words import _

_ROWS = 11


def values(content: KitContent) -> dict[str, Any]:
    """The text read aloud, one form to copy for each person, and one sheet for the whole group."""
    rows = [row(one) for one in content.people]
    wanted = max(content.expected, len(rows) + 2, _ROWS)
    whole = -(-wanted // _ROWS) * _ROWS
    rows += [empty_row(at + 1) for at in range(len(rows), whole)]
    return {
        "uses": said_uses(),
        "modes": said_modes(),
        "pages": [rows[at : at + _ROWS] for at in range(0, len(rows), _ROWS)],
        "contact": content.contact,
        "steps": _aloud(content),
        "words": _words(),
    }


def _aloud(content: KitContent) -> list[dict[str, str]]:
    """What is said before the questions, each with its picture."""
    host = content.host or _("notre équipe")
    return [
        {
            "picto": "camera",
            "text": _(
                "Aujourd’hui, {host} prend des photos et note ce qui se dit, pour raconter cet atelier."
            ).format(host=host),
        },
        {
            "picto": "hand",
            "text": _(
                "Vous choisissez. Vous pouvez dire non, ou oui à une chose et non à une autre. "
                "Vous restez à l’atelier dans tous les cas, et personne ne vous demande pourquoi."
            ),
        },
        {
            "picto": "no-name",
            "text": _("Nous n’écrivons pas votre nom sous une photo, sauf si vous le demandez."),
        },
        {
            "picto": "back",
            "text": _(
                "Vous pouvez changer d’avis quand vous voulez : nous retirons alors vos photos et vos paroles de ce "
                "que nous publions ensuite. Ce qui a déjà été copié par d’autres ne peut plus être repris."
            ),
        },
        {
            "picto": "child",
            "text": _("Avant 18 ans, un parent ou un tuteur répond aussi, et l’enfant peut dire non."),
        },
    ]


def _words() -> dict[str, str]:
    return {
        "aloud_title": _("À lire à voix haute, dans la langue de chacun"),
        "aloud_help": _(
            "Lire lentement, montrer chaque dessin, répondre aux questions, puis demander usage par usage. "
            "Le silence n’est pas un oui."
        ),
        "questions": _("Cinq questions, une réponse à chacune"),
        "yes": _("oui"),
        "no": _("non"),
        "form_title": _("Mon accord pour mon image et mes paroles"),
        "form_help": _("À copier : une fiche par personne."),
        "name": _("Nom et prénoms"),
        "village": _("Structure ou village"),
        "about": _("Cela vaut pour"),
        "image": _("mon image"),
        "voice": _("ma voix"),
        "testimony": _("mes paroles écrites"),
        "credit": _("mon nom au générique"),
        "known_as": _("Je veux être nommé ou nommée ainsi (ou : ne pas me nommer)"),
        "how": _("Comment la réponse a été donnée"),
        "told_in": _("Langue de la lecture"),
        "until": _("Valable jusqu’au"),
        "signature": _("Signature"),
        "thumb": _("Empreinte"),
        "witness": _("Témoin : nom et signature"),
        "guardian": _("Parent ou tuteur : nom, lien et signature"),
        "done_at": _("Fait à"),
        "done_on": _("le"),
        "withdraw": _("Pour changer d’avis"),
        "withdraw_help": _(
            "Dites-le à la personne ci-dessous, de vive voix, par téléphone ou par écrit. Sans frais."
        ),
        "contact": _("Contact"),
        "licence_note": _(
            "La licence CC BY-SA ne donne aucun droit sur votre vie privée ; mais une image publiée ainsi voyage "
            "sans retour."
        ),
        "keep": _(
            "Cette feuille reste dans les papiers de l’équipe. Elle n’est ni publiée ni envoyée. "
            "On garde le moins possible, le temps qu’il faut."
        ),
        "group_title": _("Accords du groupe, sur une feuille"),
        "group_help": _(
            "Après la lecture à voix haute. Écrire O (oui) ou N (non) dans chaque case ; une case vide veut dire non."
        ),
        "number": _("N°"),
        "mode": _("Mode"),
        "mode_help": _("É écrit · T oral, témoin · P pouce · A audio · M mineur, tuteur"),
        "sign": _("Signature ou pouce"),
        "group_witness": _("Témoin de la lecture : nom et signature"),
        "reader": _("Lu par"),
        "sticker": _(
            "Qui dit non aux photos reçoit une gommette à coller sur son badge : le photographe la cherche d’abord."
        ),
    }
