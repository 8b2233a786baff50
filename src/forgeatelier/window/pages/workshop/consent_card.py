# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one person agreed to on one matter: an answer per use, how and when it was given, by whom for a minor."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLineEdit

from forgeatelier.actions.people import give_consent, withdraw_consent
from forgeatelier.ground.words import _
from forgeatelier.model.change import Change
from forgeatelier.model.people.consent import Answer, Consent, Matter, Use
from forgeatelier.window import people_words as answers
from forgeatelier.window.pages.workshop.keeping import Form, show
from forgeatelier.window.pages.workshop.subject import Member, Subject
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


class ConsentCard(Card):
    """Every answer is kept at once; nothing is granted by silence."""

    def __init__(self, subject: Subject, person_id: str, matter: Matter, uses: tuple[Use, ...]) -> None:
        """`uses` are those that make sense for the matter."""
        super().__init__(_(answers.MATTERS[matter]), shape="well", margin="m")
        self.person_id = person_id
        self._subject, self._matter, self._uses = subject, matter, uses
        self._mark = ConsentMark("unknown")
        self.top.addWidget(self._mark)
        self._form = Form(subject.desk, _("Noter un accord"), self._kept, self._fresh, self)
        self._answers = {use: Combo((one, _(said)) for one, said in answers.ANSWERS.items()) for use in uses}
        # What is shown is what is kept, whoever moved the choice.
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.refresh)
        self._add_answers()
        self._add_presets()
        mode = Combo((one, _(said)) for one, said in answers.MODES.items())
        guardian = QLineEdit()
        self._day = Field(_("Donné le"), self._form.bind("given_on", DateEdit(subject.today())))
        self._mode = Field(_("Comment"), self._form.bind("mode", mode))
        self._guardian = Field(_("Parent ou tuteur"), self._form.bind("guardian", guardian))
        self._said = Label("", "note")
        self._more = holding(stack(self._mode, self._day, self._guardian, self._said, gap="s"))
        self.add(self._more)
        self.refresh()

    def refresh(self) -> None:
        """Show the answers as they are now."""
        consent, member = self._kept(), self._member()
        for use, combo in self._answers.items():
            show(combo, consent.answer(use) if consent else Answer.UNASKED)
        mark, _words = answers.summary(consent)
        lacks_guardian = bool(member and member.minor and mark == "yes" and consent and not consent.guardian)
        self._mark.set_consent("unknown" if lacks_guardian else mark)
        self._more.setVisible(consent is not None)
        self._guardian.setVisible(bool(member and member.minor) or bool(consent and consent.guardian))
        what = _("Sans le nom d’un parent ou tuteur, cet accord ne vaut pas pour une personne mineure.")
        self._guardian.set_error(what if lacks_guardian else "")
        self._said.setText(consent.as_said if consent else "")
        self._said.setVisible(bool(consent and consent.as_said))
        self._take_back.setVisible(bool(consent and Answer.GRANTED in {consent.answer(use) for use in Use}))
        self._form.show()

    def leaving(self) -> None:
        """Keep what is being typed."""
        self._form.keep()

    def _add_answers(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(worn().space("xs"))
        grid.setColumnStretch(0, 1)
        for line, (use, combo) in enumerate(self._answers.items()):
            label = Label(_(answers.USES[use]), "body", wrap=True)
            label.setBuddy(combo)
            combo.setAccessibleName(_(answers.USES[use]))
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

    def _answer(self, use: Use, answer: Answer) -> None:
        self._keep({use: answer})

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
            self._subject.desk.keep(withdraw_consent(consent, self._subject.today()))

    def _keep(self, said: dict[Use, Answer]) -> None:
        before = self._kept()
        consent = before or self._fresh()
        after = consent.answering(said)
        if before is None:
            self._subject.desk.keep(give_consent(after))
        elif after != before:
            self._subject.desk.keep(Change(_("Noter un accord"), (before,), (after,)))


def cards(subject: Subject, person_id: str) -> tuple[ConsentCard, ...]:
    """The two matters that a sheet needs: being seen, being named."""
    return (
        ConsentCard(subject, person_id, Matter.IMAGE, tuple(Use)),
        ConsentCard(subject, person_id, Matter.CREDIT, (Use.OPEN,)),
    )
