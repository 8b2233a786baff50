# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small protocol as Aïssatou wrote it, and what the program says of a text."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from forgeatelier.protocols.complaint import Complaint, ProtocolComplaints
from forgeatelier.protocols.reading import read_protocol_text

SMALL = dedent(
    """\
    # Écrit par Aïssatou après l’atelier du lycée
    format: forge-atelier/protocole
    format_version: 1
    id: 3f1d1c2a-5a0e-4a54-9d0c-0a4a8d6f1b11
    titre: Tresser un panier
    accroche: Un panier solide en une matinée.
    version: 1.0.0
    langue: fr
    licence: CC-BY-SA-4.0
    auteurs:
      - nom: Aïssatou
    groupe: {min: 4, ideal: 8, max: 12}
    duree:
      total: 75
    objectifs:
      techniques:
        - enonce: Tresser un fond.
          critere: Le fond tient dix minutes dans l’eau.
    materiel:
      - nom: osier
        genre: materiau
        par_personne: 2,5
        unite: botte
    etapes:
      - id: accueil
        phase: Se connaître
        titre: Tour de prénoms
        minutes: 15
        forme: pleniere
      - id: tressage
        phase: Faire
        titre: Le fond du panier
        minutes: 1h00
        forme: fabrication
        materiel: [osier]
    """
)


@pytest.fixture
def small() -> str:
    """A correct protocol of a screenful."""
    return SMALL


@pytest.fixture
def complaints_of() -> Callable[[str], tuple[Complaint, ...]]:
    """What is complained of in a text; fails when there is nothing."""

    def ask(text: str) -> tuple[Complaint, ...]:
        with pytest.raises(ProtocolComplaints) as trouble:
            read_protocol_text(text, "panier.yaml")
        return trouble.value.complaints

    return ask
