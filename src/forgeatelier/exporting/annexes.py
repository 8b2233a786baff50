# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a sheet as CSV, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from forgeatelier.exporting.choices import called
from forgeatelier.exporting.escaping import clean
from forgeatelier.exporting.scale import Scale
from forgeatelier.ground.words import _
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.agenda import programme
from forgeatelier.model.workshop.running import StepOutcome

# A cell that begins like this is a formula to a spreadsheet, and could call a program.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def supplies_table(protocol: Protocol, scale: Scale) -> str:
    """Tools and materials with the quantities for that group."""
    head = [
        _("Article"),
        _("Sorte"),
        _("Quantité"),
        _("Unité"),
        _("Provenance"),
        _("Indispensable"),
        _("À défaut"),
        _("Prix unitaire"),
        _("Coût"),
        _("Monnaie"),
        _("Personnes"),
        _("Équipes"),
    ]
    rows = [
        [
            one.name,
            called(one.kind),
            _plain(one.quantity(scale.people, scale.teams)) if one.has_quantity else "",
            one.unit,
            called(one.sourcing) if one.sourcing else "",
            _("oui") if one.critical else _("non"),
            one.substitute,
            _plain(one.unit_cost),
            _plain(one.cost(scale.people, scale.teams)),
            one.currency,
            str(scale.people),
            str(scale.teams),
        ]
        for one in protocol.materials
    ]
    return _table(head, rows)


def running_order_table(document: SheetDocument) -> str:
    """The running order: day, hours, step, planned and real minutes."""
    slots = document.slots or programme(document.protocol.steps, document.workshop.starts_at)
    real = {run.step_id: run.minutes for run in document.runs if run.outcome is not StepOutcome.SKIPPED}
    head = [
        _("Jour"),
        _("Début"),
        _("Fin"),
        _("Phase"),
        _("Étape"),
        _("Forme"),
        _("Minutes prévues"),
        _("Minutes réelles"),
    ]
    rows = [
        [
            str(slot.day),
            slot.start.strftime("%H:%M"),
            slot.end.strftime("%H:%M"),
            slot.step.phase,
            slot.step.title,
            called(slot.step.form),
            str(slot.step.minutes),
            "" if (minutes := real.get(slot.step.id)) is None else str(minutes),
        ]
        for slot in slots
    ]
    return _table(head, rows)


def guarded(cell: str) -> str:
    """`cell` as text that no spreadsheet takes for a formula."""
    first = cell[:1]
    text = " ".join(clean(cell).split())
    return f"'{text}" if first in _FORMULA or text[:1] in _FORMULA else text


def _plain(number: Decimal | None) -> str:
    if number is None:
        return ""
    return format(number.normalize(), "f") if number else "0"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()
