# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read sexes, ages and e-mail addresses; each reader gives the value and, when in doubt, a sentence."""

import re
from datetime import date

from forgeatelier.actions.people_lists.kinds import AgeBand, Sex
from forgeatelier.actions.people_lists.spelling import fold
from forgeatelier.actions.people_lists.understood import Age
from forgeatelier.ground.words import _

OLDEST = 120
ADULT = 18

_BANDS = {
    AgeBand.UNDER_15: (0, 14),
    AgeBand.FROM_15: (15, 17),
    AgeBand.FROM_18: (18, 24),
    AgeBand.FROM_25: (25, 35),
    AgeBand.FROM_36: (36, 59),
    AgeBand.FROM_60: (60, OLDEST),
}
_WOMEN = "f fem femme femmes mme mlle madame mademoiselle fille feminin female woman w girl ♀"
_MEN = "m h homme hommes masc masculin mr monsieur garcon male man boy ♂"
_NOT_SAID = frozenset(("", "-", "?", "nr", "n/a", "na", "non renseigne", "inconnu", "unknown"))
_SEXES = {
    **dict.fromkeys(_WOMEN.split(), Sex.F),
    **dict.fromkeys(_MEN.split(), Sex.M),
    **dict.fromkeys(
        ("autre", "other", "non binaire", "non-binaire", "nb", "non-binary", "intersexe"), Sex.OTHER
    ),
    **dict.fromkeys((*_NOT_SAID, "ne souhaite pas repondre", "prefer not to say"), Sex.UNSTATED),
}
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_SHORT_DATE = re.compile(r"\d\d?[/.-]\d\d?[/.-]\d\d")
_WORDS = re.compile(r"\b(?:de|ans?|an|years?|yrs?|old|age|agee|entre|between|from|aged)\b")
_BETWEEN = re.compile(r"(\d{1,3}) ?(?:-|a|et|to|and) ?(\d{1,3})")
_UNDER = re.compile(r"(?:<|moins|under|-|below) ?(\d{1,3})")
_UP_TO = re.compile(r"(?:<=|≤|jusqu'a|up to) ?(\d{1,3})|(\d{1,3}) (?:et|ou|and|or) (?:moins|under|less)")
_FROM = re.compile(
    r"(?:>=|≥|\+|des) ?(\d{1,3})|(\d{1,3}) ?(?:(?:et|ou|and|or)? ?(?:\+|plus|over|more|above))"
)
_OVER = re.compile(r"(?:>|plus|over|above) ?(\d{1,3})")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def read_sex(text: str) -> tuple[Sex, str]:
    """The sex stated; an unknown word is unstated and doubtful, never guessed from the given name."""
    said = fold(text).strip(" .")
    if said in _SEXES:
        return _SEXES[said], ""
    return Sex.UNSTATED, _("Ce mot ne dit pas le sexe : laissé « non renseigné ».")


def read_age(text: str, *, today: date, birth: bool = False) -> tuple[Age, str]:
    """What was said of an age: a year, an age or a group. `birth` says that the column asks for a birth.

    The band is computed from it; a birth year is never made out of an age.
    """
    said = fold(text).strip(" .")
    if said in _NOT_SAID:
        return Age(), ""
    years = set(_YEAR.findall(said))
    if len(years) == 1:
        return _born(int(years.pop()), today)
    if birth and _SHORT_DATE.fullmatch(said):
        last = int(said[-2:])
        year = today.year // 100 * 100 + last
        known, why = _born(year if year <= today.year else year - 100, today)
        return known, why or _("L’année n’a que deux chiffres : siècle supposé, à vérifier.")
    if said in ("mineur", "mineure", "minor"):
        return Age(minor=True), ""
    return _stated(said, birth=birth)


def _born(year: int, today: date) -> tuple[Age, str]:
    turning = today.year - year
    if not 0 <= turning <= OLDEST:
        return Age(), _("Cette année de naissance n’est pas possible : à vérifier.")
    known = Age(birth_year=year, band=band_of(turning, turning), minor=turning <= ADULT)
    if turning == ADULT:
        return known, _("17 ou 18 ans selon le jour de naissance : comptée comme mineure par prudence.")
    return known, ""


def _stated(said: str, *, birth: bool) -> tuple[Age, str]:
    """An age or a group of ages in figures."""
    figures = " ".join(_WORDS.sub(" ", said).split()).strip(" ()")
    if re.fullmatch(r"\d{1,3}", figures):
        age = int(figures)
        if age > OLDEST or birth:
            return Age(), _("Ce nombre n’est ni un âge ni une année de naissance sûrs : à vérifier.")
        return Age(age=age, band=band_of(age, age), minor=age < ADULT), ""
    limits = _limits(figures)
    if limits is None:
        return Age(), _("Cet âge n’a pas été compris : laissé « non renseigné ».")
    low, high = limits
    if low > high:
        return Age(), _("Cette tranche d’âge est à l’envers : à vérifier.")
    band = band_of(low, high)
    if band is None and low < ADULT <= high:
        return Age(minor=True), _(
            "Cette tranche d’âge mêle mineurs et majeurs : comptée comme mineure par prudence."
        )
    why = "" if band else _("Cette tranche d’âge ne tient pas dans une seule des tranches du programme.")
    return Age(band=band, minor=high < ADULT), why


def _limits(figures: str) -> tuple[int, int] | None:
    """Both ends, included, of « 36-59 », « <15 », « 60+ », « plus 60 »."""
    between = _BETWEEN.fullmatch(figures)
    if between:
        return int(between[1]), int(between[2])
    for pattern, step in ((_UP_TO, 0), (_UNDER, -1)):
        found = pattern.fullmatch(figures)
        if found:
            return 0, int(found[1] or found[found.lastindex or 1]) + step
    for pattern, step in ((_FROM, 0), (_OVER, 1)):
        found = pattern.fullmatch(figures)
        if found:
            return int(found[1] or found[found.lastindex or 1]) + step, OLDEST
    return None


def band_of(low: int, high: int) -> AgeBand | None:
    """The one band that holds all the ages from `low` to `high`, or None."""
    return next((band for band, (first, last) in _BANDS.items() if first <= low and high <= last), None)


def read_email(text: str) -> str:
    """Why an address is doubtful, or nothing; the address itself is kept as written."""
    if not text or _PLAIN_ADDRESS.fullmatch(text):
        return ""
    if "@" in text and not text.isascii():
        return _("Cette adresse porte des accents : elle est sans doute mal recopiée.")
    return _("Ceci n’a pas la forme d’une adresse électronique.")
