# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a donor's report that tell how it went: sessions and group work."""

from forgeatelier.exporting.reports.blocks import Block, heading, paragraphs, points, table
from forgeatelier.exporting.reports.content import ReportContent, StepStory
from forgeatelier.exporting.reports.mast import day_labels
from forgeatelier.ground.words import _
from forgeatelier.model.method.step import Form

_TOGETHER = (Form.GROUPS, Form.PAIRS, Form.MAKING)


def proceedings(content: ReportContent) -> tuple[Block, ...]:
    """The summary, then day by day: hours planned and real, what became of each step, what was noted."""
    labels = day_labels(content)
    found = list(paragraphs(content.workshop.summary))
    for number, label in labels.items():
        stories = [story for story in content.stories if story.day == number]
        rows = [(one.planned, one.real, _titled(one)) for one in stories]
        found += heading(label)
        found += table((_("Prévu"), _("Réel"), _("Séance")), rows)
        for story in stories:
            if story.form not in _TOGETHER:
                found += points(story.notes, story.title)
    found += points(
        (note for story in content.stories if not story.day for note in story.notes), _("Autres notes")
    )
    return tuple(found)


def group_work(content: ReportContent) -> tuple[Block, ...]:
    """Steps done in pairs, groups or at the bench: what was asked, what should come out, what was noted."""
    found: list[Block] = []
    for story in content.stories:
        if story.form not in _TOGETHER or not story.day:
            continue
        said = (
            *paragraphs(story.instruction),
            *paragraphs(_("Attendu : {output}").format(output=story.output) if story.output else ""),
            *points(story.notes),
        )
        if said:
            found += [*heading(story.title), *said]
    return tuple(found)


def _titled(story: StepStory) -> str:
    return f"{story.title} ({story.became})" if story.became else story.title
