# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words by which ten thousand workshops are filtered, folded once, all together."""

import re
import unicodedata
from collections.abc import Callable

from forgeatelier.ground.words import language
from forgeatelier.model.reference import ref_list
from forgeatelier.window.dates import months

_MARKS = re.compile("[\u0300-\u036f]")
_ENDING = re.compile(r"(?:^|\s)(?P<country>[A-Z]{2})?\s?(?P<date>\d{4}-\d\d-\d\d)?$")


class FilterWords:
    """Ids in their order, each with its folded words; read when first asked for."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.ids: list[str] = []
        self._folded: list[str] = []
        self.known = False

    def read(self, keys: Callable[[], list[tuple[str, str]]]) -> None:
        """Read the ids and their words, unless they are known."""
        if self.known:
            return
        found = keys()
        self.ids = [key for key, _words in found]
        countries = {entry.code: entry.label(language()) for entry in ref_list("pays").entries}
        names = months()
        # One long text folds fifty times faster than ten thousand short ones.
        texts = [_spoken(words.replace("\n", " "), countries, names) for _key, words in found]
        self._folded = fold_all("\n".join(texts)).split("\n") if texts else []
        self.known = True

    def matching(self, typed: str) -> list[str]:
        """The ids whose words hold everything typed, in their order."""
        asked = fold_all(typed).split()
        places: list[int] | range = range(len(self.ids))
        for word in asked:
            folded = self._folded
            places = [place for place in places if word in folded[place]]
        return [self.ids[place] for place in places]


def _spoken(words: str, countries: dict[str, str], names: tuple[str, ...]) -> str:
    """The words with the country's name and the date as people say and write it."""
    ending = _ENDING.search(words)
    if ending is None:
        return words
    country, date = ending["country"], ending["date"]
    said = f" {countries.get(country, '')}" if country else ""
    if date:
        year, month, day = date.split("-")
        said += f" {int(day)} {names[int(month) - 1]} {year} {day}/{month}/{year}"
    return words + said


def fold_all(text: str) -> str:
    """As `widgets.fold`, quick on long texts: no accents, capitals or ligatures."""
    opened = text.casefold().replace("œ", "oe").replace("æ", "ae").replace("’", "'")
    return _MARKS.sub("", unicodedata.normalize("NFKD", opened))
