# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For how many people a sheet counts its materials."""

from dataclasses import dataclass

from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.method.protocol import Protocol


@dataclass(frozen=True, slots=True)
class Scale:
    """The group that came, or the one the protocol works best with."""

    people: int
    teams: int


def scale_of(document: SheetDocument) -> Scale:
    """The people who came; when nobody counted, those who were expected; else the best number."""
    came = document.figures.total if document.figures else 0
    people = came or document.workshop.people_planned or _best(document.protocol)
    size = document.workshop.team_size or document.protocol.group.per_team
    return Scale(people, teams_for(people, size))


def best_scale(protocol: Protocol) -> Scale:
    """The group the protocol works best with."""
    people = _best(protocol)
    return Scale(people, teams_for(people, protocol.group.per_team))


def _best(protocol: Protocol) -> int:
    return protocol.group.ideal or protocol.group.max or protocol.group.min
