# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one person agreed to on one matter: an answer per use, how and when it was given, by whom for a minor."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLineEdit

from forgeatelier.actions.people_consents import answer, withdraw
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Answer, Consent, ConsentMode, Matter, Use
from forgeatelier.window import dates
from forgeatelier.window import people_words as words
from forgeatelier.window.form import Form, show
from forgeatelier.window.pages.workshop.how_given import languages, modes
from forgeatelier.window.pages.workshop.proof import Proof
from forgeatelier.window.pages.workshop.subject import Member, Subject
from forgeatelier.window.pages.workshop.until import Until
from forgeatelier.window.tall import bring_into_sight
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Card,
    Combo,
    ConsentMark,
    DateEdit,
    Field,
    Flow,
    Label,
    holding,
    stack,
)

USES_OF: dict[Matter, tuple[Use, ...]] = {
    Matter.IMAGE: tuple(Use),
    Matter.VOICE: tuple(Use),
    Matter.TESTIMONY: tuple(Use),
    Matter.DATA: (Use.INTERNAL, Use.DONOR),
    Matter.CREDIT: (Use.OPEN,),
}
"""The uses that make sense for each matter."""


class ConsentCard(Card):
    """Every answer is kept at once; nothing is granted by silence."""

    def __init__(self, subject: Subject, person_id: str, matter: Matter) -> None:
        """One matter of one person."""
        super().__init__(_(words.MATTERS[matter]), shape="well", margin="m")
        self.person_id = person_id
        self._subject, self._matter, self._uses = subject, matter, USES_OF[matter]
        self._mark = ConsentMark("unknown")
        self.top.addWidget(self._mark)
        self._form = Form(subject.desk, _("Noter un accord"), self._kept, self._fresh, self)
        self._answers = {
            use: Combo((one, _(said)) for one, said in words.ANSWERS.items()) for use in self._uses
        }
        # What is shown is what is kept, whoever moved the choice.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.refresh)
        bind = self._form.bind
        # For a minor this comes first: without it nothing can be granted.
        self._guardian = Field(_("Parent ou tuteur"), bind("guardian", QLineEdit()))
        self.add(self._guardian)
        self._add_answers()
        self._add_presets()
        self._mode = Field(_("Comment"), bind("mode", Combo(modes())))
        self._witness = Field(_("Témoin"), bind("witness", QLineEdit()))
        self._day = Field(_("Donné le"), bind("given_on", DateEdit(subject.today())))
        self._language = Field(_("Langue de l’information"), bind("informed_in", Combo(languages())))
        self._until = Until(subject, self._kept)
        self._proof = Proof(subject, self._kept)
        self._said = Label("", "note")
        self._more = holding(
            stack(
                self._mode,
                self._witness,
                self._day,
                self._language,
                self._until,
                self._proof,
                self._said,
                gap="s",
            )
        )
        self.add(self._more)
        self.refresh()

    def refresh(self) -> None:
        """Show the answers as they are now."""
        consent, member = self._kept(), self._member()
        for use, combo in self._answers.items():
            show(combo, consent.answer(use) if consent else Answer.UNASKED)
        self._show_mark(consent, member)
        self._more.setVisible(consent is not None)
        self._until.refresh()
        self._proof.refresh()
        self._witness.setVisible(
            bool(consent and (consent.witness or consent.mode is not ConsentMode.WRITTEN))
        )
        said = [consent.as_said if consent else ""]
        if consent and consent.withdrawn_on:
            said.append(_("Retiré le {day}.").format(day=dates.day(consent.withdrawn_on)))
        self._said.setText("\n".join(filter(None, said)))
        self._said.setVisible(bool(self._said.text()))
        self._take_back.setVisible(bool(consent and Answer.GRANTED in {consent.answer(use) for use in Use}))
        self._form.show()

    def _show_mark(self, consent: Consent | None, member: Member | None) -> None:
        mark, _words = words.summary(consent, self._matter)
        minor = bool(member and member.minor)
        lacks = minor and mark == "yes" and bool(consent) and not (consent and consent.guardian)
        self._mark.set_consent("unknown" if lacks else mark)
        self._guardian.setVisible(minor or bool(consent and consent.guardian))
        what = _("Sans le nom d’un parent ou tuteur, cet accord ne vaut pas pour une personne mineure.")
        if lacks or not minor or (consent and consent.guardian):
            self._guardian.set_error(what if lacks else "")

    def leaving(self) -> None:
        """Keep what is being typed."""
        self._form.keep()

    def _add_answers(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(worn().space("xs"))
        grid.setColumnStretch(0, 1)
        for line, (use, combo) in enumerate(self._answers.items()):
            label = Label(_(words.USES[use]), "body", wrap=True)
            label.setBuddy(combo)
            combo.setAccessibleName(_(words.USES[use]))
            combo.chosen.connect(partial(self._answer, use))
            combo.currentIndexChanged.connect(self._moved)
            grid.addWidget(label, line, 0)
            grid.addWidget(combo, line, 1)
        self.body.addLayout(grid)

    def _add_presets(self) -> None:
        everything = Button(_("Accord pour tout"), "plain", "consent-yes")
        inside = Button(_("Interne seulement"), "plain")
        nothing = Button(_("Refus"), "plain", "consent-no")
        self._take_back = Button(_("Retirer l’accord"), "plain", "undo")
        everything.clicked.connect(self._grant_all)
        inside.clicked.connect(self._inside_only)
        nothing.clicked.connect(self._refuse)
        self._take_back.clicked.connect(self._withdraw)
        shown = (everything, inside, nothing) if len(self._uses) > 1 else (everything, nothing)
        if len(self._uses) == 1:
            everything.setText(_("Accord"))
        self.body.addWidget(holding(Flow(*shown, self._take_back, gap="xs")))

    def _moved(self) -> None:
        self._again.start()

    def _member(self) -> Member | None:
        return self._subject.member(self.person_id)

    def _kept(self) -> Consent | None:
        member = self._member()
        return member.consent(self._matter, self._subject.id) if member else None

    def _fresh(self) -> Consent:
        return Consent(
            person_id=self.person_id,
            workshop_id=self._subject.id,
            matter=self._matter,
            given_on=self._subject.today(),
        )

    def _answer(self, use: Use, said: Answer) -> None:
        self._keep({use: said})

    def _grant_all(self) -> None:
        self._keep(dict.fromkeys(self._uses, Answer.GRANTED))

    def _inside_only(self) -> None:
        said = dict.fromkeys(self._uses, Answer.REFUSED)
        said[Use.INTERNAL] = Answer.GRANTED
        self._keep(said)

    def _refuse(self) -> None:
        self._keep(dict.fromkeys(self._uses, Answer.REFUSED))

    def _withdraw(self) -> None:
        consent = self._kept()
        if consent is not None:
            self._subject.desk.keep(withdraw((consent,), self._subject.today()))

    def _keep(self, said: dict[Use, Answer]) -> None:
        # A guardian just typed counts for the answer that follows.
        self._form.keep()
        before, member = self._kept(), self._member()
        if member is None:
            return
        try:
            after = answer(member.person, before or self._fresh(), said, self._subject.today())
        except AtelierError as refusal:
            self._guardian.show()
            self._guardian.set_error(refusal.what, refusal.advice)
            self._guardian.editor.setFocus()
            bring_into_sight(self._guardian)
            self._moved()
            return
        if after != before:
            change = Change(_("Noter un accord"), (before,) if before else (), (after,))
            self._subject.desk.keep(change)


def cards(subject: Subject, person_id: str) -> tuple[ConsentCard, ...]:
    """The two matters that a sheet needs: being seen, being named."""
    return tuple(ConsentCard(subject, person_id, matter) for matter in (Matter.IMAGE, Matter.CREDIT))


def other_cards(subject: Subject, person_id: str) -> tuple[ConsentCard, ...]:
    """Voice, testimony and contact data, for those who ask for them."""
    others = (Matter.VOICE, Matter.TESTIMONY, Matter.DATA)
    return tuple(ConsentCard(subject, person_id, matter) for matter in others)
