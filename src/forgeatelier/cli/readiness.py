# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the evening before: what is ready, and the calendar of sessions and tasks."""

from argparse import Namespace
from pathlib import Path

from forgeatelier.actions.calendar import workshop_calendar, write_calendar
from forgeatelier.actions.readiness import checks_of
from forgeatelier.cli import output, session
from forgeatelier.ground.power import battery
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.readiness import Readiness
from forgeatelier.model.workshop.readiness_checks import Check, is_ready
from forgeatelier.model.workshop.readiness_words import STATES, summary, verdict

_MARKS = {Readiness.READY: "[x]", Readiness.TO_DO: "[ ]", Readiness.UNKNOWN: "[?]"}


def ready(options: Namespace) -> int:
    """Show every check with its state and what is known; what is unknown never counts as ready."""
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        checks = checks_of(atelier.library, workshop, atelier.clock(), battery=battery())
    output.give(
        {
            "id": workshop.id,
            "title": workshop.heading,
            "ready": is_ready(checks),
            "counts": {
                state.value: sum(one.state is state for one in checks)
                for state in (Readiness.READY, Readiness.TO_DO, Readiness.UNKNOWN)
            },
            "checks": [
                {
                    "check": one.code,
                    "title": one.title,
                    "state": one.state.value,
                    "words": one.words,
                    "said_by_hand": one.by_hand,
                }
                for one in checks
            ],
        },
        as_json=options.json,
        text="\n".join(
            (workshop.heading, *(_line(one) for one in checks), "", summary(checks), verdict(checks))
        ),
    )
    return 0


def calendar(options: Namespace) -> int:
    """Write the calendar file."""
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        made = workshop_calendar(atelier.library, workshop, atelier.clock())
    file = write_calendar(made, Path(options.to).expanduser())
    said = (
        ngettext("{n} séance", "{n} séances", len(made.sessions)).format(n=len(made.sessions)),
        ngettext("{n} tâche", "{n} tâches", len(made.chores)).format(n=len(made.chores)),
    )
    output.give(
        {"id": workshop.id, "file": str(file), "sessions": len(made.sessions), "tasks": len(made.chores)},
        as_json=options.json,
        text=_("Calendrier écrit : {file} ({what})").format(file=file, what=", ".join(said)),
    )
    return 0


def _line(one: Check) -> str:
    said = f" — {one.words}" if one.words else ""
    return f"{_MARKS[one.state]} {_(STATES[one.state]):<8} {one.title}{said}"
