# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing this module declares every kind of entity."""

from forgeatelier.model.commons.guide import Chapter, Guide
from forgeatelier.model.commons.sheet import ConductSheet, Publication
from forgeatelier.model.method.edition import Edition, Proposal, Review
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.attendance import Attendance, HeadCount, TeamMember
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.people.person import Person
from forgeatelier.model.people.sameness import Sameness
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.model.workshop.evaluation import EvaluationItem
from forgeatelier.model.workshop.grouping import Grouping
from forgeatelier.model.workshop.lessons import Lessons
from forgeatelier.model.workshop.live_event import LiveEvent
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.readiness import ReadyMark, Task
from forgeatelier.model.workshop.running import StepRun
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.vote import Vote, VoteEntry
from forgeatelier.model.workshop.workshop import Workshop

KINDS = (
    Attendance,
    Capture,
    Chapter,
    ConductSheet,
    Consent,
    Edition,
    EvaluationItem,
    Grouping,
    Guide,
    HeadCount,
    Lessons,
    LiveEvent,
    Organisation,
    Output,
    Person,
    PlannedStep,
    Proposal,
    Protocol,
    Publication,
    ReadyMark,
    Review,
    Sameness,
    StepRun,
    Supply,
    Task,
    TeamMember,
    Vote,
    VoteEntry,
    Workshop,
)
"""Every class of entity this release knows."""
