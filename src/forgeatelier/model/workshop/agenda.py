# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The clock as arithmetic: when each step of a programme begins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from forgeatelier.ground.words import _
from forgeatelier.model.method.step import Step

_NAMED = 3
"""Lanes nobody named have one letter, or two when there are many."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A step with its computed beginning and end (wall-clock times of its day, day 1 first).

    `lane` says beside what it runs; empty when it runs alone.
    """

    day: int
    start: time
    end: time
    step: Step
    lane: str = ""

    @property
    def in_lane(self) -> str:
        """« Voie A · », to be written before its title; empty when it runs alone."""
        return f"{lane_words(self.lane)} · " if self.lane else ""


def lane_words(lane: str) -> str:
    """« Voie A » for a lane that is only a letter, else the name it was given; nothing without a lane."""
    return _("Voie {name}").format(name=lane.upper()) if 0 < len(lane) < _NAMED else lane


def programme(steps: Iterable[Step], starts_at: time) -> tuple[Slot, ...]:
    """The steps one after another; a phase called « Jour 2 … » (or “Day 2 …”) opens a new day at `starts_at`."""
    slots: list[Slot] = []
    day = 1
    clock = datetime(2000, 1, 1, starts_at.hour, starts_at.minute)
    for step in steps:
        said = day_of(step.phase)
        if said is not None and said > day:
            day, clock = said, datetime(2000, 1, 1, starts_at.hour, starts_at.minute)
        end = clock + timedelta(minutes=step.minutes)
        slots.append(Slot(day, clock.time(), end.time(), step))
        clock = end
    return tuple(slots)


def day_of(phase: str) -> int | None:
    """The day a phase says it belongs to, or None."""
    words = phase.replace("—", " ").replace("–", " ").replace(":", " ").split()
    if len(words) >= 2 and words[0].casefold() in ("jour", "day") and words[1].isdigit():
        return int(words[1])
    return None
