# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person may ask of those who keep her data: to have it, to take back what she agreed to, to be forgotten."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from forgeatelier.actions.people_consents import withdraw
from forgeatelier.actions.people_erasing import anonymise, erase_traces
from forgeatelier.actions.people_own_data import write_own_data
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.people.consent import Answer, Consent, Use
from forgeatelier.model.people.person import Person
from forgeatelier.model.progress import Progress
from forgeatelier.window.desk import Desk
from forgeatelier.window.widgets import Button, Flow, Label, holding, reveal, stack


def pick_target(parent: QWidget, name: str) -> str:
    """Ask where to write; tests put another function in its place."""
    kinds = _("À imprimer (*.pdf);;À lire (*.html)")
    return QFileDialog.getSaveFileName(parent, _("Écrire ses données"), f"{name}.pdf", kinds)[0]


class PersonRights(QWidget):
    """Three buttons and what they mean; nothing here is asked twice, for all but the last can be undone."""

    def __init__(self, desk: Desk) -> None:
        """Show a person with `show_person`."""
        super().__init__()
        self._desk, self._person_id = desk, ""
        self.pick: Callable[[QWidget, str], str] = pick_target
        self.give = Button(_("Remettre ses données…"), "quiet", "export")
        self.give.setToolTip(
            _(
                "Tout ce qui est gardé sur cette personne\N{NO-BREAK SPACE}: à imprimer, et un fichier de données"
            )
        )
        self.take_back = Button(_("Retirer tous ses accords"), "quiet", "consent-no")
        self.forget = Button(_("Anonymiser"), "danger", "hide")
        self.erase = Button(_("Effacer aussi le passé"), "danger", "delete")
        self._sure = Button(_("Effacer pour de bon"), "danger", "delete")
        self._note = Label("", "note")
        self.give.clicked.connect(self._give)
        self.take_back.clicked.connect(self._withdraw)
        self.forget.clicked.connect(self._anonymise)
        self.erase.clicked.connect(self._ask_erase)
        self._sure.clicked.connect(self._erase)
        buttons = Flow(self.give, self.take_back, self.forget, self.erase, self._sure, gap="xs")
        self.setLayout(stack(holding(buttons), self._note, gap="xs"))

    def show_person(self, person_id: str) -> None:
        """Show what can be asked for this person."""
        if person_id != self._person_id:
            self._person_id = person_id
            self._sure.hide()
        person = self._person()
        bare = bool(person and person.anonymised_on)
        self.forget.setVisible(not bare)
        self.erase.setVisible(bare and not self._sure.isVisibleTo(self))
        granted = any(one.answer(use) is Answer.GRANTED for one in self._consents() for use in Use)
        self.take_back.setVisible(granted)
        if not self._sure.isVisibleTo(self):
            self._say(
                _("Anonymisée\N{NO-BREAK SPACE}: seuls le sexe et la tranche d’âge restent, pour les totaux.")
                if bare
                else _("Anonymiser garde le sexe et la tranche d’âge, pour que les totaux restent justes.")
            )

    def _person(self) -> Person | None:
        return self._desk.atelier.library.get(Person, self._person_id) if self._person_id else None

    def _consents(self) -> tuple[Consent, ...]:
        if not self._person_id:
            return ()
        return self._desk.atelier.library.all(Consent, person_id=self._person_id)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        reveal(self._note, bool(text))

    def _give(self) -> None:
        person = self._person()
        if person is None:
            return
        target = self.pick(self, person.heading or _("personne"))
        if not target:
            return
        library, today = self._desk.atelier.library, self._desk.atelier.clock().astimezone().date()

        def work(progress: Progress) -> tuple[Path, ...]:
            return write_own_data(library, person, Path(target), today, progress)

        self._desk.start(_("Écrire ses données"), work, self._given)

    def _given(self, files: tuple[Path, ...]) -> None:
        names = ", ".join(f"«\N{NO-BREAK SPACE}{file.name}\N{NO-BREAK SPACE}»" for file in files)
        self._desk.toast(_("Écrit\N{NO-BREAK SPACE}: {names}.").format(names=names), False)

    def _withdraw(self) -> None:
        change = withdraw(self._consents(), self._desk.atelier.clock().astimezone().date())
        if self._desk.keep(change):
            self._desk.toast(_("Accords retirés."), True)

    def _anonymise(self) -> None:
        person = self._person()
        if person is None:
            return
        try:
            change = anonymise(
                self._desk.atelier.library, person, self._desk.atelier.clock().astimezone().date()
            )
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            self._desk.toast(_("Personne anonymisée."), True)

    def _ask_erase(self) -> None:
        self.erase.hide()
        self._sure.show()
        self._say(
            _(
                "Ce qui était écrit avant sera effacé de cette bibliothèque. Cela ne se défait pas. "
                "Les sauvegardes déjà faites le gardent jusqu’à leur remplacement."
            )
        )
        self._sure.setFocus()

    def _erase(self) -> None:
        person = self._person()
        if person is None:
            return
        try:
            erase_traces(self._desk.atelier.library, person)
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        # What the window remembers for undoing would bring the name back.
        self._desk.history.clear()
        self._sure.hide()
        self.show_person(person.id)
        self._desk.toast(_("Effacé pour de bon."), False)
