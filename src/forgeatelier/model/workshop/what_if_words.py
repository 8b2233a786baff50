# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The consequences of other conditions, in sentences."""

from collections.abc import Iterator
from decimal import Decimal

from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.method.naming import word_of
from forgeatelier.model.method.units import counted
from forgeatelier.model.workshop.lock_words import minutes
from forgeatelier.model.workshop.money import total_words
from forgeatelier.model.workshop.needs import Need
from forgeatelier.model.workshop.slots import clock, wished_end
from forgeatelier.model.workshop.what_if import Consequences


def sentences(found: Consequences) -> tuple[str, ...]:
    """Everything that would change, the clock first; one sentence saying so when nothing does."""
    told = (*_times(found), *_people(found), *_materials(found), *_prints(found), *_plans_b(found))
    conflicts = [f"{one.what} {one.advice}" for one in found.arising]
    solved = [_("Réglé : {what}").format(what=one.what) for one in found.solved]
    return (*told, *conflicts, *solved) or (_("Rien ne change."),)


def _times(found: Consequences) -> Iterator[str]:
    for before, after in zip(found.now.days, found.then.days, strict=True):
        if before.end == after.end:
            continue
        name = _("Le jour {n}").format(n=after.day) if len(found.then.days) > 1 else _("La journée")
        gap = abs(after.end - before.end)
        said = (
            _("{day} finit à {end} au lieu de {before} ({n} plus tard).")
            if after.end > before.end
            else _("{day} finit à {end} au lieu de {before} ({n} plus tôt).")
        )
        yield said.format(day=name, end=clock(after.end), before=clock(before.end), n=minutes(gap))
    if found.moved:
        count = len(found.moved)
        yield ngettext("{n} étape change d’heure.", "{n} étapes changent d’heure.", count).format(n=count)
    if found.then.conditions.ends_at != found.now.conditions.ends_at:
        for day in found.then.days:
            wished = wished_end(found.then.conditions, day.start)
            if wished is not None and day.end <= wished:
                yield _("Il reste {n} entre la fin, à {end}, et {wished}.").format(
                    n=minutes(wished - day.end), end=clock(day.end), wished=clock(wished)
                )
    for slot in found.held:
        yield _("« {title} » reste fixé à {time} : le jour {day} commence à cette heure.").format(
            title=slot.step.title, time=clock(slot.start), day=slot.day
        )


def _people(found: Consequences) -> Iterator[str]:
    now, then = found.now.conditions, found.then.conditions
    if found.groups[0] != found.groups[1]:
        yield _("Groupes : {before} → {after}.").format(before=found.groups[0], after=found.groups[1])
    if found.facilitators[0] != found.facilitators[1]:
        yield _("Animateurs conseillés : {before} → {after}.").format(
            before=found.facilitators[0], after=found.facilitators[1]
        )
    least, most = found.group_limits
    if then.people != now.people and 0 < most < then.people:
        yield _("Le protocole est pensé pour {most} personnes au plus.").format(most=most)
    if then.people != now.people and then.people < least:
        yield _("Le protocole est pensé pour {least} personnes au moins.").format(least=least)


def _materials(found: Consequences) -> Iterator[str]:
    for change in found.needs:
        yield _("{name} : {before} → {after}.").format(
            name=change.after.supply.name, before=_figure(change.before.needed), after=_quantity(change.after)
        )
    costs = [total_words(cost, language()) for cost in found.costs]
    if costs[0] != costs[1]:
        yield _("Coût prévu : {before} → {after}.").format(before=costs[0] or "0", after=costs[1] or "0")


def _prints(found: Consequences) -> Iterator[str]:
    names = {
        "badges": _("Badges"),
        "ballots": _("Bulletins"),
        "evaluation": _("Feuilles d’évaluation"),
        "groups": _("Cartes de groupe"),
    }
    changed = [f"{names[one.what]} {one.before} → {one.after}" for one in found.copies]
    if changed:
        yield _("À imprimer : {sheets}.").format(sheets=", ".join(changed))


def _plans_b(found: Consequences) -> Iterator[str]:
    for one in found.plan_b:
        yield _("{trouble} — plan B pour « {title} » : {instead}").format(
            title=one.step.title, trouble=word_of(one.trouble), instead=one.instead
        )
    for one in found.no_plan_b:
        yield _("{trouble} — « {title} » n’a pas de plan B.").format(
            title=one.step.title, trouble=word_of(one.trouble)
        )


def _quantity(need: Need) -> str:
    unit = counted(need.supply.unit, need.needed, language())
    return f"{_figure(need.needed)} {unit}".strip()


def _figure(amount: Decimal) -> str:
    said = f"{amount.normalize():f}"
    return said.replace(".", ",") if language() == "fr" else said
