# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's own data on paper: one page to read on any machine, and the same as an A4 PDF."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from forgeatelier.exporting.pdf_request import PdfRequest
from forgeatelier.exporting.templates import Templates
from forgeatelier.ground.words import _, language
from forgeatelier.model.commons.licence import Licence

_PAGE = "people/own-data.html"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the leaflet: rows of a label and what is said."""

    title: str
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Leaflet:
    """Everything to be read about one person."""

    title: str
    note: str
    sections: tuple[Section, ...]


def leaflet_page(leaflet: Leaflet, templates: Templates | None = None, *, printed: bool = False) -> str:
    """The leaflet as one page of HTML that opens without anything beside it."""
    return (templates or Templates()).fill(
        _PAGE,
        {
            "language": language(),
            "title": leaflet.title,
            "note": leaflet.note,
            "sections": leaflet.sections,
            "nothing": _("Rien n’est noté."),
            "printed": printed,
        },
    )


def leaflet_request(leaflet: Leaflet, folder: Path, templates: Templates | None = None) -> PdfRequest:
    """What the PDF worker needs to set the leaflet; `folder` is any folder, the leaflet has no pictures."""
    templates = templates or Templates()
    return PdfRequest(
        html=leaflet_page(leaflet, templates, printed=True),
        folder=folder,
        exports=templates.folders,
        title=leaflet.title,
        collective="ForgeAtelier",
        language=language(),
        licence=Licence("NONE", "", open=False),
        rights=_("Données personnelles : à remettre à la personne seulement."),
        identifier=str(uuid.uuid5(uuid.NAMESPACE_OID, leaflet.title)),
        headings=(leaflet.title, *(section.title for section in leaflet.sections)),
    )
