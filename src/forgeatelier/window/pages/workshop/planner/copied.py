# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps on the clipboard: as steps for another plan, as lines of text for anything else."""

import json
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from forgeatelier.actions.plan import Plan, arranging
from forgeatelier.ground.words import ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.plain import from_plain, to_plain
from forgeatelier.model.workshop.durations import length_of, write_length
from forgeatelier.model.workshop.planned_step import PlannedStep

_KIND = "application/x-forgeatelier-steps"
_MOST = 2_000_000


def put(steps: Sequence[PlannedStep]) -> None:
    """Onto the clipboard."""
    data = QMimeData()
    data.setData(_KIND, json.dumps([to_plain(step) for step in steps]).encode())
    data.setText("\n".join(f"{write_length(length_of(step))}\t{step.title}" for step in steps))
    QGuiApplication.clipboard().setMimeData(data)


def taken() -> tuple[PlannedStep, ...]:
    """The steps on the clipboard; none when it holds anything else, or what another program made of them."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(_KIND):
        return ()
    raw = bytes(data.data(_KIND).data())
    try:
        return tuple(from_plain(PlannedStep, one) for one in json.loads(raw[:_MOST]))
    except (ValueError, TypeError, KeyError):
        return ()


def into(plan: Plan, steps: Sequence[PlannedStep], after: str | None) -> Change:
    """Copies of these in a plan, after the one with this id; locks stay behind."""
    copies: list[PlannedStep] = []
    for step in steps:
        grown = replace(plan, steps=(*plan.steps, *copies))
        copies.append(arranging.own(grown, replace(step, starts_at=None, ends_at=None, fork="", lane="")))
    title = ngettext("Coller une étape", "Coller {n} étapes", len(copies)).format(n=len(copies))
    return plan.changed(title, arranging.put(plan, tuple(copies), after))
