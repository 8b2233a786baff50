# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every report says of itself: which workshop, where, when, for whom, and which page."""

from datetime import timedelta
from typing import Any

from forgeatelier.exporting.choices import listed
from forgeatelier.exporting.kit.days import day_label
from forgeatelier.exporting.reports.catalogue import USES, Report, called
from forgeatelier.exporting.reports.content import ReportContent
from forgeatelier.exporting.wording import day, days, joined
from forgeatelier.ground.words import _


def mast(content: ReportContent, report: Report) -> dict[str, Any]:
    """What stands at the head and foot of every page."""
    workshop = content.workshop
    place = joined((workshop.town, listed("pays", workshop.country)))
    dates = days(workshop.starts_on, workshop.ends_on)
    return {
        "language": content.language if content.language in ("fr", "en") else "fr",
        "name": called(report),
        "title": workshop.title,
        "place": place,
        "dates": dates,
        "where": joined((place, dates), " · "),
        "host": content.host.heading if content.host else "",
        "partners": tuple(one.heading for one in content.partners),
        "use": _(USES[content.use]),
        "made_on": _("Fait le {day}").format(day=day(content.made_on)),
        "page_word": _("page"),
    }


def day_labels(content: ReportContent) -> dict[int, str]:
    """« Jour 2 · vendredi 13 mars 2026 » by the number of each day."""
    plans = content.timetable.days
    first = content.workshop.starts_on
    return {
        plan.day: day_label(
            plan.day,
            plan.on or (first + timedelta(days=plan.day - 1) if first else None),
            alone=len(plans) == 1,
        )
        for plan in plans
    }
