# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is worth knowing of a day as a whole, in words: too long, too late, too long without a break, nobody there."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from forgeatelier.ground.words import _
from forgeatelier.model.workshop.conflicts import Clash, Conflict
from forgeatelier.model.workshop.durations import LONGEST
from forgeatelier.model.workshop.laying import Laid
from forgeatelier.model.workshop.lock_words import givers_of, minutes
from forgeatelier.model.workshop.planned_step import PlannedStep
from forgeatelier.model.workshop.slots import DAY, Conditions, clock

_WAIT = 10
"""Lanes that wait less are not worth a word."""


def called(laid: Laid, *, several: bool) -> str:
    """« Le jour 2 », or « La journée » when there is only one."""
    return _("Le jour {n}").format(n=laid.day) if several else _("La journée")


def over_end(laid: Laid, wished: int, won: int, *, several: bool) -> Conflict:
    """The day ends after the hour it should end at."""
    late = laid.end - wished
    what = _("{day} finit à {end} au lieu de {wished} : {n} de trop.").format(
        day=called(laid, several=several), end=clock(laid.end), wished=clock(wished), n=minutes(late)
    )
    givers = givers_of(laid.slots[laid.held :], laid.conditions)
    if won <= 0 or not givers:
        advice = _("Rien ne peut être raccourci : retirer une étape, commencer plus tôt ou finir plus tard.")
    elif won >= late:
        advice = _("Aux durées minimales de {steps}, on gagne {n} : c’est assez.").format(
            steps=givers, n=minutes(won)
        )
    else:
        advice = _(
            "Même aux durées minimales de {steps}, on ne gagne que {n} : retirer une étape, commencer plus "
            "tôt ou finir plus tard."
        ).format(steps=givers, n=minutes(won))
    return Conflict(Clash.OVER_END, "", late, what, advice, laid.day)


def lanes_waiting(laid: Laid) -> list[Conflict]:
    """One step that alone outlasts every other lane: the others wait for it."""
    found: list[Conflict] = []
    for block in laid.blocks:
        if len(block) < 2:
            continue
        *_others, second, longest = sorted(block, key=lambda lane: lane[-1].end)
        biggest = max(longest, key=lambda slot: slot.minutes)
        wait = longest[-1].end - second[-1].end
        if wait >= _WAIT and biggest.minutes > second[-1].end - second[0].start:
            found.append(
                Conflict(
                    Clash.LANE_LONG,
                    biggest.step.id,
                    wait,
                    _("« {title} » dure à lui seul plus que les autres voies : elles attendent {n}.").format(
                        title=biggest.step.title, n=minutes(wait)
                    ),
                    _("Le raccourcir, ou donner aux autres voies de quoi s’occuper jusqu’à {end}.").format(
                        end=clock(longest[-1].end)
                    ),
                    laid.day,
                )
            )
    return found


def past_midnight(laid: Laid, *, several: bool) -> Conflict | None:
    """The day goes on after midnight."""
    if laid.end <= DAY:
        return None
    days = laid.end // DAY
    what = _("{day} passe minuit et finit à {end}, le lendemain.")
    if days > 1:
        what = _("{day} ne finit que {days} jours plus tard, à {end}.")
    return Conflict(
        Clash.MIDNIGHT,
        "",
        laid.end - DAY,
        what.format(day=called(laid, several=several), end=clock(laid.end), days=days),
        _("Vérifier l’heure de début, ou répartir les étapes sur un jour de plus."),
        laid.day,
    )


def next_day(laid: Laid, following: Laid) -> Conflict | None:
    """The day is not over when the following one begins."""
    late = laid.end - (following.day - laid.day) * DAY - following.start
    if late <= 0:
        return None
    return Conflict(
        Clash.NEXT_DAY,
        "",
        late,
        _("Le jour {day} n’est pas fini quand le jour {next} commence, à {start}.").format(
            day=laid.day, next=following.day, start=clock(following.start)
        ),
        _("Déplacer des étapes au jour suivant, ou en retirer."),
        laid.day,
    )


def absurd(step: PlannedStep, length: int, day: int) -> Conflict | None:
    """A length that no step has, as only damaged or merged values hold."""
    if (
        step.minutes >= 0
        and step.per_person_seconds >= 0
        and step.per_team_seconds >= 0
        and length <= LONGEST
    ):
        return None
    if length > LONGEST:
        what = _("« {title} » dure {n} : plus d’une journée.").format(title=step.title, n=minutes(length))
    else:
        what = _("« {title} » a une durée négative, comptée pour rien.").format(title=step.title)
    return Conflict(Clash.ABSURD, step.id, length, what, _("Écrire sa durée à nouveau."), day)


def nobody(steps: Iterable[PlannedStep], conditions: Conditions) -> Conflict | None:
    """Steps count seconds for each person, and nobody said how many come."""
    if conditions.people > 0:
        return None
    counted = next((s for s in steps if s.per_person_seconds), None)
    if counted is None:
        return None
    return Conflict(
        Clash.NOBODY,
        counted.id,
        0,
        _("Personne n’est prévu : « {title} » et les tours de parole ne comptent aucune minute.").format(
            title=counted.title
        ),
        _("Écrire combien de personnes sont attendues."),
    )


def long_stretch(length: int, since: int, most: int, day: int) -> Conflict | None:
    """People sit too long without a break."""
    if length <= most:
        return None
    return Conflict(
        Clash.STRETCH,
        "",
        length,
        _("{n} sans pause, de {start} à {end}.").format(
            n=minutes(length), start=clock(since), end=clock(since + length)
        ),
        _("Prévoir une pause avant {time}.").format(time=clock(since + most)),
        day,
    )


def clock_change(on: date | None, laid: Laid, *, several: bool) -> Conflict | None:
    """Clocks change on that day: people may come an hour early or late, or sit an hour more or less."""
    if on is None:
        return None
    try:
        midnight = datetime.combine(on, time())
        moved = _offset(midnight + timedelta(days=1)) - _offset(midnight)
        inside = _offset(midnight + timedelta(minutes=laid.end)) - _offset(
            midnight + timedelta(minutes=laid.start)
        )
    except (OverflowError, OSError, ValueError):
        return None
    if not moved and not inside:
        return None
    change = int((inside or moved).total_seconds() // 60)
    if inside and change > 0:
        what = _("{day} : on avance les montres en cours de route, il y a {n} de moins que sur le papier.")
    elif inside:
        what = _("{day} : on recule les montres en cours de route, il y a {n} de plus que sur le papier.")
    elif change > 0:
        what = _("{day} : c’est le jour où l’on avance les montres de {n}.")
    else:
        what = _("{day} : c’est le jour où l’on recule les montres de {n}.")
    return Conflict(
        Clash.CLOCK_CHANGE,
        "",
        abs(change),
        what.format(day=called(laid, several=several), n=minutes(abs(change))),
        _("Dire à chacun si l’heure du rendez-vous est la nouvelle ou l’ancienne."),
        laid.day,
    )


def _offset(moment: datetime) -> timedelta:
    return moment.astimezone().utcoffset() or timedelta()
