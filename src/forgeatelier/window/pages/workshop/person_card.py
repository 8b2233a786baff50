# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One person in the inspector: who she is, her part in the team, how she is credited, what she agreed to."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.actions.people import join_team
from forgeatelier.ground.words import _, language
from forgeatelier.model.change import Change
from forgeatelier.model.people.attendance import Attendance, Presence, TeamMember
from forgeatelier.model.people.consent import Matter
from forgeatelier.model.people.person import Person
from forgeatelier.model.reference import label, ref_list
from forgeatelier.window import people_words as words
from forgeatelier.window.form import Form
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.consent_card import cards, other_cards
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.person_rights import PersonRights
from forgeatelier.window.widgets import Button, Combo, Field, Flow, Label, Tag, TextEdit, holding, row, stack
from forgeatelier.window.year import YEAR_AS_TYPED, YearEdit


class PersonCard(QWidget):
    """Everything is kept as it is changed; personal data stays in this library."""

    def __init__(self, subject: Subject, person_id: str) -> None:
        """Show one person of the workshop."""
        super().__init__()
        self._subject, self.person_id = subject, person_id
        self.form = Form(subject.desk, _("Modifier une personne"), self._person, parent=self)
        self._presence = Form(subject.desk, _("Noter une présence"), self._attendance, parent=self)
        self._roles = Flow(gap="xs")
        self._join = Combo(_roles())
        self._join.chosen.connect(self._take_role)
        self._cards = cards(subject, person_id)
        self.others = Button(_("Voix, témoignage, coordonnées"), "plain", "down")
        self.others.clicked.connect(self.show_others)
        self._more = stack(gap="m")
        self.rights = PersonRights(subject.desk)
        self.setLayout(stack(*self._parts(), gap="m"))
        self.refresh()

    def _parts(self) -> tuple[QWidget, ...]:
        bind = self.form.bind
        sex = Combo((one, _(said)) for one, said in words.SEXES.items())
        presence = Combo((one, saying.presence(one)) for one in Presence)
        credit = Combo((one, _(said)) for one, said in words.CREDITS.items())
        bands = (
            ("", _("non dit")),
            *((e.code, e.label(language())) for e in ref_list("tranches-age").entries),
        )
        return (
            _pair(
                Field(_("Prénoms"), bind("given_names", QLineEdit())),
                Field(_("Nom"), bind("family_name", QLineEdit())),
            ),
            Field(_("Sexe"), bind("sex", sex)),
            _pair(
                Field(_("Tranche d’âge"), bind("age_band", Combo(bands))),
                Field(_("Né·e en"), bind("birth_year", YearEdit(), YEAR_AS_TYPED)),
            ),
            Field(_("Présence"), self._presence.bind("presence", presence)),
            Label(_("Accords"), "label"),
            *self._cards,
            self.others,
            holding(self._more),
            Label(_("Crédit sur la fiche"), "label"),
            _pair(
                Field(_("Paraître sous"), bind("credit_mode", credit)),
                Field(_("Nom au générique"), bind("credit_name", QLineEdit())),
            ),
            Field(
                _("Rôle dans l’équipe"), self._join, _("Seules les personnes qui ont un rôle sont créditées.")
            ),
            holding(self._roles),
            Label(_("Coordonnées"), "label"),
            Field(_("Structure"), bind("organisation", QLineEdit())),
            _pair(
                Field(_("Fonction"), bind("function", QLineEdit())),
                Field(_("Village ou ville"), bind("village", QLineEdit())),
            ),
            _pair(
                Field(_("Téléphone"), bind("phone", QLineEdit())),
                Field(_("Courriel"), bind("email", QLineEdit())),
            ),
            Field(_("Notes internes"), bind("notes", TextEdit(lines=2))),
            Label(_("Ses droits"), "label"),
            self.rights,
        )

    def show_person(self, person_id: str) -> None:
        """Go on to another person; what was being typed is kept first."""
        self.leaving()
        self.person_id = person_id
        for card in self._cards:
            card.person_id = person_id
        self.refresh()

    def show_others(self) -> None:
        """Show what was said of the other matters."""
        if self.others.isVisibleTo(self):
            self.others.hide()
            made = other_cards(self._subject, self.person_id)
            for card in made:
                self._more.addWidget(card)
            self._cards = (*self._cards, *made)

    def refresh(self) -> None:
        """Show the person as she is now."""
        member = self._member()
        if member and any(one.matter not in (Matter.IMAGE, Matter.CREDIT) for one in member.consents):
            self.show_others()
        self.form.show()
        self._presence.show()
        for card in self._cards:
            card.refresh()
        self._show_roles()
        self._join.choose("")
        self.rights.show_person(self.person_id)

    def leaving(self) -> None:
        """Keep what is being typed."""
        for part in (self.form, self._presence):
            part.keep()
        for card in self._cards:
            card.leaving()

    def _member(self) -> Member | None:
        return self._subject.member(self.person_id)

    def _person(self) -> Person | None:
        member = self._member()
        return member.person if member else None

    def _attendance(self) -> Attendance | None:
        member = self._member()
        return member.attendance if member else None

    def _show_roles(self) -> None:
        while (item := self._roles.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        member = self._member()
        for one in member.team if member else ():
            tag = Tag(label("roles", one.role, language()), "accent", "person", removable=True)
            tag.removed.connect(partial(self._leave_role, one))
            self._roles.addWidget(tag)
        self._roles.update()

    def _take_role(self, role: str) -> None:
        member, workshop = self._member(), self._subject.workshop()
        if role and member and workshop and role not in {one.role for one in member.team}:
            self._subject.desk.keep(join_team(workshop, member.person, role))
        self._join.choose("")

    def _leave_role(self, one: TeamMember) -> None:
        self._subject.desk.keep(Change(_("Quitter l’équipe"), (one,)))


def _pair(one: QWidget, other: QWidget) -> QWidget:
    line = row(one, other, gap="s")
    line.setStretch(0, 1)
    line.setStretch(1, 1)
    return holding(line)


def _roles() -> tuple[tuple[str, str], ...]:
    said = language()
    return (("", _("Donner un rôle…")), *((one.code, one.label(said)) for one in ref_list("roles").entries))
