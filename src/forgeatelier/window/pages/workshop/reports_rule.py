# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule of presence for certificates: its share of the half-days, how many fulfil it, who does not and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.people.presence_rule import USUAL_PERCENT
from forgeatelier.window.pages.workshop.reports_press import RuleMet
from forgeatelier.window.widgets import Button, Label, Number, row, stack

_FEW = 8
"""Names shown at once; the others wait for a press."""


class PresenceRuleBox(QWidget):
    """`changed` when another share is asked for; `presence_asked` when presences should be noted first."""

    changed = Signal()
    presence_asked = Signal()

    def __init__(self) -> None:
        """The usual share, nobody counted yet."""
        super().__init__()
        self.percent = Number(USUAL_PERCENT, least=1, most=100, unit="%", step=5)
        words = Label(_("Présence demandée"), "label", tone="text", wrap=True)
        words.setBuddy(self.percent)
        self.percent.setAccessibleName(_("Part des demi-journées demandée pour une attestation"))
        self.percent.valueChanged.connect(self.changed)
        self.said = Label("", "note", wrap=True)
        self.who = Label("", "note", wrap=True)
        self.who.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.all = Button("", "plain")
        self.all.clicked.connect(self._show_all)
        self.note = Button(_("Noter les présences"), "plain", "people")
        self.note.clicked.connect(self.presence_asked)
        for part in (self.who, self.all, self.note):
            part.hide()
        buttons = row(self.all, self.note, None)
        self.setLayout(stack(row(words, self.percent, None), self.said, self.who, buttons, gap="xs"))
        self._met = RuleMet()

    def pressed(self, event: QKeyEvent) -> bool:
        """Enter takes the number that was typed and nothing more."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.percent.interpretText()
            self.percent.selectAll()
            return True
        return False

    def show_met(self, met: RuleMet) -> None:
        """Say how many get one, and who does not."""
        self._met = met
        nobody = not met.given and not met.without
        if nobody:
            self.said.setText(_("Aucune présence n’est encore notée."))
        else:
            given = ngettext("{n} attestation", "{n} attestations", met.given).format(n=met.given)
            count = len(met.without)
            rest = ngettext("{n} personne n’en reçoit pas", "{n} personnes n’en reçoivent pas", count)
            self.said.setText(f"{given}, {rest.format(n=count)}" if count else given)
        self.note.setVisible(nobody)
        self._list(_FEW)

    def _list(self, most: int) -> None:
        lines = [_("{name} : {why}").format(name=one.name, why=one.why) for one in self._met.without]
        self.who.setText("\n".join(f"– {line}" for line in lines[:most]))
        self.who.setVisible(bool(lines))
        left = len(lines) - most
        self.all.setVisible(left > 0)
        self.all.setText(ngettext("Montrer {n} autre", "Montrer les {n} autres", left).format(n=left))

    def _show_all(self) -> None:
        self._list(len(self._met.without))
        self.percent.setFocus(Qt.FocusReason.OtherFocusReason)
