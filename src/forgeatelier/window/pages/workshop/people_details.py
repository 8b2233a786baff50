# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the names: one person in full, or several of them at once."""

from PySide6.QtCore import Qt, Signal

from forgeatelier.ground.words import _
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.person_card import PersonCard
from forgeatelier.window.pages.workshop.roster import full_name
from forgeatelier.window.pages.workshop.several import SeveralCard
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.widgets import Button, Inspector, reveal


class PeopleDetails(Inspector):
    """`remove_asked` when those shown are to leave the workshop."""

    remove_asked = Signal()

    def __init__(self, subject: Subject) -> None:
        """Nobody yet; cards are made when they are first needed and kept."""
        super().__init__(_("Personne"))
        self._subject = subject
        self.card: PersonCard | None = None
        self.several: SeveralCard | None = None
        self._remove = Button(_("Retirer de l’atelier"), "danger", "close")
        self._remove.clicked.connect(self.remove_asked)
        self.act(self._remove)
        reveal(self._remove, False)

    def show_members(self, members: tuple[Member, ...]) -> None:
        """Show one person, or several at once; nobody empties the panel."""
        several = len(members) > 1
        self.set_title(
            saying.people(len(members)) if several else full_name(members[0]) if members else _("Personne")
        )
        if several or not members:
            self.leaving()
        if len(members) == 1:
            self._show_one(members[0])
        if several:
            self._show_several(members)
        if self.card is not None:
            self.card.setVisible(len(members) == 1)
        if self.several is not None:
            self.several.setVisible(several)
        self._remove.setVisible(bool(members))

    def leaving(self) -> None:
        """Keep what is being typed."""
        if self.card is not None:
            self.card.leaving()

    def begin(self) -> None:
        """Go into the first field."""
        if self.card is not None and self.card.isVisibleTo(self):
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_one(self, member: Member) -> None:
        if self.card is None:
            self.card = PersonCard(self._subject, member.id)
            self.add(self.card)
        elif self.card.person_id == member.id:
            self.card.refresh()
        else:
            self.card.show_person(member.id)

    def _show_several(self, members: tuple[Member, ...]) -> None:
        if self.several is None:
            self.several = SeveralCard(self._subject)
            self.add(self.several)
        self.several.show_people(tuple(one.id for one in members))
