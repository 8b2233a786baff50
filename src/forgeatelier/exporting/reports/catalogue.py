# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reports of a workshop: what each is called, and the names of their files."""

from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.ground.words import _, language, marked
from forgeatelier.model.people.consent import Use


class Report(StrEnum):
    """One report; the value is its name on the command line and its template."""

    PHOTOS = "photos"
    DECISIONS = "decisions"
    DONOR = "donor"
    CERTIFICATES = "certificates"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """What is known of a report before it is made; file names never hold that of a person."""

    report: Report
    file_fr: str
    file_en: str
    title: str
    note: str

    @property
    def file(self) -> str:
        """The name of its PDF in the language now spoken."""
        return f"{self.file_en if language() == 'en' else self.file_fr}.pdf"


_ALL = (
    ReportFacts(
        report=Report.PHOTOS,
        file_fr="1-compte-rendu-photo",
        file_en="1-photo-report",
        title=marked("Compte rendu photo"),
        note=marked("Les photos sous leurs étapes, avec les notes et les décisions"),
    ),
    ReportFacts(
        report=Report.DECISIONS,
        file_fr="2-decisions",
        file_en="2-decisions",
        title=marked("Relevé de décisions"),
        note=marked("Chaque décision, comment elle a été prise, qui s’en charge, et où signer"),
    ),
    ReportFacts(
        report=Report.DONOR,
        file_fr="3-rapport-bailleur",
        file_en="3-donor-report",
        title=marked("Rapport d’atelier"),
        note=marked("Le plan que demandent les bailleurs, rempli de ce que la bibliothèque sait"),
    ),
    ReportFacts(
        report=Report.CERTIFICATES,
        file_fr="4-attestations",
        file_en="4-certificates",
        title=marked("Attestations de participation"),
        note=marked("Une page par personne qui remplit la règle de présence"),
    ),
)

REPORTS = {facts.report: facts for facts in _ALL}
"""Every report, in the order of the folder."""

USES = {
    Use.INTERNAL: marked("usage interne"),
    Use.DONOR: marked("pour le bailleur"),
    Use.OPEN: marked("pour publication"),
}
"""The uses a report can be made for; press and networks take what is published."""


def called(report: Report) -> str:
    """What a report is called, in the language now spoken."""
    return _(REPORTS[report].title)
