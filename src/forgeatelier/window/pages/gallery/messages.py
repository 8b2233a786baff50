# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the gallery looks: messages, long work, empty states, reading."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QWidget,
)

from forgeatelier.window.pages.gallery.layout import section
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Banner,
    Button,
    Check,
    EmptyState,
    Field,
    Inspector,
    ProgressStrip,
    ReadingCard,
    SheetPreview,
    TextEdit,
    holding,
    row,
    stack,
)


def message_parts() -> QWidget:
    """Banners, progress, empty states."""
    banners = holding(
        stack(
            Banner(
                "warn",
                "Un atelier a été interrompu à 10:42.",
                "Rien n’est perdu : reprenez où vous en étiez.",
                (("resume", "Reprendre"), ("end", "Terminer l’atelier")),
            ),
            Banner(
                "info",
                "Un dossier est arrivé de l’équipe de Lomé.",
                "Trois ateliers et un guide, 24 Mo.",
                (("look", "Voir avant d’importer"),),
            ),
            Banner(
                "danger",
                "Le disque est presque plein.",
                "Il reste 80 Mo : déplacez des photos ou branchez une clé.",
                closable=False,
            ),
            Banner("ok", "La copie sur la clé USB est complète."),
            gap="s",
        )
    )
    strip = ProgressStrip(banners)
    strip.begin("Mise en page du guide")
    strip.set_progress(18, 60)
    strip.show_time(12)
    states = row(
        EmptyState("Personne n’est inscrit.", "Ajouter une personne", drawing="people"),
        EmptyState("Branchez une clé pour échanger.", drawing="stick"),
        gap="m",
    )
    more = row(
        *(
            EmptyState(words, drawing=name)
            for name, words in (
                ("photos", "Aucune photo."),
                ("guide", "Aucun guide."),
                ("plant", "Aucun commun."),
            )
        ),
        gap="m",
    )
    return section("Messages", banners, strip, states, more)


def reading_parts() -> QWidget:
    """A reading column and a stack of sheets."""
    card = ReadingCard()
    card.set_markdown(
        "# Le four solaire\n\nUn four simple se fabrique en **une matinée**, avec du carton "
        "et de la *patience*. "
        "Voir la [fiche de conduite](fiche).\n\n## Ce qu’il faut\n\n- deux cartons\n- une vitre de 40 cm\n"
        "- de la colle\n\n"
        "> Le soleil fait le reste, disait Awa.\n"
    )
    card.setMinimumHeight(worn().measure("row") * 13)
    preview = SheetPreview()
    preview.set_pages([_page(number) for number in (1, 2, 3)])
    preview.setMinimumHeight(worn().measure("row") * 13)
    inspector = Inspector("Carte des ressources", closable=True)
    inspector.section("Durée")
    inspector.add(Field("Minutes", QLineEdit("45"), "Au moins 30."), Check("Flexible"))
    inspector.section("Contenu")
    inspector.add(
        Field("Consigne", TextEdit("Chaque groupe choisit trois problèmes.")),
        Field("Sortie attendue", QLineEdit("Photos, notes")),
    )
    inspector.act(Button("Dupliquer", "quiet", "copy"), Button("Supprimer", "danger", "delete"))
    side = row(preview, inspector, gap="")
    side.setStretch(0, 1)
    return section("Lecture et aperçu", card, side)


def _page(number: int) -> QImage:
    theme = worn()
    sheet = QImage(
        QSize(2 * theme.measure("page-width"), 3 * theme.measure("page-width")), QImage.Format.Format_RGB32
    )
    sheet.fill(theme.colour("paper"))
    margin, line = theme.space("huge") * 2, theme.space("l")
    painter = QPainter(sheet)
    painter.setPen(theme.colour("shade"))
    painter.setFont(theme.font("display", weight=600, family="book"))
    painter.drawText(sheet.rect().adjusted(margin, margin, -margin, -margin), f"Fiche {number}")
    painter.setOpacity(0.15)
    for place in range(14):
        width = sheet.width() - 2 * margin - (place * 2 * line) % (margin * 2)
        painter.fillRect(margin, margin * 3 + place * 3 * line, width, line, theme.colour("shade"))
    painter.end()
    return sheet
