# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real times of a workshop, step by step."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from forgeatelier.ground.words import marked
from forgeatelier.model.declare import PUBLIC, TEAM, UNSEARCHED, Label, Refers, entity
from forgeatelier.model.entity import Entity


class StepOutcome(StrEnum):
    """What became of a step."""

    DONE = "done"
    CHANGED = "changed"
    SKIPPED = "skipped"


@entity("step_run", marked("Étape réalisée"))
@dataclass(frozen=True, slots=True, kw_only=True)
class StepRun(Entity):
    """When a step (its id in the frozen protocol) really began and ended (aware, UTC)."""

    workshop_id: Annotated[str, PUBLIC, Refers("workshop")] = ""
    step_id: Annotated[str, PUBLIC, UNSEARCHED] = ""
    began: Annotated[datetime | None, PUBLIC, Label(marked("Début réel"))] = None
    ended: Annotated[datetime | None, PUBLIC, Label(marked("Fin réelle"))] = None
    outcome: Annotated[StepOutcome, PUBLIC, Label(marked("Réalisation"))] = StepOutcome.DONE
    note: Annotated[str, TEAM, Label(marked("Remarque"))] = ""

    @property
    def minutes(self) -> int | None:
        """How long it really took, in whole minutes, or None while unknown."""
        if self.began is None or self.ended is None:
            return None
        return round((self.ended - self.began).total_seconds() / 60)
