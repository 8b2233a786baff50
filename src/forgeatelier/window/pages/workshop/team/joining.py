# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Composing the team: a name that is typed becomes someone known or a new person, with a role."""

from PySide6.QtCore import QObject

from forgeatelier.actions.team import Mate, is_called, join, leave, read_team
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.person import Person
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.pages.workshop.team.crew import Crew
from forgeatelier.window.pages.workshop.team.name_line import Known


class Joining(QObject):
    """Does what the part that shows the team asks for."""

    def __init__(self, subject: Subject, crew: Crew) -> None:
        """Personal data stays in the library; nothing of it goes anywhere from here."""
        super().__init__(crew)
        self._subject, self._crew = subject, crew
        crew.joining.connect(self.join_typed)
        crew.leaving.connect(self._leave)
        crew.name.wanted.connect(self._offer_people)
        subject.changed.connect(self._heard)

    def join_typed(self) -> None:
        """Give the chosen role to whoever is written: someone known, or a new person."""
        workshop, name = self._subject.workshop(), self._crew.name
        typed, desk = name.text().strip(), self._subject.desk
        if workshop is None or not typed:
            name.setFocus()
            return
        try:
            known = self._known(typed)
            team = read_team(desk.atelier.library, workshop)
            change = join(team, known, typed, self._crew.role.value() or "")
        except AtelierError as refusal:
            desk.tell(refusal)
            return
        # Emptied first, so that the role that is lacking next is offered for the next name.
        name.clear()
        if not desk.keep(change):
            name.setText(typed)

    def _known(self, typed: str) -> Person | None:
        """The person of the directory that is meant. Raises AtelierError when two have this name."""
        library, chosen = self._subject.desk.atelier.library, self._crew.name.person_id()
        if chosen:
            return library.get(Person, chosen)
        here = [one.id for one in self._subject.members() if is_called(one.person.heading, typed)]
        found = here or [one.id for one in self._crew.name.known() if is_called(one.name, typed)]
        if len(found) > 1:
            raise AtelierError(
                _("{n} personnes s’appellent {name}.").format(n=len(found), name=typed),
                _("Choisir dans la liste qui s’ouvre pendant que l’on écrit."),
            )
        return library.get(Person, found[0]) if found else None

    def _offer_people(self) -> None:
        names = ("id", "given_names", "family_name", "village", "organisation")
        rows = self._subject.desk.atelier.library.rows(Person, names, order="family_name")
        self._crew.name.offer(
            Known(str(key), f"{given or ''} {family or ''}".strip(), str(village or structure or ""))
            for key, given, family, village, structure in rows
            if given or family
        )

    def _leave(self, mate: Mate) -> None:
        if self._subject.desk.keep(leave((mate,))):
            said = _("{name} n’a plus ce rôle.").format(name=mate.person.heading)
            self._subject.desk.toast(said, True)
            self._crew.name.setFocus()

    def _heard(self, change: Change) -> None:
        if change.touches(Person):
            self._crew.name.forget()
