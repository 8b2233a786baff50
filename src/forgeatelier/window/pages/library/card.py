# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A protocol as a page to read: pitch, for whom, how long, what for, with what, step by step."""

from collections.abc import Iterable
from html import escape

from forgeatelier.ground.words import _, language, marked
from forgeatelier.model import reference
from forgeatelier.model.commons.licence import LICENCES
from forgeatelier.model.method.material import Material
from forgeatelier.model.method.naming import word_of
from forgeatelier.model.method.objective import Family
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.step import Step
from forgeatelier.window.methods import wording
from forgeatelier.window.widgets import KIND_WORDS

_FAMILIES = {
    Family.TECHNICAL: marked("Savoir-faire"),
    Family.SOFT_SKILLS: marked("Savoir-être"),
    Family.ENVIRONMENT: marked("Milieu et climat"),
}


def page(protocol: Protocol) -> str:
    """The whole protocol as HTML; every word of it is escaped."""
    return "".join(
        (
            f"<p><i>{escape(protocol.pitch)}</i></p>" if protocol.pitch else "",
            _facts(protocol),
            _paragraphs(protocol.description),
            _objectives(protocol),
            _materials(protocol.materials),
            _safety(protocol),
            _preparation(protocol),
            _order(protocol),
            _rest(protocol),
            _origin(protocol),
        )
    )


def _section(title: str, body: str) -> str:
    return f"<h2>{escape(title)}</h2>{body}" if body else ""


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n") if part.strip())


def _bullets(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _fact(label: str, words: str) -> str:
    return (
        f"<tr><td><b>{escape(label)}</b>&nbsp;&nbsp;&nbsp;</td><td>{escape(words)}</td></tr>" if words else ""
    )


def _facts(protocol: Protocol) -> str:
    said = protocol.audience
    whom = [said.description, _(wording.LEVELS[said.level]) if said.level else ""]
    ages = (
        _("de {least} à {most} ans").format(least=said.age_min, most=said.age_max)
        if said.age_min and said.age_max
        else ""
    )
    if said.age_min and not said.age_max:
        ages = _("dès {n} ans").format(n=said.age_min)
    group = protocol.group
    team = _("équipes de {n}").format(n=group.per_team) if group.per_team else ""
    leaders = _("{n} pour animer").format(n=group.facilitators) if group.facilitators else ""
    length = protocol.duration
    before = (
        _("{time} de préparation").format(time=wording.duration(length.preparation))
        if length.preparation
        else ""
    )
    after = _("{time} de rangement").format(time=wording.duration(length.cleanup)) if length.cleanup else ""
    place = protocol.place
    where = [
        _("{n} m²").format(n=place.surface_m2) if place.surface_m2 else "",
        _("de l’ombre") if place.shade else "",
        _("de l’eau") if place.water else "",
        _("un abri") if place.shelter else "",
        _("un lieu aéré") if place.ventilation else "",
        _(wording.POWERS[place.power]) if place.power else "",
        place.notes,
    ]
    needs = (reference.label("besoins", code, language()) for code in protocol.needs)
    devices = (word_of(one) for one in protocol.devices)
    lines = (
        _fact(_("Pour quoi"), _joined(*needs)),
        _fact(_("Pour qui"), _joined(*whom, ages)),
        _fact(_("Groupe"), _joined(wording.group(group), team, leaders)),
        _fact(_("Durée"), _joined(wording.duration(protocol.minutes), before, after)),
        _fact(_("Lieu"), _joined(*where)),
        _fact(_("Lecture"), word_of(protocol.reading) if protocol.reading else ""),
        _fact(_("Appareils"), _joined(*devices)),
        _fact(_("Ce qui en sort"), _joined(*(one.title for one in protocol.outputs))),
    )
    return f"<table cellpadding='3'>{''.join(lines)}</table>"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _objectives(protocol: Protocol) -> str:
    body = ""
    for family, words in _FAMILIES.items():
        lines = [escape(one.statement) for one in protocol.objectives_of(family)]
        body += f"<h3>{escape(_(words))}</h3>{_bullets(lines)}" if lines else ""
    return _section(_("Ce que l’on apprend"), body)


def _materials(materials: tuple[Material, ...]) -> str:
    return _section(_("Matériel"), _bullets(_material(one) for one in materials))


def _material(one: Material) -> str:
    said = _joined(
        wording.quantity(one),
        _(wording.SOURCES[one.sourcing]) if one.sourcing else "",
        _("sinon : {what}").format(what=one.substitute) if one.substitute else "",
    )
    return f"<b>{escape(one.name)}</b>" + (f" — {escape(said)}" if said else "")


def _safety(protocol: Protocol) -> str:
    lines = []
    for one in protocol.safety:
        told = _joined(one.prevention, ", ".join(one.protective_gear), one.first_aid)
        lines.append(f"<b>{escape(one.hazard)}</b> — {escape(told)}")
    return _section(_("Sécurité"), _bullets(lines))


def _preparation(protocol: Protocol) -> str:
    lines = []
    for task in protocol.preparation:
        when = _("{n} j avant").format(n=task.days_before) if task.days_before else _("le jour même")
        lines.append(f"<b>{escape(when)}</b> — {escape(task.task)}")
    return _section(_("À préparer"), _bullets(lines))


def _order(protocol: Protocol) -> str:
    body = ""
    for phase, steps in protocol.phases:
        total = wording.duration(sum(step.minutes for step in steps))
        body += f"<h3>{escape(_joined(phase, total))}</h3>" + "".join(_step(step) for step in steps)
    return _section(_("Déroulé"), body)


def _step(step: Step) -> str:
    kind = _(KIND_WORDS[step.form.value])
    head = f"<b>{escape(wording.duration(step.minutes))}&nbsp;&nbsp;{escape(step.title)}</b> — {escape(kind)}"
    told = f"<br>{escape(step.instruction)}" if step.instruction else ""
    plans = "".join(
        f"<br><i>{escape(_(wording.TROUBLES[plan.trouble]))} : {escape(plan.instead)}</i>"
        for plan in step.plan_b
    )
    return f"<p>{head}{told}{plans}</p>"


def _rest(protocol: Protocol) -> str:
    adapted = _bullets(
        f"<b>{escape(one.context)}</b> — {escape(one.adaptation)}" for one in protocol.adaptations
    )
    rules = _bullets(escape(rule) for rule in protocol.ground_rules)
    after = _paragraphs(protocol.after.maintenance) + _bullets(
        escape(one) for one in protocol.after.next_steps
    )
    return (
        _section(_("Règles du groupe"), rules)
        + _section(_("Adapter ailleurs"), adapted)
        + _section(_("Après l’atelier"), after)
    )


def _origin(protocol: Protocol) -> str:
    licence = LICENCES[protocol.licence].name if protocol.licence in LICENCES else protocol.licence
    lines = [
        _("Par {names}").format(names=", ".join(author.name for author in protocol.authors))
        if protocol.authors
        else "",
        _("Version {version}, {language}, licence {licence}").format(
            version=protocol.version,
            language=reference.label("langues", protocol.language, language()),
            licence=licence or _("non précisée"),
        ),
        *(
            _("D’après « {title} » de {author}").format(title=o.title, author=o.author or "…")
            for o in protocol.derived_from
        ),
        _("Traduit de « {title} »").format(title=protocol.translation_of.title)
        if protocol.translation_of
        else "",
        _("Ce qui a changé : {note}").format(note=protocol.change_note) if protocol.change_note else "",
    ]
    return _section(_("D’où cela vient"), _bullets(escape(line) for line in lines if line))
