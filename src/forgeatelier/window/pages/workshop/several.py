# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several people chosen at once: where they stand, and the same answer for all of them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.people_attendance import stand
from forgeatelier.actions.people_consents import ask
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.attendance import Presence
from forgeatelier.model.people.consent import Answer, Consent, Matter, Use
from forgeatelier.window import people_words as words
from forgeatelier.window.pages.workshop import saying
from forgeatelier.window.pages.workshop.consent_card import USES_OF
from forgeatelier.window.pages.workshop.how_given import HowGiven
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.widgets import Button, Check, Combo, Field, Flow, Label, holding, reveal, stack


class SeveralCard(QWidget):
    """`remove_asked` when all of them are to leave the workshop."""

    remove_asked = Signal()

    def __init__(self, subject: Subject) -> None:
        """Say who with `show_people`."""
        super().__init__()
        self._subject = subject
        self._ids: tuple[str, ...] = ()
        self.matter = Combo((one, _(said)) for one, said in words.MATTERS.items())
        self.matter.chosen.connect(self._show_uses)
        self.uses = {use: Check(_(said), checked=True) for use, said in words.USES.items()}
        self.how = HowGiven(subject)
        self.accept = Button(_("Accord du groupe"), "quiet", "consent-yes")
        self.refuse = Button(_("Refus du groupe"), "quiet", "consent-no")
        self.accept.clicked.connect(partial(self._answer, Answer.GRANTED))
        self.refuse.clicked.connect(partial(self._answer, Answer.REFUSED))
        self._told = Label("", "note", tone="danger")
        reveal(self._told, False)
        standing = Flow(gap="xs")
        for state in Presence:
            button = Button(saying.presence(state), "quiet")
            button.clicked.connect(partial(self._stand, state))
            standing.addWidget(button)
        self.setLayout(
            stack(
                Label(_("Statut"), "label"),
                holding(standing),
                Label(_("La même réponse pour tout le groupe"), "label"),
                Field(_("À propos de"), self.matter),
                holding(stack(*self.uses.values(), gap="")),
                self.how,
                holding(Flow(self.accept, self.refuse, gap="xs")),
                self._told,
                gap="s",
            )
        )
        self._show_uses()

    def show_people(self, ids: tuple[str, ...]) -> None:
        """Speak of these people from now on."""
        if ids != self._ids:
            reveal(self._told, False)
        self._ids = ids

    def _members(self) -> list[Member]:
        wanted = set(self._ids)
        return [one for one in self._subject.members() if one.id in wanted]

    def _show_uses(self) -> None:
        offered = USES_OF[Matter(self.matter.value())]
        for use, check in self.uses.items():
            check.setVisible(use in offered)

    def _stand(self, state: Presence) -> None:
        people = [(one.person, one.attendance) for one in self._members() if one.attendance]
        change = stand(people, state)
        if change.after and self._subject.desk.keep(change):
            self._subject.desk.toast(f"{change.title}.", True)

    def _answer(self, said: Answer) -> None:
        matter = Matter(self.matter.value())
        answers: dict[Use, Answer] = {use: said for use in USES_OF[matter] if self.uses[use].isChecked()}
        people = [(one.person, self._own(one, matter)) for one in self._members()]
        asked = ask(people, self._subject.id, matter, answers, self.how.how())
        if asked.change.after and self._subject.desk.keep(asked.change):
            self._subject.desk.toast(f"{asked.change.title}.", True)
        names = ", ".join(person.heading or _("une personne sans nom") for person in asked.left_out)
        text = ngettext(
            "{names} est mineur·e\N{NO-BREAK SPACE}: rien n’est noté sans le nom d’un parent ou tuteur.",
            "{names} sont mineur·es\N{NO-BREAK SPACE}: rien n’est noté sans le nom d’un parent ou tuteur.",
            len(asked.left_out),
        )
        self._told.setText(text.format(names=names) if asked.left_out else "")
        self._told.setVisible(bool(asked.left_out))

    def _own(self, member: Member, matter: Matter) -> Consent | None:
        return next(
            (one for one in member.consents if one.matter is matter and one.workshop_id == self._subject.id),
            None,
        )
