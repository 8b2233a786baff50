# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the reports are filled from: gathered values, already as they may be shown."""

from dataclasses import dataclass, field
from datetime import date

from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Form
from forgeatelier.model.people.consent import Use
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.people.small_cells import SexAge
from forgeatelier.model.workshop.evaluation import EvaluationItem
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.timetable import Timetable
from forgeatelier.model.workshop.workshop import BudgetLine, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPicture:
    """One photo that may be shown: the name of its file beside the page, its words, when it was taken (« 10:42 »)."""

    name: str
    capture_id: str
    media: str
    alt: str = ""
    caption: str = ""
    at: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDecision:
    """One decision. `vote` is its result, line by line; `owner` is empty unless the report stays with the team."""

    number: int
    text: str
    step_id: str = ""
    method: str = ""
    vote: tuple[str, ...] = ()
    objections: str = ""
    integrated: str = ""
    owner: str = ""
    due: date | None = None
    followed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStory:
    """One step as it went: hours as « 09:35 », empty when unknown; `day` 0 for what belongs to no step of the days."""

    step_id: str
    title: str
    day: int = 0
    form: Form = Form.PLENARY
    planned: str = ""
    real: str = ""
    became: str = ""
    instruction: str = ""
    output: str = ""
    pictures: tuple[ReportPicture, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    decisions: tuple[ReportDecision, ...] = ()

    @property
    def told(self) -> bool:
        """Whether anything was caught during it."""
        return bool(self.pictures or self.notes or self.links or self.decisions)


@dataclass(frozen=True, slots=True)
class LeftOutPhotos:
    """So many photos are not shown, for this reason (a code of `left_out.REASONS`)."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """Someone who agreed to be on the donor's list."""

    name: str
    structure: str = ""
    function: str = ""
    village: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One person who fulfils the rule of presence; `minutes` 0 when the programme does not say."""

    name: str
    half_days: int
    planned: int
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContent:
    """One workshop, gathered for one `use`: names and pictures without consent for it are not in here."""

    workshop: Workshop
    protocol: Protocol
    timetable: Timetable
    use: Use
    language: str = "fr"
    made_on: date = field(default_factory=lambda: date.min)
    host: Organisation | None = None
    partners: tuple[Organisation, ...] = ()
    stories: tuple[StepStory, ...] = ()
    decisions: tuple[ReportDecision, ...] = ()
    left_out: tuple[LeftOutPhotos, ...] = ()

    @property
    def pictures(self) -> tuple[ReportPicture, ...]:
        """Every photo shown, in the order of the steps."""
        return tuple(one for story in self.stories for one in story.pictures)


@dataclass(frozen=True, slots=True, kw_only=True)
class DonorContent:
    """What the donor's report says besides; `named` is None when no list was asked for."""

    figures: SexAge
    dropped: int = 0
    team: tuple[tuple[str, int], ...] = ()
    named: tuple[NamedPerson, ...] | None = None
    unnamed: int = 0
    outputs: tuple[Output, ...] = ()
    lessons: Lessons | None = None
    evaluation: tuple[EvaluationItem, ...] = ()
    budget: tuple[BudgetLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatesContent:
    """Who gets a certificate, under which rule (percent of the half-days)."""

    percent: int
    certificates: tuple[Certificate, ...] = ()
