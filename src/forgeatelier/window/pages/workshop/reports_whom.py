# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For whom the photo report and the decision sheet are: nothing is chosen until somebody says."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from forgeatelier.ground.words import _, marked
from forgeatelier.model.people.consent import Use
from forgeatelier.window.widgets import Field, Flow, Label, Radio, holding, stack

WAYS = {
    Use.INTERNAL: (marked("Interne"), marked("Reste dans l’équipe ; les responsables sont nommés.")),
    Use.DONOR: (
        marked("Rapport au bailleur"),
        marked("Photos avec accord pour le bailleur ; sans accord, les noms sont cachés."),
    ),
    Use.OPEN: (
        marked("Publication libre"),
        marked("Photos avec accord pour publication ; les noms sont cachés."),
    ),
}
"""The uses one may say, and what each means for names and faces."""

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class ForWhom(QWidget):
    """`chosen` when another use is said; arrows go from one to the next and say it."""

    chosen = Signal()

    def __init__(self) -> None:
        """Nothing said."""
        super().__init__()
        self.ways = {use: Radio(_(said)) for use, (said, _means) in WAYS.items()}
        group = QButtonGroup(self)
        for use, radio in self.ways.items():
            radio.setAccessibleDescription(_(WAYS[use][1]))
            group.addButton(radio)
        self._means = Label(_("Ce choix décide des visages et des noms que l’on verra."), "note", wrap=True)
        group.buttonToggled.connect(self._said)
        held = holding(stack(holding(Flow(*self.ways.values(), gap="s")), self._means, gap=""))
        self.field = Field(_("Pour qui sont les photos et les décisions ?"), held)
        held.setFocusProxy(self.ways[Use.INTERNAL])
        self.setLayout(stack(self.field, gap=""))
        self.setFocusProxy(self.ways[Use.INTERNAL])

    def use(self) -> Use | None:
        """The use that was said; None before."""
        return next((use for use, radio in self.ways.items() if radio.isChecked()), None)

    def choose(self, use: Use) -> None:
        """Say it."""
        self.ways[use].setChecked(True)

    def ask(self) -> None:
        """Nothing was said and it must be: the question, in place."""
        self.field.set_error(
            _("À qui ira le compte rendu photo ?"),
            _("Choisissez l’usage : les photos montrées en dépendent."),
        )
        self.ways[Use.INTERNAL].setFocus(Qt.FocusReason.OtherFocusReason)

    def pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        """Any arrow says the next or the one before, whether they stand in a row or under one another."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        ways = list(self.ways.values())
        at = next((place for place, radio in enumerate(ways) if radio is watched), 0) + step
        if step and 0 <= at < len(ways):
            ways[at].setFocus(Qt.FocusReason.TabFocusReason)
            ways[at].setChecked(True)
        return bool(step)

    def _said(self, radio: object, now: bool) -> None:
        if not now:
            return
        use = self.use()
        assert use is not None
        self.field.clear_error()
        self._means.setText(_(WAYS[use][1]))
        self.setFocusProxy(self.ways[use])
        self.chosen.emit()
