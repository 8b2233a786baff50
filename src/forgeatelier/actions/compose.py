# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers a conduct sheet: public values through the guarded connection, people through their consents only."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from uuid import NAMESPACE_URL, UUID, uuid5

from forgeatelier.actions.consented import People, doubt_on, figures_of, people_of, thanks_of
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.commons.document import (
    Attribution,
    DecisionTaken,
    Picture,
    SheetDocument,
    StepHarvest,
)
from forgeatelier.model.commons.preflight import Doubt, Finding, findings
from forgeatelier.model.commons.sheet import ConductSheet, Publication
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import Origin
from forgeatelier.model.people.name_guard import NameGuard
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.plain import canonical, to_plain
from forgeatelier.model.workshop.capture import PUBLISHABLE_STATES, Capture, CaptureKind
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.plan import agenda_of, as_run
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library
from forgeatelier.store.public import PublicReader


@dataclass(frozen=True, slots=True)
class Gathered:
    """The document ready to write, what the pre-flight found, and who is in it (ids, for the ledger)."""

    document: SheetDocument
    findings: tuple[Finding, ...]
    capture_ids: tuple[str, ...]
    person_ids: tuple[str, ...]
    content: str


def sheet_of(library: Library, workshop: Workshop) -> ConductSheet:
    """The workshop's sheet as kept, or a first one made from the workshop (not kept yet, its id fixed)."""
    kept = library.all(ConductSheet, workshop_id=workshop.id)
    if kept:
        return kept[0]
    return ConductSheet(
        id=str(uuid5(NAMESPACE_URL, f"forge-atelier:sheet:{workshop.id}")),
        workshop_id=workshop.id,
        title=workshop.title,
        language=workshop.protocol.language if workshop.protocol else "fr",
        licence=workshop.licence,
        collective=_default_collective(library, workshop),
    )


def _default_collective(library: Library, workshop: Workshop) -> str:
    host = library.get(Organisation, workshop.host_id) if workshop.host_id else None
    return host.name if host else ""


def gather(library: Library, workshop_id: str, on: date) -> Gathered:
    """Everything the sheet of this workshop shows, as it may be shown on that day. Raises AtelierError."""
    kept = library.get(Workshop, workshop_id)
    if kept is None:
        raise AtelierError(
            _("Cet atelier n’existe pas dans la bibliothèque."),
            _("Vérifier son identifiant : « forgeatelier workshop list »."),
        )
    if kept.protocol is None:
        raise AtelierError(
            _("Cet atelier n’a pas de protocole."), _("Lui en donner un avant de publier sa fiche.")
        )
    sheet = sheet_of(library, kept)
    people = people_of(library, workshop_id, on)
    reader = PublicReader(library.file)
    try:
        document, doubts, person_ids = _document(reader, library, sheet, people)
    finally:
        reader.close()
    document, content = _dated(library, document, on)
    guard = NameGuard(people.everyone.values(), people.present, _allowed_words(document))
    return Gathered(
        document,
        findings(document, doubts, guard),
        tuple(p.capture_id for p in document.pictures),
        person_ids,
        content,
    )


def _allowed_words(document: SheetDocument) -> tuple[str, ...]:
    named = tuple(o.name for o in (document.host, *document.partners) if o)
    return (
        *(c.name for c in document.credits if c.name),
        *named,
        document.sheet.collective,
        *(a.name for a in document.protocol.authors),
    )


def _document(
    reader: PublicReader, library: Library, sheet: ConductSheet, people: People
) -> tuple[SheetDocument, tuple[Doubt, ...], tuple[str, ...]]:
    workshop = reader.all(Workshop, id=people.workshop_id)[0]
    planned = reader.all(PlannedStep, workshop_id=workshop.id)
    protocol = as_run(workshop, planned) or Protocol()
    structures = {o.id: o for o in reader.all(Organisation)}
    captures = [
        c for state in PUBLISHABLE_STATES for c in reader.all(Capture, workshop_id=workshop.id, state=state)
    ]
    faces = {c.id: c.people for c in library.all(Capture, workshop_id=workshop.id)}
    doubts = tuple(d for c in captures if (d := doubt_on(c, faces.get(c.id, ()), people)) is not None)
    # What consents do not cover is left out even though the pre-flight already blocks: two walls, not one.
    doubtful = {d.capture_id for d in doubts}
    shown = sorted(
        (c for c in captures if c.id not in doubtful),
        key=lambda c: (c.taken or c.moment or datetime.min).replace(tzinfo=None),
    )
    harvest = _harvest(shown, {step.id for step in protocol.steps})
    thanks, anonymous, person_ids = thanks_of(people)
    seen = {p for c in shown for p in faces.get(c.id, ())}
    public_sheet = next(iter(reader.all(ConductSheet, id=sheet.id)), replace(sheet, notes=""))
    document = SheetDocument(
        version_id="",
        series_id=sheet.id,
        made_on=people.on,
        sheet=public_sheet,
        workshop=workshop,
        protocol=replace(protocol, internal_notes=""),
        host=structures.get(workshop.host_id),
        partners=tuple(structures[i] for i in workshop.partner_ids if i in structures),
        slots=agenda_of(workshop, planned),
        runs=reader.all(StepRun, workshop_id=workshop.id),
        cover=_cover(public_sheet, harvest),
        harvest=harvest,
        outputs=reader.all(Output, workshop_id=workshop.id),
        lessons=next(iter(reader.all(Lessons, workshop_id=workshop.id)), None),
        figures=figures_of(library, people),
        credits=thanks,
        anonymous_contributions=anonymous,
        attributions=_attributions(protocol.derived_from, shown),
        taken=replace(workshop.protocol, internal_notes="")
        if workshop.own_steps and workshop.protocol
        else None,
    )
    return document, doubts, tuple(sorted({*person_ids, *seen}))


def slug(text: str, longest: int = 40) -> str:
    """Lower-case ASCII words joined by hyphens, safe on every disk."""
    bare = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = "".join(c if c.isalnum() else " " for c in bare).split()
    short = ""
    for word in words:
        if len(short) + len(word) + 1 > longest:
            break
        short = f"{short}-{word}" if short else word
    return short


def _picture(capture: Capture) -> Picture:
    name = slug(capture.caption or capture.alt) or "photo"
    return Picture(
        capture_id=capture.id,
        media=capture.media,
        name=f"medias/{name}_{capture.media[:12]}.jpg",
        alt=capture.alt,
        caption=capture.caption,
        credit=capture.credit_line,
        licence=capture.licence,
        source=capture.source,
        width=capture.width,
        height=capture.height,
    )


def _harvest(captures: list[Capture], known: Collection[str]) -> tuple[StepHarvest, ...]:
    steps: dict[str, list[Capture]] = {}
    for capture in captures:
        # A step may have left the plan after something was caught during it.
        steps.setdefault(capture.step_id if capture.step_id in known else "", []).append(capture)
    return tuple(
        StepHarvest(
            step_id=step_id,
            pictures=tuple(_picture(c) for c in taken if c.kind is CaptureKind.PHOTO),
            notes=tuple(c.text for c in _by_family(taken) if c.kind is CaptureKind.NOTE),
            links=tuple((c.text or c.link, c.link) for c in taken if c.kind is CaptureKind.LINK),
            decisions=tuple(
                DecisionTaken(
                    text=c.text,
                    method=c.decided.method if c.decided else "",
                    due=c.decided.due if c.decided else None,
                )
                for c in taken
                if c.kind is CaptureKind.DECISION
            ),
        )
        for step_id, taken in sorted(steps.items())
    )


def _by_family(captures: list[Capture]) -> list[Capture]:
    """Those of one family beside each other, where its first one stands; the others stay in their place."""
    first: dict[str, int] = {}
    for place, capture in enumerate(captures):
        first.setdefault(capture.cluster or capture.id, place)
    return sorted(captures, key=lambda capture: first[capture.cluster or capture.id])


def _cover(sheet: ConductSheet, harvest: tuple[StepHarvest, ...]) -> Picture | None:
    pictures = [picture for step in harvest for picture in step.pictures]
    return next((p for p in pictures if p.capture_id == sheet.cover_id), pictures[-1] if pictures else None)


def _attributions(origins: tuple[Origin, ...], captures: list[Capture]) -> tuple[Attribution, ...]:
    made = [
        Attribution(title=o.title, author=o.author, source=o.source, licence=o.licence, changes=o.changes)
        for o in origins
    ]
    made += [
        Attribution(title=c.caption or c.alt, author=c.credit_line, source=c.source, licence=c.licence)
        for c in captures
        if c.source
    ]
    return tuple(made)


def _dated(library: Library, document: SheetDocument, on: date) -> tuple[SheetDocument, str]:
    """Give the document its version, date and version id: an unchanged sheet keeps those it was published under."""
    neutral = replace(
        document,
        made_on=date(2000, 1, 1),
        sheet=replace(document.sheet, version="", published_on=None, state=ConductSheet().state),
    )
    content = sha256(canonical(to_plain(neutral))).hexdigest()
    earlier = sorted(library.all(Publication, sheet_id=document.series_id), key=lambda p: p.id)
    last = earlier[-1] if earlier else None
    version, made_on = document.sheet.version, on
    if last is not None and last.content == content:
        version, made_on = last.version, last.made_on or on
    elif last is not None and last.version == version:
        version = next_version(version)
    sheet = replace(document.sheet, version=version, published_on=made_on)
    version_id = str(uuid5(UUID(document.series_id), f"{version}:{content}"))
    return replace(document, version_id=version_id, made_on=made_on, sheet=sheet), content


def next_version(version: str) -> str:
    """The version with its last number one higher."""
    head, _dot, last = version.rpartition(".")
    return f"{head}.{int(last) + 1}" if last.isdigit() and head else f"{version}.1"
