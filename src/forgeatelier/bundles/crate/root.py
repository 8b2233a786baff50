# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The crate itself: its descriptor, its root and all that hangs on it."""

from typing import Any

from forgeatelier.bundles.contents import title_of
from forgeatelier.bundles.crate.files import file_entities
from forgeatelier.bundles.crate.graph import Ref
from forgeatelier.bundles.crate.making import Making
from forgeatelier.bundles.crate.method import method_entity, reused
from forgeatelier.bundles.crate.people import authors, collective, contributors, credit_text
from forgeatelier.bundles.crate.workshop import publication_entity, workshop_entity
from forgeatelier.bundles.guide import reading_order
from forgeatelier.bundles.licensing import CRATE
from forgeatelier.bundles.plain import one_line
from forgeatelier.ground.words import _

VERSION = "1.3"
"""The version of RO-Crate that is written; the only place that says so."""

PROFILE = "urn:uuid:6a0c3f1e-8b7d-5e52-9f0e-2f1c7d3b9a64"
"""Names our profile, what a conduct sheet promises, without pretending to own an address."""

_SPECIFICATION = "https://w3id.org/ro/crate"
CONTEXT = f"{_SPECIFICATION}/{VERSION}/context"
"""The JSON-LD context of that version."""


def crate_json(making: Making) -> str:
    """`ro-crate-metadata.json`; it describes every file but itself."""
    descriptor = {"conformsTo": {"@id": f"{_SPECIFICATION}/{VERSION}"}, "about": {"@id": "./"}}
    making.graph.add(CRATE, "CreativeWork", descriptor)
    making.graph.add("./", ["Dataset", "LearningResource"], _root(making))
    return making.graph.to_json(CONTEXT)


def _root(making: Making) -> dict[str, Any]:
    document = making.document
    protocol = document.protocol
    title = title_of(document)
    pages = [page for page in reading_order(making.contents.texts) if page.startswith("contenu/")]
    level = protocol.audience.level
    return {
        "name": title,
        "alternateName": one_line(document.sheet.subtitle),
        "description": one_line(protocol.pitch) or one_line(document.sheet.introduction) or title,
        "datePublished": document.made_on.isoformat(),
        "license": making.licence(making.whole.licence),
        "identifier": _identifier(making),
        "version": one_line(document.sheet.version),
        "inLanguage": document.sheet.language,
        "publisher": collective(making),
        "author": authors(making),
        "contributor": contributors(making),
        "creditText": credit_text(making),
        "keywords": ", ".join(filter(None, (one_line(tag) for tag in protocol.tags))),
        "learningResourceType": _("Fiche de conduite d’atelier"),
        "educationalLevel": level.value if level else "",
        "audience": _audience(making),
        "conformsTo": making.graph.add(PROFILE, ["CreativeWork", "Profile"], _profile()),
        "mainEntity": {"@id": pages[0]} if pages else None,
        "about": method_entity(making),
        "mentions": [workshop_entity(making), publication_entity(making)],
        "isBasedOn": [
            reused(making, work.title, work.author, work.source, work.licence)
            for work in document.attributions
            if work.title
        ],
        "hasPart": file_entities(making),
    }


def _audience(making: Making) -> Ref | None:
    said = one_line(making.document.protocol.audience.description)
    return making.graph.add("#public", "Audience", {"name": said}) if said else None


def _identifier(making: Making) -> Ref:
    urn = f"urn:uuid:{making.document.version_id}"
    said = {"name": _("Identifiant de cette version"), "propertyID": "urn:uuid", "value": urn}
    return making.graph.add(urn, "PropertyValue", said)


def _profile() -> dict[str, str]:
    return {"name": _("Fiche de conduite ForgeAtelier"), "version": "1", "identifier": PROFILE}
