# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one can go in the window: each address begins with the name of a page."""

from dataclasses import dataclass

from forgeatelier.ground.words import marked


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its module under `pages` and its class, the area of the rail it belongs to, its name for people."""

    module: str
    page: str
    area: str
    title: str


PLACES = {
    "home": Place("home", "HomePage", "home", marked("Accueil")),
    "workshops": Place("workshops", "WorkshopsPage", "workshops", marked("Ateliers")),
    "workshop": Place("workshop", "WorkshopPage", "workshops", marked("Atelier")),
    "library": Place("library", "LibraryPage", "library", marked("Bibliothèque")),
    "commons": Place("commons", "CommonsPage", "commons", marked("Communs")),
    "people": Place("people", "PeoplePage", "people", marked("Participants")),
    "guides": Place("guides", "GuidesPage", "guides", marked("Guides")),
    "exchange": Place("exchange", "ExchangePage", "exchange", marked("Échanges")),
    "settings": Place("settings", "SettingsPage", "settings", marked("Réglages")),
    "help": Place("help", "HelpPage", "help", marked("Aide")),
    "gallery": Place("gallery", "GalleryPage", "", marked("Galerie")),
}
"""Every page by the first word of its addresses."""

EARLY = frozenset({"home", "workshops"})
"""The pages that can be shown before the library is open."""


def first_word(address: str) -> str:
    """The name of the page that an address leads to."""
    return address.partition("/")[0]


def rest(address: str) -> str:
    """What an address says after the name of its page."""
    return address.partition("/")[2]
