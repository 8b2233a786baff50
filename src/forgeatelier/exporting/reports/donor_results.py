# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a donor's report that tell what came out: outputs, decisions, opinions, lessons."""

from forgeatelier.exporting.choices import called
from forgeatelier.exporting.reports.blocks import Block, bars, heading, paragraphs, points, table
from forgeatelier.exporting.reports.content import DonorContent, ReportContent, ReportDecision
from forgeatelier.exporting.wording import colon, day, joined
from forgeatelier.ground.words import _, marked
from forgeatelier.model.workshop.evaluation import Asked, EvaluationItem, QuestionKind
from forgeatelier.model.workshop.lessons import Obstacle

_FACES = {
    "1": marked("1 · pas du tout"),
    "2": marked("2 · un peu"),
    "3": marked("3 · moyen"),
    "4": marked("4 · bien"),
    "5": marked("5 · très bien"),
}
_YES_NO = {"yes": marked("oui"), "no": marked("non")}


def results(content: ReportContent, known: DonorContent) -> tuple[Block, ...]:
    """What was produced, what was decided."""
    outputs = table(
        (_("Production"), _("Description"), _("Nombre")),
        ((f"{one.title} ({called(one.kind)})", one.description, str(one.quantity)) for one in known.outputs),
        numbers=1,
    )
    decisions = table(
        (_("N°"), _("Décision"), _("Prise par"), _("Pour le")), map(_decision, content.decisions)
    )
    worked = paragraphs(known.lessons.worked if known.lessons else "")
    return (
        *(heading(_("Productions")) if outputs else ()),
        *outputs,
        *(heading(_("Décisions")) if decisions else ()),
        *decisions,
        *(heading(_("Ce qui a marché")) if worked else ()),
        *worked,
    )


def evaluation(known: DonorContent) -> tuple[Block, ...]:
    """Each question with its answers as bars."""
    found: list[Block] = []
    for item in known.evaluation:
        found += bars(_question(item), _answers(item))
    return tuple(found)


def difficulties(content: ReportContent, known: DonorContent) -> tuple[Block, ...]:
    """What was hard, what stood in the way and how that was lifted, the steps that did not go as planned."""
    lessons = known.lessons
    said = paragraphs(lessons.difficulties) if lessons else ()
    obstacles = points(map(_obstacle, lessons.obstacles), _("Freins")) if lessons else ()
    other = points(
        (f"{story.title}{colon()} {story.became}" for story in content.stories if story.became),
        _("Séances qui ne se sont pas passées comme prévu"),
    )
    return (*said, *obstacles, *other)


def recommendations(known: DonorContent) -> tuple[Block, ...]:
    """What to do, what to do again, what to change in the method."""
    lessons = known.lessons
    if lessons is None:
        return ()
    found = list(paragraphs(lessons.recommendations))
    for title, text in (
        (_("Bonnes pratiques"), lessons.good_practices),
        (_("Modifications proposées au protocole"), lessons.proposals),
    ):
        if text.strip():
            found += [*heading(title), *paragraphs(text)]
    return tuple(found)


def _decision(one: ReportDecision) -> tuple[str, str, str, str]:
    return (
        str(one.number),
        one.text,
        joined((one.method, *one.vote), " · "),
        day(one.due) if one.due else "",
    )


def _obstacle(one: Obstacle) -> str:
    said = f"{one.text} ({called(one.kind)})"
    return f"{said} → {one.lifted}" if one.lifted else said


def _question(item: EvaluationItem) -> str:
    if item.kind is not QuestionKind.RATING:
        return item.question
    when = _("avant") if item.asked is Asked.BEFORE else _("après")
    return f"{item.question} ({when})"


def _answers(item: EvaluationItem) -> list[tuple[str, int]]:
    counted = {one.answer: one.count for one in item.counts}
    words = (
        _FACES
        if item.kind in (QuestionKind.FACES, QuestionKind.RATING)
        else _YES_NO
        if item.kind is QuestionKind.YES_NO
        else {}
    )
    named = [(_(word), counted.pop(code, 0)) for code, word in words.items()] if counted else []
    return [*named, *counted.items()]
