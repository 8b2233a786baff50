# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 2: the whole running order on one page, for everyone or for one role, in letters as large as will fit."""

from dataclasses import dataclass
from typing import Any

from forgeatelier.exporting.choices import called, listed
from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.days import Block, Day, Line, days_of, legend
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.method.step import Form, Importance, Trouble
from forgeatelier.model.people.name_guard import folded


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set the page: the size of its letters in points and how many columns stand beside each other."""

    size: float
    columns: int = 1


MOST_LINES = 150
"""More than this cannot be read on one page: each day then has its own."""

FITS = (
    Fit(11),
    Fit(10),
    Fit(9),
    Fit(8.2),
    Fit(7.6),
    Fit(9.4, 2),
    Fit(8.4, 2),
    Fit(7.6, 2),
    Fit(6.8, 2),
    Fit(6, 2),
    Fit(5.4, 2),
    Fit(5, 3),
    Fit(4, 3),
)
"""From the most readable to the last resort; the first one that stays on one page is taken."""


def values(content: KitContent, fit: Fit, *, apart: bool = False) -> dict[str, Any]:
    """The days as lines, lanes side by side; `apart` gives each day a page of its own."""
    days = days_of(content)
    return {
        "size": fit.size,
        "columns": fit.columns,
        "apart": apart,
        "role": listed("roles", content.role),
        "days": [
            {"label": day.label, "summary": day.summary, "rows": _rows(day, content.role)} for day in days
        ],
        "legend": _legend(days),
        **_columns(days, fit),
        "without": [called(trouble) for trouble in Trouble if trouble in frozenset(content.workshop.without)],
        "team": [{"name": one.name, "role": listed("roles", one.role)} for one in content.team],
        "words": {
            "for_role": _("Pour"),
            "time": _("Heure"),
            "step": _("Étape"),
            "minutes": _("Durée"),
            "lead": _("Qui"),
            "room": _("Où"),
            "materials": _("Avec"),
            "without": _("Prévu sans"),
            "team": _("L’équipe"),
            "essential": _("★ indispensable"),
            "locked": _("‡ heure fixée"),
        },
    }


_EMPTY: dict[str, Any] = {"phase": "", "others": "", "lanes": (), "lines": (), "start": "", "end": ""}


def _columns(days: tuple[Day, ...], fit: Fit) -> dict[str, Any]:
    """Which columns are worth their width; beside each other there is room for the essential ones only."""
    alone = fit.columns == 1
    who = alone and any(line.lead or line.step.room for day in days for line in day.lines)
    materials = alone and any(line.step.materials for day in days for line in day.lines)
    return {"show_who": who, "show_materials": materials, "span": 4 + who + materials}


def is_for(line: Line, role: str) -> bool:
    """Whether someone in this role needs the step: she leads it, nobody in particular does, or all stop."""
    lead = line.step.lead
    if not role or not lead or line.step.form is Form.BREAK:
        return True
    return folded(lead) in (folded(role), folded(listed("roles", role)))


def _rows(day: Day, role: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    others: list[Line] = []
    for block in day.blocks:
        if not any(is_for(line, role) for line in block.lines):
            others += block.lines
            continue
        rows += _elsewhere(others)
        others = []
        if block.lines[0].first_of_phase:
            rows.append({**_EMPTY, "phase": block.lines[0].first_of_phase})
        rows.append(_row(block, role))
    return rows + _elsewhere(others)


def _elsewhere(lines: list[Line]) -> list[dict[str, Any]]:
    """Steps that others lead, in one thin line, so that one still knows where the day is."""
    if not lines:
        return []
    said = ngettext("{n} étape menée par d’autres", "{n} étapes menées par d’autres", len(lines))
    return [{**_EMPTY, "others": said.format(n=len(lines)), "start": lines[0].start, "end": lines[-1].end}]


def _row(block: Block, role: str) -> dict[str, Any]:
    if block.forked:
        return {
            **_EMPTY,
            "lanes": [
                {"name": name, "lines": [_line(line, role) for line in lines if is_for(line, role)]}
                for name, lines in block.lanes
            ],
            "start": min(line.start for line in block.lines),
        }
    return {**_EMPTY, "lines": [_line(line, role) for line in block.lines]}


def _line(line: Line, role: str) -> dict[str, Any]:
    step = line.step
    return {
        "line": line,
        "title": step.title,
        "materials": ", ".join(step.materials),
        "room": step.room,
        "mine": bool(role and step.lead),
        "essential": step.importance is Importance.ESSENTIAL and step.form not in (Form.BREAK, Form.BUFFER),
        "locked": step.starts_at is not None or step.ends_at is not None,
    }


def _legend(days: tuple[Day, ...]) -> list[tuple[str, str, str]]:
    used = {line.kind for day in days for line in day.lines}
    return [one for one in legend() if one[0] in used]
