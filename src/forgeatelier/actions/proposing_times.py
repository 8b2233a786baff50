# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the real times of several workshops to a proposal: « Sous-groupes : 45 → 55 min », with its reason."""

from collections.abc import Iterable

from forgeatelier.actions.proposals import propose, waiting
from forgeatelier.actions.workshops_at_hand import workshops_in_short
from forgeatelier.model.change import Change
from forgeatelier.model.method.comparing import Difference, escaped
from forgeatelier.model.plain import canonical
from forgeatelier.model.workshop.real_times import Hint, hints
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.standing import HELD_STATES
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


def time_hints(library: Library, workshop: Workshop) -> tuple[Hint, ...]:
    """What the real times of every workshop of its protocol say, this one counted too once it has some."""
    if workshop.protocol is None:
        return ()
    ours = [
        one
        for one in workshops_in_short(library)
        if one.protocol is not None
        and one.protocol.id == workshop.protocol.id
        and (one.id == workshop.id or one.state in HELD_STATES)
    ]
    runs = [run for one in ours for run in library.all(StepRun, workshop_id=one.id)]
    return hints(workshop.protocol, ours, runs)


def already_proposed(library: Library, workshop: Workshop) -> frozenset[str]:
    """The steps whose length this workshop proposed and nobody has answered yet."""
    if workshop.protocol is None:
        return frozenset()
    found = waiting(library, workshop.protocol.id)
    paths = {one.path for one in found if one.workshop_id == workshop.id}
    return frozenset(
        step.id for step in workshop.protocol.steps if f"steps/{escaped(step.id)}/minutes" in paths
    )


def propose_times(library: Library, workshop: Workshop, chosen: Iterable[Hint]) -> Change:
    """Propose the usual real lengths to the protocol, each with how often it was so.

    Raises AtelierError when nothing is chosen.
    """
    change = Change("")
    hinted = tuple(chosen)
    for hint in hinted:
        one = propose(library, workshop, (_difference(hint),), hint.words)
        change = Change(one.title, (*change.before, *one.before), (*change.after, *one.after))
    return change if hinted else propose(library, workshop, ())


def _difference(hint: Hint) -> Difference:
    was, now = (canonical(minutes).decode() for minutes in (hint.planned, hint.real))
    return Difference(f"steps/{escaped(hint.step_id)}/minutes", hint.title, was, now, was, now)
