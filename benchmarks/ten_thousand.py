# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A library with many workshops, made through the library's own door; shared by the benchmarks of the window."""

import random
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from forgeatelier.model.change import Change
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState
from forgeatelier.protocols.shelf import Shelf
from forgeatelier.store.library import Library

NOW = datetime(2026, 3, 12, 10, 42, 7, tzinfo=UTC)
TOWNS = (
    ("Kaolack", "SN"),
    ("Saint-Louis", "SN"),
    ("Bobo-Dioulasso", "BF"),
    ("Ségou", "ML"),
    ("Parakou", "BJ"),
    ("Bouaké", "CI"),
    ("Sokodé", "TG"),
    ("Maradi", "NE"),
)
WORDS = (
    "du marché",
    "au bord du fleuve",
    "avec les potières",
    "de l’école",
    "sans électricité",
    "pour la saison sèche",
    "du quartier",
    "des maraîchères",
)
_AT_ONCE = 500


def make(folder: Path, count: int) -> None:
    """Make the library of `count` workshops, each with a frozen protocol of its own; tells how far it is."""
    dice = random.Random(count)
    shelf = Shelf()
    protocols = [shelf.get(entry.id) for entry in shelf.offered("fr") if not entry.broken]
    library = Library.create(folder, NOW)
    states = [
        *[WorkshopState.CLOSED] * 14,
        WorkshopState.HELD,
        WorkshopState.DOCUMENTED,
        WorkshopState.PLANNED,
    ]
    for first in range(0, count, _AT_ONCE):
        made = []
        for _number in range(first, min(first + _AT_ONCE, count)):
            protocol, (town, country) = dice.choice(protocols), dice.choice(TOWNS)
            day = date(2017, 1, 2) + timedelta(days=dice.randrange(3400))
            state = dice.choice(states) if day < NOW.date() else WorkshopState.PLANNED
            made.append(
                Workshop(
                    title=f"{protocol.title} {dice.choice(WORDS)}",
                    protocol=protocol,
                    town=town,
                    country=country,
                    starts_on=day,
                    ends_on=day,
                    state=state,
                    people_planned=dice.randrange(6, 60),
                )
            )
        library.apply(Change("Corpus", after=tuple(made)), NOW)
        sys.stderr.write(f"\r{first + len(made)} / {count} workshops")
    sys.stderr.write("\n")
    library.checkpoint()
    library.close()
