# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The annexes of a donor's report: agenda, list of participants when it was asked for, photos."""

from dataclasses import replace

from forgeatelier.exporting.reports.blocks import Block, Section, blank, heading, paragraphs, table
from forgeatelier.exporting.reports.content import DonorContent, ReportContent
from forgeatelier.exporting.reports.mast import day_labels
from forgeatelier.exporting.wording import joined
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.slots import clock


def annexes(content: ReportContent, known: DonorContent) -> tuple[Section, ...]:
    """In the order donors expect them."""
    return (
        _annex(_("Programme prévu"), _agenda(content), _("joindre le programme ou les termes de référence")),
        _annex(
            _("Liste des participantes et participants"),
            _people(known),
            _("joindre la feuille d’émargement signée"),
        ),
        _annex(_("Productions des groupes"), (), _("joindre les affiches, plans et textes produits")),
        _annex(_("Photos"), _photos(content), _("aucune photo ne peut être montrée pour cet usage")),
    )


def _annex(title: str, blocks: tuple[Block, ...], hint: str) -> Section:
    return Section(title, blocks or (blank(hint, 2),), empty=not blocks, annex=True)


def _agenda(content: ReportContent) -> tuple[Block, ...]:
    labels = day_labels(content)
    found: list[Block] = []
    for plan in content.timetable.days:
        found += heading(labels[plan.day])
        found += table(
            (_("Heure"), _("Séance")),
            ((f"{clock(slot.start)}–{clock(slot.end)}", slot.step.title) for slot in plan.slots),
        )
    return tuple(found)


def _people(known: DonorContent) -> tuple[Block, ...]:
    if not known.named:
        return ()
    rows = (
        (str(number), one.name, one.structure, one.function, one.village)
        for number, one in enumerate(known.named, 1)
    )
    others = ngettext(
        "{n} autre personne n’a pas donné son accord pour figurer sur cette liste.",
        "{n} autres personnes n’ont pas donné leur accord pour figurer sur cette liste.",
        known.unnamed,
    ).format(n=known.unnamed)
    return (
        *table((_("N°"), _("Nom"), _("Structure"), _("Fonction"), _("Village ou ville")), rows),
        *(paragraphs(others) if known.unnamed else ()),
    )


def _photos(content: ReportContent) -> tuple[Block, ...]:
    """Two by two, each under its words and the name of its session."""
    pictures = [
        replace(one, caption=joined((one.caption, story.title), " · "))
        for story in content.stories
        for one in story.pictures
    ]
    return ({"kind": "photos", "pictures": pictures},) if pictures else ()
