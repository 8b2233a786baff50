# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A gathered sheet as Markdown files that anyone can read in ten years with any editor."""

from typing import Any

from forgeatelier.exporting import after, annexes, before, credit_pages, facts, sections, steps
from forgeatelier.exporting.dialect import bullets, page, section
from forgeatelier.exporting.escaping import inline, within
from forgeatelier.exporting.front_matter import with_front_matter
from forgeatelier.exporting.scale import best_scale, scale_of
from forgeatelier.exporting.sections import Section
from forgeatelier.exporting.slugs import slug
from forgeatelier.exporting.templates import Templates
from forgeatelier.exporting.wording import day, days, joined
from forgeatelier.ground.words import _, speaking
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.method.protocol import Protocol

SHEET = "contenu/01-fiche.md"
"""Where the sheet lies in a bundle."""


def sheet_files(document: SheetDocument, templates: Templates | None = None) -> dict[str, str]:
    """The text files of a sheet, by their path in the bundle, in the sheet's own language."""
    with speaking(document.sheet.language):
        protocol = f"protocoles/{slug(document.method.title, 'protocole')}.md"
        files = {
            SHEET: _sheet(document),
            protocol: _protocol_in_its_language(document.method),
            "CREDITS.md": _headed(document, "credits", _("Crédits"), credit_pages.credits_page(document)),
            "JOURNAL.md": _headed(
                document, "journal", _("Journal des versions"), credit_pages.journal_page(document)
            ),
            "annexes/materiel.csv": annexes.supplies_table(document.protocol, scale_of(document)),
            "annexes/deroule.csv": annexes.running_order_table(document),
        }
        name, text = _readme(document, protocol, templates or Templates())
        return {name: text, **files}


def readme_name(language: str) -> str:
    """What the first file to read is called."""
    return "README.md" if language == "en" else "LISEZMOI.md"


def _readme(document: SheetDocument, protocol: str, templates: Templates) -> tuple[str, str]:
    name = readme_name(document.sheet.language)
    workshop, licence = document.workshop, credit_pages.licence_of(document)
    host = document.host
    body = templates.fill(
        f"readme/{name}",
        {
            "title": within(credit_pages.title_of(document)),
            "pitch": inline(document.protocol.pitch),
            "audience": inline(document.protocol.audience.description),
            "collective": within(credit_pages.collective_of(document)),
            "host": within(host.heading) if host else "",
            "town": within(workshop.town),
            "day": days(workshop.starts_on, workshop.ends_on),
            "version": within(document.sheet.version),
            "made_on": day(document.made_on),
            "licence": within(licence.name),
            "licence_url": licence.url,
            "sentence": within(credit_pages.sentence_to_copy(document)),
            "corrections": inline(document.sheet.correction_note),
            "sheet": SHEET,
            "protocol": protocol,
            "pictures": bool(document.pictures),
        },
    )
    return name, _headed(document, "index", credit_pages.title_of(document), body)


def _sheet(document: SheetDocument) -> str:
    protocol, scale = document.protocol, scale_of(document)
    cover = document.cover
    subtitle = document.sheet.subtitle or document.protocol.pitch
    body = page(
        f"# {within(credit_pages.title_of(document))}",
        f"*{within(subtitle)}*" if subtitle else "",
        steps.picture(cover) if cover else "",
        section(sections.title(Section.FACTS), bullets(facts.workshop_facts(document, scale))),
        before.why(document),
        before.objectives(protocol),
        before.people(protocol),
        before.materials(protocol, scale),
        before.safety(protocol),
        before.preparation(protocol),
        steps.running_order(document),
        steps.steps(protocol, document),
        steps.unfiled(document),
        after.outputs(document),
        after.assessment(protocol),
        after.lessons(document.lessons),
        after.advice(document),
        after.adaptations(protocol),
        after.afterwards(protocol),
        after.references(protocol),
    )
    return with_front_matter(_sheet_fields(document), body)


def _sheet_fields(document: SheetDocument) -> dict[str, Any]:
    sheet, workshop, protocol = document.sheet, document.workshop, document.protocol
    return {
        "type": "conduct-sheet",
        "title": credit_pages.title_of(document),
        "lang": sheet.language,
        "date": document.made_on.isoformat(),
        "tags": list(protocol.tags),
        "description": protocol.pitch,
        "license": sheet.licence,
        "atelier": {
            "version": sheet.version,
            "version_id": f"urn:uuid:{document.version_id}",
            "series_id": f"urn:uuid:{document.series_id}",
            "collective": credit_pages.collective_of(document),
            "country": workshop.country,
            "town": workshop.town,
            "held": joined([d.isoformat() for d in (workshop.starts_on, workshop.ends_on) if d], "/"),
            "host": document.host.name if document.host else "",
            "sdg": list(protocol.sdg),
            "protocol": {"id": protocol.id, "title": protocol.title, "version": protocol.version},
        },
    }


def _protocol_in_its_language(protocol: Protocol) -> str:
    with speaking(protocol.language):
        return _protocol(protocol)


def _protocol(protocol: Protocol) -> str:
    scale = best_scale(protocol)
    body = page(
        f"# {within(protocol.title)}",
        f"*{within(protocol.pitch)}*" if protocol.pitch else "",
        section(sections.title(Section.FACTS), bullets(facts.protocol_facts(protocol, scale))),
        before.about(protocol),
        before.objectives(protocol),
        before.people(protocol),
        before.materials(protocol, scale),
        before.safety(protocol),
        before.preparation(protocol),
        before.planned_programme(protocol),
        steps.steps(protocol),
        after.planned_outputs(protocol),
        after.assessment(protocol),
        after.adaptations(protocol),
        after.afterwards(protocol),
        after.references(protocol),
    )
    fields = {
        "type": "protocol",
        "title": protocol.title,
        "lang": protocol.language,
        "tags": list(protocol.tags),
        "description": protocol.pitch,
        "license": protocol.licence,
        "atelier": {"id": protocol.id, "version": protocol.version, "sdg": list(protocol.sdg)},
    }
    return with_front_matter(fields, body)


def _headed(document: SheetDocument, kind: str, title: str, body: str) -> str:
    fields = {
        "type": kind,
        "title": title,
        "lang": document.sheet.language,
        "date": document.made_on.isoformat(),
    }
    return with_front_matter({**fields, "license": document.sheet.licence}, body)
