# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing what steps are: their fields, their length, their locks, and what the whole is planned for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from typing import Any

from forgeatelier.actions.plan.plan import Plan
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy, tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.workshop.durations import LONGEST, length_of, read_length, resized
from forgeatelier.model.workshop.fitting import fit
from forgeatelier.model.workshop.slots import Conditions, team_size_of

_COUNTS = ("minutes", "minutes_min", "per_person_seconds", "per_team_seconds")
_LINES = ("title", "phase", "lane", "lead", "room", "output")
_TEXTS = ("instruction", "facilitator", "participants", "safety_note", "notes")


def edit(plan: Plan, ids: Iterable[str], **said: Any) -> Change:
    """These steps with these fields changed. Raises AtelierError for a negative or absurd length or an empty title."""
    chosen = plan.chosen(ids)
    clean = {name: _clean(name, value) for name, value in said.items()}
    wanted = {step.id: replace(step, **clean) for step in chosen}
    title = ngettext("Modifier une étape", "Modifier {n} étapes", len(wanted)).format(n=len(wanted))
    return plan.changed(title, [wanted.get(step.id, step) for step in plan.steps])


def _clean(name: str, value: Any) -> Any:
    if name in _COUNTS:
        return _count(name, value)
    if name in _TEXTS:
        return tidy(value)
    if name in _LINES:
        value = tidy_line(value)
    if name == "title" and not value:
        raise AtelierError(_("L’étape n’a pas de titre."), _("Écrire un titre, même court."))
    return value


def _count(name: str, value: int) -> int:
    most = LONGEST if name.startswith("minutes") else LONGEST * 60
    if value < 0:
        raise AtelierError(
            _("Une durée ne peut pas être négative."), _("Écrire 45, 1h30 ou x30s (par personne).")
        )
    if value > most:
        raise AtelierError(
            _("Cette durée dépasse une journée entière."), _("Répartir l’étape sur plusieurs jours.")
        )
    return value


def set_length(plan: Plan, ids: Iterable[str], text: str) -> Change:
    """These steps as long as what was typed. Raises AtelierError for what is no length."""
    said = read_length(text)
    return edit(
        plan,
        ids,
        minutes=said.minutes,
        per_person_seconds=said.per_person_seconds,
        per_team_seconds=said.per_team_seconds,
    )


def lock(plan: Plan, ids: Iterable[str], starts_at: time | None, ends_at: time | None) -> Change:
    """These steps held at these times of day; None lets go."""
    chosen = plan.chosen(ids)
    wanted = {step.id: replace(step, starts_at=starts_at, ends_at=ends_at) for step in chosen}
    title = _("Fixer une heure") if starts_at or ends_at else _("Libérer une heure")
    return plan.changed(title, [wanted.get(step.id, step) for step in plan.steps])


def suppose(plan: Plan, then: Conditions) -> Change:
    """The workshop planned for these conditions: what a simulation showed, kept."""
    if then.people < 0:
        raise AtelierError(
            _("Le nombre de personnes ne peut pas être négatif."), _("Écrire 12, par exemple.")
        )
    size = team_size_of(plan.workshop)
    if then.people and then.teams > 0 and teams_for(then.people, size) != then.teams:
        size = -(-then.people // then.teams)
    else:
        size = plan.workshop.team_size
    now = replace(
        plan.workshop,
        people_planned=then.people,
        team_size=size,
        starts_at=then.starts_at,
        ends_at=then.ends_at,
        without=tuple(sorted(then.without)),
    )
    return Change(_("Appliquer la simulation"), (plan.workshop,), (now,))


def shorten_to_fit(plan: Plan) -> Change:
    """The steps shortened so that locked hours hold and days end in time. Raises AtelierError with nothing to win."""
    now = plan.conditions
    end = f"{now.ends_at:%H:%M}" if now.ends_at is not None else ""
    found = fit(plan.steps, now)
    if not found.minutes:
        raise _nothing_to_win(end, late=bool(found.missing))
    wanted = []
    for step in plan.steps:
        minutes = found.minutes.get(step.id)
        if minutes is None:
            wanted.append(step)
            continue
        said = resized(length_of(step), minutes, now.people, now.teams)
        wanted.append(
            replace(
                step,
                minutes=said.minutes,
                per_person_seconds=said.per_person_seconds,
                per_team_seconds=said.per_team_seconds,
            )
        )
    title = (
        _("Raccourcir pour finir à {time}").format(time=end) if end else _("Raccourcir pour tenir les heures")
    )
    return plan.changed(title, wanted)


def _nothing_to_win(end: str, *, late: bool) -> AtelierError:
    if late:
        return AtelierError(
            _("Aucune étape ne peut être raccourcie."),
            _("Donner une durée minimale à des étapes, en retirer une, ou changer une heure fixée."),
        )
    if end:
        return AtelierError(_("Le déroulé finit déjà à temps."), _("Il n’y a rien à raccourcir."))
    return AtelierError(
        _("L’atelier n’a pas d’heure de fin."), _("Écrire d’abord à quelle heure il doit finir.")
    )
