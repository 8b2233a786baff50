# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How exchanges look: copies on the left, what travels on the right."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.store.backup import Backup
from forgeatelier.window import dates
from forgeatelier.window.widgets import Card, Column, Glyph, Label, holding, row


def columns() -> tuple[Column[Backup], ...]:
    """When, why, how large."""
    return (
        Column(_("Date"), lambda one: dates.moment(one.made), sort=lambda one: one.made, wide=True),
        Column(_("Raison"), why),
        Column(_("Taille"), lambda one: size_words(one.size), sort=lambda one: one.size, figures=True),
    )


def why(copy: Backup) -> str:
    """Why a copy was made, from the end of its name."""
    said = copy.file.stem[20:]
    return {
        "": _("sauvegarde"),
        "migration": _("avant une mise à jour"),
        "avant-retour": _("avant un retour"),
    }.get(said, said)


def size_words(size: int) -> str:
    """« 1,2 Mo » in French, « 1.2 MB » in English."""
    if size < 1_000_000:
        return _("{n} ko").format(n=max(1, round(size / 1000)))
    return _("{n} Mo").format(n=QLocale(language()).toString(size / 1_000_000, "f", 1))


def count_words(count: int) -> str:
    """« 12 sauvegardes »."""
    return ngettext("{n} sauvegarde", "{n} sauvegardes", count).format(n=count)


def steps(title: str, icon: str, *said: str) -> Card:
    """A card that says how something is done, step by step."""
    card = Card(title, icon=icon)
    for number, text in enumerate(said, 1):
        card.add(_step(number, text))
    return card


def _step(number: int, text: str) -> QWidget:
    line = row(Label(f"{number}.", "strong", tone="muted"), gap="s")
    line.addWidget(Label(text, "body"), 1)
    return holding(line)


def finding(text: str, advice: str, sound: bool) -> QWidget:
    """One line of a checked bundle."""
    line = row(Glyph("ok" if sound else "warning", "ok" if sound else "warn"), gap="s")
    line.addWidget(Label(f"{text} {advice}".strip(), "body"), 1)
    return holding(line)
