# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a workshop proposes to its protocol: found by comparing, ticked by a person, answered in the library."""

from collections.abc import Iterable
from dataclasses import replace

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.comparing import Difference, differences
from forgeatelier.model.method.edition import Proposal, Verdict
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.versions import Gone, value_at
from forgeatelier.model.workshop.plan import as_step, derived_steps, running_order
from forgeatelier.model.workshop.planned_step import PlannedStep, Zone
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


def plan_differences(library: Library, workshop: Workshop) -> tuple[Difference, ...]:
    """How the workshop's own plan differs from the protocol it took, steps and materials."""
    if workshop.protocol is None:
        return ()
    before = _with_steps(workshop.protocol, derived_steps(workshop))
    return differences(before, planned_protocol(library, workshop))


def planned_protocol(library: Library, workshop: Workshop) -> Protocol:
    """The protocol as this workshop plans it, written for the group the protocol works best with.

    More people than that is no change to the protocol; nor is what the workshop pays for a thing.
    """
    taken = workshop.protocol or Protocol(title=workshop.title)
    steps = running_order(workshop, library.all(PlannedStep, workshop_id=workshop.id))
    planned = _with_steps(taken, [one for one in steps if one.zone is Zone.DAY])
    if not workshop.own_supplies:
        return planned
    supplies = sorted(library.all(Supply, workshop_id=workshop.id), key=lambda one: one.place)
    return _with_prices_of(taken, replace(planned, materials=tuple(one.as_material() for one in supplies)))


def _with_steps(taken: Protocol, steps: Iterable[PlannedStep]) -> Protocol:
    people = taken.group.ideal or taken.group.max or taken.group.min
    teams = teams_for(people, taken.group.per_team)
    return replace(taken, steps=tuple(as_step(one, people, teams) for one in steps))


def _with_prices_of(taken: Protocol, after: Protocol) -> Protocol:
    known = {one.name: one for one in taken.materials}
    priced = [
        replace(one, unit_cost=known[one.name].unit_cost, currency=known[one.name].currency)
        if one.name in known
        else replace(one, unit_cost=None, currency="")
        for one in after.materials
    ]
    return replace(after, materials=tuple(priced))


def propose(library: Library, workshop: Workshop, ticked: Iterable[Difference], reason: str = "") -> Change:
    """Propose these differences to the protocol the workshop took, in place of what still waits from it there.

    Raises AtelierError when nothing is ticked.
    """
    chosen = tuple(ticked)
    if workshop.protocol is None or not chosen:
        raise AtelierError(
            _("Aucune modification n’est choisie."), _("Cocher au moins une ligne à proposer.")
        )
    paths = {one.path for one in chosen}
    stale = tuple(
        one
        for one in waiting(library, workshop.protocol.id)
        if one.workshop_id == workshop.id and one.path in paths
    )
    made = tuple(
        Proposal(
            protocol_id=workshop.protocol.id,
            version=workshop.protocol.version,
            workshop_id=workshop.id,
            path=one.path,
            before=one.was,
            after=one.now,
            reason=reason.strip(),
        )
        for one in chosen
    )
    return Change(_("Proposer au protocole"), stale, made)


def waiting(library: Library, protocol_id: str = "") -> tuple[Proposal, ...]:
    """The proposals nobody has answered, to one protocol or to all."""
    found = library.all(Proposal, verdict=Verdict.WAITING)
    return tuple(one for one in found if protocol_id in ("", one.protocol_id))


def decline(proposals: Iterable[Proposal]) -> Change:
    """Answer no; they are kept with that answer."""
    asked = tuple(proposals)
    return Change(
        _("Écarter des propositions"), asked, tuple(replace(one, verdict=Verdict.DECLINED) for one in asked)
    )


def seen_today(protocol: Protocol, proposal: Proposal) -> str | None:
    """What stands today where a proposal changes something, as plain JSON; None when that place is gone."""
    try:
        return value_at(protocol, proposal.path)
    except Gone:
        return None
