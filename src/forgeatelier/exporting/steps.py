# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running order with its real times, and the steps one by one with what was kept of each."""

from forgeatelier.exporting import sections
from forgeatelier.exporting.before import quotation, step_title
from forgeatelier.exporting.choices import called, licence_name
from forgeatelier.exporting.dialect import (
    Callout,
    bullets,
    callout,
    image,
    link,
    page,
    prose,
    said,
    section,
    table,
)
from forgeatelier.exporting.escaping import blocks, within
from forgeatelier.exporting.sections import Section
from forgeatelier.exporting.wording import clock, colon, day, duration, joined, labelled
from forgeatelier.ground.words import _
from forgeatelier.model.commons.document import DecisionTaken, Picture, SheetDocument, StepHarvest
from forgeatelier.model.method.hazard import Severity
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Importance, Step
from forgeatelier.model.workshop.agenda import Slot, lane_words, programme
from forgeatelier.model.workshop.running import StepOutcome, StepRun


def running_order(document: SheetDocument) -> str:
    """When each step was planned, and how long it was meant to take and took."""
    slots = document.slots or programme(document.protocol.steps, document.workshop.starts_at)
    if not slots:
        return ""
    numbers = {step.id: number for number, step in enumerate(document.protocol.steps, 1)}
    days = sorted({slot.day for slot in slots})
    tables = [_one_day(document, [s for s in slots if s.day == number], numbers) for number in days]
    if len(days) > 1:
        tables = [
            section(_("Jour {n}").format(n=n), one, level=3) for n, one in zip(days, tables, strict=True)
        ]
    return section(sections.title(Section.PROGRAMME), *tables)


def steps(protocol: Protocol, document: SheetDocument | None = None) -> str:
    """Every step: what to say, what to do, what was seen, kept and decided."""
    body = [_step(number, step, protocol, document) for number, step in enumerate(protocol.steps, 1)]
    return section(sections.title(Section.STEPS), *body)


def unfiled(document: SheetDocument) -> str:
    """What was kept of the workshop and belongs to no step."""
    return section(sections.title(Section.HARVEST), *kept(document.harvest_of(""), ""))


def _one_day(document: SheetDocument, slots: list[Slot], numbers: dict[str, int]) -> str:
    timed = any(run.minutes is not None for run in document.runs)
    head = [_("Heure"), _("Étape"), _("Forme"), _("Prévu")]
    rows = []
    for slot in slots:
        title = joined([within(lane_words(slot.lane)), step_title(numbers[slot.step.id], slot.step)], " · ")
        row = [clock(slot.start), title, called(slot.step.form), duration(slot.step.minutes)]
        rows.append([*row, _real(_run_of(document, slot.step.id))] if timed else row)
    return table([*head, _("Réel")] if timed else head, rows, right=[3, 4])


def _run_of(document: SheetDocument | None, step_id: str) -> StepRun | None:
    runs = document.runs if document else ()
    return next((run for run in runs if run.step_id == step_id), None)


def _real(run: StepRun | None) -> str:
    if run is None or run.outcome is StepOutcome.SKIPPED:
        return "—"
    return duration(run.minutes) if run.minutes is not None else "—"


def _step(number: int, step: Step, protocol: Protocol, document: SheetDocument | None) -> str:
    harvest = document.harvest_of(step.id) if document else StepHarvest(step_id=step.id)
    first, others = harvest.pictures[:1], harvest.pictures[1:]
    return section(
        sections.step_title(number, within(step.title)),
        *(picture(one) for one in first),
        _about(step, _run_of(document, step.id)),
        _warning(step),
        labelled(_("Consigne"), quotation(step.instruction)) if step.instruction.strip() else "",
        _told(_("Ce que vous faites"), step.facilitator),
        _told(_("Ce que fait le groupe"), step.participants),
        _told(_("On obtient"), step.output),
        _supplies(step, protocol),
        callout(Callout.TIP, said(step.tips)),
        callout(Callout.CAUTION, said(step.traps)),
        _plan_b(step),
        *(picture(one) for one in others),
        *kept(
            StepHarvest(
                step_id=step.id, notes=harvest.notes, links=harvest.links, decisions=harvest.decisions
            ),
            _("Ce jour-là"),
        ),
        level=3,
    )


def kept(harvest: StepHarvest, heading: str) -> list[str]:
    """The pictures, notes, decisions and links of a harvest."""
    short = [text for text in harvest.notes if "\n" not in text.strip()]
    long = [blocks(text) for text in harvest.notes if "\n" in text.strip()]
    notes = [said(short), *long]
    return [
        *(picture(one) for one in harvest.pictures),
        page(f"**{heading}**" if heading else "", *notes) if any(notes) else "",
        _listed(_("Décisions"), [_decision(one) for one in harvest.decisions]),
        _listed(_("Liens"), [link(label, address) for label, address in harvest.links]),
    ]


def picture(one: Picture) -> str:
    """A photo with its caption, credit and licence."""
    credit = joined([one.credit, licence_name(one.licence)])
    return image(one.alt, f"../{one.name}", one.caption, f"{_('Photo')}{colon()} {credit}." if credit else "")


def _listed(label: str, lines: list[str]) -> str:
    return page(f"**{label}**", bullets(lines)) if lines else ""


def _about(step: Step, run: StepRun | None) -> str:
    times = _("prévu {planned}").format(planned=duration(step.minutes))
    if run is not None and run.minutes is not None and run.outcome is not StepOutcome.SKIPPED:
        times = _("prévu {planned}, réel {real}").format(
            planned=duration(step.minutes), real=duration(run.minutes)
        )
    least = _("au moins {least}").format(least=duration(step.minutes_min)) if step.minutes_min else ""
    how = (
        ""
        if step.importance is Importance.ESSENTIAL
        else _("étape {kind}").format(kind=called(step.importance))
    )
    outcome = called(run.outcome) if run is not None and run.outcome is not StepOutcome.DONE else ""
    return joined(
        [f"*{within(step.phase)}*" if step.phase else "", times, least, called(step.form), how, outcome],
        " · ",
    )


def _warning(step: Step) -> str:
    # A warning that says nothing teaches people to skip warnings.
    if step.risk in (Severity.NONE, Severity.LOW) and not step.safety_note:
        return ""
    risk = "" if step.risk is Severity.NONE else f"**{called(step.risk).capitalize()}.**"
    return callout(Callout.WARNING, joined([risk, prose(step.safety_note)], " "))


def _told(label: str, text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    if "\n" in text:
        return page(f"**{label}{colon()}**", blocks(text))
    return labelled(label, prose(text))


def _supplies(step: Step, protocol: Protocol) -> str:
    supports = joined(within(one) for one in step.supports)
    supplies = joined(within(one) for one in step.materials)
    lines = [
        labelled(_("Matériel"), supplies) if supplies else "",
        labelled(_("Supports"), supports) if supports else "",
        labelled(_("Électricité"), _("nécessaire")) if step.power else "",
    ]
    return page(*lines) if any(lines) else ""


def _plan_b(step: Step) -> str:
    lines = [labelled(called(one.trouble), within(one.instead)) for one in step.plan_b]
    return page(f"**{_('Plan B')}**", bullets(lines)) if lines else ""


def _decision(decision: DecisionTaken) -> str:
    how = within(decision.method)
    until = _("à faire avant le {day}").format(day=day(decision.due)) if decision.due else ""
    about = joined([how, until])
    return within(decision.text) + (f" ({about})" if about else "")
