# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adding people who give no name: sex, age band, how many."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.people_attendance import MOST_AT_ONCE, enrol_nameless
from forgeatelier.ground.words import _, language
from forgeatelier.model.people.person import Sex
from forgeatelier.model.reference import ref_list
from forgeatelier.window import people_words as words
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Button, Combo, Flow, Label, Number, holding, row


class Nameless(QWidget):
    """One line under the list; `left` when one has finished (Esc)."""

    left = Signal()

    def __init__(self, subject: Subject) -> None:
        """Ready for the first one."""
        super().__init__()
        self._subject, self._half = subject, ""
        self.sex = Combo((one, _(words.SEXES[one])) for one in (Sex.WOMAN, Sex.MAN, Sex.OTHER, Sex.UNSTATED))
        self.sex.setAccessibleName(_("Sexe"))
        bands = ((one.code, one.label(language())) for one in ref_list("tranches-age").entries)
        self.band = Combo((*bands, ("", _("âge non dit"))), "25-35")
        self.band.setAccessibleName(_("Tranche d’âge"))
        self.number = Number(1, least=1, most=MOST_AT_ONCE)
        self.number.setAccessibleName(_("Combien de personnes"))
        add = Button(_("Ajouter sans nom"), "quiet", "add")
        add.clicked.connect(self.add)
        done = Button(_("Fermer"), "plain")
        done.clicked.connect(self.left)
        line = row(
            holding(
                Flow(Label(_("Sans nom"), "strong", wrap=False), self.sex, self.band, self.number, add, done)
            ),
            gap="s",
        )
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self.setFocusProxy(self.sex)

    def set_half(self, half_day: str) -> None:
        """Whoever is added is there at this half-day, or only registered when it is empty."""
        self._half = half_day

    def add(self) -> None:
        """Add them."""
        workshop = self._subject.workshop()
        if workshop is None:
            return
        change = enrol_nameless(
            workshop, Sex(self.sex.value()), self.band.value(), self.number.value(), self._half
        )
        if self._subject.desk.keep(change):
            self._subject.desk.toast(f"{change.title}.", True)
            self.number.setValue(1)
            self.sex.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.add()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
