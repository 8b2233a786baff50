# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The donor's report, in the plan usual in West Africa, filled from what is known; the rest waits for a pen."""

from typing import Any

from forgeatelier.exporting.choices import called, listed
from forgeatelier.exporting.reports import donor_annexes, donor_figures, donor_results, donor_running
from forgeatelier.exporting.reports.blocks import Block, Section, heading, paragraphs, points, section
from forgeatelier.exporting.reports.content import DonorContent, ReportContent
from forgeatelier.exporting.wording import colon
from forgeatelier.ground.words import _
from forgeatelier.model.method.objective import Family


def values(content: ReportContent, known: DonorContent) -> dict[str, Any]:
    """The identification, the numbered parts and the annexes."""
    parts = sections(content, known)
    return {
        "facts": donor_figures.identification(content, known),
        "sections": parts,
        "words": {
            "to_complete": _("À compléter"),
            "small": donor_figures.small_words(known.figures, known.dropped),
            "made": _("Produit par ForgeAtelier à partir de ce que l’équipe a noté."),
            "answers": _("réponses"),
            "signing": _("Nom, fonction, signature"),
        },
    }


def sections(content: ReportContent, known: DonorContent) -> tuple[Section, ...]:
    """Every part, numbered, annexes last; with the pictures only those of the right consent are in the content."""
    found = (
        section(
            _("Contexte et justification"),
            _context(content),
            _("la situation de départ, pourquoi cet atelier, avec qui il a été décidé"),
        ),
        section(_("Objectifs"), _objectives(content), _("objectif général, objectifs spécifiques")),
        section(
            _("Résultats attendus"), _expected(content), _("ce qui devait exister à la fin de l’atelier")
        ),
        section(_("Méthodologie"), _method(content), _("méthodes, organisation des groupes, supports")),
        section(_("Ouverture"), (), _("mots d’accueil, autorités présentes, présentation du programme"), 6),
        section(
            _("Déroulement par journée et par séance"),
            donor_running.proceedings(content),
            _("ce qui s’est passé, séance par séance"),
            10,
        ),
        section(
            _("Travaux de groupe"),
            donor_running.group_work(content),
            _("groupes, consignes, restitutions"),
            6,
        ),
        section(
            _("Résultats"), donor_results.results(content, known), _("ce qui a été produit et décidé"), 6
        ),
        section(
            _("Participation"), donor_figures.participation(known), _("femmes, hommes, âges, abandons"), 6
        ),
        section(
            _("Évaluation par les participantes et participants"),
            donor_results.evaluation(known),
            _("ce que les personnes ont pensé de l’atelier et ce qu’elles ont appris"),
        ),
        section(
            _("Difficultés rencontrées"),
            donor_results.difficulties(content, known),
            _("et comment on y a fait face"),
        ),
        section(_("Recommandations"), donor_results.recommendations(known), _("pour la suite, et pour qui")),
        section(
            _("Exécution du budget"),
            donor_figures.budget(known),
            _("prévu et dépensé par ligne, avec la devise"),
            6,
        ),
        section(_("Clôture"), (), _("mots de la fin, remerciements, autorités présentes"), 5),
        *donor_annexes.annexes(content, known),
    )
    return _numbered(found)


def to_complete(content: ReportContent, known: DonorContent) -> tuple[str, ...]:
    """The titles of the parts that wait for a pen."""
    return tuple(one.title for one in sections(content, known) if one.empty)


def headings(content: ReportContent, known: DonorContent) -> tuple[str, ...]:
    """What must be found in the outline of the PDF."""
    return tuple(one.title for one in sections(content, known))


def _numbered(found: tuple[Section, ...]) -> tuple[Section, ...]:
    numbered, parts, annexes = [], 0, 0
    for one in found:
        if one.annex:
            annexes += 1
            title = _("Annexe {n} : {title}").format(n=annexes, title=one.title)
        else:
            parts += 1
            title = f"{parts}. {one.title}"
        numbered.append(Section(title, one.blocks, one.empty, one.annex))
    return tuple(numbered)


def _context(content: ReportContent) -> tuple[Block, ...]:
    needs = points((listed("besoins", code) for code in content.protocol.needs), _("Besoins visés"))
    said = paragraphs(content.workshop.context)
    # Needs alone do not tell why it was held here: the box stays.
    return (*said, *needs) if said else ()


def _objectives(content: ReportContent) -> tuple[Block, ...]:
    protocol = content.protocol
    general = paragraphs(content.workshop.aim or protocol.pitch)
    specific: tuple[Block, ...] = ()
    for family in Family:
        specific += points((one.statement for one in protocol.objectives_of(family)), called(family))
    return (
        *(heading(_("Objectif général")) if general else ()),
        *general,
        *(heading(_("Objectifs spécifiques")) if specific else ()),
        *specific,
    )


def _expected(content: ReportContent) -> tuple[Block, ...]:
    protocol = content.protocol
    outputs = (
        f"{one.title} ({called(one.kind)})" + (f"{colon()} {one.description}" if one.description else "")
        for one in protocol.outputs
    )
    seen = (one.criterion for one in protocol.objectives)
    return (*points(outputs), *points(seen, _("On le voit quand")))


def _method(content: ReportContent) -> tuple[Block, ...]:
    protocol = content.protocol
    followed: tuple[Block, ...] = ()
    if protocol.id:
        followed = paragraphs(
            _("Protocole suivi : « {title} », version {version}.").format(
                title=protocol.title, version=protocol.version
            )
        )
    forms = dict.fromkeys(called(slot.step.form) for slot in content.timetable.slots)
    return (
        *paragraphs(protocol.description),
        *followed,
        *points(forms, _("Formes de travail")),
        *points(protocol.ground_rules, _("Règles du groupe")),
    )
