# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that capture and that search."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from forgeatelier.actions import harvest, intake
from forgeatelier.atelier import Atelier
from forgeatelier.cli import output, session
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.declare import kind
from forgeatelier.model.entity import Entity
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Recognisable
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.search import Hit, Search, plain


def capture(options: Namespace) -> int:
    """Add notes, decisions, links and files to a workshop."""
    if not (options.files or options.note or options.decision or options.link):
        raise AtelierError(
            _("Il n’y a rien à ajouter."), _("Donner des fichiers, ou --note, --decision, --link.")
        )
    with session.opened(options) as atelier:
        workshop = session.workshop(atelier, options.workshop)
        planned = atelier.library.all(PlannedStep, workshop_id=workshop.id)
        written = _written(workshop, planned, options)
        taken = _take_files(atelier, workshop, planned, options)
        change = _as_asked(Change(taken.change.title, after=(*written, *taken.change.after)), options)
        if change.after:
            _keep(atelier, change)
    _report(change, taken, options)
    return 1 if taken.refused else 0


def _keep(atelier: Atelier, change: Change) -> None:
    try:
        atelier.keep(change)
    except BaseException:
        # The files went in before the entries that name them: without those, nobody would ever find them.
        atelier.library.doubt()
        raise


def _take_files(
    atelier: Atelier, workshop: Workshop, planned: tuple[PlannedStep, ...], options: Namespace
) -> harvest.Intake:
    if not options.files:
        return harvest.Intake(Change(_("Ajouter une prise")))
    known = intake.known_media(atelier.library, workshop)
    paths = tuple(Path(name) for name in options.files)
    return intake.take_in(
        atelier.library.media,
        workshop,
        paths,
        known,
        session.now(),
        step_id=options.step,
        planned=planned,
        progress=output.progress,
    )


def _written(workshop: Workshop, planned: tuple[PlannedStep, ...], options: Namespace) -> list[Entity]:
    now, step = session.now(), options.step
    changes = []
    if options.note:
        changes.append(harvest.capture_note(workshop, options.note, now, step_id=step, planned=planned))
    if options.decision:
        changes.append(
            harvest.capture_decision(workshop, options.decision, now, step_id=step, planned=planned)
        )
    if options.link:
        changes.append(harvest.capture_link(workshop, options.link, now, step_id=step, planned=planned))
    return [entity for change in changes for entity in change.after]


def _as_asked(change: Change, options: Namespace) -> Change:
    return replace(
        change, after=tuple(_one(c, options) if isinstance(c, Capture) else c for c in change.after)
    )


def _one(made: Capture, options: Namespace) -> Capture:
    if made.kind is CaptureKind.PHOTO:
        made = replace(made, caption=tidy_line(options.caption), alt=tidy_line(options.alt))
        if options.nobody:
            made = replace(made, recognisable=Recognisable.NOBODY)
    return replace(made, state=CaptureState.RETAINED) if options.keep else made


def _report(change: Change, taken: harvest.Intake, options: Namespace) -> None:
    lines = []
    if options.note or options.decision or options.link:
        lines.append(_("C’est noté."))
    if options.files:
        said = ngettext("{count} fichier ajouté", "{count} fichiers ajoutés", taken.accepted)
        lines.append(said.format(count=taken.accepted))
    if taken.already:
        said = ngettext("{count} déjà là : {names}", "{count} déjà là : {names}", len(taken.already))
        lines.append(said.format(count=len(taken.already), names=", ".join(taken.already)))
    lines += [
        _("{name} : {what} {advice}").format(name=r.name, what=r.what, advice=r.advice) for r in taken.refused
    ]
    output.give(
        {
            "added": len(change.after),
            "ids": [c.id for c in change.after],
            "already": list(taken.already),
            "refused": [{"file": r.name, "what": r.what, "advice": r.advice} for r in taken.refused],
        },
        as_json=options.json,
        text="\n".join(lines),
    )


def search(options: Namespace) -> int:
    """Search everything."""
    with session.opened(options) as atelier:
        reader = Search(atelier.library.file)
        hits = reader.newest(" ".join(options.words), limit=50)
        reader.close()
    lines = [line for hit in hits for line in _found(hit)]
    output.give(
        [
            {
                "id": h.entity_id,
                "kind": h.kind,
                "heading": plain(h.heading),
                "snippet": plain(h.snippet),
                "workshop": h.within,
            }
            for h in hits
        ],
        as_json=options.json,
        text="\n".join(lines) or _("Rien ne correspond à ces mots."),
    )
    return 0


def _found(hit: Hit) -> list[str]:
    heading, snippet = _on_one_line(hit.heading), _on_one_line(hit.snippet)
    said = [_("{kind} : {heading}").format(kind=_(kind(hit.kind).label), heading=heading or "—")]
    said[0] += f"  [{hit.entity_id}]"
    return said if snippet in ("", heading) else [*said, f"    {snippet}"]


def _on_one_line(text: str) -> str:
    return " ".join(plain(text).split())
