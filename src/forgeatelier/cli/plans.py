# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command that shows a plan on the clock, and what other conditions would change."""

import re
from argparse import Namespace
from dataclasses import replace
from datetime import time
from typing import Any

from forgeatelier.actions.plan import Plan, read_plan, suppose
from forgeatelier.cli import output, session
from forgeatelier.cli.workshops import read_count
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.conflicts import Conflict
from forgeatelier.model.workshop.lock_words import minutes
from forgeatelier.model.workshop.needs import supply_list
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import Conditions, Slot, team_size_of
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.timetable import DayPlan, Timetable, clock
from forgeatelier.model.workshop.what_if import consequences
from forgeatelier.model.workshop.what_if_words import sentences
from forgeatelier.protocols.vocabulary import words_of

_HOUR = re.compile(r"(\d{1,2})(?:[:hH.](\d{2})?)?")


def plan(options: Namespace) -> int:
    """Show the timetable; with other conditions, what they change; with --apply, keep them."""
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        found = read_plan(atelier.library, workshop)
        then = _then(found, options)
        kept = atelier.library.all(Supply, workshop_id=workshop.id)
        told = (
            sentences(
                consequences(workshop, found.steps, supply_list(workshop, kept), found.conditions, then)
            )
            if then != found.conditions
            else ()
        )
        if options.apply and then != found.conditions:
            atelier.keep(suppose(found, then))
    shown = found.timetable(then)
    output.give(
        {
            "id": workshop.id,
            "title": workshop.heading,
            "applied": bool(options.apply),
            **_data(shown),
            "consequences": list(told),
        },
        as_json=options.json,
        text="\n".join((workshop.heading, *_text(shown), *_told(told, applied=options.apply))),
    )
    return 0


def read_hour(said: str) -> time | None:
    """A time of day as people write it; None when nothing was written. Raises AtelierError for what is no time."""
    if not said.strip():
        return None
    match = _HOUR.fullmatch(said.strip())
    if match and int(match[1]) < 24 and int(match[2] or 0) < 60:
        return time(int(match[1]), int(match[2] or 0))
    raise AtelierError(
        _("« {said} » n’est pas une heure.").format(said=said), _("Écrire par exemple 9:30, 09h30 ou 16:00.")
    )


def read_troubles(said: str) -> frozenset[Trouble]:
    """Troubles by their names in either language, separated by commas. Raises AtelierError for an unknown one."""
    known = {name: word.value for word in words_of(Trouble) for name in (_plain(word.fr), _plain(word.en))}
    found = set()
    for name in filter(None, (part.strip() for part in said.split(","))):
        if _plain(name) not in known:
            raise AtelierError(
                _("« {said} » n’est pas un imprévu connu.").format(said=name),
                _("Choisir parmi : {names}.").format(names=", ".join(one.value for one in Trouble)),
            )
        found.add(known[_plain(name)])
    return frozenset(found)


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-")


def _then(found: Plan, options: Namespace) -> Conditions:
    then = found.conditions
    if options.people is not None:
        people = read_count(options.people)
        then = replace(then, people=people, teams=teams_for(people, team_size_of(found.workshop)))
    if options.start is not None:
        then = replace(then, starts_at=read_hour(options.start) or then.starts_at)
    if options.end is not None:
        then = replace(then, ends_at=read_hour(options.end))
    if options.without is not None:
        then = replace(then, without=read_troubles(options.without))
    return then


def _text(shown: Timetable) -> list[str]:
    now = shown.conditions
    people = ngettext("Pour {count} personne", "Pour {count} personnes", now.people).format(count=now.people)
    teams = ngettext("en {count} groupe", "en {count} groupes", now.teams).format(count=now.teams)
    lines = [f"{people} {teams}"]
    if not shown.slots:
        lines.append(_("Cet atelier n’a pas de programme."))
    lines += _apart(_("Avant l’atelier"), shown.before, now)
    for day in shown.days:
        lines += ["", _heading(day, several=len(shown.days) > 1), *(_line(slot) for slot in day.slots)]
        lines.append(_totals(day))
    lines += _apart(_("Après l’atelier"), shown.after, now)
    if shown.conflicts:
        lines += ["", *(f"{'⛔' if c.blocks else '⚠'} {c.what} {c.advice}" for c in shown.conflicts)]
    return lines


def _apart(title: str, steps: tuple[PlannedStep, ...], _now: Conditions) -> list[str]:
    return ["", title, *(f"{'':13}{step.title}  [{step.step_id}]" for step in steps)] if steps else []


def _heading(day: DayPlan, *, several: bool) -> str:
    name = _("Jour {n}").format(n=day.day) if several else _("Déroulé")
    return f"{name} ({day.on.isoformat()})" if day.on else name


def _line(slot: Slot) -> str:
    lane = f"{slot.step.lane or '·'} | " if slot.step.fork else ""
    locks = "".join(
        mark for mark, lock in ((" ⇤", slot.step.starts_at), (" ⇥", slot.step.ends_at)) if lock is not None
    )
    hours = f"{clock(slot.start)}–{clock(slot.end)}"
    return f"{hours}  {slot.minutes:>4} min  {lane}{slot.step.title}{locks}  [{slot.step.step_id}]"


def _totals(day: DayPlan) -> str:
    return _("Fin à {end} · respiration {breathing} · plus longue suite sans pause {stretch}").format(
        end=clock(day.end), breathing=minutes(day.breathing), stretch=minutes(day.stretch)
    )


def _told(told: tuple[str, ...], *, applied: bool) -> list[str]:
    if not told:
        return []
    head = _("Ce qui a changé") if applied else _("Ce qui changerait (rien n’est gardé sans --apply)")
    return ["", head, *(f"- {one}" for one in told)]


def _data(shown: Timetable) -> dict[str, Any]:
    now = shown.conditions
    return {
        "people": now.people,
        "teams": now.teams,
        "starts_at": f"{now.starts_at:%H:%M}",
        "ends_at": f"{now.ends_at:%H:%M}" if now.ends_at else None,
        "without": sorted(now.without),
        "days": [_day(day) for day in shown.days],
        "before": [_step(step) for step in shown.before],
        "after": [_step(step) for step in shown.after],
        "conflicts": [_conflict(one) for one in shown.conflicts],
    }


def _day(day: DayPlan) -> dict[str, Any]:
    names = ("work", "breaks", "buffers", "gaps", "breathing", "stretch")
    return {
        "day": day.day,
        "on": day.on.isoformat() if day.on else None,
        "start": clock(day.start),
        "end": clock(day.end),
        **{name: getattr(day, name) for name in names},
        "steps": [
            {
                **_step(slot.step),
                "start": clock(slot.start),
                "end": clock(slot.end),
                "minutes": slot.minutes,
                "gap": slot.gap,
                "fork": slot.step.fork,
                "lane": slot.step.lane,
            }
            for slot in day.slots
        ],
    }


def _step(step: PlannedStep) -> dict[str, Any]:
    return {
        "id": step.step_id,
        "title": step.title,
        "form": step.form.value,
        "importance": step.importance.value,
    }


def _conflict(one: Conflict) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "blocks": one.blocks,
        "day": one.day,
        "minutes": one.minutes,
        "what": one.what,
        "advice": one.advice,
    }
