# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a protocol to a workshop in three answers: when, with how many people, where."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from forgeatelier.actions.prepare import new_workshop
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.people.organisation import Organisation
from forgeatelier.window.desk import Desk
from forgeatelier.window.widgets import Button, Card, DateEdit, Field, Flow, Number, holding


class RunForm(Card):
    """`made` carries the id of the new workshop, `left` when one thinks better of it."""

    made = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, protocol: Protocol, today: date) -> None:
        """Ready for the protocol's best number of people."""
        super().__init__(_("Animer « {title} »").format(title=protocol.title), icon="play")
        self._desk, self._protocol = desk, protocol
        self.day = DateEdit(today)
        self.people = Number(protocol.group.ideal or 12, least=1, most=2000)
        self.town, self.host = QLineEdit(), QLineEdit()
        fields: tuple[QWidget, ...] = (
            Field(_("Date"), self.day),
            Field(_("Personnes"), self.people),
            Field(_("Ville ou village"), self.town),
            Field(_("Structure d’accueil"), self.host, optional=True),
        )
        self.add(holding(Flow(*fields, gap="m")))
        self.make = Button(_("Créer l’atelier"), "primary", "check")
        cancel = Button(_("Pas maintenant"), "plain")
        self.make.clicked.connect(self.keep)
        cancel.clicked.connect(self.left)
        for line in (self.town, self.host):
            line.returnPressed.connect(self.keep)
        self.act(self.make, cancel)
        self.setFocusProxy(self.day)

    def keep(self) -> None:
        """Make the workshop."""
        try:
            change = new_workshop(
                self._protocol,
                starts_on=self.day.day(),
                people=self.people.value(),
                town=self.town.text(),
                host=self.host.text(),
                organisations=self._desk.atelier.library.all(Organisation),
            )
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            self.made.emit(change.after[-1].id)
