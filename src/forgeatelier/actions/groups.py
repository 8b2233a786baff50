# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups in the room: make them, move someone by hand, take a latecomer in, let someone go."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.tidying import tidy_line
from forgeatelier.ground.words import _, language
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.half_days import covers
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.person import Person
from forgeatelier.model.reference import ref_list
from forgeatelier.model.workshop.group_report import Mixed, report
from forgeatelier.model.workshop.grouping import Grouping, TeamOf
from forgeatelier.model.workshop.grouping_people import Field, Team, Wishes, make_groups, place_for
from forgeatelier.store.library import Library

NAMES = "noms-groupes"


@dataclass(frozen=True, slots=True)
class MadeGroups:
    """The change to keep, the groups it makes, and how well people were mixed."""

    change: Change
    grouping: Grouping
    mixed: Mixed


def read_groupings(library: Library, workshop_id: str, step_id: str | None = None) -> tuple[Grouping, ...]:
    """The groups of a workshop, or of one step, the earliest first."""
    where = {} if step_id is None else {"step_id": step_id}
    found = library.all(Grouping, workshop_id=workshop_id, **where)
    return tuple(sorted(found, key=_when))


def _when(one: Grouping) -> tuple[str, int, str]:
    return one.moment.isoformat() if one.moment else "", one.round, one.id


def people_there(
    library: Library, workshop_id: str, half_day: str = "", *, with_team: bool = False
) -> tuple[Person, ...]:
    """Who is in the room at a half-day, by name; without one, everyone who came and did not leave for good.

    The team that runs the workshop is left out unless asked for.
    """
    team = {one.person_id for one in library.all(TeamMember, workshop_id=workshop_id)}
    present = (
        one.person_id
        for one in library.all(Attendance, workshop_id=workshop_id)
        if one.presence is Presence.PRESENT and (not half_day or covers(one.half_days, half_day))
    )
    found = (library.get(Person, key) for key in dict.fromkeys(present) if with_team or key not in team)
    return tuple(
        sorted((one for one in found if one is not None), key=lambda one: (folded(one.heading), one.id))
    )


def group_names(count: int, spoken: str = "") -> tuple[str, ...]:
    """Names for so many groups: animals, then the same ones with a number."""
    animals = [one.label(spoken or language()) for one in ref_list(NAMES).entries]
    return tuple(
        animals[n % len(animals)] + (f" {n // len(animals) + 1}" if n >= len(animals) else "")
        for n in range(count)
    )


def seed_for(workshop_id: str, step_id: str, turn: int) -> int:
    """A seed that two laptops agree on; another `turn` makes other groups."""
    return zlib.crc32(f"{workshop_id}/{step_id}/{turn}".encode())


def form_groups(
    workshop_id: str,
    people: Sequence[Person],
    wishes: Wishes,
    moment: datetime,
    *,
    step_id: str = "",
    before: Iterable[Grouping] = (),
    names: Sequence[str] = (),
) -> MadeGroups:
    """New groups at a step; those of `before` are earlier rounds, whose pairs are avoided besides `wishes.past`.

    Raises AtelierError when there is nobody, or more groups than people.
    """
    earlier = tuple(before)
    wished = replace(wishes, past=(*wishes.past, *(people_of(one) for one in earlier)))
    teams = make_groups(people, wished)
    called = (*(tidy_line(name) for name in names if name.strip()), *group_names(len(teams)))
    called = tuple(dict.fromkeys(called))
    made = Grouping(
        workshop_id=workshop_id,
        step_id=step_id,
        round=1 + max((one.round for one in earlier if one.step_id == step_id), default=0),
        moment=moment,
        seed=wishes.seed,
        balanced_on=tuple(field.value for field in wishes.balance),
        teams=tuple(TeamOf(name=name, people=team) for name, team in zip(called, teams, strict=False)),
    )
    return MadeGroups(Change(_("Former des groupes"), after=(made,)), made, report(people, teams, wished))


def people_of(grouping: Grouping) -> tuple[Team, ...]:
    """The ids of the people of each group."""
    return tuple(team.people for team in grouping.teams)


def mixed_of(
    grouping: Grouping,
    people: Iterable[Person],
    before: Iterable[Grouping] = (),
    wishes: Wishes | None = None,
) -> Mixed:
    """How well the people of these groups are mixed as they now stand, after moves by hand too."""
    asked = wishes or Wishes(balance=_balance(grouping))
    past = tuple(people_of(one) for one in before if one.id != grouping.id)
    return report(people, people_of(grouping), replace(asked, past=(*asked.past, *past)))


def _balance(grouping: Grouping) -> tuple[Field, ...]:
    known = {field.value: field for field in Field}
    return tuple(known[name] for name in grouping.balanced_on if name in known)


def move_person(grouping: Grouping, person_id: str, name: str) -> Change:
    """Put someone in the group of this name by hand, wherever she was. Raises AtelierError when it is not there."""
    title = _("Changer quelqu’un de groupe")
    if name not in {team.name for team in grouping.teams}:
        raise AtelierError(
            _("Il n’y a pas de groupe « {name} ».").format(name=name), _("Choisir un des groupes formés.")
        )
    if any(team.name == name and person_id in team.people for team in grouping.teams):
        return Change(title)
    teams = (
        replace(
            team,
            people=(
                *(one for one in team.people if one != person_id),
                *((person_id,) if team.name == name else ()),
            ),
        )
        for team in grouping.teams
    )
    return Change(title, (grouping,), (replace(grouping, teams=tuple(teams)),))


def swap_people(grouping: Grouping, one: str, other: str) -> Change:
    """Two people change places, so that sizes stay as they are. Raises AtelierError when one is in no group."""
    homes = {person: team.name for team in grouping.teams for person in team.people}
    if one not in homes or other not in homes:
        raise AtelierError(_("Cette personne n’est dans aucun groupe."), _("L’ajouter d’abord à un groupe."))
    exchanged = {one: other, other: one}
    teams = (
        replace(team, people=tuple(exchanged.get(person, person) for person in team.people))
        for team in grouping.teams
    )
    title = _("Échanger deux personnes")
    if homes[one] == homes[other]:
        return Change(title)
    return Change(title, (grouping,), (replace(grouping, teams=tuple(teams)),))


def take_in(
    grouping: Grouping,
    newcomer: Person,
    people: Iterable[Person],
    wishes: Wishes | None = None,
    before: Iterable[Grouping] = (),
) -> tuple[Change, str]:
    """A latecomer joins the smallest group that suits her; returns the change and the name of that group.

    Someone who is in a group already stays there.
    """
    title = _("Accueillir une personne en retard")
    home = next((team.name for team in grouping.teams if newcomer.id in team.people), "")
    if home:
        return Change(title), home
    asked = wishes or Wishes(balance=_balance(grouping))
    past = tuple(people_of(one) for one in before if one.id != grouping.id)
    asked = replace(asked, past=(*asked.past, *past))
    at = place_for(people, people_of(grouping), newcomer, asked)
    teams = list(grouping.teams)
    teams[at] = replace(teams[at], people=(*teams[at].people, newcomer.id))
    return Change(title, (grouping,), (replace(grouping, teams=tuple(teams)),)), teams[at].name


def let_go(grouping: Grouping, person_id: str) -> Change:
    """Someone left: her group goes on without her."""
    teams = tuple(
        replace(team, people=tuple(one for one in team.people if one != person_id)) for team in grouping.teams
    )
    title = _("Retirer quelqu’un des groupes")
    if teams == grouping.teams:
        return Change(title)
    return Change(title, (grouping,), (replace(grouping, teams=teams),))


def rename_group(grouping: Grouping, name: str, wanted: str) -> Change:
    """Give a group another name. Raises AtelierError when it is empty or taken."""
    words = tidy_line(wanted)
    if not words:
        raise AtelierError(_("Ce groupe n’a pas de nom."), _("Écrire un nom, même court."))
    if words != name and words in {team.name for team in grouping.teams}:
        raise AtelierError(
            _("Deux groupes s’appelleraient « {name} ».").format(name=words), _("Choisir un autre nom.")
        )
    teams = tuple(replace(team, name=words) if team.name == name else team for team in grouping.teams)
    title = _("Renommer un groupe")
    if teams == grouping.teams:
        return Change(title)
    return Change(title, (grouping,), (replace(grouping, teams=teams),))


def dissolve(grouping: Grouping) -> Change:
    """Take these groups away; later rounds no longer avoid their pairs."""
    return Change(_("Défaire les groupes"), (grouping,))
