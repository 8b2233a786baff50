# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the library holds: each protocol with the words one may find it by, read away from the window's thread."""

import re
from collections import Counter
from dataclasses import dataclass

from forgeatelier.actions.at_hand import AtHand
from forgeatelier.actions.proposals import waiting
from forgeatelier.actions.workshops_at_hand import workshops_held
from forgeatelier.ground.errors import AtelierError
from forgeatelier.model.method.edition import Review
from forgeatelier.model.method.protocol import Protocol, ProtocolKind
from forgeatelier.model.method.setting import Device, Power, Reading
from forgeatelier.model.plain import texts
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.standing import STAGES, Stage, Standing, standing
from forgeatelier.protocols.shelf import ShelfEntry
from forgeatelier.store.library import Library
from forgeatelier.window.widgets import fold

_BREAK = re.compile(r"\W+")
_READERS = (Reading.NONE, Reading.SOME, Reading.REQUIRED)


@dataclass(frozen=True)
class Held:
    """One line of the list; a broken file has no protocol. `words` is everything one may search, folded.

    `kept` when it stands in the library itself, `waiting` how many proposals wait for an answer.
    """

    entry: ShelfEntry
    protocol: Protocol | None
    words: str
    kept: bool = False
    standing: Standing | None = None
    waiting: int = 0

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return self.entry.id or str(self.entry.path)


@dataclass(frozen=True)
class Wanted:
    """What one looks for; empty values let everything through, what a protocol does not say never fits."""

    typed: str = ""
    language: str = ""
    need: str = ""
    kind: ProtocolKind | None = None
    longest: int = 0
    people: int = 0
    reading: Reading | None = None
    without_power: bool = False
    without: frozenset[Device] = frozenset()
    stage: Stage | None = None
    own: bool = False

    def lets(self, held: Held) -> bool:
        """Whether a line fits; broken files always show, unless one types."""
        if not all(f" {word}" in held.words for word in plain_words(self.typed).split()):
            return False
        if self.own and not held.entry.own:
            return False
        if self.language not in ("", held.entry.language):
            return False
        if self.stage and held.standing and not _reached(held.standing.stage, self.stage):
            return False
        return held.protocol is None or self._fits(held.protocol)

    def _fits(self, protocol: Protocol) -> bool:
        group = protocol.group
        return (
            self.kind in (None, protocol.kind)
            and (not self.need or self.need in protocol.needs)
            and not (self.longest and protocol.minutes > self.longest)
            and not (self.without_power and protocol.place.power is Power.REQUIRED)
            and (
                not self.people or (group.min <= self.people and (not group.max or self.people <= group.max))
            )
            and self._can_be_read(protocol)
            and self._can_be_run(protocol)
        )

    def _can_be_read(self, protocol: Protocol) -> bool:
        if self.reading is None:
            return True
        said = protocol.reading
        return said is not None and _READERS.index(said) <= _READERS.index(self.reading)

    def _can_be_run(self, protocol: Protocol) -> bool:
        return not self.without or (
            bool(protocol.devices) and not self.without.intersection(protocol.devices)
        )


def _reached(stage: Stage, wanted: Stage) -> bool:
    order = list(Stage)
    return order.index(stage) >= order.index(wanted)


def read_holdings(at_hand: AtHand, library: Library) -> tuple[Held, ...]:
    """Every protocol at hand, with how far it has proved itself and what waits for it."""
    kept = frozenset(one[0] for one in library.rows(Protocol, ("id",)))
    reviews, workshops = library.all(Review), workshops_held(library)
    asked = Counter(one.protocol_id for one in waiting(library))
    held = []
    for entry in at_hand.entries():
        protocol = _protocol(at_hand, entry)
        found = standing(protocol, reviews, workshops) if protocol else None
        words = plain_words(_all_words(entry, protocol, found))
        held.append(Held(entry, protocol, words, entry.id in kept, found, asked[entry.id]))
    return tuple(held)


def _all_words(entry: ShelfEntry, protocol: Protocol | None, found: Standing | None) -> str:
    if protocol is None:
        return f"{entry.title} {entry.slug}"
    needs = [one for one in ref_list("besoins").entries if one.code in protocol.needs]
    said = [f"{one.fr} {one.en} {one.note_fr} {one.note_en}" for one in needs]
    stage = STAGES[found.stage] if found else ""
    return " ".join((entry.title, *texts(protocol), entry.slug, *said, stage))


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
