# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the cover, the contents, the colophon and the licence page of a printed edition."""

from collections.abc import Iterable
from dataclasses import dataclass

from forgeatelier.exporting import credit_pages
from forgeatelier.exporting.choices import listed
from forgeatelier.exporting.html import Heading
from forgeatelier.exporting.sections import step_heading
from forgeatelier.exporting.typography import french
from forgeatelier.exporting.wording import day, days, joined
from forgeatelier.ground.words import _, language
from forgeatelier.model.commons.document import SheetDocument


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A line of the contents: `number` is that of a step, else empty."""

    id: str
    text: str
    number: str
    level: int


def contents(headings: Iterable[Heading]) -> list[ContentsLine]:
    """The sections and the steps, for the contents page."""
    lines = []
    for heading in headings:
        step = step_heading(heading.text)
        if heading.level == 2:
            lines.append(ContentsLine(heading.id, _set(heading.text), "", 2))
        elif heading.level == 3 and step:
            lines.append(ContentsLine(heading.id, _set(step.title), step.number, 3))
    return lines


def cover_words(document: SheetDocument) -> dict[str, str]:
    """What stands on the cover."""
    workshop, cover, licence = document.workshop, document.cover, credit_pages.licence_of(document)
    words = {
        "kind": _("Fiche de conduite d’atelier"),
        "title": credit_pages.title_of(document),
        "subtitle": document.sheet.subtitle or document.protocol.pitch,
        "host": document.host.heading if document.host else "",
        "place": joined([workshop.town, listed("pays", workshop.country)]),
        "when": days(workshop.starts_on, workshop.ends_on),
        "collective": credit_pages.collective_of(document),
        "version": _("Version {version}").format(version=document.sheet.version),
        "licence": licence.name,
        "credit": _("Photo : {credit}").format(credit=cover.credit) if cover and cover.credit else "",
        "contents": _("Sommaire"),
        "host_label": _("Accueillis par"),
        "place_label": _("Lieu"),
        "when_label": _("Date"),
    }
    kept = {"picture": cover.name if cover else "", "alt": cover.alt if cover else ""}
    return {**{name: _set(text) for name, text in words.items()}, **kept}


def foot(document: SheetDocument) -> str:
    """The line at the foot of each page, so that a page copied alone still says where it comes from."""
    parts = [
        credit_pages.licence_of(document).name,
        credit_pages.collective_of(document),
        document.sheet.version,
    ]
    return joined(parts, " · ")


def back_words(document: SheetDocument) -> dict[str, str]:
    """What stands on the colophon and licence page."""
    licence = credit_pages.licence_of(document)
    address = f"urn:uuid:{document.version_id}"
    words = {
        "colophon": _("Achevé de documenter"),
        "made": _("Version {version}, achevée le {day} par {collective}.").format(
            version=document.sheet.version,
            day=day(document.made_on),
            collective=credit_pages.collective_of(document),
        ),
        "identity": _("Identifiant"),
        "identity_help": _("Dans ForgeAtelier, ce code ouvre la fiche sans connexion."),
        "fonts": _("Composé en Charis SIL et Andika (SIL International, licence OFL 1.1)."),
        "software": _("Mis en page par ForgeAtelier avec WeasyPrint."),
        "corrections": document.sheet.correction_note,
        "corrections_label": _("Où envoyer une correction"),
        "printed_label": _("Imprimé"),
        "printed_place": _("à"),
        "printed_by": _("par"),
        "printed_copies": _("exemplaires"),
        "printed_price": _("prix de revient"),
        "licence_title": _("Ce document est un commun"),
        "licence": licence.name,
        "rights": credit_pages.sentence_to_copy(document),
        "rights_label": _("Phrase à recopier"),
        "qr_alt": _("Code à scanner : {address}").format(address=address),
    }
    kept = {"address": address, "qr": _qr(address), "licence_url": licence.url}
    terms = {f"term_{n}": text for n, text in enumerate(_terms(licence.spdx), 1)}
    return {**{name: _set(text) for name, text in {**words, **terms}.items()}, **kept}


def _terms(spdx: str) -> tuple[str, str, str]:
    """What the licence allows and asks, in our own short words; the deed at its address is the reference."""
    free = _(
        "Vous pouvez copier ce document, l’imprimer, le traduire, le modifier et le redistribuer, même en le vendant."
    )
    name = _("Dites d’où il vient et ce que vous avez changé.")
    if spdx.startswith("CC-BY-SA"):
        return free, name, _("Ce que vous en faites reste sous la même licence.")
    if spdx.startswith("CC0"):
        return free, _("Dire d’où il vient n’est pas obligé, mais aide les suivants."), ""
    return (
        free if spdx.startswith("CC-BY-") else "",
        name,
        _("Les conditions complètes sont à l’adresse ci-dessous."),
    )


def _qr(address: str) -> str:
    import segno

    return segno.make(address, error="m", micro=False).svg_data_uri(scale=4, border=4)


def _set(text: str) -> str:
    return french(text) if language() == "fr" else text
