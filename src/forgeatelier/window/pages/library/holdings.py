# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library holds: each protocol with the words one may find it by, read away from the window's thread."""

import re
from dataclasses import dataclass

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.method.protocol import Protocol, ProtocolKind
from forgeatelier.model.method.setting import Power
from forgeatelier.model.plain import texts
from forgeatelier.protocols.shelf import ShelfEntry
from forgeatelier.window.widgets import fold

_BREAK = re.compile(r"\W+")


@dataclass(frozen=True)
class Held:
    """One line of the list; a broken file has no protocol. `words` is everything one may search, folded."""

    entry: ShelfEntry
    protocol: Protocol | None
    words: str
    kept: bool = False

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return self.entry.id or str(self.entry.path)


@dataclass(frozen=True)
class Wanted:
    """What one looks for; empty values let everything through."""

    typed: str = ""
    language: str = ""
    kind: ProtocolKind | None = None
    longest: int = 0
    people: int = 0
    without_power: bool = False
    own: bool = False

    def lets(self, held: Held) -> bool:
        """Whether a line fits; broken files always show, unless one types."""
        if not all(f" {word}" in held.words for word in plain_words(self.typed).split()):
            return False
        if self.own and not held.entry.own:
            return False
        if self.language not in ("", held.entry.language):
            return False
        return held.protocol is None or self._fits(held.protocol)

    def _fits(self, protocol: Protocol) -> bool:
        if self.kind not in (None, protocol.kind):
            return False
        if self.longest and protocol.minutes > self.longest:
            return False
        if self.without_power and protocol.place.power is Power.REQUIRED:
            return False
        group = protocol.group
        return not self.people or (group.min <= self.people and (not group.max or self.people <= group.max))


def read_holdings(at_hand: AtHand, kept: frozenset[str]) -> tuple[Held, ...]:
    """Every protocol at hand; `kept` are the ids of those that stand in the library itself."""
    held = []
    for entry in at_hand.entries():
        protocol = _protocol(at_hand, entry)
        said = " ".join(texts(protocol)) if protocol else entry.title
        words = plain_words(f"{entry.title} {said} {entry.slug}")
        held.append(Held(entry, protocol, words, entry.id in kept))
    return tuple(held)


def plain_words(text: str) -> str:
    """The words of a text, folded, each with a space before it: « eau » finds « eau », not « panneau »."""
    return " " + _BREAK.sub(" ", fold(text)).strip()


def found(every: tuple[Held, ...], wanted: Wanted) -> list[Held]:
    """What fits, those with the words in their title first."""
    fitting = [one for one in every if wanted.lets(one)]
    asked = plain_words(wanted.typed).split()
    return sorted(
        fitting, key=lambda one: not all(f" {word}" in plain_words(one.entry.title) for word in asked)
    )


def _protocol(at_hand: AtHand, entry: ShelfEntry) -> Protocol | None:
    if entry.broken:
        return None
    try:
        return at_hand.get(entry.id)
    except AtelierError:
        return None
