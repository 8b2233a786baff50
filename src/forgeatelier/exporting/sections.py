# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of a conduct sheet: one name each, written as a heading and recognised again when read."""

import re
from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.ground.words import _, marked


class Section(StrEnum):
    """A section by its key, which is also its class in HTML."""

    FACTS = "facts"
    WHY = "why"
    OBJECTIVES = "objectives"
    PEOPLE = "people"
    MATERIALS = "materials"
    SAFETY = "safety"
    PREPARATION = "preparation"
    PROGRAMME = "programme"
    STEPS = "steps"
    HARVEST = "harvest"
    OUTPUTS = "outputs"
    ASSESSMENT = "assessment"
    LESSONS = "lessons"
    ADVICE = "advice"
    ADAPTATIONS = "adaptations"
    AFTER = "after"
    REFERENCES = "references"
    CREDITS = "credits"
    JOURNAL = "journal"


_TITLES = {
    Section.FACTS: marked("En bref"),
    Section.WHY: marked("Pourquoi cet atelier"),
    Section.OBJECTIVES: marked("Ce que l’on apprend"),
    Section.PEOPLE: marked("Pour qui, avec qui"),
    Section.MATERIALS: marked("Il vous faut"),
    Section.SAFETY: marked("Sécurité"),
    Section.PREPARATION: marked("Préparation"),
    Section.PROGRAMME: marked("Déroulé"),
    Section.STEPS: marked("Pas à pas"),
    Section.HARVEST: marked("Récolte de l’atelier"),
    Section.OUTPUTS: marked("Ce qui a été produit"),
    Section.ASSESSMENT: marked("Évaluation"),
    Section.LESSONS: marked("Ce que nous avons appris"),
    Section.ADVICE: marked("Conseils pour refaire"),
    Section.ADAPTATIONS: marked("Adapter ailleurs"),
    Section.AFTER: marked("Après l’atelier"),
    Section.REFERENCES: marked("Références"),
    Section.CREDITS: marked("Crédits"),
    Section.JOURNAL: marked("Journal des versions"),
}

_UNDERSTAND, _PREPARE, _RUN = marked("Comprendre"), marked("Préparer"), marked("Animer")
_HARVEST, _SHARE = marked("Récolter"), marked("Partager")

_PARTS = {
    _UNDERSTAND: (Section.FACTS, Section.WHY, Section.OBJECTIVES, Section.PEOPLE),
    _PREPARE: (Section.MATERIALS, Section.SAFETY, Section.PREPARATION),
    _RUN: (Section.PROGRAMME, Section.STEPS),
    _HARVEST: (Section.HARVEST, Section.OUTPUTS, Section.ASSESSMENT, Section.LESSONS),
    _SHARE: (
        Section.ADVICE,
        Section.ADAPTATIONS,
        Section.AFTER,
        Section.REFERENCES,
        Section.CREDITS,
        Section.JOURNAL,
    ),
}


def title(section: Section) -> str:
    """The heading of a section in the language being spoken."""
    return _(_TITLES[section])


def recognised() -> dict[str, Section]:
    """The section of each heading in the language being spoken."""
    return {_(text): section for section, text in _TITLES.items()}


def part(section: Section) -> tuple[int, str]:
    """The part of the sheet a section stands in: its place from 1, and its name (the thumb tab)."""
    for place, (name, sections) in enumerate(_PARTS.items(), 1):
        if section in sections:
            return place, _(name)
    message = f"{section} stands in no part"
    raise KeyError(message)


def part_names() -> tuple[str, ...]:
    """The names of the parts, in order."""
    return tuple(_(name) for name in _PARTS)


@dataclass(frozen=True, slots=True)
class StepHeading:
    """The heading of a step in its three pieces."""

    word: str
    number: str
    title: str


def step_title(number: int, title: str) -> str:
    """The heading of a step, its title already in Markdown."""
    return _("Étape {n} — {title}").format(n=number, title=title)


def step_heading(text: str) -> StepHeading | None:
    """The pieces of a heading that opens a step, in the language being spoken; None for any other heading."""
    word = re.escape(step_title(0, "").partition("0")[0].strip())
    found = re.match(rf"({word}) (\d{{1,3}}) — (\S.*)", text, re.DOTALL)
    return StepHeading(found[1], found[2], found[3]) if found else None
