# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a workshop to its protocol: what was changed there, ticked, with a reason."""

from PySide6.QtCore import Signal

from forgeatelier.actions.proposals import plan_differences, propose
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.workshop import Workshop
from forgeatelier.window.desk import Desk
from forgeatelier.window.pages.library.ticked import Line, Ticked
from forgeatelier.window.widgets import Button, Field, Flow, Label, ScrollColumn, TextEdit, holding


class Proposing(ScrollColumn):
    """`made` once proposed, `left` when one thinks better of it."""

    made = Signal()
    left = Signal()

    def __init__(self, desk: Desk, workshop: Workshop) -> None:
        """Everything the workshop changed, ticked."""
        super().__init__(gap="m", margin="l")
        self._desk, self._workshop = desk, workshop
        self._found = {one.path: one for one in plan_differences(desk.atelier.library, workshop)}
        title = _("Proposer au protocole ce que change « {title} »").format(title=workshop.heading)
        self.ticked = Ticked()
        self.ticked.show_lines(
            [Line(one.path, one.label, one.before, one.after) for one in self._found.values()], self._found
        )
        self.ticked.changed.connect(self._show_able)
        self.reason = TextEdit(lines=2, hint=_("Par exemple : les groupes ont manqué de temps deux fois"))
        self.keep_button = Button("", "primary", "check")
        self.keep_button.clicked.connect(self.keep)
        leave = Button(_("Pas maintenant"), "plain")
        leave.clicked.connect(self.left)
        self.add(Label(title, "card-title", wrap=True))
        if self._found:
            self.add(self.ticked)
            self.add(Field(_("Pourquoi"), self.reason, optional=True))
            self.add(holding(Flow(self.keep_button, leave)))
        else:
            self.add(Label(_("Cet atelier suit le protocole tel quel : il n’y a rien à proposer."), "body"))
            self.add(holding(Flow(leave)))
        self.setFocusProxy(next(iter(self.ticked.checks.values()), leave))
        self._show_able()

    def keep(self) -> None:
        """Propose what is ticked."""
        chosen = [self._found[path] for path in self.ticked.ticked()]
        try:
            change = propose(self._desk.atelier.library, self._workshop, chosen, self.reason.toPlainText())
        except AtelierError as refusal:
            self._desk.tell(refusal)
            return
        if self._desk.keep(change):
            count = len(chosen)
            said = ngettext("{n} changement proposé.", "{n} changements proposés.", count).format(n=count)
            self._desk.toast(said, True)
            self.made.emit()

    def _show_able(self) -> None:
        count = len(self.ticked.ticked())
        said = ngettext("Proposer {n} changement", "Proposer {n} changements", count).format(n=count)
        self.keep_button.setText(said if count else _("Proposer"))
        self.keep_button.setEnabled(bool(count))
