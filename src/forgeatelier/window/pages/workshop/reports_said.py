# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the reports that were just made hold back, in words."""

from collections.abc import Iterable, Iterator

from forgeatelier.actions.reports import MadeReport, NotMade, Report
from forgeatelier.exporting.reports.catalogue import called
from forgeatelier.exporting.reports.content import LeftOutPhotos
from forgeatelier.exporting.reports.left_out import said
from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.window.pages.workshop.reports_press import ReportLook

WHY_EMPTY = {
    Report.PHOTOS: marked("Rien n’est retenu, ou rien ne peut être montré pour cet usage."),
    Report.CERTIFICATES: marked("Personne ne remplit encore la règle de présence."),
}
"""In the language of the window: what a report itself says is in the language of the report."""


def details(one: MadeReport) -> Iterator[str]:
    """What it shows and what it does not, line by line."""
    if one.photos:
        yield ngettext("{n} photo montrée", "{n} photos montrées", one.photos).format(n=one.photos)
    if one.left_out:
        yield photos_left_out(one.left_out)
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
        yield without(len(one.without_certificate))
    yield from one.warnings


def why_not_made(one: NotMade) -> Iterator[str]:
    """Why a report that was asked for is not in the folder."""
    yield _(WHY_EMPTY[one.report]) if one.report in WHY_EMPTY else one.why
    if one.without_certificate:
        yield without(len(one.without_certificate))


def photos_left_out(left_out: Iterable[LeftOutPhotos]) -> str:
    """« Photos qui ne sont pas montrées », and how many for which reason."""
    return "\n".join((_("Photos qui ne sont pas montrées :"), *(f"– {line}" for line in said(left_out))))


def without(count: int) -> str:
    """« 3 personnes sans attestation, la raison est dite plus bas »."""
    return ngettext(
        "{n} personne sans attestation, la raison est dite plus bas",
        "{n} personnes sans attestation, la raison est dite plus bas",
        count,
    ).format(n=count)


def team_only(made: Iterable[MadeReport]) -> str:
    """Which files hold names or faces and stay with the team; empty when none does."""
    named = [f"{called(one.report)} ({one.file.name})" for one in made if one.personal]
    if not named:
        return ""
    return _("Portent des noms ou des visages, à ne pas diffuser : {files}.").format(files=", ".join(named))


def of_look(look: ReportLook) -> str:
    """One line or a few under the pages: which report, what it lacks, what it holds back."""
    lines = [f"{called(look.report)}."]
    if look.cut:
        lines[0] += " " + _("Seul le début est montré ici ; tout sera imprimé.")
    if look.report is Report.DECISIONS and not look.decisions and not look.empty:
        lines[0] += " " + _("Aucune décision n’est notée.")
    if look.to_complete:
        lines.append(_("À compléter à la main : {parts}").format(parts=" ; ".join(look.to_complete)))
    if look.left_out:
        lines.append(photos_left_out(look.left_out))
    return "\n".join(lines)
