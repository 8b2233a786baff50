# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Locks that do not hold, in words: how many minutes, which steps could give them, and what else can be done."""

from collections.abc import Iterable

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.conflicts import Clash, Conflict
from forgeatelier.model.workshop.durations import minutes_of, shortest
from forgeatelier.model.workshop.laying import Raw
from forgeatelier.model.workshop.slots import Conditions, Slot, clock

_NAMED = 4


def lock_conflict(raw: Raw, won: int, conditions: Conditions, day: int) -> Conflict:
    """A lock that does not hold; `won` are the minutes that shortest lengths win for it."""
    what, advice = _WORDS[raw.kind](raw, won, conditions)
    return Conflict(raw.kind, raw.step.id, raw.minutes, what, advice, day)


def minutes(count: int) -> str:
    """« 25 min », « 1 h 30 » for a longer time."""
    hours, rest = divmod(count, 60)
    if not hours:
        return _("{n} min").format(n=rest)
    return _("{h} h {m:02}").format(h=hours, m=rest) if rest else _("{h} h").format(h=hours)


def _start_late(raw: Raw, won: int, conditions: Conditions) -> tuple[str, str]:
    what = _("« {title} » est fixé à {time}, mais ce qui précède finit à {late} : {n} de trop.").format(
        title=raw.step.title, time=clock(raw.at), late=clock(raw.at + raw.minutes), n=minutes(raw.minutes)
    )
    otherwise = _("fixer « {title} » à {late}").format(title=raw.step.title, late=clock(raw.at + raw.minutes))
    return what, _winning(raw, won, conditions, otherwise)


def _end_short(raw: Raw, won: int, conditions: Conditions) -> tuple[str, str]:
    what = _("« {title} » doit finir à {time} et ne peut pas finir avant {late} : il manque {n}.").format(
        title=raw.step.title, time=clock(raw.at), late=clock(raw.at + raw.minutes), n=minutes(raw.minutes)
    )
    otherwise = _("laisser « {title} » finir à {late}").format(
        title=raw.step.title, late=clock(raw.at + raw.minutes)
    )
    return what, _winning(raw, won, conditions, otherwise)


def _contradiction(raw: Raw, _won: int, _conditions: Conditions) -> tuple[str, str]:
    start, end = clock(raw.at + raw.minutes), clock(raw.at)
    if raw.minutes == 0:
        what = _("« {title} » est fixé de {start} à {end} : il ne reste pas une minute.")
    else:
        what = _("« {title} » est fixé de {start} à {end} : la fin vient avant le début.")
    return what.format(title=raw.step.title, start=start, end=end), _(
        "Corriger une des deux heures, ou n’en fixer qu’une."
    )


def _lanes_start(raw: Raw, _won: int, _conditions: Conditions) -> tuple[str, str]:
    what = _("Les voies commencent ensemble : « {title} », fixé à {time}, attend {late}.").format(
        title=raw.step.title, time=clock(raw.at), late=clock(raw.at + raw.minutes)
    )
    return what, _("Donner la même heure aux premières étapes des voies, ou n’en fixer qu’une.")


def _shortened(raw: Raw, _won: int, conditions: Conditions) -> tuple[str, str]:
    planned = minutes_of(raw.step, conditions.people, conditions.teams)
    what = _("Pour finir à {time}, « {title} » n’a que {n} au lieu de {planned}.").format(
        title=raw.step.title, time=clock(raw.at), n=minutes(planned - raw.minutes), planned=minutes(planned)
    )
    return what, _("Donner à cette étape une durée minimale, ou raccourcir ce qui précède.")


_WORDS = {
    Clash.START_LATE: _start_late,
    Clash.END_SHORT: _end_short,
    Clash.CONTRADICTION: _contradiction,
    Clash.LANES_START: _lanes_start,
    Clash.SHORTENED: _shortened,
}


def _winning(raw: Raw, won: int, conditions: Conditions, otherwise: str) -> str:
    givers = givers_of(raw.led, conditions)
    if won <= 0 or not givers:
        return _(
            "Avant elle, rien ne peut être raccourci : retirer ou déplacer une étape, ou {other}."
        ).format(other=otherwise)
    if won >= raw.minutes:
        return _("Aux durées minimales de {steps}, on gagne {n} : c’est assez.").format(
            steps=givers, n=minutes(won)
        )
    return _(
        "Aux durées minimales de {steps}, on ne gagne que {n} : retirer ou déplacer une étape, ou {other}."
    ).format(steps=givers, n=minutes(won), other=otherwise)


def givers_of(slots: Iterable[Slot], conditions: Conditions) -> str:
    """The steps that can be shortened and by how much, the largest gain first; empty when there is none."""
    found: list[tuple[int, str]] = []
    for slot in slots:
        length = minutes_of(slot.step, conditions.people, conditions.teams)
        slack = length - shortest(slot.step, length)
        if slack > 0 and not slot.step.ends_at:
            found.append((slack, slot.step.title))
    found.sort(key=lambda one: -one[0])
    named = [_("« {title} » (−{n})").format(title=title, n=minutes(slack)) for slack, title in found[:_NAMED]]
    more = len(found) - len(named)
    if more:
        named.append(ngettext("{n} autre étape", "{n} autres étapes", more).format(n=more))
    return ", ".join(named)
