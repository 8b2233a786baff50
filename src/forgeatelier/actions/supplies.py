# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workshop's own list of what it needs: add, change, tick, remove."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any

from forgeatelier.actions.own_lists import list_change
from forgeatelier.actions.plan.plan import Plan
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.workshop.needs import derived_supplies, supply_list
from forgeatelier.model.workshop.planned_step import PLACE_GAP
from forgeatelier.model.workshop.supply import Supply
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_AMOUNTS = ("fixed", "per_person", "per_team", "pack", "held", "lead_days", "unit_cost")


@dataclass(frozen=True, slots=True)
class SupplyList:
    """A workshop with what it plans to bring, in order; `kept` are the lines the library holds."""

    workshop: Workshop
    supplies: tuple[Supply, ...]
    kept: tuple[Supply, ...] = ()

    def changed(self, title: str, now: Iterable[Supply]) -> Change:
        """The change that makes these the list; the first one also makes it the workshop's own."""
        return list_change(title, self.workshop, "own_supplies", self.supplies, now, self.kept)


def read_supplies(library: Library, workshop: Workshop) -> SupplyList:
    """The list as it is now."""
    kept = library.all(Supply, workshop_id=workshop.id)
    return SupplyList(workshop, supply_list(workshop, kept), kept)


def edit_supplies(listed: SupplyList, ids: Iterable[str], **said: Any) -> Change:
    """The same list with these fields of these lines changed.

    Raises AtelierError for a negative amount or an empty name.
    """
    wanted = set(ids)
    now = tuple(replace(one, **said) if one.id in wanted else one for one in listed.supplies)
    for one in now:
        if one.id in wanted:
            _refuse_nonsense(one)
    title = ngettext("Modifier une fourniture", "Modifier {n} fournitures", len(wanted)).format(n=len(wanted))
    return listed.changed(title, now)


def keep_supply(listed: SupplyList, supply: Supply, plan: Plan) -> Change:
    """The list with this line as it now is; steps that named it by its old name name it by the new one.

    Raises AtelierError for nonsense, or a name the list already has.
    """
    was = next(one for one in listed.supplies if one.id == supply.id)
    _refuse_nonsense(supply)
    if any(
        one.id != supply.id and folded(one.name) == folded(tidy_line(supply.name)) for one in listed.supplies
    ):
        raise _already_there(supply.name)
    now = tuple(supply if one.id == supply.id else one for one in listed.supplies)
    title = _("Modifier une fourniture")
    change = listed.changed(title, now)
    old = folded(was.name)
    using = [one for one in plan.steps if any(folded(name) == old for name in one.materials)]
    if supply.name == was.name or not using:
        return change
    workshop = next((one for one in change.after if isinstance(one, Workshop)), listed.workshop)
    renamed = {
        one.id: replace(
            one, materials=tuple(supply.name if folded(name) == old else name for name in one.materials)
        )
        for one in using
    }
    renaming = replace(plan, workshop=workshop)
    return change.followed_by(renaming.changed(title, [renamed.get(one.id, one) for one in plan.steps]))


def add_supply(listed: SupplyList, supply: Supply) -> Change:
    """One more line at the end. Raises AtelierError without a name, or when the list has it already."""
    _refuse_nonsense(supply)
    if any(folded(one.name) == folded(tidy_line(supply.name)) for one in listed.supplies):
        raise _already_there(supply.name)
    made = _placed(listed, (supply,))
    return listed.changed(_("Ajouter une fourniture"), (*listed.supplies, *made))


def add_materials_of(listed: SupplyList, protocol: Protocol) -> Change | None:
    """What an inserted protocol needs and the list lacks; None when there is nothing to add."""
    known = {folded(one.name) for one in listed.supplies}
    lacking = tuple(
        one
        for one in derived_supplies(replace(listed.workshop, protocol=protocol))
        if folded(one.name) not in known
    )
    if not lacking:
        return None
    made = _placed(listed, tuple(_as_new(one) for one in lacking))
    return listed.changed(_("Ajouter le matériel"), (*listed.supplies, *made))


def remove_supplies(listed: SupplyList, ids: Iterable[str]) -> Change:
    """The list without these lines."""
    wanted = set(ids)
    left = tuple(one for one in listed.supplies if one.id not in wanted)
    title = ngettext("Retirer une fourniture", "Retirer {n} fournitures", len(wanted)).format(n=len(wanted))
    return listed.changed(title, left)


def _as_new(supply: Supply) -> Supply:
    return Supply(**{f.name: getattr(supply, f.name) for f in fields(Supply) if f.name != "id"})


def _placed(listed: SupplyList, new: tuple[Supply, ...]) -> tuple[Supply, ...]:
    last = max((one.place for one in listed.supplies), default=0)
    return tuple(
        replace(
            one, workshop_id=listed.workshop.id, place=last + (at + 1) * PLACE_GAP, name=tidy_line(one.name)
        )
        for at, one in enumerate(new)
    )


def _already_there(name: str) -> AtelierError:
    return AtelierError(
        _("« {name} » est déjà dans la liste.").format(name=name),
        _("Modifier la ligne qui existe, ou préciser le nom."),
    )


def _refuse_nonsense(supply: Supply) -> None:
    if not supply.name.strip():
        raise AtelierError(_("Cette fourniture n’a pas de nom."), _("Écrire « Ciseaux », par exemple."))
    for name in _AMOUNTS:
        amount = getattr(supply, name)
        if amount is not None and Decimal(amount) < 0:
            raise AtelierError(
                _("Une quantité, un délai ou un prix ne peut pas être négatif."),
                _("Écrire zéro ou un nombre positif."),
            )
