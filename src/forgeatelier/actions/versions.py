# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""New versions of a protocol: the one before is kept, what workshops proposed is answered, all in one change."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from uuid import UUID, uuid5

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.edition import Edition, Proposal, Review, Verdict
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.method.versions import Gone, bumped, is_later, with_changes
from forgeatelier.model.plain import canonical, to_plain
from forgeatelier.store.library import Library

_TAKEN_PLACE = UUID("0d6f2f5e-3c1b-5b52-8f0a-6c7f4d1b9e21")


def edition_of(protocol: Protocol, on: date) -> Edition:
    """A protocol as it stands, to be kept; the same text gives the same edition on two laptops."""
    digest = sha256(canonical(to_plain(protocol))).hexdigest()
    return Edition(
        id=str(uuid5(_TAKEN_PLACE, f"{protocol.id}/{protocol.version}/{digest}")),
        protocol_id=protocol.id,
        version=protocol.version,
        kept_on=on,
        protocol=protocol,
    )


def new_version(
    library: Library,
    before: Protocol,
    after: Protocol,
    *,
    note: str,
    on: date,
    version: str = "",
    accepted: Iterable[Proposal] = (),
    declined: Iterable[Proposal] = (),
) -> Change:
    """`after` as the next version of `before` (a minor one unless `version` says), with the note of what changes.

    `before` becomes an Edition, even a shipped one: the library then holds its own text under the same id.
    Raises AtelierError without a note, with a version that is not later, or when nothing changes.
    """
    called, said = version.strip() or bumped(before.version), tidy_line(note)
    if not said:
        raise AtelierError(
            _("La nouvelle version n’a pas de note."), _("Dire en une phrase ce qui change et pourquoi.")
        )
    if not is_later(called, before.version):
        raise AtelierError(
            _("La version {new} ne vient pas après la version {old}.").format(new=called, old=before.version),
            _("Écrire par exemple {next}.").format(next=bumped(before.version)),
        )
    made = replace(after, id=before.id, version=called, change_note=said)
    if replace(made, version=before.version, change_note=before.change_note) == before:
        raise AtelierError(
            _("Rien ne change dans cette version."), _("Cocher une proposition, ou modifier le texte.")
        )
    own, edition = library.get(Protocol, before.id), edition_of(before, on)
    yes, no = tuple(accepted), tuple(declined)
    known = library.get(Edition, edition.id)
    return Change(
        _("Nouvelle version du protocole"),
        (*((own,) if own else ()), *yes, *no),
        (
            made,
            *(() if known else (edition,)),
            *(replace(one, verdict=Verdict.ACCEPTED) for one in yes),
            *(replace(one, verdict=Verdict.DECLINED) for one in no),
        ),
    )


def version_from(
    library: Library,
    protocol: Protocol,
    accepted: Iterable[Proposal],
    *,
    note: str,
    on: date,
    version: str = "",
    declined: Iterable[Proposal] = (),
    further: Iterable[tuple[str, str]] = (),
) -> Change:
    """The next version with these proposals in it, and `further` values at their paths.

    Raises AtelierError as `new_version`, or when what a proposal changes is gone.
    """
    yes = tuple(accepted)
    try:
        after = with_changes(protocol, [*((one.path, one.after) for one in yes), *further])
    except (Gone, ValueError, TypeError, KeyError) as trouble:
        raise AtelierError(
            _("Une des propositions ne va plus avec le protocole d’aujourd’hui."),
            _("Décocher celles dont l’étape n’existe plus."),
        ) from trouble
    return new_version(
        library, protocol, after, note=note, on=on, version=version, accepted=yes, declined=declined
    )


def reviewed(protocol: Protocol, on: date, note: str = "") -> Change:
    """Someone read this version over."""
    review = Review(protocol_id=protocol.id, version=protocol.version, on=on, note=note.strip())
    return Change(_("Marquer le protocole comme relu"), (), (review,))
