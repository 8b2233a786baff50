# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers what reports are filled from: public values through the guarded connection, people through consents only."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from forgeatelier.actions.consented import People, people_of
from forgeatelier.actions.reports_decisions import decisions_of
from forgeatelier.actions.reports_pictures import (
    SET_ASIDE,
    SORTED_STATES,
    chosen,
    moment_of,
    picture_of,
)
from forgeatelier.actions.reports_wording import Wording, wording_for
from forgeatelier.exporting.choices import called
from forgeatelier.exporting.reports.content import ReportContent, ReportDecision, StepStory
from forgeatelier.exporting.wording import colon
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import LANGUAGES, _, language, speaking
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.consent import Use
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.workshop.capture import PUBLISHABLE_STATES, Capture, CaptureKind, CaptureState
from forgeatelier.model.workshop.plan import running_order
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.slots import clock, conditions_of
from forgeatelier.model.workshop.timetable import Timetable, timetable
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.store.public import PublicReader

LIVING_STATES = tuple(state for state in CaptureState if state not in SET_ASIDE)
"""Everything but what was put aside: what the team's decision sheet shows."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What was gathered, with what the rest of a report is asked from."""

    content: ReportContent
    people: People
    wording: Wording


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was caught and may be shown."""

    workshop: Workshop
    captures: tuple[Capture, ...]
    photos: tuple[Capture, ...]
    decisions: tuple[ReportDecision, ...]


def gather_report(
    library: Library,
    workshop_id: str,
    use: Use,
    on: date,
    *,
    spoken: str = "",
    everything_sorted: bool = False,
    every_decision: bool = False,
) -> Gathering:
    """Everything a report for this use shows of a workshop, in the language `spoken` (else that of its protocol).

    Only what was retained, unless `everything_sorted`; `every_decision` takes those nobody sorted yet as well.
    Raises AtelierError when the workshop is not there.
    """
    kept = library.get(Workshop, workshop_id)
    if kept is None:
        raise AtelierError(
            _("Cet atelier n’est pas dans la bibliothèque."), _("Choisir un atelier de la liste.")
        )
    people = people_of(library, workshop_id, on)
    reader = PublicReader(library.file)
    try:
        workshop = reader.all(Workshop, id=workshop_id)[0]
        planned = reader.all(PlannedStep, workshop_id=workshop_id)
        captures = reader.all(Capture, workshop_id=workshop_id)
        runs = reader.all(StepRun, workshop_id=workshop_id)
        structures = {one.id: one for one in reader.all(Organisation)}
    finally:
        reader.close()
    wording = wording_for(use, people, tuple(structures.values()))
    states = SORTED_STATES if everything_sorted else PUBLISHABLE_STATES
    faces = {one.id: one.people for one in library.all(Capture, workshop_id=workshop_id)}
    said = spoken if spoken in LANGUAGES else _language_of(workshop)
    with speaking(said):
        photos, left_out = chosen(captures, faces, people, use, states)
        decisions = decisions_of(
            library, captures, people, wording, use, LIVING_STATES if every_decision else states
        )
        texts = tuple(sorted((one for one in captures if one.state in states), key=moment_of))
        steps = _worded(running_order(workshop, planned), workshop, wording)
        table = timetable(steps, conditions_of(workshop), workshop.starts_on)
        content = ReportContent(
            workshop=replace(
                workshop,
                aim=wording(workshop.aim),
                summary=wording(workshop.summary),
                context=wording(workshop.context),
            ),
            protocol=replace(workshop.protocol or Protocol(id="", title=workshop.title), internal_notes=""),
            timetable=table,
            use=use,
            language=said,
            made_on=on,
            host=structures.get(workshop.host_id),
            partners=tuple(structures[one] for one in workshop.partner_ids if one in structures),
            stories=_stories(steps, table, runs, _Taken(workshop, texts, photos, decisions), wording),
            decisions=decisions,
            left_out=left_out,
        )
    return Gathering(content, people, wording)


def _worded(steps: tuple[PlannedStep, ...], workshop: Workshop, wording: Wording) -> tuple[PlannedStep, ...]:
    """Steps a workshop wrote for itself may name its people; those of a protocol are for everyone to read."""
    if not workshop.own_steps:
        return steps
    return tuple(
        replace(
            one,
            title=wording(one.title),
            phase=wording(one.phase),
            instruction=wording(one.instruction),
            output=wording(one.output),
        )
        for one in steps
    )


def _language_of(workshop: Workshop) -> str:
    known = (workshop.protocol.language if workshop.protocol else "", *workshop.languages, language())
    return next((code for code in known if code in LANGUAGES), "fr")


def _stories(
    steps: Iterable[PlannedStep],
    table: Timetable,
    runs: Iterable[StepRun],
    taken: _Taken,
    wording: Wording,
) -> tuple[StepStory, ...]:
    """The steps in the order of the days with what was caught in each; what has no step comes last."""
    real = {one.step_id: one for one in runs}
    slots = {slot.step.step_id: slot for slot in table.slots}
    # Those on the clock keep the order of the clock; those before and after the days follow.
    order = {step_id: at for at, step_id in enumerate(slots)}
    ordered = sorted(steps, key=lambda one: order.get(one.step_id, len(order)))
    found = []
    for step in ordered:
        slot = slots.get(step.step_id)
        run = real.get(step.step_id)
        story = StepStory(
            step_id=step.step_id,
            title=step.title,
            day=slot.day if slot else 0,
            form=step.form,
            planned=f"{clock(slot.start)}–{clock(slot.end)}" if slot else "",
            real=_hours(run),
            became=called(run.outcome) if run and run.outcome is not StepOutcome.DONE else "",
            instruction=step.instruction,
            output=step.output,
        )
        found.append(_told(story, taken, wording, {step.step_id}))
    known = {one.step_id for one in ordered}
    others = {one.step_id for one in taken.captures} | {one.step_id for one in taken.decisions}
    others -= known
    # A step may have left the plan after something was caught during it.
    rest = StepStory(step_id="", title=_("Sans étape"))
    return (*found, _told(rest, taken, wording, others)) if others else tuple(found)


def _told(story: StepStory, taken: _Taken, wording: Wording, ids: set[str]) -> StepStory:
    here = [one for one in taken.captures if one.step_id in ids]
    return replace(
        story,
        pictures=tuple(
            picture_of(one, wording, taken.workshop) for one in taken.photos if one.step_id in ids
        ),
        notes=tuple(wording(one.text) for one in here if one.kind is CaptureKind.NOTE),
        links=tuple(
            wording(f"{one.text}{colon()} {one.link}" if one.text else one.link)
            for one in here
            if one.kind is CaptureKind.LINK
        ),
        decisions=tuple(one for one in taken.decisions if one.step_id in ids),
    )


def _hours(run: StepRun | None) -> str:
    """« 09:40–10:31 » on the clock of this computer, which was in the room."""
    if run is None or run.outcome is StepOutcome.SKIPPED:
        return ""
    began, ended = _local(run.began), _local(run.ended)
    return f"{began}–{ended}" if began and ended else began


def _local(moment: datetime | None) -> str:
    return f"{moment.astimezone():%H:%M}" if moment else ""
