# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read dates and halves of the day: in attendance headers (« 12/03 matin », « J1 AM ») and in title lines."""

import re
from collections.abc import Iterable
from datetime import date

from forgeatelier.actions.people_lists.kinds import Half
from forgeatelier.actions.people_lists.spelling import fold, words_of
from forgeatelier.actions.people_lists.understood import HalfDay

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier january janv jan",
            "fevrier february fevr fev feb",
            "mars march mar",
            "avril april avr apr",
            "mai may",
            "juin june jun",
            "juillet july juil jul",
            "aout august aug",
            "septembre september sept sep",
            "octobre october oct",
            "novembre november nov",
            "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"\b(20\d\d)-(\d\d?)-(\d\d?)\b")
_FIGURES = re.compile(r"(?<![\d/])(\d\d?)[/.](\d\d?)(?:[/.](20\d\d|\d\d))?(?![\d/])")
_IN_WORDS = re.compile(rf"\b(\d\d?)(?:er|st|nd|rd|th)? ({'|'.join(_MONTHS)})\b\.?(?: (20\d\d))?")
_DAY = re.compile(r"\b(?:jours?|days?|j)[ -]?(\d\d?)\b")
_MORNING = re.compile(r"\b(?:matin(?:ee)?|mat|morning)\b")
_AFTERNOON = re.compile(r"\b(?:apres[ -]?midi|apm|pm|soir(?:ee)?|afternoon)\b|(?<=\d)pm\b")
_AM = re.compile(r"\bam\b|(?<=\d)am\b")
_ATTENDANCE = re.compile(
    r"\b(?:presences?|presente?s?|attendance|emargements?|signatures?|(?:seance|session)s? ?\d+"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)
_FILLERS = re.compile(
    r"\b(?:le|du|de|la|au|on|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|m|seance|session|demi journee|heures?|oui|non|yes|no|x)\b"
)


def speaks_english(headers: Iterable[str]) -> bool:
    """Whether « AM » means the morning: only where « PM » stands too; in French lists it is the afternoon."""
    return any(re.search(r"\bpm\b|\dpm\b", fold(header)) for header in headers)


def says_am(header: str) -> bool:
    """Whether a header uses « AM », which is the morning in English and the afternoon in French."""
    return _AM.search(fold(header)) is not None


def read_half_day(header: str, *, year: int, english: bool = False) -> HalfDay | None:
    """The half-day a header names, or None when the header is about something else."""
    text = fold(header)
    day = read_date(text, year=year)
    numbered = _DAY.search(text)
    half = _half(text, english=english)
    if day is None and numbered is None and half is None and not _ATTENDANCE.search(text):
        return None
    rest = text
    for pattern in (_ISO, _FIGURES, _IN_WORDS, _DAY, _MORNING, _AFTERNOON, _AM, _ATTENDANCE):
        rest = pattern.sub(" ", rest)
    if re.search(r"[^\W\d_]", _FILLERS.sub(" ", words_of(rest))):
        return None
    return HalfDay(header, day, int(numbered.group(1)) if numbered else None, half)


def any_half_day(header: str, *, year: int) -> HalfDay:
    """What of a half-day can be read in a header that someone says is one, whatever else it says."""
    text = fold(header)
    numbered = _DAY.search(text)
    half = _half(text, english=False)
    return HalfDay(header, read_date(text, year=year), int(numbered.group(1)) if numbered else None, half)


def _half(text: str, *, english: bool) -> Half | None:
    if _AFTERNOON.search(text):
        return Half.AFTERNOON
    if _MORNING.search(text):
        return Half.MORNING
    if _AM.search(text):
        return Half.MORNING if english else Half.AFTERNOON
    return None


def read_date(text: str, *, year: int) -> date | None:
    """The first date in `text` (day before month, as in French); without a year it is taken in `year`."""
    folded = fold(text)
    iso = _ISO.search(folded)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    words = _IN_WORDS.search(folded)
    if words:
        return _date(int(words[3] or year), _MONTHS[words[2]], int(words[1]))
    figures = _FIGURES.search(folded)
    if not figures:
        return None
    stated = int(figures[3] or year)
    full = 2000 + stated % 100
    return _date(full, int(figures[2]), int(figures[1])) or _date(full, int(figures[1]), int(figures[2]))


def read_year(text: str) -> int | None:
    """The year of this century named in `text`, when there is exactly one."""
    years = set(re.findall(r"(?<!\d)(20\d\d)(?!\d)", text))
    return int(years.pop()) if len(years) == 1 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
