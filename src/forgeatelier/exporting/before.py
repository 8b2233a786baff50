# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections one reads before the workshop: why, what is learned, what is needed, what is dangerous."""

from itertools import groupby

from forgeatelier.exporting import sections
from forgeatelier.exporting.choices import called, listed
from forgeatelier.exporting.dialect import Callout, bullets, callout, page, prose, said, section, table, tasks
from forgeatelier.exporting.escaping import blocks, inline, within
from forgeatelier.exporting.scale import Scale
from forgeatelier.exporting.sections import Section
from forgeatelier.exporting.wording import amount, colon, duration, joined, labelled, quoted, semicolon
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.commons.document import SheetDocument
from forgeatelier.model.method.hazard import Hazard
from forgeatelier.model.method.material import Material, MaterialKind
from forgeatelier.model.method.objective import Family
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.setting import PreparationTask
from forgeatelier.model.method.step import Form, Step
from forgeatelier.model.method.units import counted


def why(document: SheetDocument) -> str:
    """Why this workshop, in the words of the people, and which challenges it answers."""
    workshop, sheet = document.workshop, document.sheet
    return section(
        sections.title(Section.WHY),
        blocks(sheet.introduction),
        blocks(workshop.summary),
        _named(_("Objectif visé"), workshop.aim),
        _named(_("Contexte local"), workshop.context),
        _named(_("L’atelier en général"), document.protocol.description),
        challenges(document.protocol),
    )


def about(protocol: Protocol) -> str:
    """What the protocol is about, without any workshop."""
    return section(sections.title(Section.WHY), blocks(protocol.description), challenges(protocol))


def challenges(protocol: Protocol) -> str:
    """The goals and challenges the protocol answers, under one heading."""
    goals = [f"{number}. {within(listed('odd', str(number)))}" for number in protocol.sdg]
    lines = [
        labelled(_("Objectifs de développement durable"), joined(goals)) if goals else "",
        _list(
            _("Défis"),
            [listed(f"defis-{one.list.removeprefix('defis-')}", one.code) for one in protocol.challenges],
        ),
        _list(_("Effets du climat"), [listed("effets-climat", code) for code in protocol.effects]),
        _list(_("Thèmes"), list(protocol.themes)),
    ]
    return section(_("Ce à quoi il répond"), bullets(line for line in lines if line), level=3)


def objectives(protocol: Protocol) -> str:
    """What people leave with, in the three families, each with the criterion one can observe."""
    families = []
    for family in Family:
        lines = []
        for objective in protocol.objectives_of(family):
            seen = (
                f" — *{_('on le voit quand')}{colon()} {within(objective.criterion)}*"
                if objective.criterion
                else ""
            )
            lines.append(inline(objective.statement) + seen)
        families.append(section(called(family), bullets(lines), level=3))
    return section(sections.title(Section.OBJECTIVES), *families)


def people(protocol: Protocol) -> str:
    """For whom it is, and who is needed to lead it."""
    audience = protocol.audience
    ages = _ages(audience.age_min, audience.age_max)
    roles = [
        joined([f"**{within(listed('roles', need.role))}** × {need.count}", within(need.task)], f"{colon()} ")
        for need in protocol.roles
    ]
    return section(
        sections.title(Section.PEOPLE),
        prose(audience.description),
        labelled(_("Âge"), ages) if ages else "",
        _list(_("À savoir avant de venir"), list(audience.prerequisites)),
        labelled(_("Accessibilité"), prose(audience.accessibility)) if audience.accessibility else "",
        f"{_('Pour conduire l’atelier')}{colon()}\n\n{bullets(roles)}" if roles else "",
        f"{_('Règles du groupe')}{colon()}\n\n{said(protocol.ground_rules)}" if protocol.ground_rules else "",
    )


def materials(protocol: Protocol, scale: Scale) -> str:
    """What is needed for that group, to tick off, by kind."""
    kinds = [
        section(
            called(kind),
            tasks(material_line(one, scale) for one in protocol.materials if one.kind is kind),
            level=3,
        )
        for kind in MaterialKind
        if any(one.kind is kind for one in protocol.materials)
    ]
    if not kinds:
        return ""
    who = ngettext("{n} personne", "{n} personnes", scale.people).format(n=scale.people)
    teams = ngettext("{n} équipe", "{n} équipes", scale.teams).format(n=scale.teams)
    counted = _("Quantités pour {people} en {teams}.").format(people=who, teams=teams) if scale.people else ""
    return section(sections.title(Section.MATERIALS), counted, *kinds)


def material_line(material: Material, scale: Scale) -> str:
    """One line of the list: the name, how much, from where, and what can replace it."""
    units = counted(material.unit, material.quantity(scale.people, scale.teams), language())
    how_many = joined([quantity(material, scale), within(units)], " ") if material.has_quantity else ""
    name = f"**{within(material.name)}**"
    origin = joined(
        [
            called(material.sourcing) if material.sourcing else "",
            _("indispensable") if material.critical else "",
        ]
    )
    line = f"{name}{colon()} {how_many}" if how_many else name
    line += f" ({origin})" if origin else ""
    return line + (
        f"{semicolon()}{_('à défaut')}{colon()} {within(material.substitute)}" if material.substitute else ""
    )


def quantity(material: Material, scale: Scale) -> str:
    """How many units the group needs, as people write numbers."""
    return amount(material.quantity(scale.people, scale.teams))


def safety(protocol: Protocol) -> str:
    """Every hazard as a warning: how bad, how to avoid it, what to wear, what to do."""
    return section(sections.title(Section.SAFETY), *(_hazard(one) for one in protocol.safety))


def preparation(protocol: Protocol) -> str:
    """What to do before the day, the earliest first."""
    todo = sorted(protocol.preparation, key=lambda task: -task.days_before)
    groups = groupby(todo, key=lambda task: task.days_before)
    total = protocol.duration.preparation
    return section(
        sections.title(Section.PREPARATION),
        labelled(_("Temps de préparation"), duration(total)) if total else "",
        *(
            page(f"**{_ahead(ahead)}**", tasks(_preparation_line(task) for task in some))
            for ahead, some in groups
        ),
    )


def planned_programme(protocol: Protocol) -> str:
    """The running order of a protocol, without clock times."""
    rows = [
        [step_title(number, step), called(step.form), duration(step.minutes)]
        for number, step in enumerate(protocol.steps, 1)
    ]
    head = [_("Étape"), _("Forme"), _("Durée")]
    return section(sections.title(Section.PROGRAMME), table(head, rows, right=[2])) if rows else ""


def step_title(number: int, step: Step) -> str:
    """The line of a step in a running order."""
    title = f"{number}. {within(step.title)}"
    return f"*{title}*" if step.form in (Form.BREAK, Form.BUFFER) else title


def _named(label: str, text: str) -> str:
    return section(label, blocks(text), level=3) if text.strip() else ""


def _list(label: str, items: list[str]) -> str:
    items = [within(item) for item in items if item]
    return labelled(label, joined(items)) if items else ""


def _ages(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return _("de {least} à {most} ans").format(least=least, most=most)
    if least is not None:
        return _("à partir de {least} ans").format(least=least)
    return _("jusqu’à {most} ans").format(most=most) if most is not None else ""


def _hazard(hazard: Hazard) -> str:
    gear = joined(within(one) for one in hazard.protective_gear)
    return callout(
        Callout.WARNING,
        f"**{within(hazard.hazard)}** ({called(hazard.severity)})",
        prose(hazard.prevention),
        labelled(_("À porter"), gear) if gear else "",
        labelled(_("Premiers soins"), prose(hazard.first_aid)) if hazard.first_aid else "",
    )


def _ahead(ahead: int) -> str:
    if ahead == 0:
        return _("Le jour même")
    return ngettext("{n} jour avant", "{n} jours avant", ahead).format(n=ahead)


def _preparation_line(task: PreparationTask) -> str:
    by = within(listed("roles", task.role))
    about = joined([by, duration(task.minutes) if task.minutes else ""])
    return inline(task.task) + (f" ({about})" if about else "")


def quotation(text: str) -> str:
    """What is said aloud, between quotation marks."""
    return quoted(within(text).strip("«»“” "))
