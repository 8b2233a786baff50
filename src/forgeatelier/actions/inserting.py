# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a method into a workshop: its steps into the plan and what they need into the list, in one change."""

from collections.abc import Collection
from dataclasses import replace

from forgeatelier.actions.plan import Plan, insert_protocol
from forgeatelier.actions.supplies import add_materials_of, read_supplies
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library


def insert_method(
    library: Library,
    plan: Plan,
    protocol: Protocol,
    after: str | None = None,
    step_ids: Collection[str] | None = None,
) -> Change:
    """The steps as `insert_protocol` puts them, and the materials they need that the workshop's list lacks."""
    change = insert_protocol(plan, protocol, after, step_ids)
    workshop = next((one for one in change.after if isinstance(one, Workshop)), plan.workshop)
    listed = replace(read_supplies(library, plan.workshop), workshop=workshop)
    needed = add_materials_of(listed, _only(protocol, step_ids))
    return change if needed is None else change.followed_by(needed)


def _only(protocol: Protocol, step_ids: Collection[str] | None) -> Protocol:
    """The protocol without what only the steps left out would have needed."""
    if step_ids is None:
        return protocol
    used = {folded(name) for step in protocol.steps if step.id in step_ids for name in step.materials}
    unused = {folded(name) for step in protocol.steps for name in step.materials} - used
    return replace(
        protocol, materials=tuple(one for one in protocol.materials if folded(one.name) not in unused)
    )
