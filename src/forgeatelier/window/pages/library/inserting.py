# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Putting a method at the end of a workshop that is being prepared: a copy that knows where it comes from."""

from PySide6.QtCore import Signal

from forgeatelier.actions.inserting import insert_method
from forgeatelier.actions.plan import read_plan
from forgeatelier.actions.workshops_at_hand import being_prepared
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.method.protocol import Protocol
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.desk import Desk
from forgeatelier.window.widgets import Button, Card, Combo, Field, Label


class InsertForm(Card):
    """`made` carries the id of the workshop that has the method now, `left` when one thinks better of it."""

    made = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, protocol: Protocol) -> None:
        """The next workshop is chosen."""
        super().__init__(_("Insérer « {title} » dans un atelier").format(title=protocol.title), icon="add")
        self._desk, self._protocol = desk, protocol
        workshops = being_prepared(desk.atelier.library)
        self.workshop = Combo((one.id, _called(one)) for one in workshops)
        self.workshop.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.keep_button = Button(_("Insérer à la fin"), "primary", "check")
        self.keep_button.clicked.connect(self.keep)
        leave = Button(_("Pas maintenant"), "plain")
        leave.clicked.connect(self.left)
        if workshops:
            self.add(
                Field(
                    _("Atelier en préparation"),
                    self.workshop,
                    _(
                        "Une copie y est ajoutée ; elle se déplace et se modifie là-bas sans toucher au protocole."
                    ),
                )
            )
            self.act(self.keep_button, leave)
            self.setFocusProxy(self.workshop)
        else:
            self.add(Label(_("Aucun atelier n’est en préparation."), "body"))
            self.act(leave)
            self.setFocusProxy(leave)

    def keep(self) -> None:
        """Copy the steps to the end of the chosen workshop, and what they need onto its list."""
        library = self._desk.atelier.library
        workshop = library.get(Workshop, self.workshop.value() or "")
        if workshop is None:
            return
        try:
            change = insert_method(library, read_plan(library, workshop), self._protocol)
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            said = _("« {title} » est à la fin de « {workshop} ».")
            self._desk.toast(said.format(title=self._protocol.title, workshop=workshop.title), True)
            self.made.emit(workshop.id)


def _called(workshop: Workshop) -> str:
    when = workshop.starts_on.strftime("%d/%m/%Y") if workshop.starts_on else _("sans date")
    return f"{workshop.heading} · {when}"
