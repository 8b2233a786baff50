# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is thanked and how, what was reused, and the journal of versions."""

from itertools import groupby

from forgeatelier.exporting import sections
from forgeatelier.exporting.choices import licence_name, listed
from forgeatelier.exporting.dialect import bullets, link, page, prose, section
from forgeatelier.exporting.escaping import blocks, within
from forgeatelier.exporting.sections import Section
from forgeatelier.exporting.wording import amount, colon, day, joined, labelled, quoted, semicolon
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.commons.document import Attribution, SheetDocument
from forgeatelier.model.commons.licence import LICENCES, Licence
from forgeatelier.model.method.setting import Origin


def licence_of(document: SheetDocument) -> Licence:
    """The licence of the sheet; one the program does not know is named by its id."""
    spdx = document.sheet.licence
    return LICENCES.get(spdx) or Licence(spdx, spdx)


def collective_of(document: SheetDocument) -> str:
    """Under what collective name the sheet is published."""
    if document.sheet.collective:
        return document.sheet.collective
    return (
        document.host.name
        if document.host and document.host.name
        else _("les contributrices et contributeurs")
    )


def sentence_to_copy(document: SheetDocument) -> str:
    """The one sentence that does what the licence asks, as plain text."""
    licence = licence_of(document)
    said = _("{title}, version {version}, par {collective}, licence {licence}").format(
        title=quoted(title_of(document)),
        version=document.sheet.version,
        collective=collective_of(document),
        licence=licence.name,
    )
    address = f" ({licence.url})" if licence.url else ""
    origins = joined((_origin_named(one) for one in document.protocol.derived_from if one.title), semicolon())
    return f"{said}{address}" + (f"{semicolon()}{_('adapté de')} {origins}" if origins else "") + "."


def title_of(document: SheetDocument) -> str:
    """The title of the sheet, else of the workshop, else of the protocol."""
    return document.sheet.title or document.workshop.title or document.protocol.title


def credits_page(document: SheetDocument) -> str:
    """The credits: names as agreed, anonymous contributions as a count, reused works, fonts."""
    return page(
        f"# {sections.title(Section.CREDITS)}",
        _people(document),
        _sources(document),
        _reused(document),
        section(_("Polices"), _fonts()),
        section(_("Licence"), _licence(document)),
    )


def journal_page(document: SheetDocument) -> str:
    """What changed in each version, newest first."""
    note = document.protocol.change_note
    method = f"{within(document.protocol.title)} {within(document.protocol.version)}".strip()
    lines = [
        labelled(_("Identifiant de cette version"), f"`urn:uuid:{document.version_id}`"),
        labelled(_("Identifiant de la fiche"), f"`urn:uuid:{document.series_id}`"),
        labelled(_("Protocole suivi"), method),
    ]
    return page(
        f"# {sections.title(Section.JOURNAL)}",
        section(
            _("Version {version} — {day}").format(
                version=within(document.sheet.version), day=day(document.made_on)
            ),
            bullets(lines),
            section(_("Ce qui a changé dans le protocole"), blocks(note), level=3) if note.strip() else "",
        ),
    )


def _people(document: SheetDocument) -> str:
    named = sorted((c for c in document.credits if c.name), key=lambda c: c.role)
    lines = [
        labelled(within(listed("roles", role)), joined(within(credit.name) for credit in some))
        for role, some in groupby(named, key=lambda c: c.role)
    ]
    count = document.anonymous_contributions or sum(1 for c in document.credits if not c.name)
    if count:
        line = ngettext("{n} contribution anonyme", "{n} contributions anonymes", count).format(
            n=amount(count)
        )
        lines.append(line)
    structures = [within(one.heading) for one in (document.host, *document.partners) if one]
    if structures:
        lines.append(labelled(_("Structures"), joined(structures)))
    return section(_("Avec"), labelled(_("Collectif"), within(collective_of(document))), bullets(lines))


def _sources(document: SheetDocument) -> str:
    protocol = document.protocol
    authors = joined(
        joined([within(a.name), f"({within(a.role)})" if a.role else ""], " ") for a in protocol.authors
    )
    origins = [_origin(one) for one in protocol.derived_from]
    return section(
        _("Le protocole"),
        labelled(within(protocol.title), joined([f"version {within(protocol.version)}", authors])),
        page(f"{_('Dérivé de')}{colon()}", bullets(origins)) if origins else "",
    )


def _reused(document: SheetDocument) -> str:
    return section(_("Œuvres reprises"), bullets(_attribution(one) for one in document.attributions))


def _attribution(one: Attribution) -> str:
    return _work(one.title, one.author, one.source, one.licence, one.changes)


def _origin(one: Origin) -> str:
    return _work(one.title, one.author, one.source, one.licence, one.changes)


def _work(title: str, author: str, source: str, spdx: str, changes: str) -> str:
    line = joined(
        [
            f"*{within(title)}*" if title else "",
            within(author),
            link("", source),
            within(licence_name(spdx)),
        ]
    )
    return line + (f". {_('Modifications')}{colon()} {prose(changes)}" if changes else "")


def _origin_named(one: Origin) -> str:
    return joined([quoted(one.title), one.author, licence_name(one.licence)])


def _fonts() -> str:
    return _("Charis SIL et Andika, de SIL International, licence SIL Open Font License 1.1.")


def _licence(document: SheetDocument) -> str:
    licence = licence_of(document)
    named = link(licence.name, licence.url) if licence.url else within(licence.name)
    return page(
        _("Sauf mention contraire, ce dossier est publié sous la licence {licence}.").format(licence=named),
        f"{_('Phrase à recopier')}{colon()}",
        f"> {within(sentence_to_copy(document))}",
    )
