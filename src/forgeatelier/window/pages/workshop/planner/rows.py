# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A timetable as the rows and headings of the planner."""

from collections.abc import Mapping, Sequence

from forgeatelier.ground.words import _, language
from forgeatelier.model import reference
from forgeatelier.model.method.step import Importance
from forgeatelier.model.workshop.conflicts import Clash, Conflict
from forgeatelier.model.workshop.durations import Length, length_of, minutes_of
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.timetable import Conditions, DayPlan, Slot, Timetable, clock
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.planner.pieces import Fault, Row
from forgeatelier.window.widgets import KIND_WORDS


def rows_of(
    table: Timetable, before: Mapping[str, int] | None = None, last: Sequence[Row] = ()
) -> tuple[Row, ...]:
    """Every step in order; `before` are the starts one compares with (by id of entity).

    A row of `last` that would be made again as it is stays: most steps do not move when one is edited.
    """
    faults = _faults(table)
    known = before or {}
    now = table.conditions
    made = {row.id: row for row in last}
    outside = [_outside(step, now, faults) for step in table.before]
    inside = [
        _same(made.get(slot.step.id), slot, now, faults, known) or _on_clock(slot, now, faults, known)
        for slot in table.slots
    ]
    return (*outside, *inside, *(_outside(step, now, faults) for step in table.after))


def _faults(table: Timetable) -> dict[str, list[Fault]]:
    """What is wrong by the id of the step it is said under: that of a whole day under its last step."""
    last = {day.day: day.slots[-1].step.id for day in table.days if day.slots}
    found: dict[str, list[Fault]] = {}
    for conflict in table.conflicts:
        # The strip says how long one sits without a break.
        if conflict.kind is not Clash.STRETCH:
            key = conflict.step_id or last.get(conflict.day, "")
            found.setdefault(key, []).append(Fault(in_words(conflict), conflict.blocks))
    return found


def in_words(conflict: Conflict) -> str:
    """What happens and what can be done, in a breath."""
    return saying.tied(f"{conflict.what} {conflict.advice}".strip())


def _outside(step: PlannedStep, now: Conditions, faults: Mapping[str, Sequence[Fault]]) -> Row:
    minutes = minutes_of(step, now.people, now.teams)
    return Row(
        step=step,
        start="",
        end="",
        begins=0,
        minutes=minutes,
        gap=0,
        length=saying.duration(minutes),
        sum=_sum(step, now),
        note=_note(step),
        faults=tuple(faults.get(step.id, ())),
    )


def _same(
    row: Row | None,
    slot: Slot,
    now: Conditions,
    faults: Mapping[str, Sequence[Fault]],
    known: Mapping[str, int],
) -> Row | None:
    """The row there was when nothing it says has changed."""
    if row is None or row.step is not slot.step or row.faults or row.sum or slot.step.id in faults:
        return None
    if known.get(row.id, slot.start) != slot.start or row.instead:
        return None
    return row if (row.begins, row.minutes, row.gap) == (slot.start, slot.minutes, slot.gap) else None


def _on_clock(
    slot: Slot, now: Conditions, faults: Mapping[str, Sequence[Fault]], known: Mapping[str, int]
) -> Row:
    step = slot.step
    was = known.get(step.id, slot.start)
    return Row(
        step=step,
        start=clock(slot.start),
        end=clock(slot.end),
        begins=slot.start,
        minutes=slot.minutes,
        gap=slot.gap,
        length=saying.duration(slot.minutes),
        sum=_sum(step, now),
        least=_("min {n}").format(n=step.minutes_min) if step.minutes_min else "",
        note=_note(step),
        instead=clock(was) if was != slot.start else "",
        faults=tuple(faults.get(step.id, ())),
    )


def _sum(step: PlannedStep, now: Conditions) -> str:
    """« 30 s × 30 = » when the length depends on the group."""
    length = length_of(step)
    if length == Length(length.minutes):
        return ""
    parts = [str(length.minutes)] if length.minutes else []
    for seconds, count in ((length.per_person_seconds, now.people), (length.per_team_seconds, now.teams)):
        if seconds:
            parts.append(f"{_each(seconds)} × {count}")
    return " + ".join(parts) + " ="


def _each(seconds: int) -> str:
    whole, rest = divmod(seconds, 60)
    return _("{n} min").format(n=whole) if not rest else _("{n} s").format(n=seconds)


def _note(step: PlannedStep) -> str:
    fixed = _("finit à {time}").format(time=saying.clock(step.ends_at)) if step.ends_at else ""
    spare = _("facultative") if step.importance is Importance.OPTIONAL else ""
    lead = reference.label("roles", step.lead, language()) if step.lead else ""
    return " · ".join(part for part in (fixed, spare, lead, step.room) if part)


def headings(table: Timetable) -> dict[int, tuple[str, str]]:
    """The heading of each day, when there is more than one."""
    if len(table.days) < 2:
        return {}
    return {day.day: (_title(day), _hours(day)) for day in table.days}


def _title(day: DayPlan) -> str:
    said = _("Jour {n}").format(n=day.day)
    return f"{said} · {saying.day(day.on, 'dddd d MMMM')}" if day.on else said


def _hours(day: DayPlan) -> str:
    return f"{clock(day.start)} – {clock(day.end)} · {saying.duration(day.end - day.start)}"


def aloud(row: Row, *, several_days: bool) -> str:
    """A step as a screen reader says it."""
    step = row.step
    place = {
        Zone.BEFORE: _("avant l’atelier"),
        Zone.AFTER: _("après l’atelier"),
        Zone.DAY: _("jour {n}").format(n=step.day) if several_days else "",
    }[step.zone]
    parts = (
        row.start,
        step.title or _("étape sans titre"),
        row.length,
        _(KIND_WORDS[step.form.value]),
        place,
        _("voie {name}").format(name=step.lane) if step.fork else "",
        _("indispensable") if step.importance is Importance.ESSENTIAL else "",
        _("heure verrouillée") if step.starts_at or step.ends_at else "",
        row.note,
        *(fault.words for fault in row.faults),
    )
    return ", ".join(part for part in parts if part)
