# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking a person's name and data out of the library while every total stays what it was."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from forgeatelier.actions.people_consents import withdrawn
from forgeatelier.actions.people_references import naming
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.attendance import Attendance
from forgeatelier.model.people.consent import Consent
from forgeatelier.model.people.person import CreditMode, Person, age_band
from forgeatelier.model.workshop.capture import Capture
from forgeatelier.store.library import Library


def anonymise(library: Library, person: Person, on: date) -> Change:
    """Keep of a person her sex and age band only, and take back all she agreed to; one undo brings it all back.

    Raises AtelierError when she is anonymised already.
    """
    if person.anonymised_on is not None:
        raise AtelierError(_("Cette fiche est déjà anonymisée."), _("Rien n’a été modifié."))
    before, after = _silenced(naming(library, (person.id,)), on)
    bare = Person(
        id=person.id,
        sex=person.sex,
        age_band=age_band(person, on),
        credit_mode=CreditMode.NONE if person.credit_mode is CreditMode.NONE else CreditMode.ANONYMOUS,
        anonymised_on=on,
    )
    return Change(_("Anonymiser une personne"), (person, *before), (bare, *after))


def _silenced(around: Iterable[Entity], on: date) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    pairs: list[tuple[Entity, Entity]] = []
    for one in around:
        match one:
            case Consent():
                plain = replace(one, witness="", guardian="", as_said="", proof="")
                pairs.append((one, withdrawn(plain, on)))
            case Attendance() if one.signature:
                pairs.append((one, replace(one, signature="")))
    changed = [(was, now) for was, now in pairs if was != now]
    return tuple(was for was, _now in changed), tuple(now for _was, now in changed)


def erase_traces(library: Library, person: Person) -> int:
    """Erase what an anonymised person's card, consents and presences said before, and the proofs; returns how many.

    There is no undo. Backups made earlier hold them until they are thinned. Raises AtelierError when she still has
    a name.
    """
    if person.anonymised_on is None:
        raise AtelierError(
            _("Cette fiche porte encore un nom."),
            _("L’anonymiser d’abord\N{NO-BREAK SPACE}: cela, au moins, se défait."),
        )
    touched = [one for one in naming(library, (person.id,)) if isinstance(one, Consent | Attendance)]
    gone = library.forget_past((person.id, *(one.id for one in touched)))
    proofs = {name for field, said in gone if field in _FILES for name in _HASH.findall(str(said))}
    for proof in proofs - _needed(library):
        if library.media.original(proof) is not None:
            library.media.erase(proof)
    return len(gone)


_FILES = ("proof", "signature")
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


def _needed(library: Library) -> set[str]:
    """Files that something else still shows: the same sheet may prove the consent of many."""
    said = [one.proof for one in library.all(Consent)] + [one.signature for one in library.all(Attendance)]
    said += [str(cell) for row in library.rows(Capture, ("media", "original")) for cell in row]
    return {name for words in said for name in _HASH.findall(words)}
