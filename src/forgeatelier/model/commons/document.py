# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A conduct sheet with everything it shows gathered: what the exporters write and the bundle carries.

Only public values and consented credits are ever put here; see `actions/compose.py`.
"""

from dataclasses import dataclass
from datetime import date

from forgeatelier.model.commons.sheet import ConductSheet
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.credit import Credit
from forgeatelier.model.people.figures import Figures
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.workshop.agenda import Slot
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo as it travels: `name` is its path in the dossier (`medias/<slug>_<12 hex>.jpg`), size in pixels."""

    capture_id: str
    media: str
    name: str
    alt: str
    caption: str = ""
    credit: str = ""
    licence: str = "CC-BY-SA-4.0"
    source: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTaken:
    """A decision as it is published: no owner, she is a person."""

    text: str
    method: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepHarvest:
    """What was caught during one step and kept for the sheet (empty `step_id`: filed under no step)."""

    step_id: str
    pictures: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    decisions: tuple[DecisionTaken, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A reused work: title, author, source, licence, and what was changed (TASL plus changes)."""

    title: str
    author: str = ""
    source: str = ""
    licence: str = ""
    changes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDocument:
    """`version_id` is the UUID of this published version, `series_id` that of the sheet; `made_on` its date."""

    version_id: str
    series_id: str
    made_on: date
    sheet: ConductSheet
    workshop: Workshop
    protocol: Protocol
    host: Organisation | None = None
    partners: tuple[Organisation, ...] = ()
    slots: tuple[Slot, ...] = ()
    runs: tuple[StepRun, ...] = ()
    cover: Picture | None = None
    harvest: tuple[StepHarvest, ...] = ()
    outputs: tuple[Output, ...] = ()
    lessons: Lessons | None = None
    figures: Figures | None = None
    credits: tuple[Credit, ...] = ()
    anonymous_contributions: int = 0
    attributions: tuple[Attribution, ...] = ()
    taken: Protocol | None = None

    @property
    def method(self) -> Protocol:
        """The protocol as it was taken; `protocol` has the steps as this workshop ran them."""
        return self.taken or self.protocol

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture once, the cover first."""
        found = (*((self.cover,) if self.cover else ()), *(p for h in self.harvest for p in h.pictures))
        return tuple({picture.name: picture for picture in found}.values())

    def harvest_of(self, step_id: str) -> StepHarvest:
        """What was kept of one step; empty when nothing was."""
        return next((h for h in self.harvest if h.step_id == step_id), StepHarvest(step_id=step_id))
