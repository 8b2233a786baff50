# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room with a clock one moves by hand, and a short day with a fork, a lock, a buffer and plans B."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from forgeatelier.model.method.step import Form, Importance, PlanB, Trouble
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState

SECRET = "Bouts de phrase pour moi seule"
SAID = "Dites votre prénom."
INNER = "Penser aux allergies de Moussa"


@dataclass
class Clock:
    """What the computer's clock says."""

    now: datetime = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def on(self, minutes: float = 0, seconds: float = 0) -> None:
        self.now += timedelta(minutes=minutes, seconds=seconds)


def short_day() -> tuple[Workshop, tuple[PlannedStep, ...]]:
    """Welcome 20, map 90, groups Eau and Sols 30 side by side, buffer 10, lunch at noon, feedback 30."""
    workshop = Workshop(
        title="Carte des ressources",
        starts_on=date(2026, 3, 12),
        ends_on=date(2026, 3, 12),
        starts_at=time(9),
        people_planned=30,
        own_steps=True,
        state=WorkshopState.CONFIRMED,
    )
    plan_b = (PlanB(trouble=Trouble.NO_POWER, instead="Dessiner au sol avec des cailloux"),)
    rows: tuple[dict[str, Any], ...] = (
        {
            "step_id": "accueil",
            "title": "Accueil",
            "minutes": 20,
            "minutes_min": 10,
            "instruction": "Dites votre prénom.",
        },
        {"step_id": "carte", "title": "Grande carte", "minutes": 90, "minutes_min": 40, "plan_b": plan_b},
        {
            "step_id": "eau",
            "title": "Points d’eau",
            "minutes": 30,
            "fork": "f",
            "lane": "Eau",
            "form": Form.GROUPS,
        },
        {
            "step_id": "sols",
            "title": "Terres",
            "minutes": 40,
            "fork": "f",
            "lane": "Sols",
            "form": Form.GROUPS,
        },
        {"step_id": "jeu", "title": "Jeu", "minutes": 20, "importance": Importance.OPTIONAL},
        {"step_id": "tampon", "title": "Tampon", "minutes": 10, "form": Form.BUFFER},
        {"step_id": "repas", "title": "Repas", "minutes": 60, "form": Form.BREAK, "starts_at": time(12)},
        {"step_id": "bilan", "title": "Restitution", "minutes": 30, "minutes_min": 20},
    )
    steps = tuple(
        PlannedStep(
            workshop_id=workshop.id,
            place=(number + 1) * PLACE_GAP,
            facilitator=SECRET,
            notes=INNER,
            **row,
        )
        for number, row in enumerate(rows)
    )
    return workshop, steps
