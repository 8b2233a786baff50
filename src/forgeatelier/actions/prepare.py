# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preparing: a workshop from a protocol, and protocols onto the library's own shelf."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.model.workshop.plan import derived_steps
from forgeatelier.model.workshop.workshop import Workshop, WorkshopState


def new_workshop(
    protocol: Protocol | None,
    *,
    title: str = "",
    starts_on: date | None = None,
    people: int = 0,
    town: str = "",
    country: str = "",
    host: str = "",
    organisations: Iterable[Organisation] = (),
) -> Change:
    """A workshop that keeps a frozen copy of the protocol; people and title default to the protocol's.

    `host` is the name of a structure: one of `organisations` when it is known, a new one otherwise.
    The workshop is the last entity of the change.

    Raises AtelierError when there is neither a title nor a protocol.
    """
    called = tidy_line(title) or (protocol.title if protocol else "")
    if not called:
        raise AtelierError(_("L’atelier n’a pas de titre."), _("Écrire un titre ou choisir un protocole."))
    if people < 0:
        raise AtelierError(
            _("Le nombre de personnes ne peut pas être négatif."), _("Écrire 12, par exemple.")
        )
    host, town = tidy_line(host), tidy_line(town)
    known = next((o for o in organisations if folded(o.name) == folded(host)), None)
    fresh = Organisation(name=host, country=country, town=town) if host and known is None else None
    structure = known or fresh
    workshop = Workshop(
        title=called,
        protocol=replace(protocol, internal_notes="") if protocol else None,
        state=WorkshopState.PLANNED if starts_on else WorkshopState.IDEA,
        starts_on=starts_on,
        ends_on=_last_day(protocol, starts_on),
        people_planned=people or (protocol.group.ideal if protocol else 0),
        town=town,
        country=country,
        host_id=structure.id if structure else "",
        languages=(protocol.language,) if protocol else ("fr",),
    )
    return Change(_("Nouvel atelier"), after=(workshop,) if fresh is None else (fresh, workshop))


def _last_day(protocol: Protocol | None, first: date | None) -> date | None:
    if protocol is None or first is None:
        return first
    days = max((step.day for step in derived_steps(Workshop(protocol=protocol))), default=1)
    return first + timedelta(days=days - 1)


def edit_workshop(before: Workshop, after: Workshop) -> Change:
    """The same workshop, changed."""
    return Change(_("Modifier l’atelier"), (before,), (after,))


def add_protocol(protocol: Protocol, known: Protocol | None) -> Change:
    """Put a protocol on the library's shelf, in the place of the one with the same id."""
    if known == protocol:
        raise AtelierError(
            _("Ce protocole est déjà dans la bibliothèque, à l’identique."), _("Rien n’a été modifié.")
        )
    return Change(_("Ajouter un protocole"), (known,) if known else (), (protocol,))
