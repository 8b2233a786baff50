# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running workshop in words: levels, lateness, locks that hold, buffers that give, a cut, a clock that jumped."""

import math
from datetime import datetime
from enum import StrEnum

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.lock_words import minutes as span
from forgeatelier.model.workshop.slots import clock

_TICK = 0.05
"""Events of one gesture are a few milliseconds apart: that is no second more."""


class Level(StrEnum):
    """How a step stands with its time."""

    OK = "ok"
    SOON = "soon"
    LAST = "last"
    OVER = "over"
    PAUSED = "paused"


def level_of(seconds_left: float, allotted: float, *, paused: bool = False) -> Level:
    """The level: orange at a fifth left, red at a twentieth and at one minute; a step without a length has none."""
    if paused:
        return Level.PAUSED
    if allotted <= 0:
        return Level.OK
    if seconds_left < 0:
        return Level.OVER
    if seconds_left <= max(allotted / 20, 60):
        return Level.LAST
    return Level.SOON if seconds_left <= allotted / 5 else Level.OK


def level_words(level: Level) -> str:
    """The word that goes with a colour."""
    return {
        Level.OK: _("En cours"),
        Level.SOON: _("Bientôt fini"),
        Level.LAST: _("Dernier moment"),
        Level.OVER: _("Dépassement"),
        Level.PAUSED: _("En pause"),
    }[level]


def timer_words(seconds_left: float) -> str:
    """What the timer shows: « 18:20 » left, « 1:05:00 » for hours, « +02:15 » once the time is over."""
    # What is left is rounded up and what is over down: 00:00 lasts one second, then comes +00:01.
    whole = math.ceil(seconds_left - _TICK)
    sign = "+" if whole < 0 else ""
    hours, rest = divmod(abs(whole), 3600)
    told = f"{rest // 60:02}:{rest % 60:02}"
    return f"{sign}{hours}:{told}" if hours else f"{sign}{told}"


def lateness_words(late: int) -> str:
    """« 8 min de retard », « 4 min d’avance », never a bare sign."""
    if late > 0:
        return _("{n} de retard").format(n=span(late))
    if late < 0:
        return _("{n} d’avance").format(n=span(-late))
    return _("à l’heure")


def end_words(end: int, agreed: int, *, over: bool = False) -> str:
    """« fin prévue 16:38 au lieu de 16:30 », « fini à 16:28 » once the day is over."""
    if end == agreed:
        return (_("fini à {end}") if over else _("fin prévue {end}")).format(end=clock(end))
    if over:
        return _("fini à {end} au lieu de {agreed}").format(end=clock(end), agreed=clock(agreed))
    return _("fin prévue {end} au lieu de {agreed}").format(end=clock(end), agreed=clock(agreed))


def lock_words(title: str, at: int, late: int) -> str:
    """« Repas 12:00 tenu », or by how much it will not be."""
    if late <= 0:
        return _("{title} {at} tenu").format(title=title, at=clock(at))
    return _("{title} {at} : {n} de retard").format(title=title, at=clock(at), n=span(late))


def buffer_words(title: str, before: int, after: int) -> str:
    """« Tampon 10 → 2 »."""
    return _("{title} {before} → {after}").format(title=title, before=before, after=after)


def cut_words(last: datetime, minutes: int) -> str:
    """« dernière action 10:42, coupure d’environ 14 min »; `last` as the watches of the place show it."""
    return _("dernière action {time}, coupure d’environ {n}").format(time=f"{last:%H:%M}", n=span(minutes))


def clock_words(last: datetime, minutes: int, now: datetime) -> str:
    """The computer's clock jumped and nothing has noted it yet: what stopped, and what to do."""
    told = {"time": f"{last:%H:%M}", "date": f"{last:%d/%m/%Y}", "says": f"{now:%d/%m/%Y %H:%M}"}
    if minutes < 0:
        return _(
            "L’horloge de l’ordinateur a reculé : elle dit {says}, la dernière action est du {date} à {time}. "
            "Le minuteur attend. Vérifier l’heure de l’ordinateur."
        ).format(**told)
    return _(
        "L’horloge de l’ordinateur a sauté en avant : elle dit {says}, la dernière action est du {date} à {time}. "
        "Le minuteur attend. Vérifier l’heure de l’ordinateur."
    ).format(**told)


def past_jump_words(last: datetime, minutes: int) -> str:
    """The clock jumped in the course of the workshop, and times were kept in order."""
    gap = _days(abs(minutes))
    if minutes < 0:
        return _(
            "L’horloge a reculé de {gap} après {time} ; les durées continuent comme si de rien n’était."
        ).format(gap=gap, time=f"{last:%H:%M}")
    return _("L’horloge a avancé de {gap} après {time} ; ce temps n’est compté à aucune étape.").format(
        gap=gap, time=f"{last:%H:%M}"
    )


def _days(minutes: int) -> str:
    days = minutes // (24 * 60)
    return _("{n} jours").format(n=days) if days > 1 else span(minutes)
