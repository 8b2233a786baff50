# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""« Et si… »: other conditions tried on the plan; what they change is said before anything is kept."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from forgeatelier.actions.plan import suppose
from forgeatelier.actions.supplies import read_supplies
from forgeatelier.ground.words import _
from forgeatelier.model.method.material import teams_for
from forgeatelier.model.method.step import Trouble
from forgeatelier.model.workshop.conflicts import Clash
from forgeatelier.model.workshop.slots import team_size_of
from forgeatelier.model.workshop.timetable import Conditions
from forgeatelier.model.workshop.what_if import consequences
from forgeatelier.window.form import show
from forgeatelier.window.pages.workshop.planner.parts import HeldHour
from forgeatelier.window.pages.workshop.planner.planning import Planning
from forgeatelier.window.pages.workshop.planner.told import Told, in_two, squeezed
from forgeatelier.window.pages.workshop.step_card import TROUBLES
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Check,
    Flow,
    Label,
    Number,
    TimeEdit,
    holding,
    reveal,
    row,
    stack,
)

_TRIED = (Trouble.NO_POWER, Trouble.NO_PROJECTOR, Trouble.RAIN, Trouble.NON_READERS)


class Supposing(QFrame):
    """The bar under the strip; `closed` when one is done with it."""

    closed = Signal()

    def __init__(self, planning: Planning) -> None:
        """Hidden until one asks."""
        super().__init__()
        self._planning = planning
        self.setProperty("ground", "sunken")
        self.setProperty("edge", "bottom")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.people, self.start = Number(most=5000, unit=_("personnes")), TimeEdit()
        self.people.setAccessibleName(_("Et si… nombre de personnes"))
        self.start.setAccessibleName(_("Et si… heure de début"))
        self.groups = Number(1, least=1, most=500, unit=_("groupes"))
        self.groups.setAccessibleName(_("Et si… nombre de groupes"))
        self._by_size = True
        self.end = HeldHour(_("finir à"))
        self.without = {trouble: Check(_(TROUBLES[trouble])) for trouble in _TRIED}
        for place, editor in enumerate(
            (self.people, self.groups, self.start, self.end.hour, *self.without.values())
        ):
            editor.setProperty("field", f"suppose-{place}")
        self.apply = Button(_("Appliquer"), "primary", "check")
        self.shorten = Button(_("Appliquer et raccourcir"), "quiet", "adjust")
        self.shorten.setToolTip(
            _("Raccourcir aussi les étapes, les moins importantes d’abord, pour finir à l’heure")
        )
        self.shorten.hide()
        self.drop = Button(_("Abandonner"), "plain")
        self.drop.setToolTip(_("Ne rien changer (Échap)"))
        self.undo = Button(_("Défaire"), "plain", "undo")
        self.told = Told()
        self._build()
        self.people.valueChanged.connect(self._regroup)
        self.groups.valueChanged.connect(self._group)
        self.start.timeChanged.connect(self._try)
        self.end.typed.connect(self._try)
        self.end.chosen.connect(self._try)
        for check in self.without.values():
            check.toggled.connect(self._try)
        self.apply.clicked.connect(self.keep)
        self.shorten.clicked.connect(self.keep_shortened)
        self.drop.clicked.connect(self.leave)
        self.undo.clicked.connect(self._undo)
        self.hide()

    def _build(self) -> None:
        theme = worn()
        end = row(self.end.tick, self.end.hour, gap="xs")
        begin = row(Label(_("commencer à"), wrap=False), self.start, gap="xs")
        self._title = Label("", "strong", wrap=False)
        self._fields = holding(
            Flow(self.people, self.groups, holding(begin), holding(end), *self.without.values(), gap="m")
        )
        foot = row(self._title, None, self.undo, self.drop, self.shorten, self.apply, gap="s")
        outer = stack(self._fields, self.told, foot, gap="s")
        outer.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("xl"), theme.space("s"))
        self.setLayout(outer)

    def open_bar(self) -> None:
        """Begin from the conditions of now."""
        plan = self._planning.plan
        if plan is None:
            return
        now = plan.conditions
        quiet = self.blockSignals(True)
        show(self.people, now.people)
        show(self.groups, now.teams)
        self._by_size = True
        self.groups.setVisible(team_size_of(plan.workshop) > 0)
        show(self.start, now.starts_at)
        table = self._planning.table
        late = (table.end if table else 0) % (24 * 60)
        self.end.set_usual(now.starts_at.replace(hour=late // 60, minute=late % 60))
        self.end.show_value(now.ends_at, mixed=False)
        for trouble, check in self.without.items():
            show(check, trouble in now.without)
        self.blockSignals(quiet)
        self._mode(trying=True)
        self.show()
        self._tell(now, now)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        self.people.selectAll()

    def conditions(self) -> Conditions | None:
        """Those written in the bar."""
        plan = self._planning.plan
        if plan is None:
            return None
        now, people = plan.conditions, self.people.value()
        kept = frozenset(trouble for trouble in now.without if trouble not in self.without)
        troubles = frozenset(trouble for trouble, check in self.without.items() if check.isChecked())
        teams = self.groups.value() if self.groups.isVisibleTo(self) else now.teams
        return Conditions(people, teams, self.start.hour(), self.end.value(), kept | troubles)

    def keep(self) -> None:
        """Plan for these conditions: one change."""
        then = self.conditions()
        if then is not None:
            self._keep(then)
        self.leave()

    def keep_shortened(self) -> None:
        """Plan for these conditions, with steps as short as it takes to end in time: one change as well."""
        then = self.conditions()
        self._planning.suppose(None)
        if then is not None:
            self._planning.do(lambda plan: squeezed(plan, then))
        self.leave()

    def with_people(self, people: int) -> Conditions | None:
        """The conditions of now with so many people."""
        plan = self._planning.plan
        if plan is None:
            return None
        return replace(plan.conditions, people=people, teams=teams_for(people, team_size_of(plan.workshop)))

    def count(self, people: int) -> None:
        """So many people instead: kept at once, and what changed is told."""
        plan, then = self._planning.plan, self.with_people(people)
        if plan is None or then is None:
            return
        before = plan.conditions
        said = self._sentences(before, then)
        if self._keep(then):
            self._mode(trying=False)
            change = _("{before} → {after} personnes : voici ce qui a changé")
            self._title.setText(change.format(before=before.people, after=people))
            self.told.tell(*said)
            self.show()

    def leave(self) -> None:
        """Nothing is kept, the plan is shown as it is."""
        self._planning.suppose(None)
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _keep(self, then: Conditions) -> bool:
        self._planning.suppose(None)
        plan = self._planning.plan
        if plan is None or then == plan.conditions:
            return False
        return self._planning.do(lambda now: suppose(now, then))

    def _undo(self) -> None:
        self.leave()
        self._planning.subject.desk.history.undo()

    def _regroup(self, people: int) -> None:
        """More people, more groups of the same size, until one says how many."""
        plan = self._planning.plan
        if plan is not None and self._by_size:
            now, size = plan.conditions, team_size_of(plan.workshop)
            show(self.groups, now.teams if people == now.people else teams_for(people, size))
        self._try()

    def _group(self) -> None:
        self._by_size = False
        self._try()

    def _try(self) -> None:
        then, plan = self.conditions(), self._planning.plan
        if then is None or plan is None or not self.isVisible():
            return
        self._planning.suppose(then)
        self._tell(plan.conditions, then)

    def _tell(self, now: Conditions, then: Conditions) -> None:
        different = now != then
        self.apply.setEnabled(different)
        self.told.tell(*(self._sentences(now, then) if different else ((), ())))
        table = self._planning.table
        late = bool(then.ends_at and table and any(one.kind is Clash.OVER_END for one in table.conflicts))
        self.shorten.setVisible(different and late)
        self._title.setText(
            "" if different else _("Changez une valeur : rien n’est gardé avant « Appliquer ».")
        )

    def _sentences(self, now: Conditions, then: Conditions) -> tuple[Sequence[str], Sequence[str]]:
        """What would change: of the day and its people, then of the materials."""
        plan = self._planning.plan
        if plan is None:
            return (), ()
        library = self._planning.subject.desk.atelier.library
        supplies = read_supplies(library, plan.workshop).supplies
        return in_two(consequences(plan.workshop, plan.steps, supplies, now, then))

    def _mode(self, *, trying: bool) -> None:
        reveal(self._fields, trying)
        reveal(self.apply, trying)
        self._fields.setVisible(trying)
        self.apply.setVisible(trying)
        self.shorten.hide()
        self.undo.setVisible(not trying)
        self.drop.setText(_("Abandonner") if trying else _("Fermer"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter applies, Esc drops."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.apply.isEnabled():
            self.keep()
        else:
            super().keyPressEvent(event)
