# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of decisions: taking one, by vote or not, following it up, and finding those that are still open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from forgeatelier.actions.harvest import capture_decision
from forgeatelier.actions.votes import BallotBox
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Decided, Followed
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.vote import Vote
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_SET_ASIDE = (CaptureState.DISCARDED, CaptureState.HIDDEN)
_TEXTS = ("text", "method", "objections", "integrated")


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the register; `owner` is who carries it, `vote` the vote it came from, both if known."""

    capture: Capture
    workshop: Workshop
    owner: Person | None = None
    vote: Vote | None = None

    @property
    def said(self) -> Decided:
        """How it was taken; empty when nobody said."""
        return self.capture.decided or Decided()

    @property
    def text(self) -> str:
        """What was decided."""
        return self.capture.text

    @property
    def due(self) -> date | None:
        """Until when."""
        return self.said.due

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.said.followed is Followed.OPEN

    @property
    def to_work_on(self) -> bool:
        """Whether objections were said and nothing yet on how they were met: they are worked on, not a veto."""
        return bool(self.said.objections) and not self.said.integrated

    def is_late(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return self.is_open and self.due is not None and self.due < today


def decide(
    workshop: Workshop,
    text: str,
    moment: datetime,
    *,
    box: BallotBox | None = None,
    method: str = "",
    due: date | None = None,
    objections: str = "",
    integrated: str = "",
    owner_id: str = "",
    step_id: str = "",
    planned: Iterable[PlannedStep] = (),
) -> Change:
    """A decision as one capture; from a vote it takes its step, and how it was counted, unless one says otherwise.

    Raises AtelierError when nothing is decided. Objections do not stand in the way: they wait to be integrated.
    """
    if box is not None and not tidy(text):
        text = box.vote.outcome or box.result.outcome
    change = capture_decision(
        workshop,
        text,
        moment,
        step_id=step_id or (box.vote.step_id if box else ""),
        method=method or (method_of(box) if box else ""),
        due=due,
        owner_id=owner_id,
        planned=planned,
    )
    made = next(one for one in change.after if isinstance(one, Capture))
    said = replace(
        made.decided or Decided(),
        objections=tidy(objections),
        integrated=tidy(integrated),
        vote_id=box.vote.id if box else "",
    )
    return replace(change, after=(replace(made, decided=said),))


def method_of(box: BallotBox) -> str:
    """« Vote : 9 téléphones, 17 mains, 4 absents »."""
    return _("Vote : {method}").format(method=box.result.method)


def amend(capture: Capture, **said: Any) -> Change:
    """A decision with these changed: `text`, `owner_id`, or fields of how it was taken (`method`, `due`, …).

    Raises AtelierError when nothing would be decided any more.
    """
    _refuse_others(capture)
    clean: dict[str, Any] = {name: tidy(value) if name in _TEXTS else value for name, value in said.items()}
    if not clean.get("text", capture.text):
        raise AtelierError(_("Il n’y a rien d’écrit."), _("Écrire au moins un mot."))
    own = {name: clean.pop(name) for name in ("text", "owner_id") if name in clean}
    now = replace(capture, **own, decided=replace(capture.decided or Decided(), **clean))
    title = _("Modifier une décision")
    return Change(title) if now == capture else Change(title, (capture,), (now,))


def follow(captures: Iterable[Capture], followed: Followed) -> Change:
    """Say what became of decisions: done, dropped, or open again."""
    pairs = []
    for one in captures:
        _refuse_others(one)
        now = replace(one, decided=replace(one.decided or Decided(), followed=followed))
        if now != one:
            pairs.append((one, now))
    title = ngettext("Suivre une décision", "Suivre {n} décisions", len(pairs)).format(n=len(pairs))
    return Change(title, tuple(was for was, _now in pairs), tuple(now for _was, now in pairs))


def _refuse_others(capture: Capture) -> None:
    if capture.kind is not CaptureKind.DECISION:
        raise AtelierError(_("Cette prise n’est pas une décision."), _("Choisir une décision."))


def decisions(
    library: Library,
    workshop_id: str | None = None,
    *,
    open_only: bool = False,
    due_before: date | None = None,
) -> tuple[Decision, ...]:
    """The register, of one workshop or of the whole library: what is due first comes first.

    `due_before` keeps those due before that day, and so none without a date. Those set aside are left out.
    """
    where = {} if workshop_id is None else {"workshop_id": workshop_id}
    found = library.all(Capture, kind=CaptureKind.DECISION, **where)
    workshops: dict[str, Workshop | None] = {}
    lines = []
    for capture in found:
        if capture.workshop_id not in workshops:
            workshops[capture.workshop_id] = library.get(Workshop, capture.workshop_id)
        line = _line(library, capture, workshops[capture.workshop_id])
        if open_only and not line.is_open:
            continue
        if due_before is not None and (line.due is None or line.due >= due_before):
            continue
        if capture.state not in _SET_ASIDE:
            lines.append(line)
    return tuple(sorted(lines, key=_first_due))


def _line(library: Library, capture: Capture, workshop: Workshop | None) -> Decision:
    said = capture.decided
    return Decision(
        capture,
        workshop or Workshop(id=capture.workshop_id),
        library.get(Person, capture.owner_id) if capture.owner_id else None,
        library.get(Vote, said.vote_id) if said and said.vote_id else None,
    )


def _first_due(line: Decision) -> tuple[date, str, str]:
    moment = line.capture.moment
    return line.due or date.max, moment.isoformat() if moment else "", line.capture.id
