# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the palette can make: everything ticked, photos for somebody, or one of the other reports."""

from collections.abc import Callable
from functools import partial

from forgeatelier.actions.reports import Report
from forgeatelier.exporting.reports.catalogue import called
from forgeatelier.ground.words import _
from forgeatelier.model.people.consent import Use
from forgeatelier.window.pages.workshop.reports_whom import WAYS
from forgeatelier.window.widgets import Command


def report_commands(
    make: Callable[[], None], photos_for: Callable[[Use], None], only: Callable[[Report], None]
) -> tuple[Command, ...]:
    """The commands of the tab, each doing its work at once."""
    group, words = _("Comptes rendus"), "report pdf compte rendu rapport imprimer"
    every = Command(_("Faire les comptes rendus"), make, words, "Ctrl+P", "document", group)
    photos = tuple(
        Command(
            _("Faire : {report}, {use}").format(report=called(Report.PHOTOS), use=_(said)),
            partial(photos_for, use),
            f"{words} photos",
            icon="photo",
            group=group,
        )
        for use, (said, _means) in WAYS.items()
    )
    others = tuple(
        Command(
            _("Faire : {report}").format(report=called(report)),
            partial(only, report),
            f"{words} {report.value}",
            icon="document",
            group=group,
        )
        for report in (Report.DECISIONS, Report.DONOR, Report.CERTIFICATES)
    )
    return (every, *photos, *others)
