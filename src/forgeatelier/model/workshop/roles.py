# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The roles a protocol asks for, in its own words, beside the codes of the role list that people hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.reference import ref_list

_STEMS = (
    (r"co-?anim|co-?facilit", "co-animateur"),
    (r"(?<!co-)(?<!co)(?:\banimat|\bfacilit)", "animateur"),
    (r"technique|technical|electronique|electronics", "formateur-technique"),
    (r"documentation|documentali|documentarian", "documentaliste"),
    (r"photograph", "photographe"),
    (r"logisti", "logisticien"),
    (r"securite|safety|incendie|fire watch", "referent-securite"),
    (r"interpret", "interprete"),
    (r"redact|drafting|\bscribe|secretaire|secretary", "redacteur"),
    (r"relect|proofread", "relecteur"),
    (r"traduct|translat", "traducteur"),
)
"""What a protocol's words must contain for a role of the list to be meant."""


@dataclass(frozen=True, slots=True)
class RoleGap:
    """A role that the protocol asks for: its words, what a team member who takes it is given, how many are lacking."""

    words: str
    role: str
    lacking: int
    task: str = ""


def roles_meant(words: str) -> tuple[str, ...]:
    """The codes of the role list that these words may mean; none when they name a role of their own."""
    said = folded(words).strip()
    for entry in ref_list("roles").entries:
        if said in (folded(entry.code), folded(entry.fr), folded(entry.en)):
            return (entry.code,)
    return tuple(code for stem, code in _STEMS if re.search(stem, said))


def role_for(words: str) -> str:
    """What someone who takes this role is given: its code when the words mean one only, else the words themselves."""
    meant = roles_meant(words)
    return meant[0] if len(meant) == 1 else words.strip()


def role_gaps(protocol: Protocol | None, held: Iterable[str]) -> tuple[RoleGap, ...]:
    """The roles that the protocol asks for with how many people are lacking; `held` has one entry per person and role.

    Nobody counts twice, and whoever holds exactly what is asked goes there first.
    """
    free = list(held)
    asked = protocol.roles if protocol else ()
    left = [max(0, need.count) for need in asked]
    for fits in (_is_exactly, _may_be):
        for at, need in enumerate(asked):
            for role in [one for one in free if fits(one, need.role)][: left[at]]:
                free.remove(role)
                left[at] -= 1
    return tuple(
        RoleGap(need.role, role_for(need.role), lacking, need.task)
        for need, lacking in zip(asked, left, strict=True)
    )


def _is_exactly(role: str, words: str) -> bool:
    return folded(role) in (folded(role_for(words)), folded(words).strip())


def _may_be(role: str, words: str) -> bool:
    return role in roles_meant(words)
