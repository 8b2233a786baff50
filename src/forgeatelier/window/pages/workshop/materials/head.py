# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Above the list of materials: for how many people, at what cost, and which part of the list one looks at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from forgeatelier.ground.words import _, ngettext
from forgeatelier.window.widgets import Banner, Button, Flow, Label, Number, Tabs, holding, reveal, row, stack

MOST_PEOPLE = 2000


class Head(QWidget):
    """`retained` when the number tried becomes the plan, `part_chosen` for another part, `wanted` the names to add."""

    retained = Signal()
    part_chosen = Signal()
    wanted = Signal(object)

    def __init__(self) -> None:
        """Looking at the whole list."""
        super().__init__()
        self.people = Number(least=1, most=MOST_PEOPLE)
        self.people.setAccessibleName(_("Nombre de personnes"))
        self._group = Label("", "note", wrap=False)
        self._changed = Label("", "note", tone="accent", wrap=False)
        self.retain = Button(_("Retenir ce nombre"), "plain", "check")
        self.retain.clicked.connect(self.retained)
        self._cost = Label("", "strong", wrap=False)
        self._each = Label("", "note", wrap=False)
        self._unpriced = Label("", "note", wrap=False)
        self.tabs = Tabs((("whole", _("Toute la liste")), ("to-get", _("À obtenir")), ("box", _("Caisse"))))
        self.tabs.chosen.connect(self._tell_part)
        self._asked: tuple[str, ...] = ()
        self.lacking = Banner("info", "", "", (("add", _("Ajouter à la liste")),), closable=False)
        self.lacking.acted.connect(self._want)
        self.lacking.hide()
        top = Flow(
            holding(row(Label(_("Pour"), "body", wrap=False), self.people, self._group, gap="s")),
            holding(row(self._changed, self.retain, gap="s")),
            holding(row(self._cost, self._each, self._unpriced, gap="s")),
            gap="m",
        )
        self.setLayout(stack(holding(top), self.tabs, self.lacking, gap="s"))

    def set_people(self, count: int) -> None:
        """Show the number planned."""
        quiet = self.people.blockSignals(True)
        self.people.setValue(max(1, count))
        self.people.blockSignals(quiet)

    def part(self) -> str:
        """`whole`, `to-get` or `box`."""
        return self.tabs.current()

    def show_part(self, name: str) -> None:
        """Look at another part, without telling anyone."""
        self.tabs.show_tab(name)

    def say_group(self, teams: int, changed: int, trying: bool) -> None:
        """How many groups (0: no groups), how many lines differ for the number being tried."""
        said = ngettext("personnes en {n} groupe", "personnes en {n} groupes", teams).format(n=teams)
        self._group.setText(said if teams else _("personnes"))
        lines = ngettext("{n} ligne change", "{n} lignes changent", changed).format(n=changed)
        self._changed.setText(lines if changed else _("Rien ne change."))
        reveal(self._changed, trying)
        reveal(self.retain, trying)

    def say_parts(self, to_get: int, to_pack: int) -> None:
        """How much is left in each part."""
        for place, said in enumerate(
            (
                _("Toute la liste"),
                _("À obtenir ({n})").format(n=to_get) if to_get else _("À obtenir"),
                _("Caisse ({n} à emballer)").format(n=to_pack) if to_pack else _("Caisse"),
            )
        ):
            self.tabs.setTabText(place, said)

    def say_cost(self, total: str, each: str, unpriced: int) -> None:
        """The cost in all, for one participant, and how many lines have no price."""
        self._cost.setText(_("Coût prévu : {cost}").format(cost=total) if total else "")
        self._each.setText(_("soit {cost} par personne").format(cost=each) if each else "")
        said = ngettext("{n} ligne sans prix", "{n} lignes sans prix", unpriced).format(n=unpriced)
        self._unpriced.setText(said if unpriced else "")

    def say_unlisted(self, names: tuple[str, ...]) -> None:
        """What the steps ask for and the list lacks."""
        self._asked = names
        self.lacking.setVisible(bool(names))
        if names:
            self.lacking.say(_("Des étapes demandent aussi : {names}").format(names=", ".join(names)))

    def _want(self, _name: str) -> None:
        self.wanted.emit(self._asked)

    def _tell_part(self, _name: str) -> None:
        self.part_chosen.emit()
