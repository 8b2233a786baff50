# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Making one person of several written down apart: nothing she did or said is lost, one Ctrl+Z takes it back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from forgeatelier.actions.people_references import naming, pointed
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.declare import kind_of
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.likeness import Alike, groups, look_alikes
from forgeatelier.model.people.person import CreditMode, Person, Sex
from forgeatelier.model.people.sameness import Sameness, merged_into, pair, two_people
from forgeatelier.model.progress import Progress, silent
from forgeatelier.store.library import Library

_STANDING = (Presence.PRESENT, Presence.DROPPED, Presence.ABSENT, Presence.REGISTERED)
"""What holds when one person was noted twice at a workshop."""

_NOT_SAID = ("", (), None, Sex.UNSTATED, CreditMode.UNASKED)
_ASIDE = ("anonymised_on",)


@dataclass(frozen=True, slots=True)
class Twins:
    """Persons who may be one, with the pairs that make one think so."""

    people: tuple[Person, ...]
    pairs: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field on which the persons of a group do not agree: its name, its label (to translate) and each one's value."""

    name: str
    label: str
    values: tuple[Any, ...]
    usual: Any


def find_twins(library: Library, progress: Progress = silent) -> tuple[Twins, ...]:
    """Groups of persons of the directory who may be one, the likeliest first, without those known to be two."""
    people = {person.id: person for person in library.all(Person)}
    apart = {pair(one.first_id, one.second_id) for one in library.all(Sameness) if not one.same}
    pairs = look_alikes(tuple(people.values()), apart, progress)
    by_key: dict[str, list[Alike]] = defaultdict(list)
    for one in pairs:
        by_key[one.one].append(one)
    return tuple(
        Twins(
            tuple(people[key] for key in sorted(keys)),
            tuple(one for key in keys for one in by_key[key] if one.other in keys),
        )
        for keys in groups(pairs)
    )


def differences(people: Sequence[Person]) -> tuple[Difference, ...]:
    """Every field on which these persons differ, with the value that would stay unless someone says otherwise."""
    found = []
    for rule in kind_of(Person).fields.values():
        values = tuple(getattr(person, rule.name) for person in people)
        if rule.name not in _ASIDE and len(set(values)) > 1:
            found.append(Difference(rule.name, rule.label, values, _usual(rule.name, values)))
    return tuple(found)


def _usual(name: str, values: tuple[Any, ...]) -> Any:
    """The filled value; the longest one when several are; lists and notes hold everything."""
    filled = [value for value in values if value not in _NOT_SAID]
    if not filled:
        return values[0]
    if name == "languages":
        return tuple(dict.fromkeys(code for value in filled for code in value))
    if name == "notes":
        return "\n".join(dict.fromkeys(filled))
    if name == "credit_mode":
        return _most_discreet(filled)
    if all(isinstance(value, str) for value in filled) and name in ("family_name", "given_names"):
        return max(filled, key=_well_written)
    return filled[0]


def _well_written(name: str) -> tuple[int, int, int]:
    """Accents and mixed case tell that someone took care; then more is better than less."""
    return (sum(not c.isascii() for c in name), not (name.isupper() or name.islower()), len(name))


def _most_discreet(modes: list[CreditMode]) -> CreditMode:
    order = (CreditMode.NONE, CreditMode.ANONYMOUS, CreditMode.PSEUDONYM, CreditMode.NAME)
    return next((mode for mode in order if mode in modes), CreditMode.UNASKED)


def merge(library: Library, people: Sequence[Person], said: Mapping[str, Any], kept_id: str = "") -> Change:
    """Make the first of these persons (or `kept_id`) stand for all of them; `said` are the values chosen by hand.

    Raises AtelierError for fewer than two persons, or one that is anonymised.
    """
    ids = tuple(dict.fromkeys(person.id for person in people))
    if len(ids) < 2:
        raise AtelierError(
            _("Il faut au moins deux fiches à réunir."), _("Choisir deux fiches, puis recommencer.")
        )
    return merged(tuple(people), said, naming(library, ids), kept_id or ids[0])


def merged(
    people: Sequence[Person], said: Mapping[str, Any], around: Iterable[Entity], kept_id: str
) -> Change:
    """The same as a pure function: `around` is everything that names one of them."""
    if any(person.anonymised_on is not None for person in people):
        raise AtelierError(
            _("Une de ces fiches a été anonymisée : elle ne peut plus être réunie à une autre."),
            _("Garder les deux fiches."),
        )
    kept = next(person for person in people if person.id == kept_id)
    gone = {person.id for person in people} - {kept_id}
    usual = {one.name: one.usual for one in differences(people)}
    whole = replace(kept, **{**usual, **said})
    around = tuple(around)
    before, after = _re_pointed(around, kept_id, gone)
    # What was already said of the one who stays is not said again.
    standing = {one.id for one in around} - {one.id for one in before}
    known = {one.id: one for one in after if one.id not in standing}
    known |= {link.id: link for link in (merged_into(kept_id, key) for key in sorted(gone))}
    title = _("Réunir deux fiches") if len(gone) == 1 else _("Réunir des fiches")
    return Change(title, (*people, *before), (whole, *known.values()))


def _re_pointed(
    around: tuple[Entity, ...], kept_id: str, gone: set[str]
) -> tuple[list[Entity], list[Entity]]:
    before: list[Entity] = []
    after: list[Entity] = []
    for alike in _together(around, kept_id, gone):
        united = _united(tuple(pointed(one, kept_id, gone) for one in alike))
        if tuple(alike) != united:
            before += alike
            after += united
    return before, after


def _together(around: Iterable[Entity], kept_id: str, gone: set[str]) -> list[list[Entity]]:
    """What becomes one thing: the presences at one workshop, the same role twice; everything else stands alone."""
    found: dict[object, list[Entity]] = defaultdict(list)
    for one in around:
        match one:
            case Attendance():
                found["attendance", one.workshop_id].append(one)
            case TeamMember():
                found["team", one.workshop_id, one.role].append(one)
            case _:
                found[one.id].append(one)
    for alike in found.values():
        # What the kept person already had keeps its id.
        alike.sort(key=lambda one: getattr(one, "person_id", "") != kept_id)
    return list(found.values())


def _united(alike: tuple[Entity, ...]) -> tuple[Entity, ...]:
    first = alike[0]
    if isinstance(first, Sameness):
        return _links(first)
    if isinstance(first, TeamMember):
        return (first,)
    presences = tuple(one for one in alike if isinstance(one, Attendance))
    return (united_presences(presences),) if presences else alike


def _links(link: Sameness) -> tuple[Sameness, ...]:
    """What was said of one who is gone is now said of the one who stays; of herself there is nothing to say."""
    if link.first_id == link.second_id:
        return ()
    said: Callable[[str, str], Sameness] = merged_into if link.same else two_people
    return (said(link.first_id, link.second_id),)


def united_presences(presences: Sequence[Attendance]) -> Attendance:
    """One presence out of several at one workshop: every half-day of each, the strongest word on where she stands."""
    halves = {half for one in presences for half in one.half_days}
    standing = next(state for state in _STANDING if state in {one.presence for one in presences})
    signatures = dict.fromkeys(word for one in presences for word in one.signature.split())
    return replace(
        presences[0],
        half_days=tuple(sorted(halves)),
        presence=standing,
        signature=" ".join(signatures),
    )


def keep_apart(people: Sequence[Person]) -> Change:
    """Remember that these are different people: they are not offered together again."""
    ids = sorted({person.id for person in people})
    links = tuple(two_people(one, other) for at, one in enumerate(ids) for other in ids[at + 1 :])
    title = _("Noter que ce sont deux personnes")
    return Change(title, after=links)


def strays(library: Library) -> Change | None:
    """What still names a person merged into another (written on another laptop), re-pointed; None when all is well."""
    into = {one.second_id: one.first_id for one in library.all(Sameness) if one.same}
    before: list[Entity] = []
    after: list[Entity] = []
    for one in naming(library, into) if into else ():
        if not isinstance(one, Sameness):
            moved = one
            for gone in into:
                moved = pointed(moved, _last(gone, into), {gone})
            before.append(one)
            after.append(moved)
    return Change(_("Réunir deux fiches"), tuple(before), tuple(after)) if after else None


def _last(key: str, into: Mapping[str, str]) -> str:
    seen = {key}
    while into.get(key, key) not in seen:
        key = into[key]
        seen.add(key)
    return key
