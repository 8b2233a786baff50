# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the gallery looks: steps, tables and photos in all their states."""

from pathlib import Path

from PySide6.QtWidgets import (
    QWidget,
)

from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.pages.gallery.layout import section
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    KIND_WORDS,
    Button,
    Column,
    DataTable,
    EmptyState,
    Label,
    Photo,
    PhotoGrid,
    StepRow,
    TimelineStep,
    holding,
    stack,
)
from forgeatelier.window.widgets.step_kinds import kind_letter

Event = tuple[str, str, str, int, str]

STEPS = (
    StepRow("09:00", "Accueil et émargement", 20, "plenary", state="done"),
    StepRow("09:20", "Tour de table", 15, "pairs", "30 s par personne", essential=True),
    StepRow("09:35", "Carte des ressources du quartier", 45, "groups", state="now", essential=True),
    StepRow("10:20", "Pause", 15, "break", locked=True),
    StepRow("10:35", "Démonstration : tenir la scie", 20, "demonstration", state="late"),
    StepRow("10:55", "Fabriquer la caisse du four", 90, "making", "trois postes, gants obligatoires"),
    StepRow("12:25", "Noter ce que l’on a appris", 10, "individual", state="skipped"),
    StepRow("12:35", "Tampon", 10, "buffer", state="paused"),
)

WORKSHOPS = (
    ("Four solaire à Kaolack", "12 mars 2026", "Kaolack", 30, "harvest"),
    ("Café réparation du marché", "3 avril 2026", "Lomé", 18, "prepare"),
    ("Pompe à eau à pédales", "21 avril 2026", "Ouagadougou", 24, "publish"),
    ("Écrire un protocole ensemble", "8 mai 2026", "Tunis", 12, "prepare"),
)


def step_parts() -> QWidget:
    """Steps in every state and the eight kinds in words."""
    column = stack(*(TimelineStep(step, selected=step.start == "10:55") for step in STEPS), gap="")
    kinds = Label(" · ".join(f"{kind_letter(kind)} {_(words)}" for kind, words in KIND_WORDS.items()), "note")
    return section("Déroulé", holding(column), kinds)


def table_parts() -> QWidget:
    """A table with rows, and the same with none."""
    phases = {
        "prepare": ("plan", "muted", "à préparer"),
        "harvest": ("harvest", "warn", "à récolter"),
        "publish": ("ok", "ok", "publié"),
    }
    columns: tuple[Column[Event], ...] = (
        Column("Atelier", _first, wide=True),
        Column("Date", _second),
        Column("Lieu", _third),
        Column("Personnes", _fourth, sort=_people, figures=True),
        Column(
            "Phase",
            lambda value: phases[value[4]][2],
            tone=lambda value: phases[value[4]][1],
            icon=lambda value: phases[value[4]][0],
        ),
    )
    table = DataTable(
        columns,
        hint="Filtrer les ateliers",
        count=_count,
        extras=(Button("Nouvel atelier", "primary", "add"),),
    )
    table.show_rows(WORKSHOPS)
    table.choose(WORKSHOPS[1])
    empty = DataTable(
        columns,
        empty=EmptyState(
            "Aucun atelier pour l’instant.",
            "Préparer un atelier",
            "Partez d’un protocole : le déroulé, le matériel et les fiches suivent.",
        ),
    )
    for widget in (table, empty):
        widget.setMinimumHeight(worn().measure("row") * 10)
    return section("Tableaux", table, empty)


def _first(value: Event) -> str:
    return value[0]


def _second(value: Event) -> str:
    return value[1]


def _third(value: Event) -> str:
    return value[2]


def _fourth(value: Event) -> str:
    return str(value[3])


def _people(value: Event) -> int:
    return value[3]


def _count(count: int) -> str:
    return ngettext("{n} atelier", "{n} ateliers", count).format(n=count)


def photo_parts() -> QWidget:
    """A grid with every consent, one chosen, one left out."""
    grid = PhotoGrid()
    grid.show_photos(
        [
            Photo("1", Path("nulle-part.jpg"), "La caisse prend forme", "yes", group="1"),
            Photo("2", Path("nulle-part.jpg"), "Le groupe du puits autour de la grande carte", "unknown"),
            Photo("3", Path("nulle-part.jpg"), "", "no", excluded=True),
            Photo("4", Path("nulle-part.jpg"), "Mains au travail", "anonymous"),
            Photo("5", Path("nulle-part.jpg"), "Le four au soleil", "nobody"),
        ]
    )
    grid.setCurrentIndex(grid.model().index(0, 0))
    grid.setMinimumHeight(worn().measure("tile") * 3 // 2)
    return section("Photos", grid)
