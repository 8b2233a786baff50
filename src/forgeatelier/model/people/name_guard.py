# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds names, phones and addresses of people in a text that is about to leave."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from forgeatelier.model.people.person import Person

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = re.compile(r"(?<![\w/-])(?:\+|00)?\(?\d[\d\s().\u00a0\u202f-]{6,}\d(?![\w/-])")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Slip:
    """A piece of a text that must not leave, and why: `name`, `phone` or `email`."""

    reason: str
    words: str


def folded(text: str) -> str:
    """`text` without accents, case or curly apostrophes, for comparing."""
    bare = unicodedata.normalize("NFD", text.replace("’", "'"))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


class NameGuard:
    """Knows the people of a library; those of the workshop itself are recognised by one name alone."""

    def __init__(self, everyone: Iterable[Person], present: Iterable[Person], allowed: Iterable[str]) -> None:
        """`allowed` are the credit lines that people agreed to; their words are let through."""
        self._full = {pair for person in everyone for pair in _pairs(person)}
        self._single = {folded(part) for person in present for part in _parts(person) if len(part) > 2}
        self._phones = {digits(p.phone)[-8:] for p in everyone if len(digits(p.phone)) >= 8}
        self._allowed = {folded(word) for line in allowed for word in _WORD.findall(line)}

    def slips(self, text: str) -> tuple[Slip, ...]:
        """Everything in the text that would let out a person."""
        return tuple(dict.fromkeys((*_emails(text), *self._numbers(text), *self._names(text))))

    def _numbers(self, text: str) -> Iterable[Slip]:
        for match in _PHONE.finditer(text):
            if looks_like_phone(match.group()) or digits(match.group())[-8:] in self._phones:
                yield Slip("phone", match.group().strip())

    def _names(self, text: str) -> Iterable[Slip]:
        words = _WORD.findall(text)
        plain = [folded(word) for word in words]
        for at, word in enumerate(words):
            if plain[at] in self._allowed:
                continue
            if word[0].isupper() and plain[at] in self._single:
                yield Slip("name", word)
            following = plain[at + 1] if at + 1 < len(plain) else ""
            if (plain[at], following) in self._full:
                yield Slip("name", f"{word} {words[at + 1]}")


def _emails(text: str) -> Iterable[Slip]:
    return (Slip("email", match.group()) for match in _EMAIL.finditer(text))


def _parts(person: Person) -> tuple[str, ...]:
    return tuple(_WORD.findall(f"{person.given_names} {person.family_name}"))


def _pairs(person: Person) -> Iterable[tuple[str, str]]:
    """Every given name beside every family name, in both orders."""
    given, family = (
        [folded(w) for w in _WORD.findall(name)] for name in (person.given_names, person.family_name)
    )
    return ((a, b) for first, second in ((given, family), (family, given)) for a in first for b in second)


def digits(text: str) -> str:
    """Only the digits of a text."""
    return "".join(c for c in text if c.isdigit())


def looks_like_phone(text: str) -> bool:
    """Whether a run of digits reads like a phone number rather than a date or an amount."""
    number = digits(text)
    if text.lstrip("( ").startswith(("+", "00")):
        return 9 <= len(number) <= 15
    groups = [digits(group) for group in re.split(r"[\s.\u00a0\u202f()-]+", text.strip()) if digits(group)]
    if len(groups) == 1:
        return 8 <= len(number) <= 10 and not _is_date(number)
    if _is_date("".join(groups)) and len(groups) == 3:
        return False
    return 8 <= len(number) <= 12 and all(len(group) == 2 for group in groups[1:]) and len(groups) >= 4


def _is_date(number: str) -> bool:
    for year, month, day in ((number[:4], number[4:6], number[6:8]), (number[4:8], number[2:4], number[:2])):
        try:
            date(int(year), int(month), int(day))
        except ValueError:
            continue
        return 1900 <= int(year) <= 2200
    return False
