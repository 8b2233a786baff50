# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The photo report: what was seen, said and decided, step by step."""

from typing import Any

from forgeatelier.exporting.reports import decisions, left_out
from forgeatelier.exporting.reports.content import ReportContent, StepStory
from forgeatelier.exporting.reports.mast import day_labels
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.consent import Use


def values(content: ReportContent) -> dict[str, Any]:
    """Days with their steps; steps of which nothing was kept are passed over."""
    labels = day_labels(content)
    told = [story for story in content.stories if story.told]
    days = []
    for number in dict.fromkeys(story.day for story in told):
        steps = [story_values(story) for story in told if story.day == number]
        label = labels.get(number, "") if number else _("Hors du programme")
        days.append({"label": label if len(labels) > 1 or not number else "", "steps": steps})
    return {
        "days": days,
        "summary": content.workshop.summary,
        "counts": _counts(content),
        "left_out": left_out.said(content.left_out) if content.use is Use.INTERNAL else (),
        "words": {
            "left_out": _("Photos qui ne sont pas montrées ici"),
            "decision": _("Décision"),
            "planned": _("prévu"),
            "real": _("réel"),
            "stays": _("Pour l’équipe : ne pas diffuser hors de la structure."),
            "nothing": _("Rien n’a encore été retenu pour ce compte rendu."),
        },
        "internal": content.use is Use.INTERNAL,
    }


def headings(content: ReportContent) -> tuple[str, ...]:
    """What must be found in the outline of the PDF."""
    return tuple(story.title for story in content.stories if story.told)


def story_values(story: StepStory) -> dict[str, Any]:
    """One step as the template shows it."""
    return {
        "title": story.title,
        "planned": story.planned,
        "real": story.real,
        "became": story.became,
        "pictures": story.pictures,
        "alone": len(story.pictures) == 1,
        "notes": story.notes,
        "links": story.links,
        "decisions": [decisions.values_of(one) for one in story.decisions],
    }


def _counts(content: ReportContent) -> str:
    pictures = len(content.pictures)
    notes = sum(len(story.notes) for story in content.stories)
    taken = sum(len(story.decisions) for story in content.stories)
    return " · ".join(
        text.format(n=count)
        for count, text in (
            (pictures, ngettext("{n} photo", "{n} photos", pictures)),
            (notes, ngettext("{n} note", "{n} notes", notes)),
            (taken, ngettext("{n} décision", "{n} décisions", taken)),
        )
        if count
    )
