# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workshop as an event without a guest list, and how the version came to be."""

from forgeatelier import __version__
from forgeatelier.bundles.crate.graph import Ref
from forgeatelier.bundles.crate.making import Making
from forgeatelier.bundles.crate.people import collective, host, place, program
from forgeatelier.bundles.plain import one_line
from forgeatelier.ground.words import _


def workshop_entity(making: Making) -> Ref:
    """When to the month, where to the town, hosted by whom; how many people, never who."""
    workshop = making.document.workshop
    said = {
        "name": one_line(workshop.heading),
        "description": one_line(workshop.summary),
        "startDate": f"{workshop.starts_on:%Y-%m}" if workshop.starts_on else "",
        "location": place(making),
        "organizer": host(making) or collective(making),
        "inLanguage": list(workshop.languages),
        "about": {"@id": "#protocole"},
        "additionalProperty": _how_many(making),
    }
    return making.graph.add("#atelier", "Event", said)


def publication_entity(making: Making) -> Ref:
    """The making of this version, by the collective, with the program."""
    document = making.document
    said = {
        "name": _("Publication de la version {version}").format(version=one_line(document.sheet.version)),
        "description": one_line(document.protocol.change_note),
        "endTime": document.made_on.isoformat(),
        "agent": collective(making),
        "object": {"@id": "#protocole"},
        "instrument": program(making, __version__),
        "result": {"@id": "./"},
    }
    return making.graph.add("#publication", "CreateAction", said)


def _how_many(making: Making) -> Ref | None:
    figures = making.document.figures
    if figures is None or not figures.total:
        return None
    said = {"name": _("Nombre de personnes"), "value": figures.total}
    return making.graph.add("#participation", "PropertyValue", said)
