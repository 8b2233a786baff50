# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking people what they agree to: one or many at once, how it was said, its proof, and taking it back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.entity import Entity
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter, Use
from forgeatelier.model.people.person import Person, is_minor
from forgeatelier.store.media import Media


@dataclass(frozen=True, slots=True)
class How:
    """How an answer was given."""

    given_on: date
    mode: ConsentMode = ConsentMode.UNSTATED
    informed_in: str = ""
    witness: str = ""
    guardian: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is kept, and the minors whose agreement cannot be kept without a parent or guardian."""

    change: Change
    left_out: tuple[Person, ...] = ()


def answer(person: Person, consent: Consent, said: Mapping[Use, Answer], on: date) -> Consent:
    """A consent with these answers, given `on` that day.

    Raises AtelierError when a minor would agree without a parent or guardian.
    """
    after = consent.answering(said)
    granted = any(said.get(use) is Answer.GRANTED for use in Use)
    if granted and is_minor(person, on) and not after.guardian.strip():
        raise AtelierError(
            _("{name} est mineur·e : un accord ne vaut qu’avec le nom d’un parent ou tuteur.").format(
                name=person.heading or _("Cette personne")
            ),
            _("Écrire d’abord qui répond pour elle ou lui. Un refus, lui, se note tout de suite."),
        )
    return replace(after, withdrawn_on=None) if granted else after


def ask(
    people: Iterable[tuple[Person, Consent | None]],
    workshop_id: str,
    matter: Matter,
    said: Mapping[Use, Answer],
    how: How,
) -> Asked:
    """Note the same answer for several people, each with a consent of her own; uses nobody spoke of keep theirs.

    What minors agree to without a parent or guardian is not kept: they are told in `left_out`.
    """
    before: list[Entity] = []
    after: list[Entity] = []
    left_out: list[Person] = []
    for person, known in people:
        start = known or Consent(person_id=person.id, workshop_id=workshop_id, matter=matter)
        told = replace(
            start,
            given_on=how.given_on,
            mode=how.mode if how.mode is not ConsentMode.UNSTATED else start.mode,
            informed_in=how.informed_in or start.informed_in,
            witness=how.witness or start.witness,
            guardian=how.guardian or start.guardian,
            until=how.until or start.until,
        )
        try:
            noted = answer(person, told, said, how.given_on)
        except AtelierError:
            left_out.append(person)
            continue
        if noted != known:
            before += [known] if known else []
            after.append(noted)
    title = ngettext("Noter un accord", "Noter {n} accords", len(after)).format(n=len(after))
    return Asked(Change(title, tuple(before), tuple(after)), tuple(left_out))


def withdrawn(consent: Consent, on: date) -> Consent:
    """The same consent with every granted use taken back from that day on."""
    taken = {use: Answer.WITHDRAWN for use in Use if consent.answer(use) is Answer.GRANTED}
    return replace(consent.answering(taken), withdrawn_on=on) if taken else consent


def withdraw(consents: Sequence[Consent], on: date) -> Change:
    """Take back everything that these consents grant, in one gesture."""
    pairs = [(one, withdrawn(one, on)) for one in consents]
    changed = [(one, taken) for one, taken in pairs if one != taken]
    title = ngettext("Retirer un accord", "Retirer {n} accords", len(changed)).format(n=len(changed))
    return Change(title, tuple(one for one, _taken in changed), tuple(taken for _one, taken in changed))


def keep_proof(media: Media, file: Path) -> str:
    """Keep a signed sheet, a photo of it or a recording among what never leaves the library; returns its hash."""
    if not file.is_file():
        raise AtelierError(
            _("Le fichier «\N{NO-BREAK SPACE}{name}\N{NO-BREAK SPACE}» n’a pas pu être lu.").format(
                name=file.name
            ),
            _("Vérifiez que la clé est branchée et que le fichier s’ouvre, puis recommencez."),
        )
    return media.keep_original(file)


def with_proof(consent: Consent, proof: str) -> Change:
    """Let a file that was kept prove this consent."""
    return Change(_("Joindre une preuve"), (consent,), (replace(consent, proof=proof),))


def attach_proof(media: Media, consent: Consent, file: Path) -> Change:
    """Both at once."""
    return with_proof(consent, keep_proof(media, file))


def detach_proof(consent: Consent) -> Change:
    """No longer keep a file as proof of this consent."""
    return Change(_("Retirer une preuve"), (consent,), (replace(consent, proof=""),))
