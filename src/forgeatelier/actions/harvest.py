# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Capturing: notes, decisions, links, photos and files, filed under a workshop and its step."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Decided, Recognisable
from forgeatelier.model.workshop.plan import running_order
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.workshop import Workshop


def check_step(workshop: Workshop, step_id: str, planned: Iterable[PlannedStep] = ()) -> None:
    """Raise AtelierError when the workshop plans no such step; `planned` are its own steps, once it has some."""
    if not step_id:
        return
    steps = [step.step_id for step in running_order(workshop, planned)]
    if step_id not in steps:
        known = ", ".join(steps)
        raise AtelierError(
            _("Cet atelier n’a pas d’étape « {step} ».").format(step=step_id),
            _("Étapes possibles : {steps}.").format(steps=known)
            if known
            else _("Cet atelier n’a pas de programme."),
        )


def capture_note(
    workshop: Workshop,
    text: str,
    moment: datetime,
    *,
    step_id: str = "",
    author_id: str = "",
    planned: Iterable[PlannedStep] = (),
) -> Change:
    """A note. Raises AtelierError when it is empty or its step unknown."""
    made = _written(workshop, CaptureKind.NOTE, text, moment, step_id, planned)
    return Change(_("Ajouter une note"), after=(replace(made, author_id=author_id),))


def capture_decision(
    workshop: Workshop,
    text: str,
    moment: datetime,
    *,
    step_id: str = "",
    method: str = "",
    due: date | None = None,
    owner_id: str = "",
    planned: Iterable[PlannedStep] = (),
) -> Change:
    """A decision, how it was taken, until when and by whom it is carried."""
    made = _written(workshop, CaptureKind.DECISION, text, moment, step_id, planned)
    decided = Decided(method=tidy(method), due=due)
    return Change(_("Ajouter une décision"), after=(replace(made, decided=decided, owner_id=owner_id),))


def capture_link(
    workshop: Workshop,
    address: str,
    moment: datetime,
    *,
    text: str = "",
    step_id: str = "",
    planned: Iterable[PlannedStep] = (),
) -> Change:
    """An address on the web, kept for later readers."""
    address = tidy(address)
    if not re.match(r"https?://[^\s]+$", address):
        raise AtelierError(
            _("« {address} » n’est pas une adresse de site.").format(address=address[:80]),
            _("Écrire une adresse qui commence par https://."),
        )
    check_step(workshop, step_id, planned)
    made = Capture(
        workshop_id=workshop.id,
        step_id=step_id,
        kind=CaptureKind.LINK,
        moment=moment,
        link=address,
        text=tidy(text),
    )
    return Change(_("Ajouter un lien"), after=(made,))


def _written(
    workshop: Workshop,
    kind: CaptureKind,
    text: str,
    moment: datetime,
    step_id: str,
    planned: Iterable[PlannedStep],
) -> Capture:
    words = tidy(text)
    if not words:
        raise AtelierError(_("Il n’y a rien d’écrit."), _("Écrire au moins un mot."))
    check_step(workshop, step_id, planned)
    return Capture(
        workshop_id=workshop.id,
        step_id=step_id,
        kind=kind,
        moment=moment,
        text=words,
        recognisable=Recognisable.NOBODY,
    )


def retain(captures: tuple[Capture, ...]) -> Change:
    """Choose these captures for the sheet."""
    return _sorted(
        captures, CaptureState.RETAINED, ngettext("Retenir une prise", "Retenir des prises", len(captures))
    )


def discard(captures: tuple[Capture, ...]) -> Change:
    """Set these captures aside; they stay in the library."""
    return _sorted(
        captures, CaptureState.DISCARDED, ngettext("Écarter une prise", "Écarter des prises", len(captures))
    )


def _sorted(captures: tuple[Capture, ...], state: CaptureState, title: str) -> Change:
    return Change(title, captures, tuple(replace(capture, state=state) for capture in captures))


def describe(before: Capture, after: Capture) -> Change:
    """Caption, description, step or people of a capture, changed."""
    return Change(_("Décrire une prise"), (before,), (after,))


def who_is_recognisable(before: Capture, people: tuple[str, ...] | None) -> Change:
    """Say who can be recognised: ids of persons, an empty tuple for nobody, None for not known yet."""
    known = Recognisable.PEOPLE if people else Recognisable.NOBODY
    said = Recognisable.UNKNOWN if people is None else known
    return describe(before, replace(before, recognisable=said, people=people or ()))


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that did not go in: its name as given, what happened, what to do."""

    name: str
    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a batch of files: the change to keep, those refused, those already there."""

    change: Change
    refused: tuple[Refused, ...] = ()
    already: tuple[str, ...] = ()

    @property
    def accepted(self) -> int:
        """How many went in."""
        return len(self.change.after)


def files_under(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files themselves, and those of the folders among them, hidden ones left out, in order of name."""
    found: list[Path] = []
    for path in paths:
        if _is_folder(path):
            found += sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path))
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in file.relative_to(root).parts)
