# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and numbers of people, taken out of texts that leave the team."""

from dataclasses import dataclass, field
from unicodedata import category

from forgeatelier.actions.consented import People
from forgeatelier.model.people.consent import Matter, Use
from forgeatelier.model.people.name_guard import NameGuard
from forgeatelier.model.people.organisation import Organisation

HIDDEN = "[…]"
"""What stands where a name, a phone number or an address stood."""


@dataclass
class Wording:
    """Texts as they may be shown; without a `guard` (reports that stay with the team) as they are."""

    guard: NameGuard | None
    caseless: tuple[str, ...] = ()
    hidden: int = field(default=0)

    def __call__(self, text: str) -> str:
        """The text with every slip hidden, and counted."""
        if self.guard is None or not text.strip():
            return text
        for slip in sorted(self.guard.slips(text), key=lambda one: -len(one.words)):
            times = text.count(slip.words)
            # A full name is found in other spacing than it was typed in when it goes over a line end.
            found = slip.words if times else next((w for w in slip.words.split() if w in text), "")
            text = self._without(text, found)
        for name in self.caseless:
            text = self._without(text, name)
        return text

    def _without(self, text: str, words: str) -> str:
        if not words:
            return text
        self.hidden += text.count(words)
        return text.replace(words, HIDDEN)


def wording_for(use: Use, people: People, organisations: tuple[Organisation, ...]) -> Wording:
    """How texts are shown for a use: those who agreed to be on the donor's list may be named in his report."""
    if use is Use.INTERNAL:
        return Wording(None)
    agreed = {key for key in people.everyone if use is Use.DONOR and people.allows(key, Matter.DATA, use)}
    allowed = (
        *(people.everyone[key].heading for key in agreed),
        *(one.heading for one in organisations),
    )
    others = (person.heading for person in people.present if person.id not in agreed)
    caseless = {part for name in others for part in name.split() if _has_no_capitals(part)}
    guard = NameGuard(people.everyone.values(), people.present, allowed)
    return Wording(guard, tuple(sorted(caseless, key=lambda one: (-len(one), one))))


def _has_no_capitals(name: str) -> bool:
    """Letters without capitals (Arabic, N’Ko) do not tell a name from a word: such names are hidden wherever found."""
    letters = all(category(one)[0] in "LM" for one in name)
    return len(name) > 2 and letters and name.upper() == name.lower()
