# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A room to run: plans in a few words, events at hours of one day, all in UTC."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from forgeatelier.model.method.step import Form, Importance
from forgeatelier.model.workshop.live import live_state
from forgeatelier.model.workshop.live_event import LiveEvent, LiveKind
from forgeatelier.model.workshop.planned_step import PLACE_GAP, PlannedStep
from forgeatelier.model.workshop.slots import Conditions

DAY = date(2026, 3, 12)
AT_NINE = Conditions(30, 3, time(9, 0))


def at(said: str, day: date = DAY) -> datetime:
    """« 10:42 » or « 10:42:30 » of that day."""
    return datetime.combine(day, time.fromisoformat(said), UTC)


def plan(*said: tuple) -> tuple[PlannedStep, ...]:
    """Steps from (title, minutes, minimum) and what else they are."""
    made = []
    for number, (title, minutes, *more) in enumerate(said, 1):
        least, others = (more[0] if more else 0), (more[1] if len(more) > 1 else {})
        step = PlannedStep(
            id=f"e{number:02}",
            step_id=title.casefold(),
            title=title,
            place=number * PLACE_GAP,
            minutes=minutes,
            minutes_min=least,
        )
        made.append(replace(step, **others))
    return tuple(made)


BUFFER = {"form": Form.BUFFER}
BREAK = {"form": Form.BREAK}
OPTIONAL = {"importance": Importance.OPTIONAL}


def happened(*said: tuple) -> tuple[LiveEvent, ...]:
    """Events from (hour or moment, kind, step) and what else they say."""
    numbers = count(1)
    return tuple(
        LiveEvent(
            id=f"v{next(numbers):03}",
            workshop_id="atelier",
            kind=kind,
            moment=when if isinstance(when, datetime) else at(when),
            step_id=more[0].casefold() if more else "",
            **(more[1] if len(more) > 1 else {}),
        )
        for when, kind, *more in said
    )


def live(steps, *said, conditions=AT_NINE, events=None):
    """The live state after this."""
    return live_state(steps, conditions, events or happened(*said), DAY, UTC)


BEGUN, ENDED, SKIPPED = LiveKind.STEP_BEGUN, LiveKind.STEP_ENDED, LiveKind.STEP_SKIPPED
MINUTE = timedelta(minutes=1)

# What the worked example of a late afternoon has left, each with its minimum: 150 minutes.
AFTERNOON = (
    ("Accueil", 300),
    ("Tour de la carte", 20, 10),
    ("Pause", 15, 0, BREAK),
    ("Sous-groupes", 45, 30),
    ("Tampon", 10, 0, BUFFER),
    ("Restitution", 30, 20),
    ("Jeu", 10, 0, OPTIONAL),
    ("Vote", 20),
)
