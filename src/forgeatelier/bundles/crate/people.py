# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who appears in a crate: structures by name, and people only as the credits they agreed to."""

from forgeatelier.bundles.contents import collective_of
from forgeatelier.bundles.crate.graph import Ref
from forgeatelier.bundles.crate.making import Making
from forgeatelier.bundles.plain import one_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.reference import label

_WRITERS = ("redacteur", "documentaliste")


def collective(making: Making) -> Ref:
    """The collective in whose name the sheet is published."""
    return _structure(making, collective_of(making.document))


def host(making: Making) -> Ref | None:
    """The structure that hosted the workshop, when there is one."""
    found = making.document.host
    return organisation(making, found) if found and found.name else None


def organisation(making: Making, found: Organisation) -> Ref:
    """A structure, by what it is publicly known by."""
    return _structure(making, one_line(found.name), one_line(found.acronym), one_line(found.site))


def authors(making: Making) -> list[Ref]:
    """The collective, then the people who agreed to be named as writing."""
    return [collective(making), *_credited(making, writing=True)]


def contributors(making: Making) -> list[Ref]:
    """The partners, then the people who agreed to be named for something else."""
    partners = [organisation(making, one) for one in making.document.partners if one.name]
    return [*partners, *_credited(making, writing=False)]


def credit_text(making: Making) -> str:
    """The credits in one line: names as agreed, the others as a count."""
    document = making.document
    language, whole = document.sheet.language, collective_of(document)
    credited = {(one_line(credit.name), label("roles", credit.role, language)) for credit in document.credits}
    named = [f"{name} ({role})" for name, role in sorted(credited) if name not in ("", whole)]
    count = document.anonymous_contributions or sum(1 for credit in document.credits if not credit.name)
    if count:
        named.append(
            ngettext("{n} contribution anonyme", "{n} contributions anonymes", count).format(n=count)
        )
    return " ; ".join([whole, *named])


def place(making: Making) -> Ref | None:
    """The town and the country, never a precise place."""
    workshop = making.document.workshop
    country = label("pays", workshop.country, making.document.sheet.language) if workshop.country else ""
    name = ", ".join(part for part in (one_line(workshop.town), country) if part)
    return making.graph.add("#lieu", "Place", {"name": name}) if name else None


def _credited(making: Making, *, writing: bool) -> list[Ref]:
    names = {one_line(c.name): None for c in making.document.credits if (c.role in _WRITERS) is writing}
    others = {collective_of(making.document), ""}
    return [
        making.graph.add(f"#p-{making.opaque(name)}", "Person", {"name": name})
        for name in sorted(names)
        if name not in others
    ]


def _structure(making: Making, name: str, acronym: str = "", site: str = "") -> Ref:
    said = {"name": name, "alternateName": acronym, "url": site if site.startswith("https://") else ""}
    return making.graph.add(f"#o-{making.opaque(name)}", "Organization", said)


def program(making: Making, version: str) -> Ref:
    """The program that wrote the bundle."""
    said = {
        "name": "ForgeAtelier",
        "version": version,
        "description": _("Le logiciel qui a fait ce dossier."),
    }
    # A SoftwareApplication must have an address in RO-Crate 1.3, and the program has none to promise.
    return making.graph.add("#forgeatelier", "CreativeWork", said)
