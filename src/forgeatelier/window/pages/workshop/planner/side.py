# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands at the right of the plan: the workshop when nothing is chosen, the fields of the steps chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from forgeatelier.actions.proposals import plan_differences
from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.pages.workshop.facts import Facts
from forgeatelier.window.pages.workshop.planner.card import StepCard
from forgeatelier.window.pages.workshop.planner.pieces import Row
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.widgets import Button, Inspector, reveal


class Side(QObject):
    """Two cards in one inspector; the card of steps is made when one is first chosen."""

    def __init__(self, planning: Planning, facts: Facts) -> None:
        """The workshop first."""
        super().__init__()
        self._planning, self._facts = planning, facts
        self.card: StepCard | None = None
        self.inspector = Inspector(_("L’atelier"))
        self.propose = Button(_("Proposer au protocole…"), "quiet", "idea")
        self.propose.setToolTip(_("Proposer à la bibliothèque ce que cet atelier a changé à son protocole"))
        self.propose.clicked.connect(self.propose_changes)
        self.propose.hide()
        self.inspector.add(facts, self.propose)

    def show_steps(self, rows: Sequence[Row]) -> None:
        """Show these; the workshop when there are none."""
        if rows and self.card is None:
            self.card = StepCard(self._planning)
            self.card.offer_materials()
            self.inspector.add(self.card)
        self._facts.setVisible(not rows)
        reveal(self.propose, not rows and self.differs())
        if self.card is None:
            return
        self.card.setVisible(bool(rows))
        self.card.show_steps(rows)
        count = len(rows)
        several = ngettext("{n} étape choisie", "{n} étapes choisies", count).format(n=count)
        title = rows[0].step.title if count == 1 else several if rows else _("L’atelier")
        self.inspector.set_title(title)

    def differs(self) -> bool:
        """Whether the workshop changed anything that its protocol could take over."""
        workshop = self._planning.plan.workshop if self._planning.plan else None
        if workshop is None or not (workshop.own_steps or workshop.own_supplies):
            return False
        return bool(plan_differences(self._planning.subject.desk.atelier.library, workshop))

    def propose_changes(self) -> None:
        """On to the protocol in the library, with what this workshop changed."""
        workshop = self._planning.plan.workshop if self._planning.plan else None
        if workshop is not None and workshop.protocol is not None:
            self._planning.subject.desk.go(f"library/{workshop.protocol.id}/propose/{workshop.id}")

    def focus(self) -> None:
        """Go to the first field."""
        if self.card is not None and self.card.isVisibleTo(self.inspector):
            self.card.focus()
        else:
            self._facts.focus("title")

    def leaving(self) -> None:
        """Keep what is being typed."""
        self._facts.leaving()
        if self.card is not None:
            self.card.leaving()
