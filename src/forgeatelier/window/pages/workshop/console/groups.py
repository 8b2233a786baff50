# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Balanced groups in two keys: how many, Enter; the names are read aloud, and who comes late finds a place."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from forgeatelier.actions import groups
from forgeatelier.ground.errors import AtelierError
from forgeatelier.ground.words import _
from forgeatelier.model.people.person import Person
from forgeatelier.model.workshop.grouping import Grouping
from forgeatelier.model.workshop.grouping_people import Field as Balance
from forgeatelier.model.workshop.grouping_people import Wishes
from forgeatelier.window.pages.workshop.subject import Subject
from forgeatelier.window.theme import worn
from forgeatelier.window.widgets import (
    Button,
    Check,
    Field,
    Flow,
    Label,
    Number,
    ScrollColumn,
    holding,
    stack,
)


class GroupsPanel(QWidget):
    """`left` when one goes away. Names stay on this screen: the room hears them."""

    left = Signal()

    def __init__(self, subject: Subject) -> None:
        """Ask with `open_for`."""
        super().__init__()
        self._subject, self._step = subject, ""
        self.number = Number(3, least=1, most=60)
        self.by_sex = Check(_("Mélanger femmes et hommes"), checked=True)
        self.by_place = Check(_("Mélanger les structures"), checked=True)
        self.made = Button(_("Former les groupes"), "primary", "groups")
        self.made.clicked.connect(self.form_groups)
        self.late = Button(_("Placer les personnes en retard"), "quiet", "person")
        self.late.clicked.connect(self.place_latecomers)
        leave = Button(_("Fermer"), "quiet", "close")
        leave.clicked.connect(self.left)
        self._told = stack(gap="s")
        column = ScrollColumn(gap="m", margin="l", widest="")
        for part in (
            Label(_("Groupes"), "title"),
            Field(_("Nombre de groupes"), self.number),
            holding(Flow(self.by_sex, self.by_place)),
            holding(Flow(self.made, self.late, leave)),
            holding(self._told),
        ):
            column.add(part)
        self.setLayout(stack(column, gap=""))

    def open_for(self, step_id: str) -> None:
        """Show the groups of this step, or ask how many."""
        self._step = step_id
        self._show()
        self.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.number.selectAll()

    def form_groups(self) -> None:
        """New groups; pairs of earlier rounds are avoided."""
        library = self._subject.desk.atelier.library
        before = groups.read_groupings(library, self._subject.id)
        turn = sum(1 for one in before if one.step_id == self._step)
        chosen = ((self.by_sex, Balance.SEX), (self.by_place, Balance.ORGANISATION))
        wishes = Wishes(
            number=self.number.value(),
            balance=tuple(field for tick, field in chosen if tick.isChecked()),
            seed=groups.seed_for(self._subject.id, self._step, turn),
        )
        try:
            made = groups.form_groups(
                self._subject.id,
                self._there(),
                wishes,
                self._subject.now(),
                step_id=self._step,
                before=before,
            )
        except AtelierError as refusal:
            self._subject.desk.tell(refusal)
            return
        if self._subject.desk.keep(made.change):
            self._show(made.mixed.words)

    def place_latecomers(self) -> None:
        """Whoever is there and in no group joins the smallest one that suits."""
        grouping = self.grouping()
        if grouping is None:
            return
        there = self._there()
        inside = {person for team in grouping.teams for person in team.people}
        told = []
        for person in there:
            if person.id not in inside:
                change, name = groups.take_in(grouping, person, there)
                if not self._subject.desk.keep(change):
                    break
                told.append(f"{_name(person)} → {name}")
                grouping = self.grouping() or grouping
        self._show(told or (_("Tout le monde a déjà son groupe."),))

    def grouping(self) -> Grouping | None:
        """The groups of this step as they were made last."""
        found = groups.read_groupings(self._subject.desk.atelier.library, self._subject.id, self._step)
        return found[-1] if found else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter forms the groups, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.form_groups()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """It scrolls where there is little room."""
        return QSize(worn().measure("control") * 6, worn().measure("control") * 3)

    def _there(self) -> tuple[Person, ...]:
        return groups.people_there(self._subject.desk.atelier.library, self._subject.id)

    def _show(self, words: tuple[str, ...] | list[str] = ()) -> None:
        while (item := self._told.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        grouping = self.grouping()
        self.late.setVisible(grouping is not None)
        self.made.setText(_("Former d’autres groupes") if grouping else _("Former les groupes"))
        for said in words:
            self._told.addWidget(Label(said, "note"))
        people = {one.id: one for one in self._there()}
        for team in grouping.teams if grouping is not None else ():
            named = ", ".join(_name(people[one]) for one in team.people if one in people)
            self._told.addWidget(Label(f"{team.name} ({len(team.people)})", "strong"))
            self._told.addWidget(Label(named, "lead", wrap=True))


def _name(person: Person) -> str:
    return f"{person.given_names} {person.family_name}".strip() or _("Sans nom")
