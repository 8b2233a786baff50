# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happened while a workshop ran: events that are only ever added, from which the live state is derived."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import ONCE, PUBLIC, TEAM, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity
from forgeatelier.model.method.step import Trouble


class LiveKind(StrEnum):
    """What happened."""

    OPENED = "opened"
    STEP_BEGUN = "step-begun"
    STEP_ENDED = "step-ended"
    STEP_SKIPPED = "step-skipped"
    STEP_REOPENED = "step-reopened"
    TIME_ADDED = "time-added"
    PAUSED = "paused"
    RESUMED = "resumed"
    PLAN_B = "plan-b"
    REPLANNED = "replanned"
    RECOVERED = "recovered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLength:
    """A step (its `step_id`) takes so many whole minutes from now on; 0 drops it."""

    step_id: str
    minutes: int


@entity("live_event", marked("Événement de l’atelier"))
@dataclass(frozen=True, slots=True, kw_only=True)
class LiveEvent(Entity):
    """`moment` is aware UTC; `step_id` what it happened to; `minutes` were added (or taken off, or lost to a cut).

    `lengths` are what the late assistant decided, `ends_at_shift` by how many minutes it moved the end.
    """

    workshop_id: Annotated[str, PUBLIC, ONCE, Refers("workshop")] = ""
    kind: Annotated[LiveKind, PUBLIC, ONCE, Label(marked("Événement"))] = LiveKind.OPENED
    moment: Annotated[datetime | None, PUBLIC, ONCE, Label(marked("Moment"))] = None
    step_id: Annotated[str, PUBLIC, ONCE, UNSEARCHED, Label(marked("Étape"))] = ""
    minutes: Annotated[int, PUBLIC, ONCE, Label(marked("Minutes"))] = 0
    trouble: Annotated[Trouble | None, PUBLIC, ONCE, Label(marked("Imprévu"))] = None
    lengths: Annotated[tuple[NewLength, ...], PUBLIC, ONCE, UNSEARCHED] = ()
    ends_at_shift: Annotated[int, PUBLIC, ONCE] = 0
    note: Annotated[str, TEAM, ONCE, Label(marked("Remarque"))] = ""
