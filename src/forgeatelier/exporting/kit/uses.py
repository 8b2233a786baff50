# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The five uses of a picture or a voice, said so that anyone may answer, for columns and for reading aloud."""

from dataclasses import dataclass

from forgeatelier.ground.words import _, marked
from forgeatelier.model.people.consent import ConsentMode, Use


@dataclass(frozen=True, slots=True)
class SaidUse:
    """One box: its pictogram, its short name, what it means, and what to know before saying yes."""

    use: str
    picto: str
    short: str
    title: str
    meaning: str


_SAID = (
    (
        Use.INTERNAL,
        "notebook",
        marked("Équipe"),
        marked("Souvenir et suivi de l’équipe"),
        marked(
            "L’équipe garde vos photos et vos paroles pour se souvenir et préparer la suite. Elles ne sortent pas."
        ),
    ),
    (
        Use.DONOR,
        "report",
        marked("Bailleur"),
        marked("Rapport au bailleur"),
        marked("Ceux qui paient l’atelier reçoivent un rapport où l’on peut vous voir ou vous lire."),
    ),
    (
        Use.OPEN,
        "globe",
        marked("Libre"),
        marked("Publication libre (CC BY-SA)"),
        marked(
            "Tout le monde, dans le monde entier, peut voir, copier, changer et même vendre la photo ou le texte, "
            "en disant d’où il vient et en laissant les autres faire de même. Une fois publié, on ne peut plus "
            "le reprendre à ceux qui l’ont déjà copié."
        ),
    ),
    (
        Use.PRESS,
        "newspaper",
        marked("Presse"),
        marked("Presse"),
        marked("Un journal, une radio ou une télévision peut montrer la photo ou dire vos paroles."),
    ),
    (
        Use.NETWORKS,
        "phone",
        marked("Réseaux"),
        marked("Réseaux sociaux"),
        marked(
            "La photo ou la parole peut être mise sur WhatsApp, Facebook ou d’autres, où elle circule vite."
        ),
    ),
)

_MODES = (
    (ConsentMode.WRITTEN, marked("écrit"), marked("La personne coche et signe.")),
    (
        ConsentMode.ORAL,
        marked("oral, avec témoin"),
        marked("On lit le texte dans sa langue, elle répond, un témoin signe."),
    ),
    (
        ConsentMode.THUMBPRINT,
        marked("empreinte"),
        marked("Elle pose son pouce dans le cadre, un témoin signe."),
    ),
    (ConsentMode.AUDIO, marked("enregistrement"), marked("On enregistre la question et sa réponse.")),
    (
        ConsentMode.GUARDIAN,
        marked("parent ou tuteur"),
        marked("Avant 18 ans : le parent ou le tuteur répond, et l’enfant peut dire non."),
    ),
)


def said_uses() -> tuple[SaidUse, ...]:
    """Every use in full."""
    return tuple(
        SaidUse(use.value, picto, _(short), _(title), _(meaning))
        for use, picto, short, title, meaning in _SAID
    )


def said_modes() -> tuple[tuple[str, str], ...]:
    """Every way of answering: its name and how it goes."""
    return tuple((_(name), _(how)) for _mode, name, how in _MODES)
