# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheet 1: what the person who leads holds in hand, step by step, with room to write what really happened."""

from typing import Any

from forgeatelier.exporting.choices import called, listed
from forgeatelier.exporting.kit.content import KitContent
from forgeatelier.exporting.kit.days import Block, Line, days_of, outside
from forgeatelier.exporting.wording import duration, joined
from forgeatelier.ground.words import _
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.naming import word_of
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Form, Importance, Trouble

_QUIET = (Form.BREAK, Form.BUFFER)


def values(content: KitContent) -> dict[str, Any]:
    """The days with everything the facilitator says, does and watches."""
    without = frozenset(content.workshop.without)
    return {
        "words": _words(),
        "without": [called(trouble) for trouble in Trouble if trouble in without],
        "days": [
            {
                "label": day.label,
                "summary": day.summary,
                "blocks": [_block(block, without) for block in day.blocks],
            }
            for day in days_of(content)
        ],
        "before": [_step(line, without) for line in outside(content.timetable.before)],
        "after": [_step(line, without) for line in outside(content.timetable.after)],
        "asks": _asks(content.protocol),
        "rules": content.protocol.ground_rules,
        "hazards": [
            {
                "what": one.hazard,
                "level": called(one.severity),
                "prevention": one.prevention,
                "gear": ", ".join(one.protective_gear),
                "first_aid": one.first_aid,
            }
            for one in content.protocol.safety
        ],
    }


def _asks(protocol: Protocol) -> list[dict[str, str]]:
    """What the method is for, and what it asks of people and place; nothing where nobody said."""
    told = (
        (_("Sert à"), joined(listed("besoins", code) for code in protocol.needs)),
        (_("Lire et écrire"), word_of(protocol.reading) if protocol.reading else ""),
        (_("Appareils"), joined(word_of(device) for device in protocol.devices)),
    )
    return [{"label": label, "said": said} for label, said in told if said]


def headings(content: KitContent) -> tuple[str, ...]:
    """The title of every step: each must be found in the PDF."""
    timed = tuple(line.step.title for day in days_of(content) for line in day.lines)
    rest = (*content.timetable.before, *content.timetable.after)
    return tuple(title for title in (*timed, *(step.title for step in rest)) if title.strip())


def _block(block: Block, without: frozenset[Trouble]) -> dict[str, Any]:
    return {
        "forked": block.forked,
        "phase": block.lines[0].first_of_phase,
        "lanes": [
            {"name": name, "steps": [_step(line, without) for line in lines]} for name, lines in block.lanes
        ],
    }


def _step(line: Line, without: frozenset[Trouble]) -> dict[str, Any]:
    step = line.step
    happens = [one for one in step.plan_b if one.trouble in without]
    may = [one for one in step.plan_b if one.trouble not in without]
    careful = bool(step.traps or step.safety_note) or step.risk in (Severity.MEDIUM, Severity.HIGH)
    return {
        "line": line,
        "step": step,
        "quiet": step.form in _QUIET,
        "importance": called(step.importance) if step.form not in _QUIET else "",
        "essential": step.importance is Importance.ESSENTIAL and step.form not in _QUIET,
        "about": _about(line, careful=careful),
        "plan_b_now": [{"trouble": called(one.trouble), "instead": one.instead} for one in happens],
        "plan_b": [{"trouble": called(one.trouble), "instead": one.instead} for one in may],
        "danger": called(step.risk) if step.risk is not Severity.NONE else "",
        "careful": careful,
        "power_missing": step.power and Trouble.NO_POWER in without and not happens,
    }


def _about(line: Line, *, careful: bool) -> list[str]:
    """The small print of a step: importance, shortest time, lock, danger, who leads, where."""
    step = line.step
    ordinary = step.form not in _QUIET and step.importance is not Importance.ESSENTIAL
    said = [
        called(step.importance) if ordinary else "",
        _("au moins {time}").format(time=duration(step.minutes_min)) if step.minutes_min > 0 else "",
        _("heure fixée") if step.starts_at is not None or step.ends_at is not None else "",
        called(step.risk) if step.risk is not Severity.NONE and not careful else "",
        _("{who} mène").format(who=line.lead) if line.lead else "",
        step.room,
    ]
    return [one for one in said if one]


def _words() -> dict[str, str]:
    return {
        "instruction": _("À dire"),
        "facilitator": _("À faire"),
        "participants": _("Le groupe"),
        "materials": _("Matériel"),
        "supports": _("Supports"),
        "output": _("Ce qui en sort"),
        "plan_b_now": _("Le plan B est le plan"),
        "plan_b": _("Si…"),
        "traps": _("Pièges"),
        "tips": _("Conseils"),
        "safety": _("Sécurité"),
        "real": _("Réel"),
        "began": _("début"),
        "ended": _("fin"),
        "parallel": _("En même temps"),
        "without": _("Prévu sans"),
        "before": _("Avant le jour"),
        "after": _("Après le jour"),
        "rules": _("Nos règles"),
        "hazards": _("Dangers du jour"),
        "prevention": _("Prévenir"),
        "gear": _("Protections"),
        "first_aid": _("Premiers gestes"),
        "no_power": _("Cette étape demande du courant et n’a pas de plan B : en prévoir un."),
    }
