# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of the sheet would miss: words beside pictures, durations, quantities, sources. It only warns."""

from collections.abc import Iterable

from forgeatelier.ground.words import _
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.commons.finding import Finding, warn
from forgeatelier.model.method.hazard import Severity


def missing(document: SheetDocument) -> Iterable[Finding]:
    """Everything a reader would miss, pictures first."""
    yield from _in_pictures(document)
    yield from _in_protocol(document)


def _in_pictures(document: SheetDocument) -> Iterable[Finding]:
    for picture in document.pictures:
        if not picture.alt.strip():
            yield warn(
                "no-alt",
                _("La photo « {photo} » n’a pas de description pour les personnes qui ne voient pas.").format(
                    photo=picture.caption or picture.name
                ),
                _("Décrire en une phrase ce que la photo montre."),
                "capture",
                picture.capture_id,
                "alt",
            )
        if not picture.caption.strip():
            yield warn(
                "no-caption",
                _("La photo « {photo} » n’a pas de légende.").format(photo=picture.alt or picture.name),
                _("Écrire ce qu’il faut regarder."),
                "capture",
                picture.capture_id,
                "caption",
            )


def _in_protocol(document: SheetDocument) -> Iterable[Finding]:
    protocol = document.protocol
    for origin in protocol.derived_from:
        if not origin.source or not origin.changes:
            yield warn(
                "lineage",
                _("Le protocole vient de « {title} », sans source ou sans note de ce qui a changé.").format(
                    title=origin.title
                ),
                _("Compléter la source et les modifications."),
                "protocol",
                protocol.id,
                "derived_from",
            )
    if protocol.translation_of is not None and not protocol.translation_of.title:
        yield warn(
            "translation",
            _("Cette traduction ne nomme pas son original."),
            _("Nommer l’original et sa version."),
            "protocol",
            protocol.id,
            "translation_of",
        )
    for step in protocol.steps:
        if step.minutes <= 0:
            yield warn(
                "no-duration",
                _("L’étape « {step} » n’a pas de durée.").format(step=step.title),
                _("Écrire ses minutes."),
                "protocol",
                protocol.id,
                step.id,
            )
        if step.risk in (Severity.MEDIUM, Severity.HIGH) and not step.safety_note:
            yield warn(
                "no-safety",
                _("L’étape « {step} » est risquée et n’a pas de consigne de sécurité.").format(
                    step=step.title
                ),
                _("Écrire la consigne de sécurité."),
                "protocol",
                protocol.id,
                step.id,
            )
    for material in protocol.materials:
        if not material.has_quantity:
            yield warn(
                "no-quantity",
                _("« {name} » n’a pas de quantité.").format(name=material.name),
                _("Dire combien, en tout, par personne ou par équipe."),
                "protocol",
                protocol.id,
                "materials",
            )
