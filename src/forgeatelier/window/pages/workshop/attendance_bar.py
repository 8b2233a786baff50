# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Above the names: which half-day one is noting, how many are there, everyone at once, people without names."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _
from forgeatelier.window.pages.workshop.roster import half_words
from forgeatelier.window.widgets import Button, Combo, Flow, Label, holding, stack


class AttendanceBar(QWidget):
    """`half_chosen` tells the half-day (empty: registration), the others what was asked for."""

    half_chosen = Signal(str)
    everyone_asked = Signal()
    nameless_asked = Signal()
    count_asked = Signal()

    def __init__(self) -> None:
        """Say which half-days there are with `show_halves`."""
        super().__init__()
        self._halves: tuple[str, ...] = ()
        self.half = Combo()
        self.half.setAccessibleName(_("Demi-journée à noter"))
        self.half.setToolTip(_("Demi-journée à noter (Alt+Page préc. et Alt+Page suiv.)"))
        self.half.chosen.connect(self._tell)
        self._said = Label("", "body", wrap=True)
        self.everyone = Button(_("Tout le monde"), "quiet", "check")
        self.everyone.setToolTip(_("Noter présentes toutes les personnes de la liste à cette demi-journée"))
        self.nameless = Button(_("Sans nom"), "quiet", "hide")
        self.nameless.setToolTip(_("Ajouter des personnes par sexe et tranche d’âge, sans leur nom"))
        self.count = Button(_("Compter"), "quiet", "groups")
        self.count.setToolTip(_("Compter la salle par sexe et tranche d’âge"))
        self.everyone.clicked.connect(self.everyone_asked)
        self.nameless.clicked.connect(self.nameless_asked)
        self.count.clicked.connect(self.count_asked)
        flow = Flow(self.half, self.everyone, self.nameless, self.count)
        self.setLayout(stack(holding(flow), self._said, gap="xs"))

    def show_halves(self, halves: Sequence[str], current: str) -> None:
        """Offer these half-days, after registration."""
        self._halves = tuple(halves)
        self.half.set_choices(
            [("", _("Inscription, avant l’atelier")), *((one, half_words(one)) for one in halves)], current
        )
        self._show()

    def current(self) -> str:
        """The half-day one notes; empty while one registers."""
        return str(self.half.value() or "")

    def choose(self, half_day: str) -> None:
        """Note another half-day."""
        self.half.choose(half_day)
        self._tell()

    def turn(self, step: int) -> None:
        """Go to the half-day before or after."""
        place = self.half.currentIndex() + step
        if 0 <= place < self.half.count():
            self.half.setCurrentIndex(place)
            self._tell()

    def say(self, text: str) -> None:
        """Say how many are there, or what was just done."""
        self._said.setText(text)
        self._said.setAccessibleName(text)

    def _tell(self) -> None:
        self._show()
        self.half_chosen.emit(self.current())

    def _show(self) -> None:
        noting = bool(self.current())
        self.everyone.setVisible(noting)
        self.count.setVisible(bool(self._halves))
