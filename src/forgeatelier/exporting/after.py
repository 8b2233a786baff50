# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections one reads after the workshop: what came out, what was learned, how to run it again elsewhere."""

from collections.abc import Iterable

from forgeatelier.exporting import sections
from forgeatelier.exporting.choices import called, licence_name, listed
from forgeatelier.exporting.dialect import bullets, link, page, prose, said, section, table
from forgeatelier.exporting.escaping import blocks, inline, within
from forgeatelier.exporting.sections import Section
from forgeatelier.exporting.wording import amount, colon, joined, labelled
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.method.protocol import PlannedOutput, Protocol
from forgeatelier.model.people.figures import Figures
from forgeatelier.model.workshop.lessons import Lessons, Obstacle
from forgeatelier.model.workshop.output import Output


def outputs(document: SheetDocument) -> str:
    """What came out of the workshop, and who came, in figures only."""
    return section(
        sections.title(Section.OUTPUTS),
        bullets(_output(one) for one in document.outputs),
        _figures(document.figures) if document.figures else "",
    )


def planned_outputs(protocol: Protocol) -> str:
    """What the workshop should produce."""
    return section(sections.title(Section.OUTPUTS), bullets(_planned(one) for one in protocol.outputs))


def assessment(protocol: Protocol) -> str:
    """What is asked and observed."""
    asked = protocol.assessment
    return section(
        sections.title(Section.ASSESSMENT),
        _questions(_("Questions posées avant"), asked.before),
        _questions(_("Questions posées après"), asked.after),
        _questions(_("À observer"), asked.observation),
        _questions(_("Satisfaction"), asked.satisfaction),
    )


def lessons(found: Lessons | None) -> str:
    """What this workshop taught."""
    if found is None:
        return ""
    return section(
        sections.title(Section.LESSONS),
        _part(_("Ce qui a marché"), found.worked),
        _part(_("Difficultés"), found.difficulties),
        section(_("Freins"), bullets(_obstacle(one) for one in found.obstacles), level=3),
        _part(_("Bonnes pratiques"), found.good_practices),
        _part(_("Recommandations"), found.recommendations),
        _part(_("Modifications proposées au protocole"), found.proposals),
    )


def advice(document: SheetDocument) -> str:
    """What those who were there tell those who would do it again."""
    return section(sections.title(Section.ADVICE), blocks(document.sheet.advice))


def adaptations(protocol: Protocol) -> str:
    """What to change in another context."""
    lines = [labelled(within(one.context), within(one.adaptation)) for one in protocol.adaptations]
    return section(sections.title(Section.ADAPTATIONS), bullets(lines))


def afterwards(protocol: Protocol) -> str:
    """When to come back, how to maintain, what next."""
    after = protocol.after
    back = ngettext("{n} jour après", "{n} jours après", after.followup_days).format(n=after.followup_days)
    return section(
        sections.title(Section.AFTER),
        labelled(_("Reprendre des nouvelles"), back) if after.followup_days else "",
        labelled(_("Entretien"), prose(after.maintenance)) if after.maintenance else "",
        page(f"**{_('Et ensuite')}**", said(after.next_steps)) if after.next_steps else "",
    )


def references(protocol: Protocol) -> str:
    """Works worth knowing."""
    lines = [
        joined(
            [
                f"*{within(one.title)}*",
                within(one.author),
                within(licence_name(one.licence)),
                link("", one.source),
            ]
        )
        for one in protocol.references
    ]
    return section(sections.title(Section.REFERENCES), bullets(lines))


def _output(output: Output) -> str:
    count = f"{amount(output.quantity)} × " if output.quantity > 1 else ""
    line = f"**{count}{within(output.title)}** ({called(output.kind)})"
    text = joined([within(output.description), within(output.condition)], " — ")
    return f"{line}{colon()} {text}" if text else line


def _planned(output: PlannedOutput) -> str:
    line = f"**{within(output.title)}** ({called(output.kind)})"
    return f"{line}{colon()} {within(output.description)}" if output.description else line


def _figures(figures: Figures) -> str:
    if not figures.total:
        return ""
    rows = [[f"**{_('En tout')}**", f"**{amount(figures.total)}**"]]
    rows += [[called(sex).capitalize(), amount(n)] for sex, n in figures.by_sex]
    rows += [
        [within(listed("tranches-age", band)) or _("Âge non précisé"), amount(n)]
        for band, n in figures.by_band
    ]
    return section(_("Qui est venu, en nombres"), table([_("Groupe"), _("Nombre")], rows, right=[1]), level=3)


def _questions(label: str, questions: Iterable[str]) -> str:
    return section(label, said(questions), level=3)


def _part(label: str, text: str) -> str:
    return section(label, blocks(text), level=3) if text.strip() else ""


def _obstacle(obstacle: Obstacle) -> str:
    line = f"{inline(obstacle.text)} ({called(obstacle.kind)})"
    return line + (f" — *{_('levé')}{colon()} {within(obstacle.lifted)}*" if obstacle.lifted else "")
