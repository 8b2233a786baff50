# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names and numbers of people, taken out of texts that leave the team."""

from dataclasses import dataclass, field

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
    hidden: int = field(default=0)

    def __call__(self, text: str) -> str:
        """The text with every slip hidden, and counted."""
        if self.guard is None or not text.strip():
            return text
        for slip in sorted(self.guard.slips(text), key=lambda one: -len(one.words)):
            times = text.count(slip.words)
            # A full name is found in other spacing than it was typed in when it goes over a line end.
            found = slip.words if times else next((w for w in slip.words.split() if w in text), "")
            if found:
                self.hidden += text.count(found)
                text = text.replace(found, HIDDEN)
        return text


def wording_for(use: Use, people: People, organisations: tuple[Organisation, ...]) -> Wording:
    """How texts are shown for a use: those who agreed to be on the donor's list may be named in his report."""
    if use is Use.INTERNAL:
        return Wording(None)
    named = (
        person.heading
        for key, person in people.everyone.items()
        if use is Use.DONOR and people.allows(key, Matter.DATA, Use.DONOR)
    )
    allowed = (*named, *(one.heading for one in organisations))
    return Wording(NameGuard(people.everyone.values(), people.present, allowed))
