# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The team of a workshop: who holds which role, and which the protocol asks for that nobody holds."""

from collections.abc import Iterable
from dataclasses import dataclass

from forgeatelier.actions.people_attendance import named
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, language, ngettext
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import TeamMember
from forgeatelier.model.people.name_guard import folded
from forgeatelier.model.people.person import Person
from forgeatelier.model.reference import label
from forgeatelier.model.workshop.roles import RoleGap, role_gaps
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.store.library import Library

_FIRST = ("animateur", "co-animateur")


@dataclass(frozen=True, slots=True)
class Mate:
    """Someone of the team in one role; whoever holds two is there twice."""

    member: TeamMember
    person: Person

    @property
    def id(self) -> str:
        """The id of the membership."""
        return self.member.id

    @property
    def role_words(self) -> str:
        """Her role in words."""
        return label("roles", self.member.role, language())


@dataclass(frozen=True, slots=True)
class TeamList:
    """The team, those who lead first, and what the protocol asks for beside it."""

    workshop: Workshop
    mates: tuple[Mate, ...]
    gaps: tuple[RoleGap, ...]

    @property
    def missing(self) -> tuple[RoleGap, ...]:
        """The roles that are not held by as many people as the protocol asks for."""
        return tuple(gap for gap in self.gaps if gap.lacking)


def read_team(library: Library, workshop: Workshop) -> TeamList:
    """The team as it is now; a membership whose person is gone is left out."""
    found = [
        Mate(member, person)
        for member in library.all(TeamMember, workshop_id=workshop.id)
        if (person := library.get(Person, member.person_id)) is not None
    ]
    mates = tuple(sorted(found, key=_by_role))
    return TeamList(workshop, mates, role_gaps(workshop.protocol, (mate.member.role for mate in mates)))


def is_called(name: str, written: str) -> bool:
    """Whether this is what was written, whatever the order, the accents and the capitals."""
    return bool(written.strip()) and sorted(folded(name).split()) == sorted(folded(written).split())


def join(team: TeamList, known: Person | None, written: str, role: str) -> Change:
    """Give a role to a person of the directory, or to a new one from her name as typed.

    She is not put among those who come: only the attendance says who was there. Raises AtelierError without a name
    or a role, and when she holds it already.
    """
    if not role:
        raise AtelierError(_("Aucun rôle n’est choisi."), _("Choisir un rôle à côté du nom."))
    person = known or named(written)
    if any(mate.person.id == person.id and mate.member.role == role for mate in team.mates):
        raise AtelierError(
            _("{name} tient déjà ce rôle.").format(name=person.heading),
            _("Choisir un autre rôle, ou une autre personne."),
        )
    member = TeamMember(workshop_id=team.workshop.id, person_id=person.id, role=role)
    return Change(_("Rejoindre l’équipe"), after=(member,) if known else (person, member))


def leave(mates: Iterable[Mate]) -> Change:
    """Take roles back; the people stay in the directory."""
    gone = tuple(mate.member for mate in mates)
    title = ngettext("Quitter l’équipe", "Retirer {n} rôles de l’équipe", len(gone)).format(n=len(gone))
    return Change(title, gone)


def _by_role(mate: Mate) -> tuple[int, str, str, str]:
    role = mate.member.role
    first = _FIRST.index(role) if role in _FIRST else len(_FIRST)
    return first, folded(mate.role_words), folded(mate.person.heading), mate.id
