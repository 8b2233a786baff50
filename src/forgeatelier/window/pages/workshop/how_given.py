# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How an agreement is given, for several people at once: mode, day, language, witness, guardian."""

from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.actions.people_consents import How
from forgeatelier.ground.words import _, language
from forgeatelier.model.people.consent import ConsentMode
from forgeatelier.model.reference import ref_list
from forgeatelier.window import people_words as words
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Combo, DateEdit, Field, stack


def languages() -> tuple[tuple[str, str], ...]:
    """The languages in which one can be informed, French and English first as the list has them."""
    said = language()
    return (("", _("non précisée")), *((one.code, one.label(said)) for one in ref_list("langues").entries))


def modes() -> tuple[tuple[ConsentMode, str], ...]:
    """The ways of agreeing; reading and writing are not needed."""
    return tuple((one, _(said)) for one, said in words.MODES.items())


class HowGiven(QWidget):
    """Filled in once for everyone chosen."""

    def __init__(self, subject: Subject) -> None:
        """Today, in no particular way yet."""
        super().__init__()
        self.mode = Combo(modes())
        self.day = DateEdit(subject.today())
        self.informed_in = Combo(languages())
        self.witness, self.guardian = QLineEdit(), QLineEdit()
        self._witness = Field(
            _("Témoin"), self.witness, _("Un accord à l’oral se prouve par quelqu’un qui l’a entendu.")
        )
        self.setLayout(
            stack(
                Field(_("Comment"), self.mode),
                Field(_("Donné le"), self.day),
                Field(_("Langue de l’information"), self.informed_in),
                self._witness,
                Field(_("Parent ou tuteur"), self.guardian, _("Demandé pour les personnes mineures.")),
                gap="s",
            )
        )
        self.mode.chosen.connect(self._show_witness)
        self._show_witness()

    def how(self) -> How:
        """What is filled in."""
        return How(
            self.day.day(),
            ConsentMode(self.mode.value()),
            self.informed_in.value(),
            self.witness.text().strip(),
            self.guardian.text().strip(),
        )

    def _show_witness(self) -> None:
        self._witness.setVisible(self.mode.value() != ConsentMode.WRITTEN)
