# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each report gathered and turned into the values of its template."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from forgeatelier.actions.reports_certificates import WithoutCertificate, certificates_of
from forgeatelier.actions.reports_content import Gathering, gather_report
from forgeatelier.actions.reports_donor import donor_content
from forgeatelier.actions.reports_order import ReportOrder
from forgeatelier.exporting.reports import certificates, decisions, donor, photos
from forgeatelier.exporting.reports.catalogue import Report
from forgeatelier.ground.words import _, speaking
from forgeatelier.model.people.consent import Use
from forgeatelier.store.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One report, ready to set: its values, what must be found in the outline, what will be told of it."""

    report: Report
    gathered: Gathering
    values: dict[str, Any]
    headings: tuple[str, ...] = ()
    why_empty: str = ""
    personal: bool = False
    to_complete: tuple[str, ...] = ()
    certificates: int = 0
    without: tuple[WithoutCertificate, ...] = ()


def fill(library: Library, workshop_id: str, report: Report, order: ReportOrder, today: date) -> Filled:
    """Gather one report of a workshop, in its language. Raises AtelierError when the workshop is not there."""
    use = _use_of(report, order)
    gathered = gather_report(
        library,
        workshop_id,
        use,
        today,
        spoken=order.language,
        everything_sorted=order.everything_sorted,
        every_decision=report is Report.DECISIONS,
    )
    with speaking(gathered.content.language):
        return _FILLERS[report](library, gathered, order)


def _use_of(report: Report, order: ReportOrder) -> Use:
    """The donor's report is for the donor, a certificate for the person; a decision sheet is nameless unless said."""
    if report is Report.DONOR:
        return Use.DONOR
    if report is Report.CERTIFICATES:
        return Use.INTERNAL
    return order.use or Use.OPEN


def _photos(_library: Library, gathered: Gathering, _order: ReportOrder) -> Filled:
    content = gathered.content
    told = any(story.told for story in content.stories)
    return Filled(
        report=Report.PHOTOS,
        gathered=gathered,
        values=photos.values(content),
        headings=photos.headings(content),
        why_empty="" if told else _("Rien n’est retenu, ou rien ne peut être montré pour cet usage."),
        personal=content.use is Use.INTERNAL,
    )


def _decisions(_library: Library, gathered: Gathering, _order: ReportOrder) -> Filled:
    content = gathered.content
    return Filled(
        report=Report.DECISIONS,
        gathered=gathered,
        values=decisions.values(content),
        headings=tuple(" ".join(one.text.split()) for one in content.decisions),
        personal=any(one.owner for one in content.decisions),
    )


def _donor(library: Library, gathered: Gathering, order: ReportOrder) -> Filled:
    known = donor_content(library, gathered, names=order.names)
    return Filled(
        report=Report.DONOR,
        gathered=gathered,
        values=donor.values(gathered.content, known),
        headings=donor.headings(gathered.content, known),
        personal=bool(known.named),
        to_complete=donor.to_complete(gathered.content, known),
    )


def _certificates(_library: Library, gathered: Gathering, order: ReportOrder) -> Filled:
    given, without = certificates_of(gathered, order.percent)
    return Filled(
        report=Report.CERTIFICATES,
        gathered=gathered,
        values=certificates.values(gathered.content, given),
        why_empty="" if given.certificates else _("Personne ne remplit encore la règle de présence."),
        personal=True,
        certificates=len(given.certificates),
        without=without,
    )


_FILLERS = {
    Report.PHOTOS: _photos,
    Report.DECISIONS: _decisions,
    Report.DONOR: _donor,
    Report.CERTIFICATES: _certificates,
}
