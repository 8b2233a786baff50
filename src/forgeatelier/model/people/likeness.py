# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How alike two persons are written: the same name in another case, order or spelling, the same telephone."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from forgeatelier.model.people.name_guard import digits
from forgeatelier.model.people.person import Person, Sex
from forgeatelier.model.people.sameness import pair
from forgeatelier.model.progress import Progress, silent

ENOUGH = 82
"""From this score on two persons are shown as perhaps the same."""

TOGETHER = 4
"""As many persons can be compared side by side."""

_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_SOUNDS = (("ou", "w"), ("oo", "w"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("y", "i"), ("h", ""))
_VOWELS = re.compile(r"(?<=.)[aeiouw]")
_TWICE = re.compile(r"(.)\1+")
_FAR = 3
"""Letters apart, over a whole name: more is another name."""
_SHORT = 4
_PHONE = 8


class Reason(StrEnum):
    """Why two persons may be one."""

    SAME_NAME = "same_name"
    NEAR_NAME = "near_name"
    PART_OF_NAME = "part_of_name"
    SAME_PHONE = "same_phone"
    SAME_BIRTH = "same_birth"


@dataclass(frozen=True, slots=True)
class Alike:
    """Two persons, how alike (0 to 100 and a little more), and why."""

    one: str
    other: str
    score: int
    reasons: tuple[Reason, ...]


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case, hyphens, apostrophes or order."""
    plain = unicodedata.normalize(
        "NFKD", name.casefold().replace("œ", "oe").replace("ɛ", "e").replace("ɔ", "o")
    )
    bare = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’ʼ‘`ʻ")
    return tuple(sorted(_LETTERS.findall(bare)))


@lru_cache(maxsize=20_000)
def name_numbers(name: str) -> tuple[int, ...]:
    """The numbers in a name: « Participant 12 » and « Participant 13 » are two people."""
    return tuple(int(number) for number in _NUMBER.findall(name))


def alike(one: Person, other: Person) -> Alike:
    """How alike two persons are; what both say and say differently counts against."""
    name, reason = _names(name_words(one.heading), name_words(other.heading))
    reasons = [reason] if reason else []
    score = name
    phone, other_phone = _phone(one), _phone(other)
    if phone and other_phone:
        score += 15 if phone == other_phone else -4
        reasons += [Reason.SAME_PHONE] if phone == other_phone else []
    score += _ages(one, other, reasons)
    if name_numbers(one.heading) != name_numbers(other.heading):
        score -= 30
    if Sex.UNSTATED not in (one.sex, other.sex) and one.sex is not other.sex:
        score -= 30
    return Alike(one.id, other.id, max(0, score), tuple(reasons))


def _ages(one: Person, other: Person, reasons: list[Reason]) -> int:
    if one.birth_year and other.birth_year:
        apart = abs(one.birth_year - other.birth_year)
        if not apart:
            reasons.append(Reason.SAME_BIRTH)
        return 5 if not apart else -8 if apart == 1 else -30
    return -12 if one.age_band and other.age_band and one.age_band != other.age_band else 0


def _names(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[int, Reason | None]:
    if not one or not other:
        return 0, None
    if one == other or (sorted("".join(one)) == sorted("".join(other)) and len(one) != len(other)):
        return 100, Reason.SAME_NAME
    apart = _apart(one, other)
    if apart is not None:
        return 100 - 7 * apart, Reason.NEAR_NAME
    if sorted(map(_sound, one)) == sorted(map(_sound, other)) and len("".join(one)) > 2 * _SHORT:
        return 86, Reason.NEAR_NAME
    fewer, more = sorted((set(one), set(other)), key=len)
    if len(fewer) > 1 and fewer < more:
        return 80, Reason.PART_OF_NAME
    return 40, None


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> int | None:
    """The letters by which two names differ, word by word; None when too many, or in a word too short for it."""
    if len(one) != len(other):
        return None
    left, total = list(other), 0
    for word in one:
        nearest = min(left, key=lambda w: Levenshtein.distance(word, w))
        apart = Levenshtein.distance(word, nearest)
        length = min(len(word), len(nearest))
        if apart and (length < _SHORT or apart > (1 if length <= _SHORT + 1 else 2)):
            return None
        left.remove(nearest)
        total += apart
    return total if total < _FAR else None


def _phone(person: Person) -> str:
    found = digits(person.phone)[-_PHONE:]
    return found if len(found) == _PHONE else ""


def look_alikes(
    people: Sequence[Person], apart: Collection[frozenset[str]] = (), progress: Progress = silent
) -> tuple[Alike, ...]:
    """The pairs that may be one person, the likeliest first; `apart` are pairs someone said are two people."""
    known = {person.id: person for person in people if person.anonymised_on is None and person.heading}
    found: dict[frozenset[str], Alike] = {}
    candidates = _candidates(tuple(known.values()))
    for done, key in enumerate(candidates):
        if done % 500 == 0:
            progress(done, len(candidates))
        if key not in apart:
            one, other = sorted(key)
            seen = alike(known[one], known[other])
            if seen.score >= ENOUGH:
                found[key] = seen
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.one, one.other)))


def _candidates(people: tuple[Person, ...]) -> set[frozenset[str]]:
    """Pairs worth comparing: near names that share a word as it sounds, two such words, or a telephone."""
    names = {person.id: name_words(person.heading) for person in people}
    sounds = {key: {_sound(word) for word in words} for key, words in names.items()}
    joined = {key: "".join(words) for key, words in names.items()}
    wide: dict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    close: dict[tuple[Hashable, ...], list[str]] = defaultdict(list)
    for person in people:
        key, numbers = person.id, name_numbers(person.heading)
        for sound in sounds[key]:
            wide[sound, numbers].append(key)
        for two in combinations(sorted(sounds[key]), 2):
            close[(*two, numbers)].append(key)
        close["letters", "".join(sorted(joined[key])), numbers].append(key)
        if phone := _phone(person):
            close["phone", phone].append(key)
    found = {pair(a, b) for ids in close.values() for a, b in combinations(ids, 2)}
    found.update(pair(a, b) for ids in wide.values() for a, b in _near(ids, joined))
    return found


def _near(ids: list[str], joined: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The pairs of a block whose whole names are a few letters apart; only those of like length are measured."""
    by_length = sorted(ids, key=lambda key: len(joined[key]))
    distance = Levenshtein.distance
    for at, one in enumerate(by_length):
        name = joined[one]
        for place in range(at + 1, len(by_length)):
            other = joined[by_length[place]]
            if len(other) - len(name) >= _FAR:
                break
            if distance(name, other, score_cutoff=_FAR - 1) < _FAR:
                yield one, by_length[place]


@lru_cache(maxsize=20_000)
def _sound(word: str) -> str:
    """A word as it sounds, roughly: « Ouédraogo », « Wedraogo » and « Ouedrago » are one."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", _VOWELS.sub("", word)) or word


def groups(pairs: Iterable[Alike]) -> tuple[tuple[str, ...], ...]:
    """The persons of these pairs together with whoever resembles one of them, the likeliest group first.

    A group too large to be looked at side by side falls into its pairs.
    """
    pairs = tuple(pairs)
    home: dict[str, int] = {}
    made: dict[int, list[str]] = {}
    for number, one in enumerate(pairs):
        places = sorted({home[key] for key in (one.one, one.other) if key in home}) or [number]
        members = [key for place in places for key in made.pop(place, ())]
        members += [key for key in (one.one, one.other) if key not in members]
        made[places[0]] = members
        home.update(dict.fromkeys(members, places[0]))
    found: list[tuple[str, ...]] = []
    for place in sorted(made):
        together = tuple(made[place])
        if len(together) <= TOGETHER:
            found.append(together)
        else:
            found += [(one.one, one.other) for one in pairs if home[one.one] == place]
    return tuple(found)
