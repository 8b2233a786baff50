# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The decisions of a workshop as a report may show them: how each was taken, who carries it when that may be said."""

from collections.abc import Iterable

from forgeatelier.actions.consented import People
from forgeatelier.actions.reports_pictures import moment_of
from forgeatelier.actions.reports_wording import Wording
from forgeatelier.exporting.reports.content import ReportDecision
from forgeatelier.ground.words import _, marked
from forgeatelier.model.people.consent import Use
from forgeatelier.model.workshop.capture import Capture, CaptureKind, CaptureState, Decided, Followed
from forgeatelier.model.workshop.vote import Vote, VoteEntry
from forgeatelier.model.workshop.voting import result
from forgeatelier.store.library import Library

_BECAME = {Followed.OPEN: "", Followed.DONE: marked("faite"), Followed.DROPPED: marked("abandonnée")}


def decisions_of(
    library: Library,
    captures: Iterable[Capture],
    people: People,
    wording: Wording,
    use: Use,
    states: tuple[CaptureState, ...],
) -> tuple[ReportDecision, ...]:
    """The decisions in these states, numbered in the order they were taken."""
    taken = [one for one in captures if one.kind is CaptureKind.DECISION and one.state in states]
    taken.sort(key=moment_of)
    owners = {}
    if use is Use.INTERNAL and taken:
        kept = library.all(Capture, workshop_id=people.workshop_id)
        owners = {one.id: people.everyone.get(one.owner_id) for one in kept if one.owner_id}
    found = []
    for number, capture in enumerate(taken, 1):
        said = capture.decided or Decided()
        owner = owners.get(capture.id)
        found.append(
            ReportDecision(
                number=number,
                text=wording(capture.text),
                step_id=capture.step_id,
                method=wording(said.method),
                vote=_vote_lines(library, said, wording),
                objections=wording(said.objections),
                integrated=wording(said.integrated),
                owner=owner.heading if owner else "",
                due=said.due,
                followed=_(_BECAME[said.followed]),
            )
        )
    return tuple(found)


def _vote_lines(library: Library, said: Decided, wording: Wording) -> tuple[str, ...]:
    """The question, what came out, and how voices were gathered unless the method tells it already."""
    vote = library.get(Vote, said.vote_id) if said.vote_id else None
    if vote is None:
        return ()
    # Ballots are told apart by codes that only the team reads: counting needs them, the lines do not show them.
    counted = result(vote, library.all(VoteEntry, vote_id=vote.id))
    gathered = "" if counted.method in said.method else counted.method
    lines = (vote.question, vote.outcome or counted.outcome, gathered)
    return tuple(wording(line) for line in dict.fromkeys(lines) if line)
