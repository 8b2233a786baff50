# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which reports are wanted and for whom, and what was made of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from forgeatelier.actions.reports_certificates import WithoutCertificate
from forgeatelier.exporting.reports.catalogue import REPORTS, Report
from forgeatelier.exporting.reports.content import LeftOutPhotos
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.people.consent import Use
from forgeatelier.model.people.presence_rule import USUAL_PERCENT

_USES = {"interne": Use.INTERNAL, "bailleur": Use.DONOR, "publication": Use.OPEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """Which reports, and for whom: `use` must be said for photos, decides whether decisions name their owners.

    `everything_sorted`: not only what was retained. `names`: the donor's report lists who agreed to be listed.
    `percent`: of the half-days, for a certificate. In `language`, or that of the protocol.
    """

    reports: tuple[Report, ...]
    use: Use | None = None
    language: str = ""
    everything_sorted: bool = False
    names: bool = False
    percent: int = USUAL_PERCENT


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeReport:
    """One PDF and what it does not show.

    `words_hidden` counts names, numbers and addresses taken out of texts; `capture_ids` are the photos it shows;
    `to_complete` the parts that wait for a pen; `without_certificate` is for the team's eyes only. `personal`:
    it holds names and stays with the team or goes to the person.
    """

    report: Report
    file: Path
    pages: int
    use: Use
    personal: bool = False
    photos: int = 0
    left_out: tuple[LeftOutPhotos, ...] = ()
    words_hidden: int = 0
    capture_ids: tuple[str, ...] = ()
    to_complete: tuple[str, ...] = ()
    certificates: int = 0
    without_certificate: tuple[WithoutCertificate, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotMade:
    """A report that was asked for and has nothing to show, with the reason in words."""

    report: Report
    why: str
    without_certificate: tuple[WithoutCertificate, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeReports:
    """Where the folder lies, what is in it, and what had nothing to show."""

    path: Path
    reports: tuple[MadeReport, ...]
    not_made: tuple[NotMade, ...] = ()


def read_reports(names: Iterable[str]) -> tuple[Report, ...]:
    """The reports of these names, in the order of the folder. Raises AtelierError for one that does not exist."""
    wanted = []
    for name in names:
        try:
            wanted.append(Report(name.strip().lower()))
        except ValueError:
            raise AtelierError(
                _("Le compte rendu « {name} » n’existe pas.").format(name=name),
                _("Choisir parmi : {names}.").format(names=", ".join(Report)),
            ) from None
    return tuple(report for report in REPORTS if report in wanted)


def read_use(said: str) -> Use | None:
    """The use someone named, in French or by its code; None when nothing was said. Raises AtelierError."""
    wanted = said.strip().lower()
    if not wanted:
        return None
    codes = {use.value: use for use in _USES.values()}
    if wanted not in _USES and wanted not in codes:
        raise AtelierError(
            _("« {said} » n’est pas un usage connu.").format(said=said),
            _("Choisir parmi : {names}.").format(names=", ".join(_USES)),
        )
    return _USES.get(wanted) or codes[wanted]


def refuse_unsaid(order: ReportOrder) -> None:
    """Raise AtelierError when nothing is chosen, or photos for nobody in particular."""
    if not order.reports:
        raise AtelierError(
            _("Aucun compte rendu n’est choisi."),
            _("Choisir parmi : {names}.").format(names=", ".join(Report)),
        )
    if Report.PHOTOS in order.reports and order.use not in _USES.values():
        raise AtelierError(
            _("À qui ira le compte rendu photo ?"),
            _("Dire l’usage : {names}. Les photos montrées en dépendent.").format(names=", ".join(_USES)),
        )
