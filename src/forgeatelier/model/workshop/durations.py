# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a step is: what one types, and the minutes it makes for a number of people and groups."""

import re
from dataclasses import dataclass

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.method.step import Form
from forgeatelier.model.workshop.planned_step import PlannedStep

LONGEST = 24 * 60
"""A step of more minutes is a slip of the finger: it belongs to several days."""

_LONGEST_EACH = 4 * 3600
_LONGEST_TEXT = 60
_MINUTES = re.compile(r"(\d{1,6})(?:m|mn|min|mins|minutes?)?")
_HOURS = re.compile(r"(\d{1,4})(?:h|:)(\d{1,2})?(?:m|mn|min)?")
_TENTHS = re.compile(r"(\d{1,3})[.,](\d)h")
_EACH = re.compile(
    r"[x×*](?:(\d{1,5})(?:m|mn|min))?(?:(\d{1,5})(s|sec)?)?"
    r"(?:/(p|pers|personnes?|people|person|g|gr|groupes?|groups?|e|équipes?|equipes?|teams?))?"
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Length:
    """Fixed minutes, and seconds for each person and each group."""

    minutes: int = 0
    per_person_seconds: int = 0
    per_team_seconds: int = 0


def read_length(text: str) -> Length:
    """The length in what was typed: `45`, `1h30`, `1:30`, `90m`, `x30s`, `x5m/groupe`, `10+x30s`.

    Raises AtelierError for what is no length, is negative or is absurdly long.
    """
    said = _SPACES.sub("", text[:_LONGEST_TEXT]).casefold()
    if said.startswith(("-", "−", "–")):
        raise AtelierError(
            _("Une durée ne peut pas être négative."), _("Écrire 45, 1h30 ou x30s (par personne).")
        )
    minutes = person = team = 0
    for part in said.split("+"):
        each = _EACH.fullmatch(part)
        if each and (each[1] or each[2]):
            seconds = _seconds(each, text)
            if (each[4] or "p").startswith("p"):
                person += seconds
            else:
                team += seconds
        else:
            minutes += _fixed(part, text)
    _check(minutes, max(person, team))
    return Length(minutes, person, team)


def _seconds(each: re.Match[str], text: str) -> int:
    # A bare « x30 » could be minutes or seconds: nobody is made to guess.
    if each[2] and not each[3] and not each[1]:
        raise AtelierError(
            _("« {said} » ne dit pas si ce sont des secondes ou des minutes.").format(said=text.strip()),
            _("Écrire x30s pour trente secondes par personne, x2m pour deux minutes."),
        )
    return int(each[1] or 0) * 60 + int(each[2] or 0)


def _fixed(part: str, text: str) -> int:
    if found := _MINUTES.fullmatch(part):
        return int(found[1])
    if found := _HOURS.fullmatch(part):
        if int(found[2] or 0) < 60:
            return int(found[1]) * 60 + int(found[2] or 0)
    elif found := _TENTHS.fullmatch(part):
        return int(found[1]) * 60 + int(found[2]) * 6
    raise AtelierError(
        _("« {said} » n’est pas une durée.").format(said=text.strip()[:_LONGEST_TEXT]),
        _("Écrire 45, 1h30, 1:30, 90m, x30s (par personne), x5m/groupe ou 10+x30s."),
    )


def _check(minutes: int, each: int) -> None:
    if minutes > LONGEST:
        raise AtelierError(
            _("Cette durée dépasse une journée entière."), _("Répartir l’étape sur plusieurs jours.")
        )
    if each > _LONGEST_EACH:
        raise AtelierError(
            _("Cette durée par personne ou par groupe dépasse quatre heures."),
            _("Écrire x30s pour trente secondes chacun, par exemple."),
        )


def write_length(length: Length) -> str:
    """The length as one would type it; `read_length` reads it back."""
    parts = [_hours(length.minutes)] if length.minutes else []
    if length.per_person_seconds:
        parts.append("x" + _span(length.per_person_seconds))
    if length.per_team_seconds:
        parts.append(_("x{length}/groupe").format(length=_span(length.per_team_seconds)))
    return "+".join(parts) or "0"


def _hours(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return f"{hours}h{rest:02}" if hours else str(rest)


def _span(seconds: int) -> str:
    return f"{seconds // 60}m" if seconds % 60 == 0 else f"{seconds}s"


def length_of(step: PlannedStep) -> Length:
    """The length a step holds."""
    return Length(step.minutes, step.per_person_seconds, step.per_team_seconds)


def varying_seconds(step: PlannedStep, people: int, teams: int) -> int:
    """The part of a step that grows with the group."""
    if not step.per_person_seconds and not step.per_team_seconds:
        return 0
    return max(0, step.per_person_seconds * max(0, people) + step.per_team_seconds * max(0, teams))


def minutes_of(step: PlannedStep, people: int, teams: int) -> int:
    """How many whole minutes a step takes with these people in these groups."""
    varying = varying_seconds(step, people, teams)
    return max(0, step.minutes) - (-varying // 60)


def shortest(step: PlannedStep, minutes: int) -> int:
    """The fewest minutes a step of this length works in: as said; all of it when nobody said; a buffer can go."""
    if step.minutes_min > 0:
        return min(minutes, step.minutes_min)
    return 0 if step.form is Form.BUFFER else minutes


def resized(length: Length, minutes: int, people: int, teams: int) -> Length:
    """The length that makes exactly `minutes`: the fixed part gives first, then what each person and group has."""
    varying = length.per_person_seconds * max(0, people) + length.per_team_seconds * max(0, teams)
    if varying <= minutes * 60:
        return Length(minutes + (-varying // 60), length.per_person_seconds, length.per_team_seconds)
    person = length.per_person_seconds * minutes * 60 // varying
    team = length.per_team_seconds * minutes * 60 // varying
    rest = person * max(0, people) + team * max(0, teams)
    return Length(minutes + (-rest // 60), person, team)
