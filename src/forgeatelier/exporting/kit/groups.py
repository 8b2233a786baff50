# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 8: a card for each group, with its number, its drawing, and what it is asked to do."""

from typing import Any

from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.days import Line, days_of
from forgeatelier.exporting.kit.pictograms import drawing
from forgeatelier.ground.words import _
from forgeatelier.model.method.step import Form

_ROOM = 620
"""Letters of instructions that stay readable on half a page."""

_MOST_GROUPS = 200


def values(content: KitContent) -> dict[str, Any]:
    """Two cards to a page; every group has the same instructions."""
    tasks = _tasks(content)
    teams = min(content.timetable.conditions.teams, _MOST_GROUPS)
    size = -(-content.expected // teams) if teams else 0
    cards = []
    for place in range(teams):
        file, name = drawing(place)
        cards.append({"number": place + 1, "picto": file, "name": name})
    return {
        "pages": [cards[at : at + 2] for at in range(0, len(cards), 2)],
        "tasks": tasks,
        "members": max(3, min(size, 8)),
        "words": {
            "group": _("Groupe"),
            "members": _("Nous sommes"),
            "task": _("Ce que nous faisons"),
            "cut": _("Couper ici"),
            "output": _("Nous rapportons"),
        },
    }


def has_group_work(content: KitContent) -> bool:
    """Whether there is more than one group."""
    return content.timetable.conditions.teams > 1


def _tasks(content: KitContent) -> list[dict[str, Any]]:
    """The steps in groups; instructions as long as they fit on a card, then titles alone."""
    found = []
    room = _ROOM
    for day in days_of(content):
        for line in day.lines:
            if line.step.form not in (Form.GROUPS, Form.MAKING):
                continue
            told = line.step.instruction if len(line.step.instruction) <= room else ""
            room -= len(told) + len(line.step.title) + 20
            found.append(_task(line, told))
    return found[:14]


def _task(line: Line, told: str) -> dict[str, Any]:
    return {
        "start": line.start,
        "title": line.step.title,
        "told": told,
        "output": line.step.output if told else "",
    }
