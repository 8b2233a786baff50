# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workshop begins with what earlier ones decided and nobody has finished."""

from collections.abc import Sequence
from datetime import date

from forgeatelier.actions.decisions import Decision, decisions
from forgeatelier.actions.plan import insert, read_plan
from forgeatelier.exporting.wording import day
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language, speaking
from forgeatelier.model.change import Change
from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_EACH, _SHORTEST, _LONGEST = 2, 5, 20
"""Minutes: for each decision, and for the whole step at least and at most."""


def open_decisions_for(library: Library, workshop: Workshop) -> tuple[Decision, ...]:
    """The open decisions of the earlier workshops that this one follows, what is due first first."""
    return tuple(
        one
        for one in decisions(library, open_only=True)
        if one.workshop.id != workshop.id
        and follows(workshop, one.workshop)
        and _earlier(one.workshop, workshop)
    )


def follows(later: Workshop, earlier: Workshop) -> bool:
    """Whether both belong together: the same host, or a series of one protocol where no two hosts differ."""
    if later.host_id and earlier.host_id:
        return later.host_id == earlier.host_id
    return bool(later.protocol and earlier.protocol and later.protocol.id == earlier.protocol.id)


def _earlier(one: Workshop, other: Workshop) -> bool:
    """Whether one comes before the other: by its day; by when it was written down while a day is missing."""
    if one.starts_on and other.starts_on and one.starts_on != other.starts_on:
        return one.starts_on < other.starts_on
    return one.id < other.id


def opening_step(lines: Sequence[Decision], today: date | None = None) -> PlannedStep:
    """The step « Décisions ouvertes » that goes through them; they stand in its internal notes."""
    told = "\n".join(f"- {_told(one, today)}" for one in lines)
    return PlannedStep(
        title=_("Décisions ouvertes"),
        minutes=min(_LONGEST, max(_SHORTEST, _EACH * len(lines))),
        minutes_min=_SHORTEST,
        form=Form.PLENARY,
        importance=Importance.USEFUL,
        zone=Zone.DAY,
        instruction=_(
            "Pour chaque décision : faite, en cours ou abandonnée ? Qu’est-ce qui a aidé ou gêné ?"
        ),
        # Notes stay in the team: what another workshop decided was not chosen for publication here.
        notes=told,
        output=_("Chaque décision suivie ou reconduite, avec sa date"),
    )


def _told(one: Decision, today: date | None) -> str:
    words = " ".join(one.text.split())
    if one.due is None:
        return words
    said = (
        _("{text} (pour le {day}, en retard)")
        if today and one.is_late(today)
        else _("{text} (pour le {day})")
    )
    return said.format(text=words, day=day(one.due))


def insert_opening(library: Library, workshop: Workshop, today: date | None = None) -> Change:
    """Put that step first in the plan. Raises AtelierError when nothing is open, or when it is there already."""
    lines = open_decisions_for(library, workshop)
    if not lines:
        raise AtelierError(
            _("Aucune décision d’un atelier précédent n’est ouverte."),
            _("Il n’y a rien à insérer ; les décisions prises se suivent dans leur registre."),
        )
    plan = read_plan(library, workshop)
    with speaking(workshop.protocol.language if workshop.protocol else language()):
        step = opening_step(lines, today)
    if any(folded(one.title) == folded(step.title) for one in plan.steps):
        raise AtelierError(
            _("L’étape « {title} » est déjà dans le déroulé.").format(title=step.title),
            _("La modifier là, ou la retirer d’abord."),
        )
    return insert(plan, step, "")
