# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys of the console, in one place; a person may give a verb another key, or none, in the preferences."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from forgeatelier.ground import preferences
from forgeatelier.ground.words import _, marked


@dataclass(frozen=True, slots=True)
class Verb:
    """Something one can do while running: its name, its keys (the first one is shown), its words and icon."""

    name: str
    keys: tuple[str, ...]
    words: str
    icon: str
    short: str = ""
    synonyms: str = ""


VERBS = (
    Verb(
        "next", ("Right", "Down", "PgDown"), marked("Étape suivante"), "next", marked("suivant"), "next step"
    ),
    Verb(
        "previous",
        ("Left", "Up", "PgUp"),
        marked("Étape précédente, ou défaire le dernier geste"),
        "left",
        marked("précédent"),
        "previous step back",
    ),
    Verb(
        "pause",
        ("Space",),
        marked("Minuteur : démarrer ou suspendre"),
        "pause",
        marked("minuteur"),
        "pause timer",
    ),
    Verb("more", ("M",), marked("Une minute de plus"), "add", marked("+1 min"), "add time minute"),
    Verb("less", ("Shift+M",), marked("Une minute de moins"), "minus", marked("−1 min"), "less time minute"),
    Verb("note", ("N",), marked("Noter"), "note", marked("note"), "note write"),
    Verb("photo", ("P",), marked("Ajouter des photos"), "photo", marked("photo"), "photo add picture"),
    Verb("decision", ("D",), marked("Noter une décision"), "decision", marked("décision"), "decision"),
    Verb(
        "parking", ("Q",), marked("Mettre une idée au parking"), "parking", marked("parking"), "parking idea"
    ),
    Verb("groups", ("G",), marked("Former des groupes"), "groups", marked("groupes"), "groups teams"),
    Verb("vote", ("V",), marked("Faire voter la salle"), "vote", marked("vote"), "vote hands ballot"),
    Verb(
        "late",
        ("R",),
        marked("Rattraper le retard, ou rendre l’avance"),
        "clock",
        marked("rattraper"),
        "late",
    ),
    Verb("plan-b", ("S",), marked("Plan B de cette étape"), "refresh", marked("plan B"), "plan b solution"),
    Verb("steps", ("L",), marked("Liste des étapes"), "list", marked("étapes"), "steps list déroulé"),
    Verb(
        "project",
        ("F11",),
        marked("Projeter, ou cesser"),
        "projector",
        marked("projeter"),
        "projector screen",
    ),
    Verb("black", ("B", "."), marked("Écran noir pour la salle"), "hide", marked("noir"), "black blackout"),
    Verb("first", ("Home",), marked("Voir la première étape"), "up", "", "first step"),
    Verb("last", ("End",), marked("Voir la dernière étape"), "down", "", "last step"),
)
"""Every verb that has a key, in the order in which they are told."""

MOVES = frozenset({"next", "previous", "first", "last"})
"""Verbs whose keys move within a list while one is in it."""

_FACES = {
    "Right": "\N{RIGHTWARDS ARROW}",
    "Left": "\N{LEFTWARDS ARROW}",
    "Space": marked("Espace"),
    "Shift+M": marked("Maj+M"),
}


def keys_of(verb: Verb) -> tuple[str, ...]:
    """The keys of a verb on this computer; none when it was switched off."""
    other = preferences.load().live_keys.get(verb.name)
    if other is None:
        return verb.keys
    usable = isinstance(other, str) and not QKeySequence(other).isEmpty()
    return (other,) if usable else ()


def shown(keys: tuple[str, ...]) -> str:
    """The first key as people call it."""
    return _(_FACES.get(keys[0], keys[0])) if keys else ""
