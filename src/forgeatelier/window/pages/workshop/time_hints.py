# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the real times of several workshops say of the protocol, proposed to it with one key."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from forgeatelier.actions.proposing_times import already_proposed, propose_times, time_hints
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.workshop.real_times import Hint
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.widgets import Button, Card, Label, row

KEY = "Ctrl+Return"
"""Proposes everything that is not proposed yet."""


class TimeHints(Card):
    """Nothing to see until three workshops say the same."""

    def __init__(self, subject: Subject) -> None:
        """Read with `refresh`."""
        super().__init__(_("Ce que disent les durées réelles"), icon="clock")
        self._subject = subject
        self.hints: tuple[Hint, ...] = ()
        self._left: tuple[Hint, ...] = ()
        self.all = Button(_("Tout proposer au protocole"), "quiet", "idea")
        self.all.setToolTip(_("Proposer ces durées au protocole ({key})").format(key=_("Ctrl+Entrée")))
        self.all.clicked.connect(self.propose_all)
        self.see = Button(_("Voir les propositions"), "plain", "right")
        self.see.clicked.connect(self._see)
        self.act(self.all, self.see)
        self.hide()

    def bind(self, panel: QWidget) -> None:
        """The one key answers anywhere in this tab."""
        self._key = QShortcut(QKeySequence(KEY), panel)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.activated.connect(self.propose_all)

    def refresh(self) -> None:
        """Read what the times say now."""
        workshop, library = self._subject.workshop(), self._subject.desk.atelier.library
        self.hints = time_hints(library, workshop) if workshop else ()
        done = already_proposed(library, workshop) if workshop else frozenset()
        self.setVisible(bool(self.hints))
        for old in self.findChildren(Line):
            old.hide()
            old.deleteLater()
        for hint in self.hints:
            line = Line(hint, proposed=hint.step_id in done)
            line.button.clicked.connect(partial(self._propose, (hint,)))
            self.add(line)
        self._left = tuple(hint for hint in self.hints if hint.step_id not in done)
        self.all.setEnabled(bool(self._left))
        self.see.setVisible(bool(done))

    def propose_all(self) -> None:
        """Propose every length that is not proposed yet."""
        if self._left:
            self._propose(self._left)

    def _propose(self, chosen: tuple[Hint, ...], *_pressed: bool) -> None:
        workshop, desk = self._subject.workshop(), self._subject.desk
        if workshop is None:
            return
        try:
            change = propose_times(desk.atelier.library, workshop, chosen)
        except AtelierError as refusal:
            desk.tell(refusal)
            return
        if desk.keep(change):
            said = ngettext("{n} changement proposé.", "{n} changements proposés.", len(chosen))
            desk.toast(said.format(n=len(chosen)), True)
            self.refresh()

    def _see(self) -> None:
        workshop = self._subject.workshop()
        if workshop is not None and workshop.protocol is not None:
            self._subject.desk.go(f"library/{workshop.protocol.id}/proposals")


class Line(QWidget):
    """A hint in words, and the verb beside it."""

    def __init__(self, hint: Hint, *, proposed: bool) -> None:
        """`proposed` when it waits for an answer already."""
        super().__init__()
        self.words = Label(hint.words, "body", wrap=True)
        self.button = Button(
            _("Proposé") if proposed else _("Proposer"), "plain", "check" if proposed else "idea"
        )
        self.button.setEnabled(not proposed)
        line = row(self.words, self.button, gap="s")
        line.setStretch(0, 1)
        self.setLayout(line)
