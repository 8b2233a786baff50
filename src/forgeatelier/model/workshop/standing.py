# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a protocol has proved itself, computed from who read it over and where it was held: never typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from forgeatelier.ground.words import _, marked, ngettext
from forgeatelier.model.method.edition import Review
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState

HELD_STATES = (WorkshopState.HELD, WorkshopState.DOCUMENTED, WorkshopState.CLOSED)
"""The states of a workshop that took place."""

_ENOUGH_PLACES = 2
_NAMED = 4


class Stage(StrEnum):
    """Draft, read over by someone, held once, held in two places."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    TESTED = "tested"
    PROVEN = "proven"


STAGES = {
    Stage.DRAFT: marked("brouillon"),
    Stage.REVIEWED: marked("relu"),
    Stage.TESTED: marked("testé"),
    Stage.PROVEN: marked("éprouvé"),
}
"""The word for each stage (translate it where it is shown)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage and what it rests on: reviews and workshops of this protocol, how many of them of this version."""

    stage: Stage
    version: str
    reviews: int = 0
    reviews_here: int = 0
    held: int = 0
    held_here: int = 0
    places: tuple[str, ...] = ()

    @property
    def evidence(self) -> str:
        """Why, in words: « tenu 3 fois, à Ségou et Kayes, dont 1 fois dans cette version »."""
        said = [part for part in (self._held_in_words(), self._read_in_words()) if part]
        return "\N{NO-BREAK SPACE}; ".join(said) or _("ni relu ni tenu pour l’instant")

    def _held_in_words(self) -> str:
        if not self.held:
            return ""
        times = ngettext("tenu {n} fois", "tenu {n} fois", self.held).format(n=self.held)
        if self.places:
            times = _("{times}, à {places}").format(times=times, places=_listed(self.places))
        if not self.held_here:
            return _("{times}, dans d’autres versions que {version}").format(
                times=times, version=self.version
            )
        if self.held_here == self.held:
            return times
        return _("{times}, dont {n} fois en version {version}").format(
            times=times, n=self.held_here, version=self.version
        )

    def _read_in_words(self) -> str:
        if not self.reviews:
            return ""
        if not self.reviews_here:
            return _("relu dans une version antérieure")
        return ngettext(
            "relu {n} fois en version {version}", "relu {n} fois en version {version}", self.reviews_here
        ).format(n=self.reviews_here, version=self.version)


def standing(protocol: Protocol, reviews: Iterable[Review], workshops: Iterable[Workshop]) -> Standing:
    """How far it has come: workshops count in any version, a review only for the version that was read.

    A translation is another text: it proves itself. A workshop whose town nobody wrote down is no second place.
    """
    read = [one for one in reviews if one.protocol_id == protocol.id]
    held = [
        one
        for one in workshops
        if one.protocol and one.protocol.id == protocol.id and one.state in HELD_STATES
    ]
    here = sum(one.version == protocol.version for one in read)
    places: dict[str, str] = {}
    for one in sorted(held, key=lambda one: (one.starts_on is None, one.starts_on)):
        if one.town.strip():
            places.setdefault(f"{folded(one.town.strip())}/{one.country}", one.town.strip())
    return Standing(
        _stage(here, len(held), len(places)),
        protocol.version,
        len(read),
        here,
        len(held),
        sum(one.protocol is not None and one.protocol.version == protocol.version for one in held),
        tuple(places.values()),
    )


def _stage(read: int, held: int, places: int) -> Stage:
    if places >= _ENOUGH_PLACES:
        return Stage.PROVEN
    if held:
        return Stage.TESTED
    return Stage.REVIEWED if read else Stage.DRAFT


def _listed(places: tuple[str, ...]) -> str:
    if len(places) == 1:
        return places[0]
    if len(places) > _NAMED:
        rest = len(places) - _NAMED
        more = ngettext("{n} autre lieu", "{n} autres lieux", rest).format(n=rest)
        places = (*places[:_NAMED], more)
    return _("{first} et {last}").format(first=", ".join(places[:-1]), last=places[-1])
