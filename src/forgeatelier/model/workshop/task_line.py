# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A task as people write it on one line: « Réserver la salle J-14 », « Acheter le riz 10 mars »."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.people.name_guard import folded

_LONGEST_MONTH, _YEAR = 31, 12

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev february feb",
            "mars mar march",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAYS = (
    "lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|"
    "mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
)
_LEAD = rf"(?:^|(?<=\s)|(?<=[,;:(]))(?:(?:pour|avant|by|on)\s+)?(?:(?:le|the)\s+)?(?:(?:{_DAYS})[.,]*\s+)?"
_COUNTED = re.compile(r"(?:^|(?<=\s)|(?<=[,;:(]))[jd](?:\s?([-−–+])\s?(\d{1,3})|0)\)?$")
_ISO = re.compile(rf"{_LEAD}(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})$")
# « 1/2 » alone is rather a half, or the first of two.
_SLASHED = re.compile(rf"{_LEAD}(?=\d\d/|\d/\d\d|\d/\d/)(\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}|\d{{2}}))?$")
_NAMED = re.compile(rf"{_LEAD}(\d{{1,2}})(?:er|st|nd|rd|th)?\s+({_MONTH})\.?(?:\s+(\d{{4}}))?$")
_MONTH_FIRST = re.compile(rf"{_LEAD}({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?$")
_TRAILING = " ,;:.(–—-"


@dataclass(frozen=True, slots=True)
class When:
    """Counted from the first day (`days_before`, negative: after it), or a day that was fixed (`due`)."""

    days_before: int = 0
    due: date | None = None


def read_task_line(text: str, first_day: date | None, today: date) -> tuple[str, When | None]:
    """The words of a task and when it must be done; None when the line does not say.

    A day without a year is the one nearest to the workshop, else the next to come. Raises AtelierError for a day
    that no calendar has.
    """
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    said = _same_length(line)
    for pattern, read in _WAYS:
        match = pattern.search(said)
        when = read(match, first_day, today) if match else None
        if match and when:
            return line[: match.start()].rstrip(_TRAILING), when
    return line, None


def read_when(text: str, first_day: date | None, today: date) -> When:
    """When a task must be done, as written on its own. Raises AtelierError for what is neither a count nor a day."""
    words, when = read_task_line(text, first_day, today)
    if words or when is None:
        raise AtelierError(
            _("« {said} » n’est pas un jour.").format(said=text.strip()),
            _("Écrire par exemple J-10, J+3, 2 mars ou 02/03/2026."),
        )
    return when


def counted_words(days_before: int) -> str:
    """« J−10 », « J », « J+3 »."""
    if not days_before:
        return _("J")
    said = _("J−{n}") if days_before > 0 else _("J+{n}")
    return said.format(n=abs(days_before))


def _same_length(line: str) -> str:
    """Folded letter by letter, so that what is found there stands at the same place in the line."""
    plain = (folded(letter) for letter in line)
    return "".join(one if len(one) == 1 else "?" for one in plain)


def _counted(match: re.Match[str], _first: date | None, _today: date) -> When:
    days = int(match[2] or 0)
    return When(-days if match[1] == "+" else days)


def _iso(match: re.Match[str], _first: date | None, _today: date) -> When:
    return When(due=_day(int(match[1]), int(match[2]), int(match[3])))


def _slashed(match: re.Match[str], first: date | None, today: date) -> When | None:
    if not (1 <= int(match[1]) <= _LONGEST_MONTH and 1 <= int(match[2]) <= _YEAR):
        return None
    return _yearly(match[3], int(match[2]), int(match[1]), first, today)


def _named(match: re.Match[str], first: date | None, today: date) -> When:
    return _yearly(match[3], _MONTHS[match[2]], int(match[1]), first, today)


def _month_first(match: re.Match[str], first: date | None, today: date) -> When:
    return _yearly(match[3], _MONTHS[match[1]], int(match[2]), first, today)


def _yearly(year: str | None, month: int, day: int, first: date | None, today: date) -> When:
    if year:
        return When(due=_day(int(year) + (2000 if len(year) == 2 else 0), month, day))
    near = first or today
    found = []
    for shift in (0, -1, 1):
        try:
            found.append(date(near.year + shift, month, day))
        except ValueError:
            continue
    if not found:
        # 29 February of a year that nobody meant, or a day that no month has: the nearest year says it.
        return When(due=_day(near.year, month, day))
    if first is None:
        coming = [one for one in found if one >= today]
        return When(due=min(coming, default=max(found)))
    return When(due=min(found, key=lambda one: abs((one - first).days)))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise AtelierError(
            _("Le {day:02}/{month:02}/{year} n’existe dans aucun calendrier.").format(
                day=day, month=month, year=year
            ),
            _("Écrire par exemple J-10, J+3, 2 mars ou 02/03/2026."),
        ) from None


_WAYS = (
    (_COUNTED, _counted),
    (_ISO, _iso),
    (_SLASHED, _slashed),
    (_NAMED, _named),
    (_MONTH_FIRST, _month_first),
)
