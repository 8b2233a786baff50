# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The versions of a protocol: how far it has come, its tree, and any two texts of it side by side."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.model.method.comparing import differences
from forgeatelier.model.workshop.lineage import Node, Relation
from forgeatelier.window.pages.library.comparison import Comparison
from forgeatelier.window.pages.library.life import Life, Text, texts_of
from forgeatelier.window.pages.library.lineage_tree import LineageTree
from forgeatelier.window.widgets import Button, Combo, Field, Flow, Label, holding, row, stack


class VersionsTab(QWidget):
    """`went` carries an address, `proposing` the id of a workshop, `read_over` that someone read this version."""

    went = Signal(str)
    proposing = Signal(str)
    read_over = Signal()

    def __init__(self) -> None:
        """Nothing shown yet."""
        super().__init__()
        self._texts: dict[str, Text] = {}
        self._life: Life | None = None
        self._workshop = ""
        self.evidence = Label("", "note", tone="muted")
        self.review = Button(_("Marquer comme relu"), "quiet", "check")
        self.review.clicked.connect(self.read_over)
        self.tree = LineageTree()
        self.tree.chosen.connect(self._choose)
        self.tree.opened.connect(self._open)
        self.one, self.other = Combo(), Combo()
        for box in (self.one, self.other):
            box.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(22)
            box.currentIndexChanged.connect(self.compare)
        self.count = Label("", "note", tone="muted")
        self.propose = Button(_("Proposer au protocole…"), "quiet", "idea")
        self.propose.clicked.connect(self._propose)
        self.comparison = Comparison()
        top = row(self.evidence, self.review, gap="s")
        top.setStretch(0, 1)
        said = _("Entrée ouvre l’atelier ou le protocole ; s’y placer le compare.")
        self.tree.setAccessibleDescription(said)
        pair = Flow(Field(_("Comparer"), self.one), Field(_("avec"), self.other), gap="m")
        under = row(self.count, self.propose, gap="s")
        under.setStretch(0, 1)
        column = stack(
            holding(top),
            self.tree,
            holding(pair),
            holding(under),
            self.comparison,
            gap="s",
        )
        column.setStretch(4, 1)
        self.setLayout(column)
        self.setFocusProxy(self.tree)

    def show_life(self, life: Life, *, read: bool, evidence: str) -> None:
        """Show the tree of a protocol; `read` when this version was read over already, `evidence` its standing."""
        self._life = life
        self.review.setVisible(not read)
        self.evidence.setText(evidence)
        self._texts = {one.key: one for one in texts_of(life.tree, life.protocol.id)}
        choices = [(one.key, one.words) for one in self._texts.values()]
        here = f"{life.protocol.id}@{life.protocol.version}"
        for box in (self.one, self.other):
            blocked = box.blockSignals(True)
            box.set_choices(choices, here)
            box.blockSignals(blocked)
        self.tree.show_tree(life.tree)
        self.tree.go_to(here)
        self._beside(next((key for key in self._before(here)), here), here)
        self.compare()

    def _before(self, here: str) -> list[str]:
        """What one most likely compares with: the version before, else any other text."""
        keys = list(self._texts)
        after = keys[keys.index(here) + 1 :] if here in keys else []
        own = [key for key in after if key.startswith(here.partition("@")[0])]
        return [*own, *(key for key in keys if key != here)]

    def _beside(self, key: str, here: str) -> None:
        """What came first stands first: a workshop after the version it adapted, any other text before this one."""
        later = key in self._texts and "@" not in key
        self._put(self.one, here if later else key)
        self._put(self.other, key if later else here)

    def compare(self) -> None:
        """Show how the two chosen texts differ."""
        one, other = self._texts.get(self.one.value()), self._texts.get(self.other.value())
        if one is None or other is None:
            return
        found = differences(one.protocol, other.protocol)
        self.comparison.show_differences(one.words, other.words, found)
        self.comparison.setVisible(bool(found))
        said = ngettext("{n} différence", "{n} différences", len(found)).format(n=len(found))
        self.count.setText(said if found else _("Ces deux textes disent la même chose."))

    def _put(self, box: Combo, key: str) -> None:
        blocked = box.blockSignals(True)
        box.choose(key)
        box.blockSignals(blocked)

    def _choose(self, node: Node | None) -> None:
        self._workshop = ""
        if node is not None and self._life is not None:
            key = node.key
            if node.relation not in (Relation.VERSION, Relation.WORKSHOP) and node.protocol is not None:
                key = f"{node.protocol.id}@{node.protocol.version}"
            here = f"{self._life.protocol.id}@{self._life.protocol.version}"
            if key in self._texts and key != here:
                self._beside(key, here)
                self.compare()
            ours = node.protocol is not None and node.protocol.id == self._life.protocol.id
            if node.relation is Relation.WORKSHOP and ours:
                self._workshop = node.key
        self.propose.setVisible(bool(self._workshop))

    def _open(self, node: Node | None) -> None:
        if node is None:
            return
        if node.relation is Relation.WORKSHOP:
            self.went.emit(f"workshop/{node.key}/prepare")
        elif (
            node.protocol is not None
            and self._life is not None
            and node.protocol.id != self._life.protocol.id
        ):
            self.went.emit(f"library/{node.protocol.id}")

    def _propose(self) -> None:
        self.proposing.emit(self._workshop)
