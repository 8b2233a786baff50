# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that shows the register of decisions."""

from argparse import Namespace
from datetime import date
from typing import Any

from forgeatelier.actions.decisions import Decision, decisions
from forgeatelier.cli import output, session
from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.workshop.capture import Followed

_FOLLOWED = {
    Followed.OPEN: marked("ouverte"),
    Followed.DONE: marked("faite"),
    Followed.DROPPED: marked("abandonnée"),
}


def register(options: Namespace) -> int:
    """Show the decisions of a workshop, or of the whole library, what is due first first."""
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop) if options.workshop else None
        lines = decisions(atelier.library, workshop.id if workshop else None, open_only=options.open)
        today = atelier.clock().astimezone().date()
    head = (_("décision"), _("pour le"), _("responsable"), _("suite"), _("atelier"))
    told = output.table(head, [_row(one, today) for one in lines])
    count = ngettext("{n} décision", "{n} décisions", len(lines)).format(n=len(lines))
    output.give(
        [_data(one, today) for one in lines],
        as_json=options.json,
        text=f"{told}\n{count}" if lines else _("Aucune décision."),
    )
    return 0


def _row(one: Decision, today: date) -> tuple[str, ...]:
    words = " ".join(one.text.split())
    state = _("en retard") if one.is_late(today) else _(_FOLLOWED[one.said.followed])
    if one.to_work_on:
        state = _("{state}, objections à travailler").format(state=state)
    return (
        words if len(words) <= 60 else words[:59] + "…",
        one.due.isoformat() if one.due else "—",
        one.owner.heading if one.owner else "—",
        state,
        one.workshop.heading,
    )


def _data(one: Decision, today: date) -> dict[str, Any]:
    return {
        "id": one.capture.id,
        "text": one.text,
        "workshop": one.workshop.id,
        "workshop_title": one.workshop.heading,
        "step": one.capture.step_id,
        "moment": one.capture.moment.isoformat() if one.capture.moment else None,
        "owner": one.owner.heading if one.owner else "",
        **output.data_of(one.said),
        "late": one.is_late(today),
        "question": one.vote.question if one.vote else "",
    }
