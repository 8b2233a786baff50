# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that writes the reports of a workshop the same day."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forgeatelier.cli import output, session
from forgeatelier.exporting.reports.catalogue import USES, called
from forgeatelier.exporting.reports.left_out import said
from forgeatelier.ground.words import _, ngettext

if TYPE_CHECKING:
    from forgeatelier.actions.reports import MadeReport, MadeReports
    from forgeatelier.actions.reports_certificates import WithoutCertificate


def report(options: Namespace) -> int:
    """Write the folder of PDFs and say what is in it, what is not, and why."""
    from forgeatelier.actions.reports import ReportOrder, make_reports, read_reports, read_use
    from forgeatelier.actions.reports_certificates import read_percent

    order = ReportOrder(
        reports=read_reports(name for name in options.kind.split(",") if name.strip()),
        use=read_use(options.use),
        language=options.language,
        everything_sorted=options.everything,
        names=options.names,
        percent=read_percent(options.presence),
    )
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        to = Path(options.to).expanduser()
        made = make_reports(atelier.library, workshop.id, to, order, session.now(), output.progress)
    output.give(_data(made), as_json=options.json, text="\n".join(_lines(made)))
    return 0


def _lines(made: "MadeReports") -> Iterator[str]:
    yield _("Comptes rendus écrits : {path}").format(path=made.path)
    for one in made.reports:
        mark = "*" if one.personal else " "
        pages = ngettext("{n} page", "{n} pages", one.pages).format(n=one.pages)
        yield f"{mark} {one.file.name:<34}{pages:>10}  {_(USES[one.use])}"
        yield from (f"    {line}" for line in _details(one))
    for empty in made.not_made:
        yield f"– {called(empty.report)} : {empty.why}"
        yield from (f"    {one.name} : {one.why}" for one in empty.without_certificate)
    if any(one.personal for one in made.reports):
        yield _("Les fichiers marqués * portent des noms ou des visages : ne pas les diffuser.")


def _details(one: "MadeReport") -> Iterator[str]:
    if one.photos:
        yield ngettext("{n} photo montrée", "{n} photos montrées", one.photos).format(n=one.photos)
    if one.left_out:
        yield _("Photos qui ne sont pas montrées :")
        yield from (f"  {line}" for line in said(one.left_out))
    if one.words_hidden:
        yield ngettext(
            "{n} nom ou numéro caché dans les textes",
            "{n} noms ou numéros cachés dans les textes",
            one.words_hidden,
        ).format(n=one.words_hidden)
    if one.to_complete:
        yield _("À compléter à la main : {parts}").format(parts=" ; ".join(one.to_complete))
    if one.certificates:
        yield ngettext("{n} attestation", "{n} attestations", one.certificates).format(n=one.certificates)
    if one.without_certificate:
        yield _("Sans attestation :")
        yield from (f"  {who.name} : {who.why}" for who in one.without_certificate)
    yield from one.warnings


def _data(made: "MadeReports") -> dict[str, Any]:
    return {
        "path": str(made.path),
        "reports": [
            {
                "report": one.report.value,
                "file": one.file.name,
                "pages": one.pages,
                "for": one.use.value,
                "personal": one.personal,
                "photos": one.photos,
                "left_out": {reason.reason: reason.count for reason in one.left_out},
                "words_hidden": one.words_hidden,
                "to_complete": list(one.to_complete),
                "certificates": one.certificates,
                "without_certificate": _without(one.without_certificate),
                "warnings": list(one.warnings),
            }
            for one in made.reports
        ],
        "not_made": [
            {
                "report": one.report.value,
                "why": one.why,
                "without_certificate": _without(one.without_certificate),
            }
            for one in made.not_made
        ],
    }


def _without(people: "Iterable[WithoutCertificate]") -> list[dict[str, str]]:
    return [{"person": who.person_id, "name": who.name, "why": who.why} for who in people]
